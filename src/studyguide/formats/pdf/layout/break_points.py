"""Where a text may be broken that WeasyPrint would keep whole: tall rows of tables, and long words of two types."""

from studyguide.publication import text_positions
from studyguide.publication.long_words import LETTERS
from studyguide.support import xhtml
from studyguide.support.xhtml import Element

TALL = 1700
"""Letters in a cell, times the columns: about a fourth of a page where cells are side by side."""
LONG = 600
"""Letters in a row: the same where cells are below one another, in large print."""
ZERO_WIDTH_SPACE = "\N{ZERO WIDTH SPACE}"


def let_rows_break(root: Element) -> None:
    """Give rows the classes ``tall`` and ``long`` where they are so."""
    for row in root.iter("tr"):
        letters = [len(xhtml.text(cell)) for cell in row]
        sizes = {"tall": max(letters, default=0) * len(letters) > TALL, "long": sum(letters) > LONG}
        if names := [name for name, is_so in sizes.items() if is_so]:
            row.set("class", " ".join([*xhtml.classes(row), *names]))


def let_parts_break(root: Element) -> None:
    """Let a line end where a long word changes its type: WeasyPrint breaks a word only where it begins a line."""
    run = 0
    for piece in text_positions.pieces(root):
        run = run if piece.holder.tag in text_positions.INLINE else 0
        parts = piece.text.split() or [""]
        begins = piece.text.startswith(parts[0]) and piece.kind != "picture"
        if run and begins and run + len(parts[0]) >= LETTERS:
            setattr(piece.holder, piece.kind, ZERO_WIDTH_SPACE + piece.text)
        before = run if begins and len(parts) == 1 else 0
        run = before + len(parts[-1]) if piece.text.endswith(parts[-1]) and parts[-1] else 0

"""Where pages may end: in long entries, tall table rows and words that change their type style, not in short tables."""

from studyguide.publication import text_positions
from studyguide.publication.long_words import LETTERS
from studyguide.support import xhtml
from studyguide.support.xhtml import Element

TALL = 1700
"""Letters in the longest cell, times the columns: about a quarter of a page where cells are side by side."""
LONG = 600
"""Letters in a row: about a quarter of a page where cells are stacked, in large print."""
LINE = 30
"""Letters that an item of a list counts for beside its own: however short it is, it takes a line."""
LONG_ENTRIES = {"scene": 1500, "question": 2500, "quotation": 2500, "card": 2500}
"""Letters of an entry that may need a whole page, by its class: kept whole, it would leave its heading behind alone."""
PICTURE = 1200
"""Letters that a picture counts for: about a third of a page."""
FEW_ROWS = 7
"""The rows up to which a table is kept whole."""
ZERO_WIDTH_SPACE = "\N{ZERO WIDTH SPACE}"


def let_rows_break(root: Element) -> None:
    """Add the classes ``tall`` and ``long`` to the rows that are taller or longer than the limits."""
    for row in root.iter("tr"):
        letters = [_size(cell) for cell in row]
        sizes = {"tall": max(letters, default=0) * len(letters) > TALL, "long": sum(letters) > LONG}
        if names := [name for name, is_so in sizes.items() if is_so]:
            row.set("class", " ".join([*xhtml.classes(row), *names]))


def let_entries_break(root: Element) -> None:
    """Add the class ``long`` to the entries that are longer than the limits."""
    for entry in root.iter("div", "li", "section"):
        classes = xhtml.classes(entry)
        limit = next((LONG_ENTRIES[name] for name in classes if name in LONG_ENTRIES), None)
        if limit and _size(entry) + PICTURE * sum(1 for _ in entry.iter("img", "svg")) > limit:
            entry.set("class", " ".join([*classes, "long"]))


def keep_tables_whole(root: Element) -> None:
    """Add the class ``whole`` to tables of few and short rows: none is divided between pages."""
    for table in root.iter("table"):
        rows = sum(1 for _ in table.iterfind("tbody/tr"))
        if rows <= FEW_ROWS and _size(table) < TALL:
            table.set("class", " ".join([*xhtml.classes(table), "whole"]))


def _size(element: Element) -> int:
    """The letters of a table or a cell, with those that its lists count for."""
    return len(xhtml.text(element)) + LINE * sum(1 for _ in element.iter("li"))


def let_parts_break(root: Element) -> None:
    """Let a line end where a long word changes its type style: WeasyPrint breaks only words that begin a line."""
    run = 0
    for piece in text_positions.pieces(root):
        run = run if piece.holder.tag in text_positions.INLINE else 0
        parts = piece.text.split() or [""]
        begins = piece.text.startswith(parts[0]) and piece.kind != "picture"
        if run and begins and run + len(parts[0]) >= LETTERS:
            setattr(piece.holder, piece.kind, ZERO_WIDTH_SPACE + piece.text)
        before = run if begins and len(parts) == 1 else 0
        run = before + len(parts[-1]) if piece.text.endswith(parts[-1]) and parts[-1] else 0

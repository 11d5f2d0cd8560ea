"""Page markers: the beginnings of the printed pages, each before the first word of its page."""

from collections.abc import Iterable

from studyguide.formats.epub.semantics import set_role
from studyguide.publication import Break, text_positions
from studyguide.publication.text_positions import Piece
from studyguide.support import xhtml
from studyguide.support.errors import BuildError
from studyguide.support.xhtml import Element

PASSED = text_positions.INLINE | {"figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6"}
"""Elements that a marker is put before if they begin with its word."""


def marker_id(each: Break) -> str:
    """The id of a page's marker: an underscore first, which ids in the publication never have."""
    return f"_page_{each.label}"


def place_breaks(root: Element, breaks: Iterable[Break]) -> None:
    """Put a marker into a section for each of its breaks. Notes must still be at the places of their marks."""
    for each in breaks:
        marker = root.makeelement("span", {"id": marker_id(each), "aria-label": each.label})
        set_role(marker, "doc-pagebreak")
        _insert(root, each.position, marker)
        _climb(root, marker)


def _insert(root: Element, position: int, marker: Element) -> None:
    """Put a marker before a counted character, or behind the last. Raises `BuildError` if the text ends before it."""
    at = 0
    for piece in text_positions.pieces(root):
        count = len(text_positions.counted(piece.text))
        if position < at + count:
            _split(piece, position - at, marker)
            return
        at += count
    if position == at:
        marker.tag = "div"
        root.append(marker)
        return
    raise BuildError(f"Page {marker.get('aria-label')} begins behind the end of '{root.get('id')}'.")


def _split(piece: Piece, number: int, marker: Element) -> None:
    holder = piece.holder
    if piece.kind == "picture":
        holder.addprevious(marker)
        return
    place = text_positions.index(piece.text, number)
    before, marker.tail = piece.text[:place], piece.text[place:]
    if piece.kind == "text":
        holder.text = before
        holder.insert(0, marker)
    else:
        holder.tail = before
        parent = holder.getparent()
        parent.insert(parent.index(holder) + 1, marker)


def _climb(root: Element, marker: Element) -> None:
    """Move a marker that comes first in a heading, a figure or a table before that element.

    Between blocks it becomes a block itself, so that the style sheet can keep it on one screen with the next block.
    """
    while (parent := marker.getparent()) is not root and _is_first(marker):
        target = parent if parent.tag in PASSED else _opened_table(parent)
        if target is None:
            return
        if target.tag not in text_positions.INLINE:
            marker.tag = "div"
        xhtml.remove(marker)
        target.addprevious(marker)


def _opened_table(cell: Element) -> Element | None:
    """The table that begins with a caption or cell."""
    if cell.tag not in {"caption", "td", "th"}:
        return None
    while cell.tag != "table":
        if cell.getprevious() is not None:
            return None
        cell = cell.getparent()
    return cell


def _is_first(element: Element) -> bool:
    return element.getprevious() is None and not (element.getparent().text or "").strip()

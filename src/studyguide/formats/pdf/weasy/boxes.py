"""Reads and changes the boxes of a laid-out page.

WeasyPrint has no public access to them: ``Page._page_box`` is its tree of boxes, and text boxes hold a Pango layout
that is rebuilt from ``text`` when it is drawn. Only this module, `acroform`, `detached_part` and the modules named
``patch_…`` use such private parts, and tests/formats/test_pdf_private.py fails when they change.
"""

from collections.abc import Iterator
from typing import Any, TypeAlias

from weasyprint import Page
from weasyprint.formatting_structure.boxes import (
    BlockBox,
    FootnoteAreaBox,
    LineBox,
    MarginBox,
    TableRowGroupBox,
    TextBox,
)
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.text.line_break import Layout, line_size

from studyguide.publication.page_refs import renumbered

Box: TypeAlias = Any  # WeasyPrint has no types
Element: TypeAlias = Any

MARKER = "li::marker"

__all__ = [
    "Box",
    "Element",
    "FootnoteAreaBox",
    "LineBox",
    "MarginBox",
    "TableRowGroupBox",
    "TextBox",
    "children",
    "draw_markers_first",
    "free_height",
    "height",
    "is_plain_block",
    "is_pseudo",
    "marks",
    "notes",
    "numbers",
    "overflows",
    "page_box",
    "print_over",
    "references",
    "stamp",
    "walk",
    "with_attribute",
]


def page_box(page: Page) -> Box:
    """The outermost box of a page: its content, its notes and its margins."""
    return page._page_box  # noqa: SLF001


def children(box: Box) -> Iterator[Box]:
    """The boxes directly inside; a placeholder is replaced by its positioned box."""
    for child in box.children:
        yield child._box if isinstance(child, AbsolutePlaceholder) else child  # noqa: SLF001


def walk(box: Box) -> Iterator[Box]:
    """A box and all boxes inside it, in document order."""
    yield box
    for child in children(box):
        yield from walk(child)


def is_plain_block(box: Box) -> bool:
    """Whether a box is laid out as a block, and is neither a table nor part of one."""
    return isinstance(box, BlockBox) and not box.is_table_wrapper


def with_attribute(page: Page, name: str) -> Iterator[Box]:
    """The boxes on a page of elements with an attribute, without anonymous boxes and those of pseudo-elements."""
    for box in walk(page_box(page)):
        element = box.element
        if element is not None and element.get(name) and box.element_tag == element.tag and not _is_inline(box):
            yield box


def height(page: Page) -> float:
    """The height between a page's margins, in CSS pixels."""
    return float(page_box(page).height)


def free_height(page: Page) -> float:
    """The height of the white space at the foot of a page, in CSS pixels."""
    outer = page_box(page)
    text = (child for child in children(outer) if not isinstance(child, MarginBox | FootnoteAreaBox))
    return float(outer.content_box_y() + outer.height - max((_bottom(box) for box in text), default=0.0))


def overflows(box: Box) -> bool:
    """Whether the content of a box extends below its padding edge."""
    return bool(_bottom(box) > box.padding_box_y() + box.padding_height())


def _is_inline(box: Box) -> bool:
    return isinstance(box, LineBox | TextBox)


def _bottom(box: Box) -> float:
    """Where the visible content of a box (words, pictures, rules) ends, in CSS pixels from the top of the page."""
    inner = list(children(box)) if hasattr(box, "children") else []
    if not inner:
        return float(box.position_y + box.margin_height())
    return max(_bottom(child) for child in inner)


def numbers(page: Page) -> Iterator[tuple[Box, str]]:
    """Each printed page reference: its text box, and the id it points to."""
    yield from references(page_box(page))


def references(outer: Box) -> Iterator[tuple[Box, str]]:
    """Those in a box."""
    for box in walk(outer):
        if isinstance(box, TextBox) and box.element is not None and (target := box.element.get("data-ref")):
            yield box, target


def print_over(box: Box, text: str, align: str) -> bool:
    """Print another text in the only text box of a line; False, without a change, if its position would be uncertain.

    `align` is the line's ``text-align``. Only ``left``, ``start``, ``right`` and ``end`` allow a text of another width.
    """
    wider = _width(text, box.style) - _width(box.text, box.style) if text != box.text else 0.0
    if wider and align not in {"left", "start", "right", "end"}:
        return False
    box.text = box.pango_layout.text = text
    box.position_x -= wider if align in {"right", "end"} else 0.0
    box.width += wider
    return True


def stamp(box: Box, number: int) -> bool:
    """Print another number in a text box; False, without a change, if that would move anything else."""
    text = renumbered(box.text, number)
    wider = _width(text, box.style) - _width(box.text, box.style)
    if wider and not _has_room(box, wider):
        return False
    box.text = box.pango_layout.text = text
    box.position_x -= wider
    box.width += wider
    box.element.text = renumbered(box.element.text, number)  # a link's description is read from its element
    return True


def _has_room(box: Box, wider: float) -> bool:
    """Whether a number is right-aligned in a space of its own (mechanics.css), and fits there before and after."""
    widest = max(box.width, box.width + wider)
    return "contents-page" in box.element.get("class", "").split() and widest <= 2 * box.style["font_size"]


def _width(text: str, style: Any) -> float:
    layout = Layout(style)
    layout.set_text(text)
    return float(line_size(layout.get_first_line()[0], style)[0])


def marks(page: Page) -> Iterator[Element]:
    """The element of each note whose mark is on the page, once for each mark."""
    for box in walk(page_box(page)):
        if is_pseudo(box, "::footnote-call"):
            yield box.element


def notes(page: Page) -> Iterator[Element]:
    """The element of each note that is printed at the foot of the page, once for each time it is printed."""
    for area in page_box(page).children:
        if isinstance(area, FootnoteAreaBox):
            yield from (box.element for box in children(area))


def draw_markers_first(page: Page) -> None:
    """Draw the bullet or number of a list item with its first line, in reading order; WeasyPrint draws it last.

    Each box stores its own position on the page, so moving it to another parent does not change how the page looks.
    """
    for box in list(walk(page_box(page))):
        markers = [child for child in children(box) if child.is_outside_marker]
        lines = (inner for inner in walk(box) if isinstance(inner, LineBox) and inner.element_tag != MARKER)
        if markers and (first := next(lines, None)):
            texts = [inner for marker in markers for inner in walk(marker) if isinstance(inner, TextBox)]
            first.children = [*texts, *first.children]
            box.children = [child for child in box.children if not child.is_outside_marker]


def is_pseudo(box: Box, name: str) -> bool:
    """Whether a box is that of a pseudo-element, such as ``::footnote-call``, and not the text inside it."""
    return bool(box.element_tag and box.element_tag.endswith(name)) and not isinstance(box, TextBox | LineBox)

"""Compares the boxes of two versions of a part before they are laid out: which of them have changed.

Two boxes have the same digest if they are of the same kind, have the same text, attributes and rules of the style
sheets, and hold the same boxes. A `Change` is one run of boxes: the smallest that holds all differences and is laid out
independently of what is before and after it. A table changes as a whole, because each row decides the widths of others.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import tostring

from weasyprint.formatting_structure.boxes import BlockBox, LineBox, ReplacedBox, TextBox

from studyguide.formats.pdf.weasy.boxes import Box, Element

Place = tuple[int, ...]
"""The way from the root to a box: the index of a child at each step."""


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """A box before layout."""

    digest: int
    """Of everything that decides how the box is laid out."""
    own: int
    """The same without what is in the box."""
    element: Element
    parts: tuple["Shape", ...]
    """The boxes in it."""
    note: "Shape | None"
    """The note that it is the mark of."""
    is_open: bool
    """Whether what is in it is laid out one after another, and may be divided between pages."""


@dataclass(frozen=True)
class Change:
    """The boxes from `start` to `stop` of the box at `place` are replaced; the rest is the same."""

    place: Place
    start: int
    stop: int
    more: int
    """How many boxes more there are; negative if there are fewer."""


class Shaper:
    """Makes the shapes of one tree of boxes."""

    def __init__(self) -> None:
        self._styles: dict[int, int] = {}
        self._attributes: dict[int, int] = {}

    def shape(self, box: Box) -> Shape:
        """The shape of a box and of those in it."""
        parts = tuple(map(self.shape, box.all_children()))
        note = self.shape(box.footnote) if box.footnote is not None else None
        own = hash(tuple(self._own(box)))
        whole = hash((own, note and note.digest, *(part.digest for part in parts)))
        return Shape(whole, own, box.element, parts, note, _is_open(box))

    def _own(self, box: Box) -> Iterator[Any]:
        yield type(box)
        yield box.element_tag
        yield from map(self._style, (box.style, box.first_letter_style, box.first_line_style))
        yield from map(repr, (box.string_set, box.bookmark_label, box.link))
        if isinstance(box, TextBox):
            yield box.text
        if box.element is not None:
            yield self._attribute(box.element)
            if isinstance(box, ReplacedBox):
                yield tostring(box.element)

    def _attribute(self, element: Element) -> int:
        if id(element) not in self._attributes:
            self._attributes[id(element)] = hash(tuple(element.attrib.items()))
        return self._attributes[id(element)]

    def _style(self, style: Any) -> int:
        """A digest of the rules that made a style, and of those it inherits from."""
        if style is None:
            return 0
        if id(style) not in self._styles:
            rules = ((name, _value(value), weight) for name, (value, weight) in getattr(style, "cascaded", {}).items())
            about = type(style), getattr(style, "pseudo_type", None), self._style(style.parent_style), *rules
            self._styles[id(style)] = hash(about)
        return self._styles[id(style)]


def _value(value: Any) -> int:
    """A digest of a value; values of style sheets, which are read once, may be told apart by where they are."""
    try:
        return hash((value, repr(value)))  # -1 and -2 have one hash
    except TypeError:
        return id(value)


def _is_open(box: Box) -> bool:
    style = box.style
    return (
        type(box) is BlockBox
        and box.is_in_normal_flow()
        and not box.is_table_wrapper
        and style["column_width"] == style["column_count"] == "auto"
        and not any(isinstance(child, LineBox) for child in box.children)
    )


def change(before: Shape, after: Shape) -> Change | None:
    """What has changed between two trees; None if that is not a run of boxes."""
    if before.own != after.own or not before.is_open:
        return None
    place: list[int] = []
    while True:
        start, same = _alike(before, after)
        stop, end = len(before.parts) - same, len(after.parts) - same
        if stop - start == end - start == 1 and _is_kept(before.parts[start], after.parts[start]):
            before, after = before.parts[start], after.parts[start]
            place.append(start)
        else:
            return Change(tuple(place), start, stop, end - stop)


def same_elements(before: Shape, after: Shape, changed: Change) -> dict[Element, Element]:
    """Each element of the tree before that has not changed, or holds what has changed, and the same element after."""
    found: dict[Element, Element] = {}
    for index in (*changed.place, None):
        found[before.element] = after.element
        start, stop = (changed.start, changed.stop) if index is None else (index, index + 1)
        end = len(after.parts) - len(before.parts) + stop
        rest = zip(
            (*before.parts[:start], *before.parts[stop:]), (*after.parts[:start], *after.parts[end:]), strict=True
        )
        for pair in rest:
            found.update(_pairs(*pair))
        if index is not None:
            before, after = before.parts[index], after.parts[index]
    return found


def _alike(before: Shape, after: Shape) -> tuple[int, int]:
    """How many parts are the same at the beginning, and how many at the end."""
    pairs = [one.digest == two.digest for one, two in zip(before.parts, after.parts, strict=False)]
    start = pairs.index(False) if False in pairs else len(pairs)
    rest = zip(reversed(before.parts[start:]), reversed(after.parts[start:]), strict=False)
    ends = [one.digest == two.digest for one, two in rest]
    return start, ends.index(False) if False in ends else len(ends)


def _is_kept(before: Shape, after: Shape) -> bool:
    return before.own == after.own and before.is_open and after.is_open


def _pairs(before: Shape, after: Shape) -> Iterator[tuple[Element, Element]]:
    yield before.element, after.element
    for one, two in zip(before.parts, after.parts, strict=True):
        yield from _pairs(one, two)
    if before.note is not None and after.note is not None:
        yield from _pairs(before.note, after.note)

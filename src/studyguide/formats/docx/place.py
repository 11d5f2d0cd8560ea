"""The place of a block in a document, and what writers of lists and tables may ask of the writer of blocks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol, TypeAlias

from studyguide.formats.docx.design import Design
from studyguide.formats.docx.inline import PLAIN, Form, Piece
from studyguide.formats.docx.state import State
from studyguide.formats.docx.style_table import DEEP, LEVELS, LIST, TEXT
from studyguide.formats.docx.wml import val
from studyguide.support.xhtml import Element

Number: TypeAlias = tuple[int, int] | str
"""A list and the level in it; or a number as text, empty for none."""
Indent: TypeAlias = tuple[int, int]
"""The indent from the left, and how far the first line hangs, in twips."""

TASK_STYLES: Mapping[str, tuple[str, Indent | None]] = {
    "Question": ("Own number", None),
    "Question part": ("Own number", (DEEP, 454)),
    "Choice": ("Own letter", None),
}
"""The styles of tasks that Word numbers, each with the one for a number as text, and the indents that it lacks."""
_LIST_STYLES: Mapping[str, tuple[str, Indent | None]] = {
    f"List Number{more}": (f"List Continue{more}", (LIST + TEXT * level, LIST))
    for level, more in enumerate(("", *(f" {n}" for n in range(2, LEVELS + 1))))
}


@dataclass(frozen=True)
class Place:
    """What a block is in."""

    width: int
    """The length of its lines, in twips."""
    style: str = "Normal"
    """The style of paragraphs without one of their own."""
    then: str = ""
    """Their style after the first, if that has a number."""
    number: Number | None = None
    """The number of the next paragraph."""
    is_task: bool = False
    is_cell: bool = False
    depth: int = 0
    """The lists around it."""
    form: Form = PLAIN

    def after(self) -> "Place":
        """The place behind a paragraph, which took the number."""
        return replace(self, number=None, style=self.then or self.style) if self.number is not None else self

    def bidi(self, state: State) -> Element | None:
        """What a paragraph here says of its direction (17.3.1.6), if it is not that of the document."""
        return None if self.form.is_rtl == state.is_rtl else val("bidi", int(self.form.is_rtl))


def by_hand(style: str) -> tuple[str, Indent | None]:
    """The style of a paragraph whose number is text, in place of one that Word numbers, and its indents if others."""
    return TASK_STYLES.get(style) or _LIST_STYLES.get(style) or (style, None)


class Writer(Protocol):
    """The writer of blocks."""

    state: State
    design: Design

    def write(self, element: Element, place: Place) -> None:
        """Write what is in an element."""

    def inside(self, element: Element, place: Place) -> list[Element]:
        """The blocks of what is in an element, not yet written."""

    def add(self, *blocks: Element) -> None:
        """Put finished blocks after the last."""

    def paragraph(self, content: Iterable[Piece], style: str, place: Place) -> None:
        """Write a paragraph."""

"""Sides: the drawing of two pages on one side of a sheet (ISO 32000-1, 7.8, 8.7 and 14.6)."""

from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator

NAMED = {
    "Tf": "/Font",
    "gs": "/ExtGState",
    "Do": "/XObject",
    "sh": "/Shading",
    "cs": "/ColorSpace",
    "CS": "/ColorSpace",
    "scn": "/Pattern",
    "SCN": "/Pattern",
    "BDC": "/Properties",
    "DP": "/Properties",
}
"""Operators that take the name of a resource, and its kind. The name is the last operand, or the first of Tf."""


@dataclass(frozen=True)
class PaperSheet:
    """A sheet in landscape; lengths in points."""

    width: float
    height: float


@dataclass(frozen=True)
class PagePosition:
    """The position of a page: the side (from 0), its shift in points, and the first number of its marked content."""

    side: int
    right: float
    up: float
    first_mark: int

    def moved(self, rectangle: Any) -> Array:
        """A rectangle of the page, in coordinates of the side."""
        shifts = (self.right, self.up, self.right, self.up)
        return Array([round(float(at) + by, 4) for at, by in zip(rectangle, shifts, strict=True)])


class Side:
    """One side, to which pages are added."""

    def __init__(self, pdf: pikepdf.Pdf, sheet: PaperSheet, number: int) -> None:
        self._pdf = pdf
        self._sheet = sheet
        self._number = number
        self._content: list[bytes] = []
        self._resources: dict[str, dict[str, Any]] = {}
        self._annotations: list[Any] = []
        self._marks = 0

    def add(self, page: Any, *, right: bool) -> PagePosition:
        """Draw a page in the middle of the left or right half, clipped at its own edges."""
        left, bottom, width, height = _box(page)
        half = self._sheet.width / 2
        shift = half * right + (half - width) / 2 - left
        place = PagePosition(
            self._number, round(shift, 4), round((self._sheet.height - height) / 2 - bottom, 4), self._marks
        )
        drawn = [self._instruction(each, page, place) for each in pikepdf.parse_content_stream(page)]
        opening = f"q 1 0 0 1 {place.right:.4f} {place.up:.4f} cm {left:f} {bottom:f} {width:f} {height:f} re W n\n"
        self._content += [opening.encode(), pikepdf.unparse_content_stream(drawn), b"\nQ\n"]
        for annotation in page.get("/Annots", []):
            annotation.Rect = place.moved(annotation.Rect)
            self._annotations.append(annotation)
        return place

    def page(self) -> Any:
        """The finished side, as a new page of the file."""
        page = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Page,
                MediaBox=Array([0, 0, round(self._sheet.width, 6), round(self._sheet.height, 6)]),
                Resources=Dictionary({kind: Dictionary(found) for kind, found in self._resources.items()}),
                Annots=Array(self._annotations),
                Contents=pikepdf.Stream(self._pdf, b"".join(self._content)),
                StructParents=self._number,
                Tabs=Name.S,
            )
        )
        for annotation in self._annotations:
            if "/P" in annotation:  # some annotations name their page
                annotation.P = page
        return page

    def _instruction(self, instruction: Any, page: Any, place: PagePosition) -> Any:
        """An instruction of the page, with its own names for resources and numbers for marks."""
        operator, operands = str(instruction.operator), list(instruction.operands)
        if operator not in NAMED:
            return instruction
        at = 0 if operator == "Tf" else -1
        if isinstance(operands[at], Name):
            operands[at] = self._name(NAMED[operator], str(operands[at]), page, place)
        elif isinstance(operands[at], Dictionary) and "/MCID" in operands[at]:
            number = place.first_mark + int(operands[at].MCID)
            operands[at] = Dictionary({**dict(operands[at].items()), "/MCID": number})
            self._marks = max(self._marks, number + 1)
        return (operands, Operator(operator))

    def _name(self, kind: str, name: str, page: Any, place: PagePosition) -> Name:
        """The name of a page's resource on this side; a built-in name, such as DeviceGray, stays."""
        found = page.get("/Resources", {}).get(kind, {})
        if name not in found:
            return Name(name)
        known = self._resources.setdefault(kind, {})
        own = f"{name}-{'right' if place.right > self._sheet.width / 2 else 'left'}"
        if own not in known:
            known[own] = self._shifted(found[name], place) if kind == "/Pattern" else found[name]
        return Name(own)

    def _shifted(self, pattern: Any, place: PagePosition) -> Any:
        """A shifted copy of a pattern: its coordinates are those of the page, not of the drawing."""
        copy = self._pdf.make_indirect(pattern.__copy__())
        *turn, x, y = (float(number) for number in pattern.get("/Matrix", [1, 0, 0, 1, 0, 0]))
        copy["/Matrix"] = Array([*(round(each, 6) for each in (*turn, x + place.right, y + place.up))])
        return copy


def _box(page: Any) -> tuple[float, float, float, float]:
    """Left, bottom, width and height of a page, in points."""
    left, bottom, right, top = (float(number) for number in page.MediaBox)
    return left, bottom, right - left, top - bottom

"""The structure tree, the outline and the labels, after the pages have moved (ISO 32000-1, 12.3.3, 12.4.2 and 14.7)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import pikepdf
from pikepdf import Array, Dictionary, Name

from studyguide.formats.booklet.sides import PagePosition
from studyguide.support.signatures import Side

Places: TypeAlias = Mapping[tuple[int, int], PagePosition]
"""The position of each page, by the number of its object."""


def move(pdf: pikepdf.Pdf, sides: Sequence[Any], places: Places) -> None:
    """Point the structure and the outline at the sides."""
    elements = [each for each in pdf.objects if isinstance(each, Dictionary) and each.get("/Type") == Name.StructElem]
    for element in elements:
        _move_picture(element, places)
    for element in elements:
        _move_element(element, sides, places)
    nums = list(_parents(pdf, len(sides), places))
    pdf.Root.StructTreeRoot.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(nums)))
    pdf.Root.StructTreeRoot.ParentTreeNextKey = len(nums) // 2
    for item in _items(pdf.Root.get("/Outlines", Dictionary())):
        item.Dest = _destination(item.Dest, sides, places)
    names = pdf.Root.get("/Names", Dictionary()).get("/Dests", Dictionary()).get("/Names", Array())
    for number in range(1, len(names), 2):
        names[number] = _destination(names[number], sides, places)


def label(pdf: pikepdf.Pdf, order: Sequence[Side], blank: str) -> None:
    """Name each side by the numbers printed on it, from left to right, such as ``28, 1``; or `blank`."""
    names = [", ".join(str(page) for page in side if page) or blank for side in order]
    labels = (part for number, name in enumerate(names) for part in (number, Dictionary(P=pikepdf.String(name))))
    pdf.Root.PageLabels = Dictionary(Nums=Array(labels))


def _destination(old: Any, sides: Sequence[Any], places: Places) -> Array:
    """The same destination, such as ``[page /XYZ 40 500 0]``, on its side."""
    page, kind, x, y, zoom = old
    place = places[page.objgen]
    return Array([sides[place.side], kind, round(float(x) + place.right, 4), round(float(y) + place.up, 4), zoom])


def _move_picture(element: Any, places: Places) -> None:
    box = element.get("/A", Dictionary()).get("/BBox")
    if box is not None:
        element.A.BBox = places[_page(element).objgen].moved(box)


def _page(element: Any) -> Any:
    """The page of an element, or of the first element in it that has one."""
    if "/Pg" in element:
        return element.Pg
    found = (_page(kid) for kid in element.get("/K", []) if isinstance(kid, Dictionary))
    return next((page for page in found if page is not None), None)


def _move_element(element: Any, sides: Sequence[Any], places: Places) -> None:
    place = places[element.Pg.objgen] if "/Pg" in element else None
    element.K = Array(_kids(element, place, sides, places))
    if place:
        element.Pg = sides[place.side]


def _kids(element: Any, place: PagePosition | None, sides: Sequence[Any], places: Places) -> Iterator[Any]:
    """The content of an element: marks, by their new numbers, links and other elements."""
    for kid in element.get("/K", []):
        if not isinstance(kid, Dictionary):
            if place is None:
                raise ValueError("content without a page in the structure tree")
            yield int(kid) + place.first_mark
        elif kid.get("/Type") in {Name.MCR, Name.OBJR}:
            there = places[kid.Pg.objgen]
            kid.Pg = sides[there.side]
            if "/MCID" in kid:
                kid.MCID = int(kid.MCID) + there.first_mark
            yield kid
        else:
            yield kid


def _parents(pdf: pikepdf.Pdf, number: int, places: Places) -> Iterator[Any]:
    """Keys and values: for each side, the elements of its marks in order; then the element of each annotation."""
    nums = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    old = dict(zip(nums[::2], nums[1::2], strict=True))
    marked: list[dict[int, Any]] = [{} for _ in range(number)]
    annotations: list[Any] = []
    for page in pdf.pages:
        place = places[page.obj.objgen]
        marked[place.side].update(enumerate(old[page.obj.StructParents], start=place.first_mark))
        annotations += [each for each in page.obj.get("/Annots", []) if "/StructParent" in each]
    for key, elements in enumerate(marked):
        yield key
        yield Array([elements.get(mark) for mark in range(max(elements, default=-1) + 1)])
    for key, annotation in enumerate(annotations, start=number):
        yield key
        yield old[annotation.StructParent]
        annotation.StructParent = key


def _items(parent: Any) -> Iterator[Any]:
    """Every entry of an outline, from the top."""
    item = parent.get("/First")
    while item is not None:
        yield item
        yield from _items(item)
        item = item.get("/Next")

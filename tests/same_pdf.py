"""What a reader can tell of a PDF, as plain data, so that two files can be compared: whichever way they were made."""

import re
from pathlib import Path
from typing import Any

import pikepdf

from tests import pdf_reader


def portrait(file: Path) -> dict[str, Any]:
    """Its text, links, notes, tags, outline, places, fonts and metadata."""
    with pikepdf.open(file) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        return {
            "text": pdf_reader.placed(file),
            "links": [list(_links(page, pages)) for page in pdf.pages],
            "tags": _element(pdf.Root.StructTreeRoot.K[0], pages),
            "ids": {str(name): str(element.ID) for name, element in _pairs(pdf.Root.StructTreeRoot.get("/IDTree"))},
            "outline": _outline(pdf.Root.get("/Outlines"), pages),
            "places": {str(name): _place(place, pages) for name, place in _pairs(pdf.Root.Names.Dests)},
            "fonts": sorted({_font(font) for page in pdf.pages for font in page.Resources.Font.values()}),
            "about": {key: str(value) for key, value in pdf.docinfo.items()},
            "xmp": pdf.Root.Metadata.read_bytes(),
            "labels": repr(pdf.Root.PageLabels),
            "language": str(pdf.Root.Lang),
            "sizes": [[float(length) for length in page.MediaBox] for page in pdf.pages],
        }


def faults(file: Path) -> list[str]:
    """Where structure and content do not lead to each other."""
    with pikepdf.open(file) as pdf:
        root = pdf.Root.StructTreeRoot
        table = dict(_pairs(root.ParentTree, "/Nums"))
        found = [f"key {key} is not below {root.ParentTreeNextKey}" for key in table if key >= root.ParentTreeNextKey]
        keys = [page.StructParents for page in pdf.pages]
        keys += [note.StructParent for page in pdf.pages for note in page.get("/Annots", []) if "/StructParent" in note]
        if sorted(map(int, keys)) != sorted(map(int, table)):
            found.append("not every page and link has one key")
        for element in _elements(root.K[0]):
            found += [
                f"{element.S} does not know its parent" for kid in _kids(element) if kid.P.objgen != element.objgen
            ]
            found += [
                f"{element.S} is not found"
                for key, number in _owned(element)
                if not _leads(table, key, number, element)
            ]
        return found


def _is(one: Any, other: Any) -> bool:
    return bool(one.objgen == other.objgen)


def _leads(table: dict[int, Any], key: int, number: int | None, element: Any) -> bool:
    """Whether a key, and a number there if it is that of a page, leads to an element."""
    found = table[key]
    if number is not None:
        found = found[number] if number < len(found) else None
    return found is not None and _is(found, element)


def _owned(element: Any) -> Any:
    """Key and number in it of each mark and link that is directly in an element."""
    for kid in element.get("/K", []):
        if not isinstance(kid, pikepdf.Dictionary):
            yield int(element.Pg.StructParents), int(kid)
        elif kid.get("/Type") == "/MCR":
            yield int(kid.Pg.StructParents), int(kid.MCID)
        elif kid.get("/Type") == "/OBJR":
            yield int(kid.Obj.StructParent), None


def _elements(element: Any) -> Any:
    yield element
    for kid in _kids(element):
        yield from _elements(kid)


def _kids(element: Any) -> list[Any]:
    return [kid for kid in element.get("/K", []) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def _links(page: Any, pages: dict[Any, int]) -> Any:
    for note in page.get("/Annots", []):
        target = str(note.Dest) if "/Dest" in note else str(note.A.URI)
        yield target, str(note.Contents), int(note.F), [round(float(length), 3) for length in note.Rect]


def _element(element: Any, pages: dict[Any, int]) -> Any:
    about = {key: _plain(element[key]) for key in ("/Alt", "/E", "/Lang", "/A", "/ID") if key in element}
    kids = []
    for kid in element.get("/K", []):
        if not isinstance(kid, pikepdf.Dictionary):
            kids.append((pages[element.Pg.objgen], int(kid)))
        elif kid.get("/Type") == "/MCR":
            kids.append((pages[kid.Pg.objgen], int(kid.MCID)))
        elif kid.get("/Type") == "/OBJR":
            kids.append((pages[kid.Pg.objgen], str(kid.Obj.Contents)))
        else:
            kids.append(_element(kid, pages))
    return str(element.S), about, kids


def _plain(value: Any) -> str:
    return re.sub(r"\s+", " ", repr(value))


def _outline(item: Any, pages: dict[Any, int]) -> Any:
    found, child = [], item.get("/First") if item is not None else None
    while child is not None:
        found.append((str(child.Title), _place(child.Dest, pages), int(child.get("/Count", 0)), _outline(child, pages)))
        following = child.get("/Next")
        assert following is None or following.Prev.objgen == child.objgen
        assert child.Parent.objgen == item.objgen
        child = following
    return found


def _place(place: Any, pages: dict[Any, int]) -> Any:
    return pages[place[0].objgen], str(place[1]), *(round(float(part), 3) for part in list(place)[2:])


def _font(font: Any) -> Any:
    inner = font.DescendantFonts[0]
    program = inner.FontDescriptor.FontFile2.read_bytes()
    return (
        str(font.BaseFont),
        repr(inner.W),
        font.ToUnicode.read_bytes(),
        program,
        _plain(inner.FontDescriptor.FontBBox),
    )


def _pairs(tree: Any, key: str = "/Names") -> list[tuple[Any, Any]]:
    found = [] if tree is None else tree[key]
    return [(found[place], found[place + 1]) for place in range(0, len(found), 2)]

"""WordprocessingML (ECMA-376 Part 1, 17) in a few functions. All text goes through lxml, so it is never markup."""

import re
from collections.abc import Iterable, Iterator
from copy import copy

from lxml import etree

from studyguide.languages import language_marks
from studyguide.support.xhtml import Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
ADEC = "http://schemas.microsoft.com/office/drawing/2017/decorative"
XML = "http://www.w3.org/XML/1998/namespace"
NAMESPACES = {"w": W, "r": R, "wp": WP, "a": A, "pic": PIC, "adec": ADEC}
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
_NAME = re.compile(r"<[\w:]+")


def w(name: str, /, *children: Element | None, text: str | None = None, **attributes: object) -> Element:
    """An element of the namespace ``w`` with its children (None is left out), text and attributes."""
    element = etree.Element(f"{{{W}}}{name}", nsmap=NAMESPACES)
    for key, value in attributes.items():
        element.set(f"{{{W}}}{key}", str(value))
    if text is not None:
        element.text = text
        element.set(f"{{{XML}}}space", "preserve")
    element.extend([child for child in children if child is not None])
    return element


def val(name: str, value: object) -> Element:
    """The commonest element: ``<w:name w:val="value"/>``."""
    return w(name, val=value)


def paragraph(style: str, *content: Element, properties: Iterable[Element | None] = ()) -> Element:
    """A paragraph of a style, which is given by its id."""
    return w("p", w("pPr", val("pStyle", style), *properties), *content)


def run(text: str, *properties: Element | None) -> Element:
    """A run of text; soft hyphens become ``w:softHyphen``, because Word shows U+00AD as a hyphen."""
    found = [each for each in properties if each is not None]
    element = w("r", w("rPr", *found) if found else None)
    for number, piece in enumerate(text.split("\u00ad")):
        if number:
            element.append(w("softHyphen"))
        if piece:
            element.append(w("t", text=piece))
    return element


def told_runs(text: str, *properties: Element | None) -> list[Element]:
    """The runs of a text with marks of languages (see `languages.language_marks`)."""
    return [
        run(piece, *(copy(each) for each in properties if each is not None), *_language(language))
        for language, piece in language_marks.pieces(text)
        if piece
    ]


def _language(language: str) -> Iterator[Element]:
    """The property of a run in a language; none for that of the document."""
    if language:
        is_rtl = language_marks.direction(language) == "rtl"
        yield w("lang", val=language, **({"bidi": language} if is_rtl else {}))


def field(code: str, shown: str) -> list[Element]:
    """The runs of a complex field (17.16.18), with the result that is shown until it is updated."""
    return [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", w("instrText", text=f" {code} ")),
        w("r", w("fldChar", fldCharType="separate")),
        run(shown),
        w("r", w("fldChar", fldCharType="end")),
    ]


def fragment(markup: str) -> Element:
    """An element from markup of ours with our prefixes; nothing that an author wrote may be in it."""
    begin = _NAME.match(markup)
    if begin is None:
        raise ValueError("this is not an element")
    return etree.fromstring(f"{begin[0]} {_DECLARED}{markup[begin.end() :]}")


def part(root: Element) -> bytes:
    """An element as a part of the package: UTF-8 with an XML declaration."""
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"])
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True))

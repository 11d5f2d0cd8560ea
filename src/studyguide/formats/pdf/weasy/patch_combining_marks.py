"""A letter and its combining marks are set in one font.

Pango seeks a font for every character by itself, so a mark that the font of a label has goes to that font, although its
letter is in another one, and stands beside the letter. So where WeasyPrint gives Pango a text, each letter with marks
gets the first family of its style that has all of them. `stylesheets` notes the signs of each family on the font
configuration; without them nothing changes. It is how Pango itemises text, and no fault of WeasyPrint's (so
Kozea/WeasyPrint#547 was closed). tests/formats/test_pdf_letters.py shows marks that go astray without this.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from weasyprint.text.ffi import ffi, pango
from weasyprint.text.line_break import Layout

from studyguide.themes.fonts import clusters, covering

ffi.cdef("PangoAttribute *pango_attr_family_new(const char *family);")


def _set_text(layout: Any, text: str, justify: bool = False) -> None:  # noqa: FBT001, FBT002 (WeasyPrint's parameters)
    original(layout, text, justify)
    signs = getattr(layout.style.font_config, "signs", None)
    if signs and (found := [*_shared(layout.text, layout.style["font_family"], signs)]):
        attributes = pango.pango_layout_get_attributes(layout.layout)
        if attributes == ffi.NULL:
            attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
        for start, end, family in found:
            attribute = pango.pango_attr_family_new(family.encode())
            attribute.start_index, attribute.end_index = start, end
            pango.pango_attr_list_change(attributes, attribute)
        pango.pango_layout_set_attributes(layout.layout, attributes)


original = Layout.set_text
"""WeasyPrint's own."""
Layout.set_text = _set_text


def _shared(text: str, families: Sequence[str], signs: Mapping[str, frozenset[int]]) -> Iterator[tuple[int, int, str]]:
    """The first and the last byte of each cluster that Pango would give to several fonts, and the family for it."""
    for found in clusters(text):
        family = covering(families, signs, found[0])
        if family and any(covering(families, signs, sign) != family for sign in found[0]):
            start = len(text[: found.start()].encode())
            yield start, start + len(found[0].encode()), family

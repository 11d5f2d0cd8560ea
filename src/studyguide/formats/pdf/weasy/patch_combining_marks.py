"""Sets a letter and its combining marks in one font.

Pango looks for a font for each character separately. If the font of a label has a mark but not its letter, the two are
set in different fonts, and the mark is drawn beside the letter. So when WeasyPrint gives Pango a text, this patch sets
each letter with marks in the first family of its style that has all of them. `stylesheets` stores the characters of
each family on the font configuration; without them nothing changes. Pango itemises text in this way, so it is not a
WeasyPrint bug (Kozea/WeasyPrint#547 was closed). tests/formats/test_pdf_letters.py shows marks that are misplaced
without this patch.
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
"""WeasyPrint's method."""
Layout.set_text = _set_text


def _shared(text: str, families: Sequence[str], signs: Mapping[str, frozenset[int]]) -> Iterator[tuple[int, int, str]]:
    """The start and end, in bytes, of each cluster that Pango would split between fonts, and the family for it."""
    for found in clusters(text):
        family = covering(families, signs, found[0])
        if family and any(covering(families, signs, sign) != family for sign in found[0]):
            start = len(text[: found.start()].encode())
            yield start, start + len(found[0].encode()), family

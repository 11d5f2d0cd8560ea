"""Subsets the faces of variable fonts in a tenth of the time.

WeasyPrint makes a separate face for each size of a variable font with optical sizes: HarfBuzz subsets it to the glyphs
in use, and fontTools makes it static (``Font.clean`` in ``pdf/fonts.py``). Here HarfBuzz does both at once. WeasyPrint
still handles fonts of other kinds. Kozea/WeasyPrint#2120 introduced HarfBuzz; there is no report that asks for static
faces from HarfBuzz. tests/formats/test_pdf_faces.py shows that the outlines are the same, and fails when WeasyPrint no
longer needs fontTools.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import uharfbuzz
from uharfbuzz import SubsetFlags
from weasyprint.pdf.fonts import Font

from studyguide.formats.pdf.weasy import cid_fonts
from studyguide.formats.pdf.weasy.replaced import Replaced

USELESS = ("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "JSTF", "LTSH", "MATH", "PCLT", "STAT", "SVG ")
"""Tables that choose and place glyphs, choose the face, or are not for print: a PDF does not need them."""

ITALIC = 2
"""Pango's number for the italic style."""


@contextmanager
def cutting_at_once() -> Iterator[None]:
    """Within the block, HarfBuzz alone subsets the faces of variable fonts, and glyphs are found by their numbers."""

    def clean(font: Any, letters: Mapping[int, str], hinting: bool) -> None:  # noqa: FBT001 (WeasyPrint's parameters)
        """Subset a font to `letters`, the text of each glyph in use; if it is empty, keep all glyphs."""
        if "fvar" in font.tables and not (font.png or font.svg or font.colr):
            font.file_content = _cut(font, letters, hinting=hinting)
        else:
            _CLEAN.original(font, letters, hinting)
        font.file_content = cid_fonts.numbered_by_glyph(font.file_content)

    with _CLEAN.by(clean):
        yield


_CLEAN = Replaced(Font, "clean")


def _cut(font: Any, letters: Mapping[int, str], *, hinting: bool) -> bytes:
    face = uharfbuzz.Face(font.file_content, font.index)
    order = uharfbuzz.SubsetInput()
    order.flags = SubsetFlags.RETAIN_GIDS | SubsetFlags.DESUBROUTINIZE
    order.flags |= SubsetFlags.SET_OVERLAPS_FLAG  # contours of variable fonts may overlap
    order.flags |= 0 if hinting else SubsetFlags.NO_HINTING
    order.flags |= SubsetFlags.NOTDEF_OUTLINE if font.missing else 0
    order.glyph_set.update(letters or range(face.glyph_count))
    order.drop_table_tag_set.update(map(_number, USELESS))
    for tag, value in _place(font, face).items():
        order.pin_axis_location(face, tag, value)
    return bytes(uharfbuzz.subset(face, order).blob.data)


def _place(font: Any, face: uharfbuzz.Face) -> dict[str, float]:
    """The face's value on each axis: from its font variations, or its weight, size and style, or the axis default."""
    axes = {axis.tag: axis for axis in face.axis_infos}
    place = {tag: axis.default_value for tag, axis in axes.items()}
    place |= {"wght": font.weight, "opsz": font.font_size, "ital": int(font.style == ITALIC)}
    if font.style and (slant := axes.get("slnt")):
        place["slnt"] = slant.max_value or slant.min_value
    return {tag: value for tag, value in (place | font.variations).items() if tag in axes}


def _number(tag: str) -> int:
    """A table tag as HarfBuzz's 32-bit integer."""
    return int.from_bytes(tag.encode(), "big")

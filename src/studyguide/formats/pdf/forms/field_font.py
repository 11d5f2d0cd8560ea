"""Embeds a face of the look for typed text: a simple font in WinAnsiEncoding, with all its glyphs.

WeasyPrint writes fonts by glyph number, which suits text that is already in the document. Typed text arrives as
letters, and in this encoding (ISO 32000-1, 9.6.6 and D.2) a viewer knows their codes. The encoding has the letters of
Western Europe; for other letters a viewer uses one of its own fonts. The saved value keeps all letters.
"""

import io
from collections.abc import Sequence

import pydyf
from fontTools.ttLib import TTFont

from studyguide.support.errors import BuildError
from studyguide.themes.theme import Font

FIRST, LAST = 32, 255
"""The range of printable codes in WinAnsiEncoding."""

TABLES = frozenset(
    {"OS/2", "cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep"}
)
"""The font tables that are kept. Without the tables for variations, a variable font has its default face."""

NONSYMBOLIC = 32
"""The flag for a font with the standard Latin letters (ISO 32000-1, table 123)."""


def upright(fonts: Sequence[Font], families: Sequence[str]) -> Font:
    """The regular face of the first of these families that the look has. Raises `BuildError` if it has none of them."""
    for family in families:
        for font in fonts:
            if (font.family, font.weight, font.style) == (family, 400, "normal"):
                return font
    raise BuildError(f"The look has none of the fonts that a field uses: {', '.join(families)}.")


def embed(pdf: pydyf.PDF, font: Font) -> bytes:
    """Add a face to the file; return its reference."""
    face = TTFont(font.path, recalcTimestamp=False)
    for tag in set(face.keys()) - TABLES - {"GlyphOrder"}:
        del face[tag]
    program = io.BytesIO()
    face.save(program)
    stream = pydyf.Stream([program.getvalue()], {"Length1": len(program.getvalue())}, compress=True)
    pdf.add_object(stream)
    name = "/" + face["name"].getDebugName(6)
    descriptor = pydyf.Dictionary({"FontName": name, "FontFile2": stream.reference, **_measures(face)})
    pdf.add_object(descriptor)
    dictionary = pydyf.Dictionary({"BaseFont": name, "FontDescriptor": descriptor.reference, **_letters(face)})
    pdf.add_object(dictionary)
    return dictionary.reference  # type: ignore[no-any-return]


def _measures(face: TTFont) -> dict[str, object]:
    """The entries of a font descriptor (ISO 32000-1, table 122); lengths are in thousandths of the type size."""
    scale = 1000 / face["head"].unitsPerEm
    corners = (getattr(face["head"], name) for name in ("xMin", "yMin", "xMax", "yMax"))
    return {
        "Type": "/FontDescriptor",
        "Flags": NONSYMBOLIC,
        "FontBBox": pydyf.Array(round(corner * scale) for corner in corners),
        "ItalicAngle": 0,
        "Ascent": round(face["hhea"].ascent * scale),
        "Descent": round(face["hhea"].descent * scale),
        "CapHeight": round(face["OS/2"].sCapHeight * scale),
        "StemV": 80,
    }


def _letters(face: TTFont) -> dict[str, object]:
    """The entries of a simple font (ISO 32000-1, table 111), with the widths of its letters."""
    glyphs, scale = face.getBestCmap(), 1000 / face["head"].unitsPerEm
    letters = [bytes([code]).decode("cp1252", errors="ignore") for code in range(FIRST, LAST + 1)]
    names = [glyphs.get(ord(letter), ".notdef") if letter else ".notdef" for letter in letters]
    return {
        "Type": "/Font",
        "Subtype": "/TrueType",
        "Encoding": "/WinAnsiEncoding",
        "FirstChar": FIRST,
        "LastChar": LAST,
        "Widths": pydyf.Array(round(face["hmtx"][name][0] * scale) for name in names),
    }

"""CID-keyed fonts, such as those of Chinese and Japanese, with character identifiers (CIDs) that are glyph numbers.

WeasyPrint shows glyphs by their numbers. In a font program that is CID-keyed CFF, a reader takes these for CIDs
(ISO 32000-2, 9.7.4.2), which are other numbers. MuPDF then shows nothing, or other characters; Poppler and PDFium show
the right ones all the same. So the font program is given CIDs that are the numbers of its glyphs.
"""

from io import BytesIO

from fontTools.cffLib import CFFFontSet
from fontTools.ttLib import TTFont
from fontTools.ttLib.sfnt import SFNTReader, SFNTWriter

_OPENTYPE, _TABLE = b"OTTO", "CFF "


def numbered_by_glyph(content: bytes) -> bytes:
    """The font program with such CIDs; the same bytes if it is not CID-keyed."""
    if content[:4] != _OPENTYPE:
        return content
    reader = SFNTReader(BytesIO(content))
    tables = {tag: reader[tag] for tag in reader.keys()}  # noqa: SIM118 (a reader is not iterable)
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(tables[_TABLE]), None)
    if not hasattr(fonts[0], "ROS"):  # registry, ordering and supplement: the collection of the CIDs
        return content
    _number(fonts)
    table = BytesIO()
    fonts.compile(table, TTFont(recalcBBoxes=False))
    return _written({**tables, _TABLE: table.getvalue()})


def _number(fonts: CFFFontSet) -> None:
    font = fonts[0]
    names = [".notdef", *(f"cid{number:05}" for number in range(1, len(font.charset)))]
    strings = font.CharStrings
    strings.charStrings = {new: strings.charStrings[old] for old, new in zip(font.charset, names, strict=True)}
    font.charset = names


def _written(tables: dict[str, bytes]) -> bytes:
    file = BytesIO()
    writer = SFNTWriter(file, len(tables), _OPENTYPE.decode())
    for tag in sorted(tables):
        writer[tag] = tables[tag]
    writer.close()
    return file.getvalue()

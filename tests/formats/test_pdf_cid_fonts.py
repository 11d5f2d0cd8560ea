"""Font programs that are CID-keyed have CIDs that are the numbers of their glyphs, as WeasyPrint takes them to be."""

from io import BytesIO

import pytest
from fontTools.cffLib import FDArrayIndex, FDSelect, FontDict
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

from studyguide.formats.pdf.weasy import cid_fonts

NAMES = [".notdef", "cid00007", "cid00003", "cid09582"]
"""Four glyphs whose CIDs are not 0 to 3."""


def square(size):
    pen = T2CharStringPen(1000, None)
    pen.moveTo((0, 0))
    for point in ((size, 0), (size, size), (0, size)):
        pen.lineTo(point)
    pen.closePath()
    return pen.getCharString()


def font(*, keyed):
    """An OpenType font of squares, each of another size; name-keyed or CID-keyed."""
    made = FontBuilder(1000, isTTF=False)
    made.setupGlyphOrder(NAMES)
    made.setupCharacterMap({0x4E00 + number: name for number, name in enumerate(NAMES[1:])})
    made.setupCFF("Squares", {}, {name: square(100 * n + 100) for n, name in enumerate(NAMES)}, {})
    made.setupHorizontalMetrics(dict.fromkeys(NAMES, (1000, 0)))
    made.setupHorizontalHeader(ascent=800, descent=-200)
    made.setupPost()
    if keyed:
        key(made.font["CFF "].cff[0])
    file = BytesIO()
    made.font.save(file)
    return file.getvalue()


def key(top):
    part = FontDict()
    part.setCFF2(False)
    part.Private, part.FontName = top.Private, "Squares-0"
    top.FDArray, top.FDSelect = FDArrayIndex(), FDSelect()
    top.FDArray.append(part)
    top.FDSelect.gidArray = [0] * len(NAMES)
    top.ROS, top.CIDCount = ("Adobe", "Japan1", 0), 10_000
    top.CharStrings.fdSelect, top.CharStrings.fdArray = top.FDSelect, top.FDArray
    del top.Private


def outlines(content):
    glyphs = TTFont(BytesIO(content)).getGlyphSet()
    found = []
    for name in TTFont(BytesIO(content)).getGlyphOrder():
        pen = RecordingPen()
        glyphs[name].draw(pen)
        found.append(pen.value)
    return found


def test_the_cid_of_each_glyph_is_its_number():
    before = font(keyed=True)
    after = cid_fonts.numbered_by_glyph(before)
    assert TTFont(BytesIO(before))["CFF "].cff[0].charset == NAMES
    assert TTFont(BytesIO(after))["CFF "].cff[0].charset == [".notdef", "cid00001", "cid00002", "cid00003"]
    assert outlines(after) == outlines(before)
    assert len({str(each) for each in outlines(after)}) == len(NAMES)
    assert cid_fonts.numbered_by_glyph(before) == after


@pytest.mark.parametrize("content", [font(keyed=False), b"\0\1\0\0 TrueType"])
def test_other_fonts_stay_as_they_are(content):
    assert cid_fonts.numbered_by_glyph(content) is content

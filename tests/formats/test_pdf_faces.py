"""Faces that HarfBuzz cuts at once have the outlines and the widths of those that WeasyPrint cuts in two steps."""

import inspect
import io

import fontpkg
import pikepdf
import pytest
import weasyprint
from fontTools.ttLib import TTFont
from weasyprint.pdf import fonts
from weasyprint.pdf.fonts import Font

from studyguide.formats.pdf.weasy.patch_font_subsets import cutting_at_once

TEXT = """
<p>Café, naïve: ﬁ 123 <b>Àé <i>ß</i></b> <i>Ångström</i>.</p><p style="font-size: 30px">Àé</p>
<p style="font-size: 200px">As large as no optical size</p><p style="font-size: 5px">As small as none</p>"""


def lay_out(*names: str) -> weasyprint.Document:
    paths = {(name, style): fontpkg.path(name, 400, style) for name in names for style in ("normal", "italic")}
    css = "".join(
        f'@font-face {{ font-family: {name}; font-style: {style}; src: url("{path.as_uri()}") }}'
        for (name, style), path in paths.items()
    )
    body = "".join(f"<div style='font-family: {name}'>{TEXT}</div>" for name in names)
    return weasyprint.HTML(string=f"<html lang=en><title>x</title><style>{css}</style>{body}").render()


def files(document: weasyprint.Document) -> dict[str, bytes]:
    """The font files in the PDF of a document, by the names of their faces."""
    with pikepdf.open(io.BytesIO(document.write_pdf())) as pdf:
        found = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/FontFile2" in each]
        return {str(each.FontName): each.FontFile2.read_bytes() for each in found}


def shapes(file: bytes) -> dict[int, object]:
    """The points, their kinds, the ends of contours and the width of each glyph that is not empty, by its number."""
    font = TTFont(io.BytesIO(file))
    glyphs = [font["glyf"][name].getCoordinates(font["glyf"]) for name in font.getGlyphOrder()]
    widths = [font["hmtx"][name] for name in font.getGlyphOrder()]
    return {
        number: ([*points], [*ends], [*kinds], width)
        for number, ((points, ends, kinds), width) in enumerate(zip(glyphs, widths, strict=True))
        if points
    }


def pieces(file: bytes) -> set[int]:
    """The glyphs of which others are made; no text uses them itself, and their numbers do not matter."""
    font = TTFont(io.BytesIO(file))
    composite = [glyph for glyph in map(font["glyf"].__getitem__, font.getGlyphOrder()) if glyph.isComposite()]
    return {font.getGlyphID(piece.glyphName) for glyph in composite for piece in glyph.components}


def test_the_outlines_are_the_same():
    expected = files(lay_out("literata"))
    with cutting_at_once():
        found = files(lay_out("literata"))
    assert len(expected) == 7, "a face for each weight, style and size"
    assert found.keys() == expected.keys()
    for name, file in found.items():
        assert "fvar" not in TTFont(io.BytesIO(file))
        whole, cut = shapes(expected[name]), shapes(file)
        loose = pieces(expected[name]) | pieces(file)
        assert {glyph: shape for glyph, shape in cut.items() if glyph not in loose} == {
            glyph: shape for glyph, shape in whole.items() if glyph not in loose
        }
        assert cut.keys() - loose


def test_sizes_have_outlines_of_their_own():
    with cutting_at_once():
        found = files(lay_out("literata"))
    upright = [shapes(file) for name, file in found.items() if name.lower().endswith("+literata")]
    shared = set.intersection(*map(set, upright))
    assert len(upright) == 4
    assert shared
    assert all(len({repr(face[glyph]) for face in upright}) > 1 for glyph in shared)


def test_other_fonts_are_left_to_weasyprint():
    expected = files(lay_out("atkinson-hyperlegible"))
    with cutting_at_once():
        assert files(lay_out("atkinson-hyperlegible")) == expected


@pytest.mark.parametrize("subset", [True, False])
def test_the_same_input_gives_the_same_bytes(subset):
    with cutting_at_once():
        first, second = (lay_out("literata").write_pdf(full_fonts=not subset) for _ in range(2))
    assert first == second
    assert (len(first) < 200_000) is subset


def test_weasyprint_still_makes_faces_static_with_fonttools(monkeypatch):
    made = []
    original = fonts.instantiateVariableFont
    monkeypatch.setattr(
        fonts, "instantiateVariableFont", lambda *given, **named: made.append(1) or original(*given, **named)
    )
    assert [*inspect.signature(Font.clean).parameters] == ["self", "to_unicode", "hinting"]
    lay_out("literata").write_pdf()
    assert made, "WeasyPrint no longer needs fontTools for this: patch_font_subsets can go"
    made.clear()
    with cutting_at_once():
        lay_out("literata").write_pdf()
    assert not made

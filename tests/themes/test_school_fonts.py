"""The fonts that a school's document names through its theme, and what of a hostile theme is refused."""

import pytest

from studyguide.themes import school
from studyguide.themes.school import SchoolError, package
from tests.school_documents import docx, letters, style, styles_xml, theme_xml

ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
PARTS = {
    "text": '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" '
    'w:eastAsiaTheme="minorEastAsia" w:cstheme="minorBidi"/></w:rPr></w:rPrDefault></w:docDefaults>',
    "title": style("Title", letters('<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorAscii"/>')),
}


@pytest.fixture
def read(tmp_path):
    """A function that reads a document beside a guide."""

    def of(content):
        (tmp_path / school.NAME).write_bytes(content)
        return school.read(tmp_path)

    return of


def by_theme(*more, fonts=None):
    """A document whose fonts are those of its theme, which is this text."""
    others = {} if fonts is None else {package.THEME: fonts}
    return docx(xml=styles_xml(PARTS["title"], *more, defaults=PARTS["text"]), others=others)


@pytest.mark.parametrize("space", package.DRAWING)
def test_fonts_that_only_the_theme_names_are_those_of_the_theme(read, space):
    found = read(by_theme(fonts=theme_xml("Lato Black", "Lato", space=space)))
    assert found.text.properties["rPr"]["rFonts"] == {"ascii": "Lato", "hAnsi": "Lato"}
    assert found.styles["title"].properties["rPr"]["rFonts"] == {"ascii": "Lato Black", "hAnsi": "Lato Black"}
    assert (found.by_theme, found.left_out) == ((), ())


@pytest.mark.parametrize(
    "fonts",
    [
        None,
        theme_xml("", ""),
        theme_xml("A&quot;/&gt;&lt;w:x", "x" * 32),
        theme_xml("+mj-lt", "").replace("latin", "cs"),
    ],
)
def test_without_a_font_that_can_be_used_in_the_theme_it_is_said_and_ours_stays(read, fonts):
    found = read(by_theme(style("Quote", letters('<w:rFonts w:ascii="Lato"/>')), fonts=fonts))
    assert found.by_theme == ("Normal", "Title")
    assert "rFonts" not in found.styles["title"].properties["rPr"]
    assert found.styles["title"].kept == {"rFonts"}
    assert found.styles["quote"].properties["rPr"]["rFonts"] == {"ascii": "Lato"}


def test_one_sound_font_of_a_theme_is_taken_without_the_other(read):
    found = read(by_theme(fonts=theme_xml("&lt;", "Lato")))
    assert found.text.properties["rPr"]["rFonts"]["ascii"] == "Lato"
    assert found.by_theme == ("Title",)


@pytest.mark.parametrize(("fonts", "taken"), [(theme_xml("Lato", "Arvo"), "Lato"), (None, "Calibri")])
def test_a_font_of_the_theme_comes_before_a_name_beside_it(read, fonts, taken):
    both = letters('<w:rFonts w:asciiTheme="majorAscii" w:ascii="Calibri"/>')
    found = read(by_theme(style("Quote", both), fonts=fonts))
    assert found.styles["quote"].properties["rPr"]["rFonts"] == {"ascii": taken}
    assert "Quote" not in found.by_theme


def test_a_font_for_another_script_is_not_one_for_ours(read):
    found = read(
        by_theme(style("Quote", letters('<w:rFonts w:asciiTheme="minorEastAsia"/>')), fonts=theme_xml("Lato", "Arvo"))
    )
    assert found.by_theme == ("Quote",)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (by_theme(fonts="<a:theme"), "not well-formed"),
        (by_theme(fonts="<theme/>"), "not DrawingML"),
        (by_theme(fonts=theme_xml("&b;", "Lato", before=ENTITIES)), "theme1.xml declares a DOCTYPE"),
        (by_theme(fonts=theme_xml("&a;", "Lato", before=OUTSIDE)), "theme1.xml declares a DOCTYPE"),
        (by_theme(fonts=b" " * 50_000_000), "Its theme has more than 5,000,000 bytes"),
    ],
    ids=range(5),
)
def test_a_broken_or_hostile_theme_is_refused(read, content, said):
    with pytest.raises(SchoolError, match=said):
        read(content)

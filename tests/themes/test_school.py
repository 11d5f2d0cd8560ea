"""What is read of a school's document, and what of a hostile one is refused."""

import zipfile

import pytest

from studyguide.formats.docx import styles
from studyguide.formats.docx.design import design
from studyguide.formats.docx.style_table import styles as style_table
from studyguide.themes import school, theme
from studyguide.themes.school import SchoolError, names, package
from tests.school_documents import HEADING, TRANSITIONAL, docx, letters, lines, style, styles_xml


@pytest.fixture
def read(tmp_path):
    """A function that reads a document beside a guide."""

    def of(content):
        (tmp_path / school.NAME).write_bytes(content)
        return school.read(tmp_path)

    return of


def test_a_guide_without_a_document_has_no_school(tmp_path):
    assert school.read(tmp_path) is None


def test_other_formats_do_not_read_it(tmp_path):
    (tmp_path / school.NAME).write_bytes(b"broken")
    assert school.read(tmp_path, "epub") is None


def test_styles_are_found_by_their_names_not_their_ids(read):
    found = read(docx(HEADING, style("CAPTION", letters("<w:i/>")), style("Of our own", letters("<w:b/>"))))
    assert found.styles.keys() == {"heading 1", "caption"}
    assert found.styles["heading 1"].properties["rPr"] == {"b": {"val": "1"}, "color": {"val": "7B1E3A"}}
    assert found.styles["heading 1"].properties["pPr"] == {"spacing": {"before": "480"}}
    assert found.text.properties["rPr"]["rFonts"]["ascii"] == "Comic Neue"


def test_a_style_has_the_look_of_those_it_is_based_on_but_not_of_normal(read):
    base = style("Base", letters('<w:sz w:val="40"/><w:i/>') + lines('<w:spacing w:before="20" w:after="30"/>'))
    title = style("Title", letters('<w:i w:val="0"/>') + lines('<w:spacing w:after="60"/>'), based="xBase")
    found = read(docx(base, title)).styles["title"].properties
    assert found["rPr"] == {"sz": {"val": "40"}, "i": {"val": "0"}}
    assert found["pPr"] == {"spacing": {"before": "20", "after": "60"}}


def test_styles_in_a_circle_end(read):
    one, other = style("Title", letters("<w:b/>"), based="xOther"), style("Other", based="xTitle")
    assert read(docx(one, other)).styles["title"].properties["rPr"] == {"b": {"val": "1"}}


def test_a_strict_document_is_read_too(read):
    text = styles_xml(HEADING, space=package.NAMESPACES[1])
    found = docx(xml=text, others={"word/document.xml": f'<w:document xmlns:w="{package.NAMESPACES[1]}"/>'})
    assert read(found).styles.keys() == {"heading 1"}


@pytest.mark.parametrize(
    "markup",
    [
        *('<w:sz w:val="4"/>', '<w:sz w:val="1e3"/>', '<w:sz w:val="٢٤"/>', '<w:color w:val="red"/>'),
        *('<w:b w:val="maybe"/>', '<w:rFonts w:ascii="A&quot;/&gt;&lt;w:x"/>', '<w:u w:val="&lt;"/>'),
    ],
)
def test_a_wrong_value_is_left_out_and_said(read, markup):
    found = read(docx(style("Title", letters(markup))))
    assert found.styles["title"].properties["rPr"] == {}
    assert [name for name, _ in found.left_out] == ["Title"]


def test_nothing_but_the_closed_list_is_taken(read):
    hostile = (
        '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="9"/><w:keepNext w:val="0"/><w:framePr w:w="1"/>'
        '<w:ind w:left="9000"/><w:jc w:val="center" r="x"/><w:pBdr><w:top w:val="single" r="&amp;"/><w:x/></w:pBdr>'
    )
    found = read(
        docx(style("Title", lines(hostile) + letters("<w:vanish/><w:lang w:val='xx'/><w:object><w:b/></w:object>")))
    )
    assert found.styles["title"].properties == {
        "pPr": {"jc": {"val": "center"}, "pBdr/top": {"val": "single"}},
        "rPr": {},
        "tblPr": {},
    }


def test_faint_letters_and_dark_shadings_are_left_out_and_said(read):
    dark = '<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/>'
    light = dark.replace("1F3864", "E2EFD9")
    found = read(
        docx(
            style("Title", letters('<w:color w:val="FFCC00"/>')),
            style("Heading 1", lines(dark) + letters('<w:color w:val="FFFFFF"/>')),
            style("Box", lines(light) + letters('<w:color w:val="1F3864"/>')),
        )
    )
    assert sorted(found.left_out) == [
        ("Heading 1", "the colour #FFFFFF, whose contrast with white is 1.0:1, below 4.5:1"),
        ("Heading 1", "the shading #1F3864, which is too dark for letters of other styles on it"),
        ("Title", "the colour #FFCC00, whose contrast with white is 1.5:1, below 4.5:1"),
    ]
    assert found.styles["title"].kept == {"color"}
    assert found.styles["heading 1"].kept == {"color", "shd"}
    assert found.styles["box"].properties["pPr"]["shd"]["fill"] == "E2EFD9"


def test_an_empty_name_of_a_font_as_libreoffice_writes_it_is_nothing(read):
    found = read(docx(style("Quote", letters('<w:rFonts w:ascii="Lato" w:hAnsi="Lato" w:cs=""/>'))))
    assert found.styles["quote"].properties["rPr"]["rFonts"] == {"ascii": "Lato", "hAnsi": "Lato"}
    assert found.left_out == ()


@pytest.mark.parametrize(
    ("margins", "taken"),
    [
        ('w:top="1134" w:right="1000" w:bottom="1134" w:left="1200"', (1134, 1000, 1134, 1200)),
        ('w:top="-1134" w:right="1000" w:bottom="1134" w:left="1200"', None),
        ('w:top="1134" w:right="9000" w:bottom="1134" w:left="1200"', None),
        ("", None),
    ],
)
def test_margins(read, margins, taken):
    found = read(docx(HEADING, margins=margins))
    assert found.margins == taken
    assert [name for name, _ in found.left_out] == ([school.PAGE] if margins and not taken else [])


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def long_directory():
    return docx(HEADING, others={f"{number:0150}": "" for number in range(6000)})


def lying_size():
    """The list of files says that the styles are small."""
    content = docx(xml=b" " * 50_000_000)
    at = content.rfind(b"PK\1\2", 0, content.rfind(b"word/styles.xml"))
    return content[: at + 24] + (100).to_bytes(4, "little") + content[at + 28 :]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "not a Word document"),
        (b"PK\3\4 and no more", "not a Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "not a Word document"),
        (docx(HEADING)[:-40], "not a Word document"),
        (docx(HEADING, packed=zipfile.ZIP_LZMA), "packed in an unusual way"),
        (docx(xml="<w:styles"), "not well-formed"),
        (docx(xml="<html/>"), "not WordprocessingML"),
        (docx(xml=styles_xml(before=BOMB)), "DOCTYPE"),
        (docx(xml=styles_xml(before=OUTSIDE)), "DOCTYPE"),
        (docx(xml=styles_xml(before=BOMB).replace("1.0", '1.0" encoding="utf-16', 1).encode("utf-16")), "DOCTYPE"),
        (docx(xml=f'<w:styles xmlns:w="{TRANSITIONAL}">{"<w:x>" * 400}{"</w:x>" * 400}</w:styles>'), "not well-formed"),
        (docx(xml=b" " * 50_000_000), "when unpacked"),
        (lying_size(), "Word document"),
        (long_directory(), "too many files"),
        (b"PK" + b"\0" * school.MAX_SIZE, "at most 20,000,000"),
    ],
    ids=range(15),
)
def test_a_broken_or_hostile_document_is_refused(read, content, said):
    with pytest.raises(SchoolError, match=said):
        read(content)


def test_an_archive_without_styles_is_refused(read):
    made = docx(HEADING).replace(b"word/styles.xml", b"word/stylus.xml")
    with pytest.raises(SchoolError, match=r"no word/styles\.xml"):
        read(made)


def test_a_link_out_of_the_folder_is_refused(tmp_path):
    (tmp_path / "outside.docx").write_bytes(docx(HEADING))
    guide = tmp_path / "guide"
    guide.mkdir()
    (guide / school.NAME).symlink_to(tmp_path / "outside.docx")
    with pytest.raises(SchoolError, match="outside the guide's folder"):
        school.read(guide)


def test_every_style_of_ours_can_be_the_schools_or_is_ours_alone():
    made = {
        (style.kind, style.name.casefold())
        for is_sheet in (False, True)
        for style in style_table(design(theme.look("docx", is_sheet=is_sheet), is_sheet=is_sheet))
    }
    paragraphs = {name for kind, name in made if kind == "paragraph"}
    characters = {name for kind, name in made if kind == "character"}
    assert paragraphs - names.OURS_ALONE == names.PARAGRAPHS
    assert characters - names.OURS_ALONE == names.CHARACTERS
    look = theme.look("docx")
    tables = styles.root(design(look, is_sheet=False), look, "en", breaks_pages=False).xpath("*[@*='table']/*[1]/@*")
    assert {*names.TABLES.values()} == {name.casefold() for name in tables} - {"normal table"}

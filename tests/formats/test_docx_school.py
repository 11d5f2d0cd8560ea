"""Word documents in the styles of a school."""

from copy import deepcopy

import pytest
from docx_reader import Document, W, findings
from lxml import etree
from test_docx import TASKS, sheet

from studyguide.formats import docx
from studyguide.themes import school, theme
from studyguide.themes.school import package, read_styles
from tests.school_documents import HEADING, letters, lines, style, styles_xml, theme_xml
from tests.school_documents import docx as school_docx

TABLE = '<w:tblPr><w:tblBorders><w:top w:val="double" w:sz="8" w:color="7B1E3A"/></w:tblBorders></w:tblPr>'


@pytest.fixture
def written(tmp_path):
    """A function that writes a sheet in the styles of a school."""

    def of(content, body=TASKS, look="quiet", paper="a4"):
        (tmp_path / school.NAME).write_bytes(content)
        styles = school.read(tmp_path)
        found = theme.look("docx", theme=look, paper=paper, is_sheet=True, school=styles)
        made = Document(docx.document(sheet(body), found))
        assert list(findings(made)) == []
        return made

    return of


def properties(document, name, part):
    """The properties of a style, by their names."""
    found = document.tree("styles").find(f"{W}style[@{W}styleId='{name}']/{W}{part}")
    return {each.tag.removeprefix(W): {k.removeprefix(W): v for k, v in each.items()} for each in found}


def test_a_style_has_the_schools_look_and_keeps_its_level(written):
    made = written(school_docx(HEADING))
    run, paragraph = properties(made, "Heading1", "rPr"), properties(made, "Heading1", "pPr")
    assert run == {"b": {"val": "1"}, "color": {"val": "7B1E3A"}}
    assert paragraph == {"keepNext": {}, "keepLines": {}, "spacing": {"before": "480"}, "outlineLvl": {"val": "0"}}


def test_properties_are_in_the_order_of_the_schema(written):
    many = letters('<w:u w:val="single"/><w:sz w:val="30"/><w:caps/><w:b/><w:rFonts w:ascii="Lato" w:hAnsi="Lato"/>')
    made = written(school_docx(style("Title", lines('<w:jc w:val="center"/><w:contextualSpacing/>') + many)))
    assert list(properties(made, "Title", "rPr")) == ["rFonts", "b", "caps", "sz", "u"]
    assert list(properties(made, "Title", "pPr")) == ["contextualSpacing", "jc"]


def test_the_schools_font_and_size_are_those_of_the_text(written):
    made = written(school_docx(HEADING))
    assert {each.get("typeface") for each in made.trees["word/theme/theme1.xml"].iter("{*}latin")} == {"Comic Neue"}
    defaults = made.tree("styles").find(f"{W}docDefaults")
    assert defaults.find(f".//{W}sz").get(f"{W}val") == "26"
    assert defaults.find(f".//{W}spacing").get(f"{W}line") == "300"
    font = made.tree("fontTable").find(f"{W}font[@{W}name='Comic Neue']")
    assert font.find(f"{W}altName") is None


def test_numbers_and_lines_to_write_on_stay_ours(written):
    none = lines('<w:spacing w:line="240"/>')
    made = written(school_docx(style("Question", none), style("Answer line", none), style("List Bullet", none)))
    assert "numPr" in properties(made, "Question", "pPr")
    assert {"numPr", "ind"} <= properties(made, "ListBullet", "pPr").keys()
    assert properties(made, "AnswerLine", "pPr")["spacing"]["lineRule"] == "exact"
    assert made.texts("Question") == ["One?", "Two?", "Three?"]


def test_a_faint_colour_leaves_ours(written):
    plain = properties(written(school_docx(style("Quote"))), "Heading1", "rPr")["color"]
    made = written(school_docx(style("Heading 1", letters('<w:color w:val="FFEE88"/><w:i/>'))))
    assert properties(made, "Heading1", "rPr") == {"i": {"val": "1"}, "color": plain}


def test_a_font_of_the_documents_theme_leaves_ours(written):
    plain = properties(written(school_docx()), "Title", "rPr")["rFonts"]
    made = written(school_docx(style("Title", letters('<w:rFonts w:asciiTheme="majorHAnsi" w:cs="Lato"/><w:b/>'))))
    assert properties(made, "Title", "rPr") == {"rFonts": plain, "b": {"val": "1"}}


def test_fonts_of_the_documents_theme_are_those_of_our_styles(written):
    title = style("Title", letters('<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>'))
    normal = '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/></w:rPr></w:rPrDefault>'
    text = styles_xml(title, defaults=f"{normal}</w:docDefaults>")
    made = written(school_docx(xml=text, others={package.THEME: theme_xml("Lato Black", "Arvo")}))
    assert properties(made, "Title", "rPr") == {"rFonts": {"ascii": "Lato Black", "hAnsi": "Lato Black"}}
    assert {each.get("typeface") for each in made.trees[package.THEME].iter("{*}latin")} == {"Arvo"}


@pytest.mark.parametrize("paper", ["a4", "a5"])
@pytest.mark.parametrize("look", ["quiet", "warm", "photocopier", "large-print", "dyslexia-friendly"])
def test_a_document_of_ours_as_that_of_the_school_changes_nothing(written, look, paper):
    ours = docx.document(sheet(TASKS), theme.look("docx", theme=look, paper=paper, is_sheet=True))
    assert written(ours, look=look, paper=paper).files == Document(ours).files


def test_a_style_based_on_one_that_the_school_changed_has_the_schools_look(written):
    """Heads of tables look like ours at the school, but ours would inherit the new size of the text of tables."""
    sheets = theme.look("docx", is_sheet=True)
    tree = Document(docx.document(sheet(TASKS), sheets)).tree("styles")
    text, head = (tree.find(f"{W}style[@{W}styleId='{name}']/{W}rPr") for name in ("TableText", "TableHead"))
    head.append(deepcopy(text.find(f"{W}sz")))
    usual = head.find(f"{W}sz").get(f"{W}val")
    text.find(f"{W}sz").set(f"{W}val", "40")
    made = written(school_docx(xml=etree.tostring(tree)))
    assert properties(made, "TableText", "rPr")["sz"] == {"val": "40"}
    assert properties(made, "TableHead", "rPr")["sz"] == {"val": usual}


def test_a_link_keeps_its_underline_and_a_strong_word_its_weight(written):
    made = written(
        school_docx(
            style("Hyperlink", letters('<w:color w:val="7B1E3A"/>'), "character"), style("Strong", "", "character")
        )
    )
    assert properties(made, "Hyperlink", "rPr") == {"color": {"val": "7B1E3A"}, "u": {"val": "single"}}
    assert "b" in properties(made, "Strong", "rPr")


def test_table_grid_is_the_look_of_the_grid_to_write_in(written):
    made = written(school_docx(style("Table Grid", TABLE, "table", based="none")))
    assert list(properties(made, "AnswerGrid", "tblPr")) == ["tblBorders", "tblCellMar"]
    grid = made.tree("styles").find(f"{W}style[@{W}styleId='AnswerGrid']/{W}tblPr/{W}tblBorders")
    assert [(each.tag, each.get(f"{W}val"), each.get(f"{W}color")) for each in grid] == [
        (f"{W}top", "double", "7B1E3A")
    ]


def test_a_bold_word_is_bold_in_a_style_that_the_school_made_light_or_bold(written):
    body = "<h2 id='a'>A <b>b</b></h2><p class='hint'>C <b>d</b></p>"

    def strong(made):
        return [len(each.findall(f".//{W}rStyle[@{W}val='Strong']")) for each in made.paragraphs()[1:]]

    assert strong(written(school_docx(HEADING), body)) == [0, 1]
    light, bold = style("Heading 2", letters('<w:b w:val="0"/>')), style("Hint", letters("<w:b/>"))
    assert strong(written(school_docx(light, bold), body)) == [1, 0]


@pytest.mark.parametrize("look", ["large-print", "large-print-24", "dyslexia-friendly"])
def test_a_theme_for_readers_keeps_its_letters_and_takes_colours(written, look):
    ours = written(school_docx(), look=look)
    made = written(school_docx(HEADING, margins='w:top="900" w:right="900" w:bottom="900" w:left="900"'), look=look)
    run, plain = properties(made, "Heading1", "rPr"), properties(ours, "Heading1", "rPr")
    assert run == {**plain, "color": {"val": "7B1E3A"}}
    assert properties(made, "Heading1", "pPr") == properties(ours, "Heading1", "pPr")
    assert made.files["word/theme/theme1.xml"] == ours.files["word/theme/theme1.xml"]
    assert made.files["word/document.xml"] == ours.files["word/document.xml"]


def test_margins_are_the_schools_on_whole_pages_alone(written):
    content = school_docx(HEADING, margins='w:top="900" w:right="901" w:bottom="902" w:left="903"')
    whole, half = (written(content, paper=paper).body.find(f".//{W}pgMar").get(f"{W}left") for paper in ("a4", "a5"))
    assert whole == "903"
    assert half != "903"


def test_the_same_document_gives_the_same_bytes():
    content = school_docx(HEADING, style("Caption", letters("<w:i/>")))
    made = []
    for _ in range(2):
        found = read_styles.school(
            *(package.part(content, name) for name in (package.STYLES, package.DOCUMENT, package.THEME))
        )
        made.append(docx.document(sheet(TASKS), theme.look("docx", is_sheet=True, school=found)))
    assert made[0] == made[1]
    assert made[0] != docx.document(sheet(TASKS), theme.look("docx", is_sheet=True))

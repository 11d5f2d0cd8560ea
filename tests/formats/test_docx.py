"""What becomes of a body in a Word document: numbers, rooms, notes, pictures, and text that looks like markup."""

import os
import subprocess
import sys
import time
from dataclasses import replace

import pytest
from docx_reader import DECORATIVE, WP, Document, R, W, findings, style_of, text
from epub_samples import DOT, METADATA, publication, section
from lxml import etree
from PIL import Image

from studyguide.formats import docx
from studyguide.formats.docx.design import COMMON, keeps_letters
from studyguide.publication import Asset, Publication
from studyguide.support.errors import BuildError
from studyguide.support.paths import style_names
from studyguide.themes import theme


def sheet(body, assets=(), **about):
    """A sheet with a body."""
    made = section(f'<section id="sheet"><h1 id="sheet-title">Sheet</h1>{body}</section>')
    return Publication("sheet", replace(METADATA, **about), (made,), assets, is_sheet=True)


def written(body, assets=(), look="quiet", **about):
    """The document of a sheet with a body."""
    found = Document(docx.document(sheet(body, assets, **about), theme.look("docx", theme=look, is_sheet=True)))
    assert list(findings(found)) == []
    return found


TASKS = """<ol class="tasks"><li class="task"><p class="question-text">One?</p><div class="room" data-lines="2"/></li>
<li class="task"><p class="question-text">Two?</p><ul class="choices"><li><span class="tick"/> <b>A</b> yes</li>
<li><span class="tick"/> <b>B</b> no</li></ul></li></ol><h2 id="more">More</h2>
<ol class="tasks" style="counter-reset: list-item 2"><li class="task"><p class="question-text">Three?</p></li></ol>"""


def test_tasks_are_one_list_that_counts_on_after_a_heading():
    found = written(TASKS)
    assert found.texts("Question") == ["One?", "Two?", "Three?"]
    assert len({found.number(each) for each in found.paragraphs("Question")}) == 1
    assert found.texts("Choice") == ["yes", "no"]
    assert found.number(found.paragraphs("Choice")[0])[1] == "1"


@pytest.mark.parametrize("before", [TASKS, ""])
def test_a_task_with_a_heading_is_counted_with_the_others(before):
    first = 4 if before else 1
    heading = '<h2 id="{}"><span class="number">{}</span> Activity: {}</h2>'
    headings = [heading.format(name, number, name) for number, name in enumerate("ab", start=first)]
    after = f'<ol class="tasks" style="counter-reset: list-item {first + 1}"><li class="task"><p>Last?</p></li></ol>'
    found = written(before + "<p>Steps</p>".join(headings) + after)
    counted = [each for each in found.body.iter(f"{W}p") if text(each) in {"Activity: a", "Activity: b", "Last?"}]
    assert len(counted) == 3
    assert [style_of(each) for each in counted[:2]] == ["Heading2"] * 2
    tasks = [*found.paragraphs("Question"), *counted]
    assert {found.number(each) for each in tasks} == {found.number(tasks[0])}
    assert found.number(tasks[0])[1] == "0"


def test_tasks_in_the_rows_of_a_table_are_counted_with_the_others():
    row = '<tr><td><b class="row-number">{}.</b> word {}</td><td>x</td></tr>'
    table = "".join(row.format(number, number) for number in (1, 2))
    after = '<ol class="tasks" style="counter-reset: list-item 2"><li class="task"><p>Last?</p></li></ol>'
    head = '<thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>'
    found = written(f'<table class="words">{head}<tbody>{table}</tbody></table>{after}')
    rows = [each for each in found.body.iter(f"{W}p") if text(each).startswith("word")]
    assert [text(each) for each in rows] == ["word 1", "word 2"]
    assert len({found.number(each) for each in [*rows, *found.paragraphs("Question")]}) == 1
    assert found.number(rows[0]) is not None


def test_tasks_after_numbers_that_are_not_there_begin_with_the_next():
    found = written('<ol class="tasks" style="counter-reset: list-item 4"><li class="task"><p>Five</p></li></ol>')
    (number,) = found.tree("numbering").findall(f"{W}num/{W}lvlOverride/..")
    assert number.find(f".//{W}startOverride").get(f"{W}val") == "5"
    assert found.number(found.paragraphs("Question")[0])[0] == number.get(f"{W}numId")


def test_a_room_is_bordered_paragraphs_that_a_pupil_can_type_in():
    found = written(TASKS)
    assert len(found.paragraphs("AnswerLine")) == 2
    style = found.tree("styles").find(f"{W}style[@{W}styleId='AnswerLine']")
    assert [each.tag for each in style.find(f".//{W}pBdr")] == [f"{W}bottom", f"{W}between"]
    assert style.find(f"{W}pPr/{W}spacing").get(f"{W}line") == "425"


def test_few_lines_stay_on_a_page_and_many_do_not():
    few, many = (written(f'<div class="room" data-lines="{count}"/>').paragraphs("AnswerLine") for count in (12, 40))
    kept = [[each.find(f"{W}pPr/{W}keepNext") is not None for each in lines] for lines in (few, many)]
    assert kept[0] == [True] * 11 + [False]
    assert [place for place, each in enumerate(kept[1]) if each] == [0, 1, 2, 37, 38]


ROW = """<li class="task row"><div class="fields"><div class="field what" data-label="Look at"><p><b>{}</b></p></div>
<div class="field"><p class="field-label">See</p><div class="room" data-lines="3"/></div></div></li>"""


def test_rooms_side_by_side_are_rows_of_one_table():
    found = written(f'<ol class="tasks">{ROW.format("The mill")}{ROW.format("The storm")}</ol>')
    (table,) = found.body.iter(f"{W}tbl")
    rows = [[text(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
    assert rows == [["Look at", "See"], ["The mill", ""], ["The storm", ""]]
    assert [each.get(f"{W}val") for each in table.iter(f"{W}trHeight")] == ["1275", "1275"]
    assert [found.number(each) is not None for each in table.iter(f"{W}p")] == [False, False, True, False, True, False]


def test_options_without_letters_have_boxes_and_those_of_another_alphabet_keep_theirs():
    options = '<ul class="choices"><li><span class="tick"/> {}</li><li><span class="tick"/> {}</li></ul>'
    assert written(options.format("true", "false")).texts("TickBox") == ["true", "false"]
    greek = f'<ol class="tasks"><li class="task"><p>?</p>{options.format("<b>Α</b> a", "<b>Β</b> b")}</li></ol>'
    assert written(greek).texts("OwnLetter") == ["☐\tΑ a", "☐\tΒ b"]


def test_a_number_of_its_own_is_text():
    item = '<li class="task" style="list-style-type: \'12-14. \'"><p class="question-text">Fire</p></li>'
    assert written(f'<ol class="tasks">{item}</ol>').texts("OwnNumber") == ["12-14.\tFire"]


def test_lists_begin_anew_and_stand_in_each_other():
    found = written(
        '<ol><li>a<ol><li>b</li></ol></li></ol><ol start="3"><li>c</li></ol><ul><li><p>d</p><p>e</p></li></ul>'
    )
    starts = [each.get(f"{W}val") for each in found.tree("numbering").iter(f"{W}startOverride")]
    assert starts == ["1", "1", "3"]
    styles = [(style_of(each), text(each)) for each in found.paragraphs() if text(each) in "abcde"]
    assert styles == [
        ("ListNumber", "a"),
        ("ListNumber2", "b"),
        ("ListNumber", "c"),
        ("ListBullet", "d"),
        ("ListContinue", "e"),
    ]


def test_a_note_is_a_footnote_and_keeps_its_place():
    found = written('<p>One <span class="note">A <em>note</em>.</span> two.</p>')
    (mark,) = found.body.iter(f"{W}footnoteReference")
    assert [text(each) for each in mark.getparent().getparent()][1:] == ["One", "", " two."]
    assert text(found.tree("footnotes").find(f"{W}footnote[@{W}id='1']")) == " A note."


def test_white_space_is_as_html_shows_it():
    found = written("<p> a\n  <b> b </b> c<br/> d </p><pre><code>x\n  y</code></pre>")
    assert found.texts("Normal") == ["a b c\nd"]
    assert found.texts("HTMLPreformatted") == ["x\n  y"]


def test_languages_and_directions_of_words_are_known():
    found = written(
        '<p>A <span lang="fr">petit pois</span></p><blockquote lang="ar" dir="rtl"><p>سلام</p></blockquote>'
    )
    said = {text(each.getparent().getparent()): each.get(f"{W}val") for each in found.body.iter(f"{W}lang")}
    assert said == {"petit pois": "fr", "سلام": "ar"}
    (quote,) = found.paragraphs("Quote")
    assert quote.find(f"{W}pPr/{W}bidi") is not None
    assert quote.find(f".//{W}rPr/{W}rtl") is not None
    assert found.tree("styles").find(f".//{W}docDefaults//{W}lang").get(f"{W}val") == "en-GB"


def test_bold_words_in_a_bold_paragraph_do_not_switch_bold_off():
    (answer,) = written('<p class="right-answer"><b>B.</b> 1818</p>').paragraphs("RightAnswer")
    assert answer.find(f".//{W}rStyle") is None
    (plain,) = written("<p><b>B.</b> 1818</p>").paragraphs("Normal")
    assert plain.find(f".//{W}rStyle").get(f"{W}val") == "Strong"


def test_a_badge_is_below_its_heading():
    found = written('<h2 id="a">The end <span class="badge spoiler">Gives away the ending</span></h2>')
    assert found.texts("Heading2") == ["The end"]
    assert found.texts("Label") == ["Gives away the ending"]


def test_the_picture_of_a_question_leaves_room_and_has_its_credit_on_a_line_of_its_own(tmp_path):
    path = tmp_path / "tall.png"
    Image.new("1", (100, 4000)).save(path)
    image = '<img src="images/tall.png" alt="Tall"/>'
    shown = f'<p class="picture">{image}<span class="credit">By us</span> *A* <i>pole</i></p>'
    asked = f'<ol class="tasks"><li class="task"><p class="question-text">What?</p>{shown}</li></ol>'
    assets = (Asset("images/tall.png", "image/png", path),)
    found = written(asked, assets)
    assert found.texts("PictureNoteInATask") == ["By us", "*A* pole"]
    heights = [
        int(next(each.body.iter(f"{WP}extent")).get("cy")) for each in (found, written(f"<div>{shown}</div>", assets))
    ]
    assert 0.3 < heights[0] / heights[1] < 0.5
    apart = written(f"<div>{shown}</div>", assets)
    assert apart.texts("PictureNote") == ["By us", "*A* pole"]


def test_pictures_have_words_or_are_said_to_have_none(tmp_path):
    path = tmp_path / "dot.png"
    path.write_bytes(DOT)
    frame = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"{}>'
    svg = frame + "<title>A line.</title><desc>It is long.</desc>{}</svg>"
    bodies = svg.format("", '<path d="M0 0 H90" stroke="#000000"/>') + svg.format(' aria-hidden="true"', "")
    found = written(
        f'{bodies}<p class="picture"><img src="images/dot.png" alt="A dot"/> Below</p>',
        (Asset("images/dot.png", "image/png", path),),
    )
    shapes = list(found.body.iter(f"{WP}docPr"))
    assert [each.get("descr") for each in shapes] == ["A line. It is long.", None, "A dot"]
    assert [each.find(f".//{DECORATIVE}") is not None for each in shapes] == [False, True, False]
    assert found.texts("PictureNote") == ["Below"]
    assert found.files["word/media/picture3.png"] == DOT
    sizes = {(each.get("cx"), each.get("cy")) for each in found.body.iter(f"{WP}extent")}
    assert sizes == {("1028700", "342900"), ("9525", "9525")}  # 81 and 27 points; a pixel


@pytest.mark.parametrize("size", ['viewBox="0 0 9000000 9000000"', 'width="999in" height="999in"', 'width="1e9"', ""])
def test_a_drawing_of_any_size_becomes_a_picture_of_some_dots(tmp_path, size):
    path = tmp_path / "a.svg"
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" {size}><rect width="9" height="9"/></svg>')
    found = written('<p><img src="images/a.svg" alt="A"/></p>', (Asset("images/a.svg", "image/svg+xml", path),))
    png = found.files["word/media/picture1.png"]
    width, height = (int.from_bytes(png[at : at + 4]) for at in (16, 20))
    assert 0 < max(width, height) <= 3000


def test_what_cannot_be_drawn_stops_the_build(tmp_path):
    path = tmp_path / "a.svg"
    path.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0" viewBox="0 0 0 0"/>')
    with pytest.raises(BuildError, match="cannot be turned into a picture"):
        written('<p><img src="images/a.svg" alt="A"/></p>', (Asset("images/a.svg", "image/svg+xml", path),))


def test_a_table_repeats_its_header_and_says_its_name():
    found = written(
        '<table class="data"><caption>Sizes</caption><thead><tr><th>Thing</th><th class="right">Size</th></tr></thead>'
        '<tbody><tr><th scope="row">Pea</th><td class="right">1</td></tr>'
        '<tr><td colspan="2">none</td></tr></tbody></table>'
    )
    assert found.texts("Caption") == ["Sizes"]
    assert found.body.find(f".//{W}tblCaption").get(f"{W}val") == "Sizes"
    assert [each.get(f"{W}val") for each in found.body.iter(f"{W}jc")] == ["right", "right"]
    assert [each.get(f"{W}val") for each in found.body.iter(f"{W}gridSpan")] == ["2"]


def test_links_lead_to_bookmarks_and_outside_and_lost_ones_are_words():
    found = written(
        f'<p><a class="ref" href="#{"x" * 60}">in</a> <a class="ref" href="#nowhere">lost</a> '
        f'<a href="https://example.org/?a&amp;b">out</a></p><p id="{"x" * 60}">Here</p>'
    )
    inside, outside = found.body.iter(f"{W}hyperlink")
    assert len(inside.get(f"{W}anchor")) == 40
    related = {each.get("Id"): each for each in found.trees["word/_rels/document.xml.rels"]}
    target = related[outside.get(f"{R}id")]
    assert (target.get("Target"), target.get("TargetMode")) == ("https://example.org/?a&b", "External")


def test_ids_that_become_alike_get_bookmarks_of_their_own():
    links = "".join(f'<p id="{name}"><a class="ref" href="#{name}">x</a></p>' for name in ("a-b", "a_b", "1", "b_1"))
    names = [each.get(f"{W}name") for each in written(links).body.iter(f"{W}bookmarkStart")]
    assert len({*names} - {"sheet_title"}) == 4
    assert all(name[0].isalpha() for name in names)


def test_a_footer_has_the_title_and_the_page():
    found = written('<header class="sheet-head" data-guide="A &amp; B" data-sheet="Quiz" data-tier="• •"/>')
    (paragraph,) = found.tree("footer")
    assert text(paragraph) == "A & B · Quiz\t• •\u20031 / 1"
    assert [each.text for each in paragraph.iter(f"{W}instrText")] == [" PAGE ", " NUMPAGES "]


HOSTILE = "</w:t><w:p/> <b> & &amp; ]]> {{x}} <?y?> \\f \"'"


def test_text_that_looks_like_markup_is_text(tmp_path):
    escaped = HOSTILE.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    quoted = escaped.replace('"', "&quot;")
    whole = publication(
        tmp_path,
        (
            f'<section id="a"><p class="chapter-label">{escaped}</p><h1 id="t" aria-label="{quoted}">{escaped}</h1>'
            f'<p>{escaped}<span class="note">{escaped}</span> <a class="ref" href="#t" aria-label="{quoted}">x</a></p>'
            f"<table><caption>{escaped}</caption><thead><tr><th>{escaped}</th></tr></thead></table></section>"
        ),
        title=HOSTILE,
        edition=HOSTILE,
        rights=HOSTILE,
        authors=(HOSTILE,),
    )
    found = Document(docx.document(whole, theme.look("docx")))
    assert list(findings(found)) == []
    said = [
        text(each) for name in ("document", "footnotes", "header", "footer") for each in found.tree(name).iter(f"{W}p")
    ]
    assert sum(HOSTILE in each for each in said) == 13
    assert found.trees["docProps/core.xml"][0].text == f"{HOSTILE}: {HOSTILE}"
    assert found.body.find(f".//{W}tblCaption").get(f"{W}val") == HOSTILE


def test_a_guide_has_a_title_contents_and_chapters_on_new_pages(tmp_path):
    whole = publication(tmp_path)
    found = Document(docx.document(whole, theme.look("docx")))
    assert found.texts("Title") == ["Small & whole"]
    entries = [text(each).rstrip() for level in "12" for each in found.paragraphs(f"TOC{level}")]
    assert "First" in entries
    codes = [each.text.split() for each in found.body.iter(f"{W}instrText")]
    assert codes[0] == ["TOC", "\\o", '"1-2"', "\\h", "\\z", "\\u"]
    marks = {each.get(f"{W}name") for each in found.body.iter(f"{W}bookmarkStart")}
    assert [code[0] for code in codes[1:]] == ["PAGEREF"] * len(entries)
    assert {code[1] for code in codes[1:]} <= marks
    assert found.tree("settings").find(f"{W}updateFields").get(f"{W}val") == "true"
    assert written("<p>x</p>").tree("settings").find(f"{W}updateFields") is None
    broken = {
        openings: Document(docx.document(replace(whole, openings=openings), theme.look("docx")))
        .tree("styles")
        .find(f"{W}style[@{W}styleId='ChapterLabel']//{W}pageBreakBefore")
        is not None
        for openings in ("any", "right", "run-on")
    }
    assert broken == {"any": True, "right": True, "run-on": False}


@pytest.mark.parametrize(("name", "size", "line"), [("quiet", "22", "425"), ("large-print", "38", "794")])
def test_a_theme_decides_sizes_and_lines(name, size, line):
    styles = written("<p>x</p>", look=name).tree("styles")
    assert styles.find(f".//{W}docDefaults//{W}sz").get(f"{W}val") == size
    answer = styles.find(f"{W}style[@{W}styleId='AnswerLine']/{W}pPr/{W}spacing")
    assert answer.get(f"{W}line") == line


def test_fonts_have_others_in_their_place():
    fonts = {each.get(f"{W}name"): each.find(f"{W}altName").get(f"{W}val") for each in written("").tree("fontTable")}
    assert fonts == {"Georgia": "Gelasio", "Arial": "Liberation Sans", "Courier New": "Liberation Mono"}
    own = written("", look="dyslexia-friendly").tree("fontTable")
    assert {each.get(f"{W}name"): each.find(f"{W}altName").get(f"{W}val") for each in own} == {
        "Atkinson Hyperlegible": "Arial",
        "Source Code Pro": "Courier New",
    }


@pytest.mark.parametrize("name", style_names("themes"))
def test_a_document_names_the_fonts_of_a_theme_or_common_ones_and_no_others(name):
    look = theme.look("docx", theme=name)
    named = {each.get(f"{W}name") for each in written("", look=name).tree("fontTable")}
    assert named == ({look.family(role) for role in COMMON} if keeps_letters(look) else {*COMMON.values()})


@pytest.mark.parametrize(
    ("language", "font"),
    [
        ("ja-JP", "Yu Gothic"),
        ("zh-Hans", "Microsoft YaHei"),
        ("zh-TW", "Microsoft JhengHei"),
        ("ko", "Malgun Gothic"),
        ("en", None),
    ],
)
def test_characters_have_the_forms_of_their_language_in_every_style(language, font):
    fonts = list(written("<p>x</p>", language=language).tree("styles").iter(f"{W}rFonts"))
    found = {each.get(f"{W}eastAsia") for each in fonts} - {None}
    assert found == ({font} if font else {"Arial", "Courier New"})
    assert [each for each in fonts if font and each.get(f"{W}eastAsiaTheme")] == []


def chained(found):
    """The length of the longest chain of paragraphs that stay with the next, without tables."""
    styles = {each.get(f"{W}styleId"): each for each in found.tree("styles").iter(f"{W}style")}
    longest = length = 0
    for block in found.body:
        own = block.find(f"{W}pPr/{W}keepNext")
        style = styles.get(style_of(block)) if block.tag == f"{W}p" else None
        kept = own if own is not None else style.find(f"{W}pPr/{W}keepNext") if style is not None else None
        length = length + 1 if kept is not None and kept.get(f"{W}val") != "0" else 0
        longest = max(longest, length)
    return longest


QUESTIONS = (
    '<h2 id="set-{0}">Set</h2><p class="label">Gives away the ending</p>'
    '<h3 id="q-{0}">Question</h3><p class="question-text">Why?</p>'
)


@pytest.mark.parametrize("after", ["", '<p class="meta">Analyse</p>', '<p class="speaker label">Kathy</p>'])
def test_what_stays_together_ends_before_the_next_heading(after):
    found = written("".join(QUESTIONS.format(number) + after for number in range(30)))
    assert chained(found) <= 5
    tasks = "".join('<li class="task"><p class="question-text">Why?</p><p class="hint">So.</p></li>' for _ in range(30))
    assert chained(written(f'<ol class="tasks">{tasks}</ol>')) <= 2


def test_a_heading_and_its_label_stay_with_what_is_below():
    found = written("<p>x</p>" + QUESTIONS.format(1))
    for style in ("Heading2", "Label", "Heading3"):
        (block,) = found.paragraphs(style)
        assert block.find(f"{W}pPr/{W}keepNext") is None, "its style says so"


def test_a_small_heading_has_the_level_of_a_heading():
    found = written('<h2 id="a" class="label">Aims</h2><p>x</p><h3 class="label">Steps</h3>')
    assert found.texts("SmallHeading2") == ["Aims"]
    styles = found.tree("styles")
    for level in "23":
        style = styles.find(f"{W}style[@{W}styleId='SmallHeading{level}']")
        assert style.find(f"{W}basedOn").get(f"{W}val") == f"Heading{level}"


def test_answers_of_later_chapters_go_on_below_those_of_the_first(tmp_path):
    back = '<section id="{0}"><p class="chapter-label">To chapter</p><h1 id="{0}-t">Answers</h1></section>'
    made = [replace(section(back.format(name)), id=name, role="doc-appendix") for name in ("a", "b", "c")]
    whole = publication(tmp_path)
    found = Document(docx.document(replace(whole, sections=(*whole.sections, *made)), theme.look("docx")))
    assert len(found.paragraphs("ChapterLabelBelow")) == 2
    style = found.tree("styles").find(f"{W}style[@{W}styleId='ChapterLabelBelow']")
    assert style.find(f".//{W}pageBreakBefore") is None
    assert style.find(f"{W}basedOn").get(f"{W}val") == "Normal"


def test_a_blank_has_room_for_a_long_word():
    head = "<thead><tr><th>Meaning</th><th>Word</th></tr></thead>"
    rows = f'{head}<tr><td>It means</td><td>c <span class="blank"/></td></tr>'
    found = written(f'<table class="words"><caption>Words</caption>{rows}</table>')
    (blank,) = [each for each in found.body.iter(f"{W}t") if set(each.text) == {"\u00a0"}]
    points = len(blank.text) * 0.278 * 9.5  # a no-break space of Arial has 278 thousandths of an em
    assert points > 100, "a long word in handwriting takes four centimetres"
    assert int(found.body.findall(f".//{W}gridCol")[1].get(f"{W}w")) / 20 > points


def test_a_question_and_a_row_can_be_deleted():
    found = written(
        f'{TASKS}<ol class="tasks" style="counter-reset: list-item 3">{ROW.format("a")}{ROW.format("b")}</ol>'
    )
    question = found.paragraphs("Question")[1]
    for element in [question, *found.paragraphs("Choice"), list(found.body.iter(f"{W}tr"))[1]]:
        element.getparent().remove(element)
    again = Document.__new__(Document)
    again.files, again.trees, again.body = found.files, found.trees, found.body
    assert list(findings(again)) == []
    numbered = [each for each in again.body.iter(f"{W}p") if (number := again.number(each)) and number[1] == "0"]
    assert [text(each) for each in numbered] == ["One?", "Three?", "b"]
    assert len({again.number(each) for each in numbered}) == 1


def test_no_part_says_when_or_where_it_was_made(tmp_path):
    code = (
        "import sys; sys.path[:0] = ['tests/formats', '.']\n"
        "from test_docx import TASKS, docx, sheet, theme\n"
        "docx.write(sheet(TASKS), theme.look('docx', is_sheet=True), __import__('pathlib').Path(sys.argv[1]))"
    )
    made = []
    for number, (seed, zone) in enumerate([("1", "UTC"), ("2", "Pacific/Kiritimati")]):
        target = tmp_path / f"{number}.docx"
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone}
        subprocess.run([sys.executable, "-c", code, target], env=environment, check=True)
        made.append(target.read_bytes())
    assert made[0] == made[1]
    assert list(findings(Document(made[0]))) == []


@pytest.mark.parametrize(
    "item",
    [
        "<p>word <em>word</em></p>",
        '<p id="i{n}"><a class="ref" href="#i{n}">word</a></p>',
        '<ol class="tasks"><li class="task"><p>word</p></li></ol>',
        '<p>word<span class="note">note</span></p>',
        '<div class="fields"><div class="field"><p class="field-label">a</p></div></div>',
    ],
)
def test_time_grows_with_length_alone(item):
    def seconds(count):
        made = sheet("".join(item.replace("{n}", str(n)) for n in range(count)))
        look = theme.look("docx", is_sheet=True)
        began = time.process_time()
        docx.document(made, look)
        return time.process_time() - began

    seconds(10)
    assert seconds(4000) < 10 * max(seconds(1000), 0.05)


def test_no_part_is_written_in_another_order():
    assert [*written("").files][:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert etree.tostring(written("").trees["_rels/.rels"]).count(b"External") == 0

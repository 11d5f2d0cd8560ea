"""Sheets fit their pages: letters shrink for one page, lines fill the last, and what cannot fit is an error."""

import itertools
import re
from pathlib import Path

import pikepdf
import pytest

from studyguide import handouts
from studyguide.cli import main
from studyguide.formats import pdf
from studyguide.formats.pdf.fit import answer_lines, fill_page, shrink
from studyguide.formats.pdf.layout.html import Body
from studyguide.formats.pdf.weasy import boxes
from studyguide.formats.pdf.weasy.renderer import Renderer
from studyguide.handouts.sheet import Tier
from studyguide.languages.labels import Labels
from studyguide.publication import Publication, Section, answer_spaces
from studyguide.support import xhtml
from studyguide.support.errors import FitError, OverrunError
from studyguide.themes import theme
from tests.editions.test_question_types_shown import QUIZZED, TOLD, guide
from tests.formats import pdf_samples

PARAGRAPH = "<p>" + "Some words that take their place. " * 60 + "</p>"


def task(number, lines):
    return (
        f'<div class="task" data-name="task-{number}"><p>Question {number}?</p>'
        f'<div class="room" data-lines="{lines}" aria-hidden="true"></div></div>'
    )


def tasks(*lines):
    return "".join(task(number, count) for number, count in enumerate(lines, start=1))


def pages(body, renderer):
    return renderer.lay_out(body.html({}, 1)).pages


@pytest.fixture
def sheet():
    def made(contents, attributes=""):
        markup = (
            f'<section id="sheet" class="handout worksheet" {attributes}>'
            f'<h1 id="sheet-title">Sheet</h1>{contents}</section>'
        )
        section = Section("sheet", "sheet", "doc-chapter", "Sheet", "Sheet", (), markup)
        publication = Publication("sheet", pdf_samples.METADATA, (section,), (), is_sheet=True)
        return Body(publication, section), Renderer(publication, theme.look("pdf", is_sheet=True))

    return made


def test_lines_grow_until_the_pages_are_full(sheet):
    body, renderer = sheet(tasks(*[6] * 7))
    document = shrink.fit(body, renderer)
    found = [int(room.get("data-lines")) for room in xhtml.with_class(body.root, "room")]
    assert min(boxes.free_height(page) for page in document.pages) < 4 * 40  # there, no other line for each fits
    assert len(set(found)) == 1
    assert 6 * 0.7 <= found[0] <= 6 * answer_lines.MOST + 1


@pytest.mark.parametrize("lines", [(1,), (6,) * 7, (4, 8, 4, 4, 8, 4, 4, 4, 8), (20, 6, 6, 6, 20), (5,) * 60])
def test_nothing_is_laid_out_twice(sheet, lines, monkeypatch):
    body, renderer = sheet(tasks(*lines))
    made = []
    lay_out = fill_page._lay_out  # noqa: SLF001

    def noted(body, renderer):
        made.append(tuple(room.get("data-lines") for room in xhtml.with_class(body.root, "room")))
        return lay_out(body, renderer)

    monkeypatch.setattr(fill_page, "_lay_out", noted)
    fill_page.fill(body, renderer, overruns=True)
    assert len(made) == len({*made})


def test_a_word_that_is_too_wide_for_its_field_is_divided(sheet):
    word = "Donaudampfschifffahrtsgesellschaftskapitänswitwe" * 2
    fields = "".join(f'<div class="field"><p>{text}</p></div>' for text in ("Short.", word, "Short."))
    body, renderer = sheet(f'<ol class="tasks"><li class="task row"><div class="fields">{fields}</div></li></ol>')
    (page,) = pages(body, renderer)
    found = [box for box in boxes.walk(boxes.page_box(page)) if _is_field(box)]
    assert len(found) == 3
    for field in found:
        for box in boxes.walk(field):
            assert box.position_x + box.width <= field.position_x + field.width + 0.5
    assert len({round(field.width) for field in found}) == 1


def _is_field(box):
    return box.element is not None and box.element.get("class") == "field" and hasattr(box, "children")


@pytest.mark.parametrize("lines", [(6,) * 9, (4, 8, 4, 4, 8, 4, 4, 4, 8), (3, 12, 3, 9, 5, 12, 3), (20, 6, 6, 6, 20)])
def test_equal_tasks_get_equal_space(sheet, lines):
    body, renderer = sheet(tasks(*lines))
    shrink.fit(body, renderer)
    found = [int(room.get("data-lines")) for room in xhtml.with_class(body.root, "room")]
    assert len(set(zip(lines, found, strict=True))) == len(set(lines))


@pytest.mark.parametrize("lines", [(4, 4, 40), (40,), (4, 40, 4, 40), (8, 60, 3)])
def test_an_answer_space_longer_than_a_page_continues_on_the_next(sheet, lines):
    document = shrink.fit(*sheet(tasks(*lines)))
    used = [1 - boxes.free_height(page) / boxes.height(page) for page in document.pages]
    assert len(used) <= 1 + 1.7 * sum(lines) / 25
    assert min(used[:-1], default=1) > 0.8
    assert used[-1] > fill_page.ENOUGH


def test_a_few_lines_fewer_save_a_page(sheet):
    body, renderer = sheet(tasks(*[9] * 4))
    answer_lines.resize(answer_lines.rooms_in(body.root), [9] * 4)
    assert len(pages(body, renderer)) == 2
    assert len(shrink.fit(*sheet(tasks(*[9] * 4))).pages) == 1


@pytest.mark.parametrize("lines", [(4,) * 5, (6,) * 9, (3, 12, 3, 9, 5), (10,) * 8])
def test_what_was_not_tried_would_not_have_been_better(sheet, lines, monkeypatch):
    def filled(body, renderer):
        document = fill_page.fill(body, renderer)
        return [room.get("data-lines") for room in xhtml.with_class(body.root, "room")], answer_lines.places(document)

    quick = filled(*sheet(tasks(*lines)))
    monkeypatch.setattr(fill_page, "_hopeless", lambda *_: False)
    assert filled(*sheet(tasks(*lines))) == quick


def test_a_last_page_that_would_be_almost_empty_names_what_stands_on_it(sheet):
    texts = ("<p>Words.</p>" * count + task("last", 1) for count in itertools.count(10))
    body, renderer = next(made for made in map(sheet, texts) if len(pages(*made)) == 2)
    with pytest.raises(FitError, match="almost empty") as caught:
        shrink.fit(body, renderer)
    assert caught.value.names[0] == "task-last"


CHOICE = '<div class="task" data-name="task"><p>Question?</p><ul class="choices"><li>A</li><li>B</li></ul></div>'


@pytest.mark.parametrize("text", [task(1, 3), CHOICE])
def test_a_page_that_would_be_mostly_white_says_so(sheet, text):
    with pytest.raises(OverrunError, match=r"Most of its page would be white.*\. Add a task\.") as caught:
        shrink.fit(*sheet(text))
    assert caught.value.names[0] in {"task", "task-1"}
    assert len(shrink.fit(*sheet(text), overruns=True).pages) == 1


def test_the_build_says_where_a_white_sheet_needs_a_task(tmp_path, capsys):
    specimen = Path(__file__).parents[2] / "src/studyguide/specimen"
    ordered = ["--sheet", "before", "--tier", "core", "--output", str(tmp_path)]
    assert main(["worksheets", str(specimen), *ordered]) == 0
    said = r"before-core\.pdf written; chapters/questions\.yaml:\d+:\d+: Most of its page .* Add a task: 1 page;"
    assert re.search(said, capsys.readouterr().out)


def test_a_sheet_without_lines_says_that_its_last_page_would_be_almost_empty(sheet):
    texts = (CHOICE * count for count in itertools.count(6))
    body, renderer = next(made for made in map(sheet, texts) if len(pages(*made)) == 2)
    with pytest.raises(OverrunError, match=r"The last of 2 pages would be almost empty\. Remove or add a task\."):
        shrink.fit(body, renderer)


@pytest.mark.parametrize("text", [tasks(12, 12), CHOICE * 5])
def test_a_page_that_is_full_enough_says_nothing(sheet, text):
    assert len(shrink.fit(*sheet(text)).pages) == 1


@pytest.mark.parametrize("kind", ["matching", "ordering"])
def test_letters_to_fill_in_stay_on_the_page_of_their_question(kind):
    asked = [{**TOLD[kind][0], "id": f"q-{number}"} for number in range(6)]
    publication = handouts.publish(guide(*asked), QUIZZED, "quiz", Tier.CORE)
    section = publication.sections[0]
    body, renderer = Body(publication, section), Renderer(publication, theme.look("pdf", is_sheet=True))
    assert len(pages(body, renderer)) == 1


def test_content_for_one_page_shrinks_until_it_fits(sheet):
    body, renderer = sheet(PARAGRAPH * 4, 'data-fit="page"')
    assert len(shrink.fit(body, renderer).pages) == 1
    size = float(body.root.get("style").removeprefix("font-size: ").removesuffix("pt"))
    assert shrink.SIZES[-1] <= size < shrink.SIZES[0]


def test_too_much_content_for_one_page_is_an_error(sheet):
    with pytest.raises(FitError, match="more than one page even at 7 points"):
        shrink.fit(*sheet(PARAGRAPH * 20, 'data-fit="page"'))


def test_a_card_shrinks_or_is_named(sheet):
    def card(name, times):
        return f'<div class="flashcard" data-fit="box" data-name="{name}"><p>{"Words and words. " * times}</p></div>'

    body, renderer = sheet(card("short", 5) + card("long", 38))
    shrink.fit(body, renderer)
    short, long = xhtml.with_class(body.root, "flashcard")
    assert short.get("style") is None
    assert long.get("style") is not None
    with pytest.raises(FitError) as caught:
        shrink.fit(*sheet(card("short", 5) + card("endless", 200)))
    assert caught.value.names == ("endless",)


def field(number, lines):
    room = f'<textarea class="room" name="q-{number}" aria-label="Answer to question {number}" data-lines="{lines}">'
    return f'<div class="task" data-name="task-{number}"><p>Question {number}?</p>{room}</textarea></div>'


@pytest.mark.parametrize(("theme_", "paper"), [("quiet", "a4"), ("large-print-24", "a5"), ("quiet", "half-letter")])
@pytest.mark.parametrize("lines", [12, 25, 60])
def test_a_field_that_is_higher_than_a_page_becomes_several(tmp_path, theme_, paper, lines):
    markup = f'<section id="sheet" class="handout worksheet"><h1 id="sheet-title">Sheet</h1>{field(1, lines)}</section>'
    section = Section("sheet", "sheet", "doc-chapter", "Sheet", "Sheet", (), markup)
    publication = Publication("sheet", pdf_samples.METADATA, (section,), (), is_sheet=True, overruns=True)
    look = theme.look("pdf", theme=theme_, paper=paper, is_sheet=True)
    pdf.write(publication, look, tmp_path / "sheet.pdf")
    with pikepdf.open(tmp_path / "sheet.pdf") as file:
        names = [str(each.T) for each in file.Root.AcroForm.Fields]
        labels = [str(each.TU) for each in file.Root.AcroForm.Fields]
    assert names == ["q-1", *(f"q-1--part-{part}" for part in range(2, len(names) + 1))]
    assert labels == ["Answer to question 1", *(f"Answer to question 1, part {n}" for n in range(2, len(names) + 1))]
    assert len(names) > 1 or lines < 25


def test_the_parts_of_a_field_have_all_its_lines():
    root = xhtml.parse(f"<div>{field(1, 61)}</div>")
    answer_spaces.divide(root, 17, Labels.of())
    assert [int(each.get("data-lines")) for each in root.iter("textarea")] == [15, 15, 15, 16]


def block(number, words):
    return f'<div data-cut="{number}"><h2 id="cut-{number}">Block {number}</h2><p>{"word " * words}</p></div>'


@pytest.mark.parametrize(("words", "cut"), [(10, []), (900, ["Block 1"]), (3000, ["Block 1", "Block 2"])])
def test_blocks_are_cut_before_letters_are_too_small_and_are_named(sheet, words, cut):
    contents = f'{block(3, 10)}{block(1, words)}{block(2, words)}<p class="cut-blocks">Left out:</p>'
    body, renderer = sheet(contents, 'data-fit="page"')
    document = shrink.fit(body, renderer, overruns=True)
    assert len(document.pages) == 1
    (size,) = re.findall(r"font-size: ([0-9.]+)pt", body.root.get("style"))
    assert float(size) >= shrink.LEAST
    assert [xhtml.text(each) for each in xhtml.with_class(body.root, "cut-blocks")] == (
        [f"Left out: {'; '.join(cut)}"] if cut else []
    )
    assert [each.get("data-cut") for each in body.root.iter("div") if each.get("data-cut")] == [
        number for number in "312" if f"Block {number}" not in cut
    ]

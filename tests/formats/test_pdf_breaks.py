"""Where printed pages begin: the word of a section that opens each page of the layout."""

from dataclasses import replace

import pdf_samples
import pytest

from studyguide.formats import pdf
from studyguide.publication import text_positions
from studyguide.support import xhtml
from studyguide.themes import theme

WORD = "extraordinarily"
HEAD = "<table><thead><tr><th scope='col'>Row</th><th scope='col'>Words</th></tr></thead><tbody>"
ROWS = "".join(f"<tr><th scope='row'>r{number}</th><td>and so on</td></tr>" for number in range(100))
DRAWING = (
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><title>Nine</title><rect width='9' height='9'/></svg>"
)


def laid_out(*contents, **changed):
    return pdf.lay_out(replace(pdf_samples.publication(*contents), **changed), theme.look("pdf"))


def openings(content):
    """The letters with which each page begins behind the first."""
    section = pdf_samples.publication(content).sections[0]
    text = text_positions.text(xhtml.parse(section.body))
    return [text[each.position :] for each in laid_out(content).breaks][1:]


def test_a_divided_word_opens_a_page_with_all_of_it():
    found = openings(f"<p>{f'{WORD} ' * 1500}</p>")
    assert len(found) > 1
    assert all(text.startswith(WORD) for text in found)
    assert len({len(text) % len(WORD) for text in found}) == 1


def test_a_table_head_that_is_repeated_opens_no_page():
    found = openings(f"{HEAD}{ROWS}</tbody></table>")
    assert len(found) > 1
    assert all(text.startswith("r") and "andsoon" in text[:12] for text in found)


@pytest.mark.usefixtures("any_markup")
@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            f"<figure style='break-before: page'>{DRAWING}<figcaption>Words</figcaption></figure>",
            text_positions.PICTURE,
        ),
        ("<ul><li>One</li><li style='break-before: page'>two</li></ul>", "two"),
        ("<p style='break-before: page'><span class='note'>A note.</span> <b>Three</b></p>", "Three"),
        ("<h3 style='break-before: page'>Four</h3><p>Five</p>", "Four"),
    ],
)
def test_what_opens_a_page(content, expected):
    (text,) = openings(f"<p>Before</p>{content}")
    assert text.startswith(expected)


def test_the_cover_and_the_contents_have_no_words_of_a_section():
    first = laid_out("<p>One</p>").breaks[0]
    assert (first.label, first.section, first.position) == ("3", "c1", 0)


def test_chapters_may_open_on_right_hand_pages_alone():
    labels = [each.label for each in laid_out("<p>One</p>", "<p>Two</p>", "<p>Three</p>", openings="right").breaks]
    assert labels == ["3", "5", "7"]


def test_another_last_section_moves_nothing_before_it():
    book = pdf_samples.publication("<p>One</p>", "<p>Two</p>")
    pages = laid_out("<p>One</p>", "<p>Two</p>")
    before = pages.breaks
    longer = pdf_samples.publication("<p>One</p>", f"<p>{'Two ' * 3000}</p>").sections[-1]
    pages.replace_last(longer)
    assert pages.breaks[: len(before)] == before
    assert len(pages.breaks) > len(before)
    assert [each.section for each in pages.breaks[1:]] == [book.sections[-1].id] * (len(pages.breaks) - 1)


@pytest.mark.usefixtures("any_markup")
@pytest.mark.parametrize(
    ("after", "expected"), [("<p style='break-before: page'>After</p>", ["After"] * 2), ("", [""])]
)
def test_a_page_with_nothing_but_a_table_for_print_begins_where_the_next_does(after, expected):
    table = "<div class='print-only' style='break-before: page'><p>A table</p></div>"
    assert openings(f"<p>Before</p>{table}{after}") == expected


@pytest.mark.usefixtures("any_markup")
def test_rooms_of_one_line_do_not_hold_a_list_together():
    row = "<li style='break-inside: avoid'>item <div class='line' style='height: 1cm'></div></li>"
    found = openings(f"<p>Before</p><h3>Heading</h3><ol>{row * 30}</ol>")
    assert found
    assert len(found[0]) < 25 * len("item")

"""Page numbers come right, or it is said why not; and the last reading of the pages finds what is wrong."""

import pytest

from studyguide.formats import pdf
from studyguide.formats.pdf.layout import estimate
from studyguide.formats.pdf.layout.html import parts
from studyguide.formats.pdf.layout.page_numbers import NumberedParts
from studyguide.formats.pdf.layout.verify import proofread
from studyguide.formats.pdf.weasy import boxes
from studyguide.formats.pdf.weasy.renderer import Renderer
from studyguide.support.errors import BuildError
from studyguide.themes import theme
from tests import generator, same_pdf, whole_pdf
from tests.formats import pdf_samples


@pytest.fixture(scope="module")
def guide():
    return generator.publication(14)


def test_bad_guesses_are_put_right(guide, monkeypatch, tmp_path):
    monkeypatch.setattr(estimate, "guesses", lambda sheets, _scale: _all(sheets, 1234))
    pdf.write(guide, theme.look("pdf"), tmp_path / "guessed.pdf")
    whole_pdf.write(guide, theme.look("pdf"), tmp_path / "whole.pdf")
    assert same_pdf.portrait(tmp_path / "guessed.pdf") == same_pdf.portrait(tmp_path / "whole.pdf")


def _all(sheets, number):
    return {name: number for sheet in sheets for name in sheet.part.extent.offsets}


def test_numbers_that_never_settle_are_an_error(guide, monkeypatch):
    monkeypatch.setattr(NumberedParts, "_settle", lambda _self: False)
    with pytest.raises(BuildError, match="still change after 8 layouts"):
        pdf.lay_out(guide, theme.look("pdf"))


def test_a_reference_to_nowhere_is_an_error():
    guide = pdf_samples.publication('<p>See <span class="page-ref" data-ref="nowhere"/>.</p>')
    with pytest.raises(BuildError, match="points to 'nowhere'"):
        pdf.lay_out(guide, theme.look("pdf"))


@pytest.mark.usefixtures("any_markup")
def test_a_reference_to_an_unprinted_id_is_an_error():
    guide = pdf_samples.publication(
        '<p id="hidden" style="display: none">x</p><p>See <span class="page-ref" data-ref="hidden"/>.</p>'
    )
    with pytest.raises(BuildError, match="points to 'hidden', but nothing with that id is printed"):
        pdf.lay_out(guide, theme.look("pdf"))


@pytest.mark.parametrize("field", ['<input type="text" name="a" aria-label="A"/>', '<textarea name="a"></textarea>'])
def test_a_chapter_with_a_field_is_refused(field, layout_options):
    guide = pdf_samples.publication("<p>Text</p>", f"<p>{field}</p>")
    with pytest.raises(BuildError, match="The chapter 'c2' has a field to fill in"):
        pdf.lay_out(guide, theme.look("pdf"), layout_options)


NOTED = '<p>Text<span class="note">A note.</span> and <span class="page-ref" data-ref="c1"/>.</p>'
NUMBERS = {"c1": 3}


@pytest.fixture
def document():
    """The one section of a small guide, on its page."""
    guide = pdf_samples.publication(NOTED)
    return Renderer(guide, theme.look("pdf")).lay_out(parts(guide)[1].html(NUMBERS, 3))


def test_proofreading_passes_right_numbers(document):
    proofread(document, 3, NUMBERS, notes=1)


def test_proofreading_finds_a_wrong_number(document):
    ((box, _),) = boxes.numbers(document.pages[0])
    assert boxes.stamp(box, 8)
    with pytest.raises(BuildError, match=r"Page 3 prints “\(p.\xa08\)” for 'c1', which is on page 3"):
        proofread(document, 3, NUMBERS, notes=1)


def test_proofreading_finds_a_lost_note(document):
    (area,) = (box for box in boxes.walk(boxes.page_box(document.pages[0])) if _is_area(box))
    area.children = []
    with pytest.raises(BuildError, match="has its mark on page 3 and its text on no page"):
        proofread(document, 3, NUMBERS, notes=1)


def test_proofreading_finds_a_note_printed_twice(document):
    (area,) = (box for box in boxes.walk(boxes.page_box(document.pages[0])) if _is_area(box))
    area.children = [*area.children, *area.children]
    with pytest.raises(BuildError, match="its text on page 3 and 3"):
        proofread(document, 3, NUMBERS, notes=1)


def test_proofreading_counts_the_notes(document):
    with pytest.raises(BuildError, match="Notes expected from page 3 on: 2; printed: 1"):
        proofread(document, 3, NUMBERS, notes=2)


def _is_area(box):
    return isinstance(box, boxes.FootnoteAreaBox)

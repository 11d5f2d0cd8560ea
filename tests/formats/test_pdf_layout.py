"""Page numbers are set right without another layout where that is possible, and with one where it is not."""

import pytest

from studyguide.formats.pdf.layout import paginate
from studyguide.formats.pdf.layout.verify import proofread
from studyguide.formats.pdf.weasy import boxes
from studyguide.formats.pdf.weasy.renderer import Renderer
from studyguide.support.errors import BuildError
from studyguide.themes import theme
from tests import generator
from tests.formats import pdf_samples


@pytest.fixture(scope="module")
def guide():
    return generator.publication(14)


@pytest.fixture
def renderer(guide):
    return Renderer(guide, theme.look("pdf"))


def test_numbers_set_after_layout_print_the_same_bytes_as_numbers_typed_in(guide, renderer, tmp_path):
    laid_out = paginate.lay_out(guide, renderer)
    numbers = laid_out.numbers()
    typed = [renderer.lay_out(sheet.part.html(numbers, sheet.first)) for sheet in laid_out.sheets]
    renderer.write([sheet.document for sheet in laid_out.sheets], tmp_path / "stamped.pdf")
    renderer.write(typed, tmp_path / "typed.pdf")
    assert (tmp_path / "stamped.pdf").read_bytes() == (tmp_path / "typed.pdf").read_bytes()


def test_few_parts_are_laid_out_twice(guide, renderer):
    laid_out = paginate.lay_out(guide, renderer)
    assert len(laid_out.sheets) == len(guide.sections) + 1
    assert laid_out.layouts <= len(laid_out.sheets) + 3


def test_bad_guesses_are_put_right(guide, renderer, monkeypatch):
    monkeypatch.setattr(paginate.page_refs, "estimate", lambda extents, _first, _scale: _all(extents, 1234))
    laid_out = paginate.lay_out(guide, renderer)
    numbers = laid_out.numbers()
    for sheet in laid_out.sheets:
        proofread(sheet.document, sheet.first, numbers, sheet.part.notes)
    assert laid_out.layouts > len(laid_out.sheets)


def _all(extents, number):
    return {name: number for extent in extents for name in extent.offsets}


def test_numbers_that_never_settle_are_an_error(guide, renderer, monkeypatch):
    monkeypatch.setattr(paginate.Layout, "settle", lambda _self: False)
    with pytest.raises(BuildError, match="still change after 5 layouts"):
        paginate.lay_out(guide, renderer)


def test_a_reference_to_nowhere_is_an_error():
    guide = pdf_samples.publication('<p>See <span class="page-ref" data-ref="nowhere"/>.</p>')
    with pytest.raises(BuildError, match="points to 'nowhere'"):
        paginate.lay_out(guide, Renderer(guide, theme.look("pdf")))


@pytest.mark.usefixtures("any_markup")
def test_a_reference_to_what_is_not_printed_is_an_error():
    guide = pdf_samples.publication(
        '<p id="hidden" style="display: none">x</p><p>See <span class="page-ref" data-ref="hidden"/>.</p>'
    )
    with pytest.raises(BuildError, match="points to 'hidden', but nothing with that id is printed"):
        paginate.lay_out(guide, Renderer(guide, theme.look("pdf")))


NOTED = '<p>Text<span class="note">A note.</span> and <span class="page-ref" data-ref="c1"/>.</p>'


@pytest.fixture
def sheet():
    """The one section of a small guide."""
    guide = pdf_samples.publication(NOTED)
    return paginate.lay_out(guide, Renderer(guide, theme.look("pdf"))).sheets[1]


def test_proofreading_passes_what_is_right(sheet):
    proofread(sheet.document, sheet.first, sheet.numbers(), notes=1)


def test_proofreading_finds_a_wrong_number(sheet):
    ((box, _),) = boxes.numbers(sheet.document.pages[0])
    assert boxes.stamp(box, 8)
    with pytest.raises(BuildError, match=r"Page 3 prints “\(p.\xa08\)” for 'c1', which is on page 3"):
        proofread(sheet.document, sheet.first, sheet.numbers(), notes=1)


def test_proofreading_finds_a_lost_note(sheet):
    (area,) = (box for box in boxes.walk(boxes.page_box(sheet.document.pages[0])) if _is_area(box))
    area.children = []
    with pytest.raises(BuildError, match="has its mark on page 3 and its text on no page"):
        proofread(sheet.document, sheet.first, sheet.numbers(), notes=1)


def test_proofreading_finds_a_note_printed_twice(sheet):
    (area,) = (box for box in boxes.walk(boxes.page_box(sheet.document.pages[0])) if _is_area(box))
    area.children = [*area.children, *area.children]
    with pytest.raises(BuildError, match="its text on page 3 and 3"):
        proofread(sheet.document, sheet.first, sheet.numbers(), notes=1)


def test_proofreading_counts_the_notes(sheet):
    with pytest.raises(BuildError, match="2 notes were to be printed from page 3 on, and 1 are there"):
        proofread(sheet.document, sheet.first, sheet.numbers(), notes=2)


def _is_area(box):
    return isinstance(box, boxes.FootnoteAreaBox)

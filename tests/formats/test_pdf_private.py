"""What we use of WeasyPrint beyond its public interface is still there, and still does what we think it does."""

import inspect

import pytest
import weasyprint
import weasyprint.document
import weasyprint.pdf
from weasyprint.layout import LayoutContext
from weasyprint.pdf.stream import Stream
from weasyprint.text.fonts import FontConfiguration

from studyguide.formats.pdf.forms.acroform import fillable
from studyguide.formats.pdf.merge.detached_part import detached
from studyguide.formats.pdf.weasy import boxes, patch_tags
from studyguide.formats.pdf.weasy.patch_footnotes import keeping_notes
from studyguide.themes import theme


def lay_out(body: str, css: str = "") -> weasyprint.Document:
    """Lay out with a font of ours, since a machine need not have any."""
    face = f"@font-face {{ font-family: Sample; src: url({theme.look('pdf').fonts[0].path.as_uri()}) }}"
    page = "@page { size: 400px 300px; margin: 20px } html { font: 16px/20px Sample } p { margin: 0 }"
    figures = "html { font-variant-numeric: lining-nums tabular-nums }"
    html = weasyprint.HTML(string=f"<html lang=en><title>x</title><style>{face} {page} {figures} {css}</style>{body}")
    return html.render(font_config=FontConfiguration())


@pytest.fixture(autouse=True)
def _one_moment(monkeypatch):
    """WeasyPrint dates a font by the second in which it cuts it, and two files may be cut in two."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")


def parameters(function) -> list[str]:
    return list(inspect.signature(function).parameters)


def test_the_replaced_functions_have_the_parameters_that_we_know():
    assert parameters(weasyprint.pdf.add_tags) == ["pdf", "document", "pdf_version", "page_streams"]
    assert parameters(weasyprint.pdf.resolve_links) == ["pages"]
    assert parameters(weasyprint.pdf.build_fonts_dictionary) == ["pdf", "fonts", "compress", "subset", "options"]
    assert parameters(Stream.marked) == ["self", "box", "tag"]
    assert parameters(weasyprint.pdf.add_forms)[:4] == ["forms", "matrix", "pdf", "page"]
    assert parameters(vars(LayoutContext)["_update_footnote_area"]) == ["self"]
    assert inspect.unwrap(weasyprint.document.LayoutContext) is LayoutContext


def test_a_document_is_written_as_before_when_ours_was_written():
    plain = '<ul><li>One<span style="float: footnote">A note.</span></li></ul><a href="#x" id="x">There</a>'
    before = lay_out(plain).write_pdf(pdf_variant="pdf/ua-1", uncompressed_pdf=True)
    form = lay_out('<input name="x" aria-label="X">', "input { appearance: auto; font-family: Literata }")
    with fillable(form, theme.look("pdf").fonts):
        form.write_pdf(pdf_variant="pdf/ua-1")
    ours = lay_out(plain)
    with patch_tags.tagging(ours), keeping_notes(), detached():
        assert ours.write_pdf(pdf_variant="pdf/ua-1", uncompressed_pdf=True) != before
    assert lay_out(plain).write_pdf(pdf_variant="pdf/ua-1", uncompressed_pdf=True) == before


def test_pages_still_know_where_fields_are():
    document = lay_out("<form><textarea name='x'></textarea></form>", "textarea { appearance: auto; height: 50px }")
    ((box, (_, top, _, bottom)),) = [found for inputs in document.pages[0].forms.values() for found in inputs]
    assert box.element.get("name") == "x"
    assert box.widget_annotation is None
    assert bottom - top == 50


def misplaced(filler: int) -> int:
    """How many notes stand away from their marks, where so many lines come before the last paragraph."""
    note = '<span class="note">A note that takes one line.</span>'
    body = f"<p>{'Line<br>' * filler}A line with a note{note}.</p><p>{'Another line<br>' * 6}</p>"
    document = lay_out(body, ".note { float: footnote; footnote-policy: line } p { orphans: 2; widows: 2 }")
    pages = [(list(boxes.marks(page)), list(boxes.notes(page))) for page in document.pages]
    assert sum(len(marks) for marks, _ in pages) == 1
    assert sum(len(notes) for _, notes in pages) == 1
    return sum(marks != notes for marks, notes in pages)


def test_weasyprint_still_sends_notes_away_and_we_keep_them():
    fillers = range(1, 14)
    assert any(misplaced(filler) for filler in fillers), "WeasyPrint was mended: patch_footnotes can go"
    with keeping_notes():
        assert not any(misplaced(filler) for filler in fillers)


def pages_of_a_note(size):
    """How many pages a line with its note of so many pixels takes, where one has room for both."""
    area = "@footnote { margin-top: 3mm; padding-top: 2mm; border-top: 0.5pt solid }"
    page = f"@page {{ size: A4; margin: 28mm 20mm; {area} }}"
    note = f'<span class="note">{"A note of some lines. " * 8}</span>'
    css = f"{page} .note {{ float: footnote; footnote-policy: line; font-size: {size}px; line-height: 1.4 }}"
    return len(lay_out(f"<p>Before.</p><p>A line with a note{note}.</p>", css).pages)


def test_a_rounding_error_does_not_send_notes_on():
    sizes = range(16, 33)
    assert any(pages_of_a_note(size) > 1 for size in sizes), "WeasyPrint was mended: notes may ask it for overflow"
    with keeping_notes():
        assert {pages_of_a_note(size) for size in sizes} == {1}


NUMBERS = '<p>See <a href="#x">there</a> <span data-ref="x">(p.\xa0{})</span> and so on.</p><p id="x">There</p>'


def test_a_stamped_number_prints_the_same_bytes_as_one_typed_in():
    stamped = lay_out(NUMBERS.format(31))
    ((box, target),) = boxes.numbers(stamped.pages[0])
    assert (box.text, target) == ("(p.\xa031)", "x")
    assert boxes.stamp(box, 48)
    typed = lay_out(NUMBERS.format(48))
    assert stamped.write_pdf(uncompressed_pdf=True) == typed.write_pdf(uncompressed_pdf=True)


def test_a_number_of_another_width_is_not_stamped():
    document = lay_out(NUMBERS.format(31))
    ((box, _),) = boxes.numbers(document.pages[0])
    assert not boxes.stamp(box, 131)
    assert box.text == "(p.\xa031)"


CONTENTS = '<p>Title <span class="contents-page" data-ref="x">{}</span></p><p id="x">There</p>'
ROOM = ".contents-page {{ display: inline-block; min-width: {}em; text-align: right }}"


@pytest.mark.parametrize(("before", "after"), [(9, 12), (31, 7), (99, 100)])
def test_a_number_in_a_room_of_its_own_may_become_wider(before, after):
    stamped = lay_out(CONTENTS.format(before), ROOM.format(2))
    ((box, _),) = boxes.numbers(stamped.pages[0])
    assert boxes.stamp(box, after)
    typed = lay_out(CONTENTS.format(after), ROOM.format(2))
    assert stamped.write_pdf(uncompressed_pdf=True) == typed.write_pdf(uncompressed_pdf=True)


@pytest.mark.parametrize(("before", "after"), [(999, 1000), (1000, 999)])
def test_a_number_that_outgrows_its_room_or_did_is_not_stamped(before, after):
    stamped = lay_out(CONTENTS.format(before), ROOM.format(2))
    ((box, _),) = boxes.numbers(stamped.pages[0])
    assert not boxes.stamp(box, after)


def test_list_markers_are_drawn_where_they_are_read():
    document = lay_out("<ol><li>First<li><p>Second</ol>")
    (page,) = document.pages
    texts = [box.text for box in boxes.walk(boxes.page_box(page)) if isinstance(box, boxes.TextBox)]
    places = [box.position_x for box in boxes.walk(boxes.page_box(page)) if isinstance(box, boxes.TextBox)]
    boxes.draw_markers_first(page)
    lines = [box for box in boxes.walk(boxes.page_box(page)) if isinstance(box, boxes.LineBox)]
    assert [[text.text for text in line.children] for line in lines] == [["1. ", "First"], ["2. ", "Second"]]
    assert sorted(texts) == ["1. ", "2. ", "First", "Second"]
    moved = [box.position_x for box in boxes.walk(boxes.page_box(page)) if isinstance(box, boxes.TextBox)]
    assert sorted(moved) == sorted(places)

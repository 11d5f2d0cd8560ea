"""What WeasyPrint does not do by itself: each test fails when it does, and says which patch can go."""

import io

import pikepdf
import pytest
import weasyprint
from test_pdf_letters import DRAWING, LABEL, lay_out_plainly, plain, read  # noqa: F401 (a fixture)
from test_pdf_private import lay_out

from studyguide.formats.pdf.weasy import boxes, patch_note_links


def written(document: weasyprint.Document) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(document.write_pdf(pdf_variant="pdf/ua-1")))


def roles(element: pikepdf.Object) -> list[str]:
    """The roles of all structure elements, in reading order."""
    kids = element.get("/K", [])
    kids = [kids] if isinstance(kids, pikepdf.Dictionary) else kids
    inside = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    return [str(element.get("/S", "")), *(role for kid in inside for role in roles(kid))]


def test_weasyprint_links_no_note():
    note = '<p>Text<span class="note">A note.</span></p>'
    (page,) = lay_out(note, ".note { float: footnote }").pages
    calls = [box for box in boxes.walk(boxes.page_box(page)) if boxes.is_pseudo(box, patch_note_links.CALL)]
    assert len(calls) == 1
    assert not page.links, "WeasyPrint links notes now: patch_note_links can go"


def test_weasyprint_divides_the_tags_of_what_runs_over_pages():
    pdf = written(lay_out(f"<ul>{'<li>An item</li>' * 40}</ul>"))
    assert len(pdf.pages) > 1
    assert roles(pdf.Root.StructTreeRoot).count("/L") == len(pdf.pages), "Kozea/WeasyPrint#2903 is mended"


def test_weasyprint_tags_running_heads_as_text():
    pdf = written(lay_out("<p>Text</p>", "@page { @top-left { content: 'A running head' } }"))
    content = pdf.pages[0].Contents.read_bytes()
    assert content.count(b"BDC") > 1
    assert b"/Artifact" not in content, "Kozea/WeasyPrint#1836 is mended"


@pytest.mark.parametrize("words", ["שלום", "مرحبا"])
@pytest.mark.usefixtures("plain")
def test_weasyprint_draws_joined_and_reversed_letters_one_by_one(words):
    drawn = DRAWING.format("font-family=\"'Noto Sans Fallback'\"", words)
    assert read(lay_out_plainly(drawn)) != read(lay_out_plainly(f"<p {LABEL}>{words}</p>")), "patch_svg_text can go"

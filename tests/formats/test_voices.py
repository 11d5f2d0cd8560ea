"""What a voice says: links have names, short forms have words, and nothing is said twice."""

import pikepdf
import pytest

from studyguide.formats.html.bodies import prepare
from studyguide.formats.pdf.weasy import patch_note_links
from studyguide.formats.web.pages import section_pages
from studyguide.languages.labels import Labels
from studyguide.publication import Section
from studyguide.render.qr_codes import svg
from studyguide.support import xhtml
from studyguide.support.keep import Keep
from studyguide.support.paths import specimen_folder
from tests.formats.pdf_samples import build, elements, publication

CITED = '<sup><a class="cite" href="#source--a">3</a></sup>'
BADGE = '<span class="badge spoiler" data-pill="ending">Gives away the ending</span>'
DRAWING = (
    '<div class="figure" role="figure"><svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 9 9" '
    'aria-labelledby="t d"><title id="t">A chart</title><desc id="d">It rises.</desc></svg></div>'
)


def on_screen(inside, language="en"):
    root = xhtml.parse(f'<section id="s">{inside}</section>')
    prepare(root, Section("s", "prose", "doc-chapter", "T", "T", (), ""), {}, Labels.of(language))
    return root


@pytest.mark.parametrize(("language", "words"), [("en", "Note 1"), ("de", "Anmerkung 1")])
def test_the_mark_of_a_note_says_that_it_is_one(language, words):
    root = on_screen('<p>Said.<span class="note">A note.</span></p>', language)
    (link,) = (each for each in root.iter("a") if each.get("role") == "doc-noteref")
    assert link.get("aria-label") == words
    assert link.text in words


def test_a_citation_that_is_a_number_says_of_what_and_one_in_words_has_its_words():
    root = on_screen(f'<p>Said.{CITED} (<a class="cite" href="#source--b">Shelley 12</a>)</p>')
    assert [each.get("aria-label") for each in root.iter("a")] == ["Source 3", None]


def test_a_drawing_in_a_web_page_is_said_once():
    (page,) = section_pages(publication(DRAWING), Keep())
    (drawing,) = page.body.iter(f"{{{xhtml.SVG}}}svg")
    assert drawing.get("aria-labelledby") == "t d"
    assert drawing.get("aria-description") == ""  # browsers take the description again without it
    assert drawing.getparent().get("aria-labelledby") is None


def test_templates_do_not_say_the_title_of_a_drawing_a_second_time():
    texts = [file.read_text("utf-8") for file in specimen_folder().parent.glob("templates/**/*.j2")]
    assert sum(text.count('role="figure"') for text in texts) > 3
    assert not any(f'role="figure" {name}' in text for text in texts for name in ("aria-label", "aria-labelledby"))


def test_a_code_does_not_spell_out_the_address_beside_it():
    words = "QR code for Thunder in a studio"
    assert f"<title>{words}</title>" in svg("https://example.org/thunder", words)


@pytest.mark.pages
def test_links_and_short_forms_of_a_page_have_words(tmp_path):
    text = f'<p>A.{CITED} B.<span class="note">Note.</span> <span class="page-ref" data-ref="c1"/> {BADGE}</p>'
    entry = '<ul class="bibliography"><li id="source--a">Ada.</li></ul>'
    with pikepdf.open(build(tmp_path, text + entry)) as pdf:
        names = {str(link.Alt) for link in elements(pdf, "Link") if "/Alt" in link}
        said = {str(span.E) for span in elements(pdf, "Span") if "/E" in span}
    assert names == {"Source 3", "Note 1", "1, back to the text"}
    assert said == {"page 3", "Gives away the ending"}
    assert patch_note_links.NUMBER not in "".join(names | said)

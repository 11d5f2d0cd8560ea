"""Letters with marks, words from right to left, and words in drawings: WeasyPrint alone, and with our patches."""

import inspect
import io
import unicodedata

import pypdfium2
import pytest
import weasyprint
from weasyprint.pdf.fonts import Font
from weasyprint.svg import TAGS
from weasyprint.text.ffi import ffi, pango
from weasyprint.text.fonts import FontConfiguration
from weasyprint.text.line_break import Layout

from studyguide.formats.pdf.weasy import patch_combining_marks, patch_svg_text, patch_to_unicode
from studyguide.formats.pdf.weasy.stylesheets import font_and_rules
from studyguide.formats.pdf.weasy.url_fetcher import ClosedFetcher, font_files, font_url
from studyguide.themes import theme

LABEL = 'style="font-family: var(--font-label); font-size: 40px"'
BARE = "@page { @top-left { content: none } @bottom-left { content: none } @bottom-right { content: none } }"
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="60"><text y="40" {}>{}</text></svg>'


@pytest.fixture
def plain(monkeypatch):
    """WeasyPrint as it comes."""
    font_and_rules(theme.look("pdf"))
    monkeypatch.setattr(Layout, "set_text", patch_combining_marks.original)
    monkeypatch.setattr(Font, "__init__", patch_to_unicode.original)
    for name in patch_svg_text.ELEMENTS:
        monkeypatch.setitem(TAGS, name, patch_svg_text.original)
    monkeypatch.setattr(weasyprint.svg, "text", patch_svg_text.original)


def lay_out(body: str) -> weasyprint.Document:
    """A page in the quiet look, for which WeasyPrint is patched."""
    fonts, css = font_and_rules(theme.look("pdf"))
    source = weasyprint.HTML(string=f"<html lang=en><title>x</title>{body}")
    return source.render(fonts, stylesheets=[css, weasyprint.CSS(string=BARE)])


def lay_out_plainly(body: str) -> weasyprint.Document:
    """The same page, without our patches."""
    look, fonts = theme.look("pdf"), FontConfiguration()
    css = look.font_faces(font_url) + look.css + BARE
    fetcher = ClosedFetcher(font_files(look))
    sheet = weasyprint.CSS(string=css, url_fetcher=fetcher, font_config=fonts)
    return weasyprint.HTML(string=f"<html lang=en><title>x</title>{body}").render(fonts, stylesheets=[sheet])


def read(document: weasyprint.Document) -> str:
    with pypdfium2.PdfDocument(io.BytesIO(document.write_pdf())) as pdf:
        text = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    return unicodedata.normalize("NFC", " ".join(text.split()))


def families(document: weasyprint.Document) -> dict[str, str]:
    """The letters that each font was asked for."""
    document.write_pdf()
    return {font.family: "".join(font.to_unicode.values()) for font in document.fonts.values()}


YORUBA = f"<p {LABEL}>\u1ecd\u0301 b\u1eb9\u0300</p>"


def test_a_letter_and_its_mark_are_in_one_font():
    found = families(lay_out(YORUBA))
    assert "\u0301" in found["Noto Sans Fallback"]
    assert found["Atkinson Hyperlegible"].strip() == "b"


def test_marks_that_a_face_cannot_place_are_in_another():
    found = families(lay_out("<p><code>\u1ecd\u0301 e\u0301</code></p>"))
    assert "\u0301" in found["Noto Sans Fallback"]
    assert found["Source Code Pro"].strip() in {"e\u0301", "\u00e9"}


@pytest.mark.usefixtures("plain")
def test_weasyprint_still_parts_them():
    found = families(lay_out_plainly(YORUBA))
    assert "\u0301" in found["Atkinson Hyperlegible"], "Pango was mended: patch_combining_marks can go"


MARKED = f"<p {LABEL}>\u1ecd\u0301 \u1ecd \u1eb9\u0301 m\u0304 n\u0304</p>"


def test_letters_with_marks_are_read_as_they_were_written():
    assert read(lay_out(MARKED)) == "\u1ecd\u0301 \u1ecd \u1eb9\u0301 m\u0304 n\u0304"


@pytest.mark.usefixtures("plain")
def test_weasyprint_still_names_glyphs_wrongly():
    text = f"<p style=\"font: 40px 'Noto Sans Fallback'\">{MARKED}"
    assert "\u1ecd\u0301 \u1ecd \u1eb9\u0301" not in read(lay_out_plainly(text)), "patch_to_unicode can go"


ARABIC = ["فصلان للأول", "تأليف لآخر الإبل", "بئر (رواية) وسؤال", "رؤية [لا] إلى", "«لأن» فئة"]


@pytest.mark.parametrize("words", ARABIC)
def test_letters_that_are_joined_are_read_as_they_were_written(words):
    assert read(lay_out(f"<div lang=ar dir=rtl><p {LABEL}>{words}</p></div>")) == words


def test_brackets_are_read_the_right_way_round_after_words_from_right_to_left():
    body = f"<p lang=ar dir=rtl {LABEL}>(1974) لا</p><div style='break-before: page'><p {LABEL}>(1974) [b]</p></div>"
    assert read(lay_out(body)).endswith("(1974) [b]")


@pytest.mark.parametrize(
    ("text", "said"), [("لا", "\ufefb"), ("\ufef8", "\ufef7"), ("في", "\ufc32"), ("\ufe84", "أ"), ("بت", "بت")]
)
def test_letters_in_one_sign_have_one_character(text, said):
    assert patch_to_unicode.as_read(text) == said


@pytest.mark.usefixtures("plain")
def test_weasyprint_still_lets_readers_turn_joined_letters_around():
    text = f"<p lang=ar dir=rtl style=\"font: 40px 'DejaVu Sans Fallback'\">{ARABIC[0]}"
    assert read(lay_out_plainly(text)) != ARABIC[0], "patch_to_unicode need not know Arabic"


@pytest.mark.parametrize(
    "style",
    ['font-family="Arial"', 'font-family="sans-serif"', "", 'style="font-family: Comic Sans MS; font-size: 24px"'],
)
def test_words_in_a_drawing_are_in_the_face_for_labels(style):
    assert [*families(lay_out(DRAWING.format(style, "Hello")))] == ["Atkinson Hyperlegible"]


FONT = "font: {} 30px/1.2 'Any Family', sans-serif"


@pytest.mark.parametrize("words", ["", "bold", "italic 700", "small-caps bold oblique"])
def test_the_font_of_words_in_a_drawing_may_be_in_one_declaration(words):
    attribute = DRAWING.format(f'style="{FONT.format(words)}"', "Hello")
    sheet = DRAWING.format("", "Hello").replace("<text", f"<style>text {{ {FONT.format(words)} }}</style><text")
    long = f'font-size="30" font-weight="{700 if "0" in words or "bold" in words else 400}"'
    slanted = ' font-style="oblique"' if "oblique" in words else ' font-style="italic"' if "italic" in words else ""
    written = [lay_out(each).write_pdf() for each in (attribute, sheet, DRAWING.format(long + slanted, "Hello"))]
    assert written[0] == written[1] == written[2]
    assert read(lay_out(attribute)) == "Hello"


@pytest.mark.parametrize("words", ["שלום עולם", "مرحبا", "\u1ecd\u0301 m\u0304"])
def test_words_in_a_drawing_are_set_whole(words):
    assert read(lay_out(DRAWING.format("", words))) == read(lay_out(f"<p {LABEL}>{words}</p>"))


@pytest.mark.usefixtures("plain")
def test_weasyprint_still_takes_a_font_of_the_machine_for_a_drawing():
    found = families(lay_out_plainly(DRAWING.format('font-family="No Such Family"', "Hello")))
    assert "Atkinson Hyperlegible" not in found, "WeasyPrint was mended: patch_svg_text can go"


@pytest.mark.parametrize(("words", "said"), [("שלום עולם", "שלום עולם"), ("Ça 2010", "Ça 2010")])
def test_words_are_read_in_their_order(words, said):
    assert read(lay_out(f'<p><span lang="he" dir="rtl">{words}</span></p>')) == said


def test_what_is_replaced_is_as_we_know_it():
    assert [*inspect.signature(patch_combining_marks.original).parameters] == ["self", "text", "justify"]
    assert [*inspect.signature(patch_to_unicode.original).parameters] == [
        "self",
        "pango_font",
        "description",
        "font_size",
    ]
    assert " ".join(inspect.signature(patch_svg_text.original).parameters) == "svg node font_size"
    assert pango.pango_attr_family_new(b"Any") != ffi.NULL

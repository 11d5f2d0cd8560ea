"""Letters of every kind print in every place, in fonts of the look, and are read as they were written."""

import re
import unicodedata
from zipfile import ZipFile

import all_signs
import pikepdf
import pypdfium2
import pytest
import uharfbuzz
from PIL import Image, ImageChops, ImageDraw

from studyguide import formats
from studyguide.build.checked_guide import sound
from studyguide.build.edition_publication import publish
from studyguide.formats.epub import cover_text
from studyguide.support.paths import style_names
from studyguide.themes import theme

THEMES = style_names("themes")
DISTINCT = {frozenset(theme.families(name).items()): name for name in reversed(THEMES)}
"""A theme for each choice of families; others differ in nothing that decides about fonts."""


def plain(text: str) -> str:
    """Composed, without spaces."""
    return "".join(unicodedata.normalize("NFC", text).split())


@pytest.fixture(scope="module")
def publication(tmp_path_factory):
    guide = sound(all_signs.guide(tmp_path_factory.mktemp("signs")))
    return publish(guide, guide.info.editions[0])


def test_every_theme_has_the_families_of_one_that_is_printed_here():
    assert {frozenset(theme.families(name).items()) for name in THEMES} == DISTINCT.keys()
    assert len(DISTINCT) > 1


@pytest.mark.parametrize("name", DISTINCT.values())
def test_every_sign_prints_in_every_place(publication, tmp_path, name):
    look, file = theme.look("pdf", theme=name), tmp_path / "signs.pdf"
    formats.load("pdf").write(publication, look, file)
    with pypdfium2.PdfDocument(file) as pdf:
        text = plain("".join(page.get_textpage().get_text_bounded() for page in pdf))
    lost = [place for place in all_signs.PLACES if plain(f"{place} {all_signs.ALL}") not in text]
    assert lost == []
    with pikepdf.open(file) as pdf:
        found = {
            str(each.BaseFont) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/BaseFont" in each
        }
    families = {font.family.replace(" ", "-") for font in look.fonts}
    assert found
    assert [name for name in found if not any(name.partition("+")[2].startswith(family) for family in families)] == []


@pytest.mark.parametrize("name", DISTINCT.values())
@pytest.mark.parametrize("role", ["text", "label"])
def test_every_sign_is_drawn_on_the_cover_of_an_e_book(name, role):
    face = cover_text.upright(theme.look("epub", theme=name), role, 700, 80)
    nothing = {bytes(own(joined=False).getmask("\ue000")) for _, own in face.faces}
    for sign in {*all_signs.ALL} - {" "}:
        ((own, text),) = face.runs(sign)
        assert text == unicodedata.normalize("NFC", sign)
        assert unicodedata.combining(sign) or bytes(own.getmask(sign)) not in nothing, sign


def test_a_mark_is_drawn_with_the_font_of_its_letter():
    face = cover_text.upright(theme.look("epub"), "label", 400, 80)
    assert [text for _, text in face.runs("a m\u0304 b")] == ["a m\u0304 b"]
    assert [text for _, text in face.runs("a \u1ecd\u0301 b")] == ["a ", "\u1ecd\u0301", " b"]


def test_words_read_from_the_right_keep_their_place_on_the_cover():
    face = cover_text.upright(theme.look("epub"), "label", 400, 80)
    assert [text for _, text in face.runs("שלום עולם (film)")] == ["שלום עולם", " (film)"]
    width = face.length("שלום")
    ((own, _),) = face.runs("שלום")
    letters = [own.getlength(letter) for letter in "שלום"]
    assert abs(width - sum(letters)) < 20
    mirrored = Image.new("L", (400, 120)), Image.new("L", (400, 120))
    for image, text in zip(mirrored, ("שלום", "ש"), strict=True):
        face.put(ImageDraw.Draw(image), 0 if len(text) > 1 else width - letters[0], 90, text, 255)
    right = [
        image.crop((int(width - letters[0]) + 4, 0, 400, 120)).point(lambda grey: grey > 128) for image in mirrored
    ]
    assert ImageChops.difference(*right).getbbox() is None, "the first letter is not the one on the right"


def test_an_e_book_brings_the_fonts_for_what_readers_lack(publication, tmp_path):
    file = tmp_path / "signs.epub"
    formats.load("epub").write(publication, theme.look("epub"), file)
    with ZipFile(file) as book:
        page, style = book.read("EPUB/text.xhtml").decode(), book.read("EPUB/screen.css").decode()
        cut = [name for name in book.namelist() if name.startswith("EPUB/fonts/")]
        assert len([name for name in book.namelist() if name.endswith("-LICENSE.txt")]) == len(cut) == 2
        brought = {code for name in cut for code in uharfbuzz.Face(book.read(name)).unicodes}
        assert all(len(book.read(name)) < 30_000 for name in cut)
    marked = "".join(re.findall('class="fallback">([^<]*)<', page))
    assert {"ʃ", "⇒", "☐", "\u2011"} <= {*marked}
    assert not {"И", "Ὀ", "ř"} & {*marked}
    assert {ord(sign) for sign in marked if not unicodedata.combining(sign)} <= brought
    assert style.count("@font-face") == 2
    assert '.fallback { font-family: "Noto Sans Fallback", "DejaVu Sans Fallback"; }' in style


def test_web_pages_have_what_they_show(publication, tmp_path):
    formats.load("web").write(publication, theme.look("web"), tmp_path / "web")
    style = (tmp_path / "web/style.css").read_text("utf-8")
    files = re.findall(r'url\("(fonts/[^"]+)"\)', style)
    assert all((tmp_path / "web" / name).is_file() for name in files)
    whole = {'"Literata"', '"Atkinson Hyperlegible"', '"Source Code Pro"'}
    assert {*re.findall(r'@font-face \{ [^}]*font-family: ("[^"]+")', style)} == whole | {
        '"Noto Sans Fallback"',
        '"DejaVu Sans Fallback"',
    }
    assert style.count("unicode-range: U+0-2FF, U+370-10FFFF;") == 4
    assert (tmp_path / "web/fonts/DejaVu-Sans-Fallback-LICENSE.txt").read_text("utf-8").startswith("Copyright")


def test_a_plain_guide_brings_no_fallbacks(tmp_path):
    guide = sound(all_signs.guide(tmp_path / "guide", "plain words"))
    publication = publish(guide, guide.info.editions[0])
    formats.load("epub").write(publication, theme.look("epub"), tmp_path / "plain.epub")
    with ZipFile(tmp_path / "plain.epub") as book:
        assert not any("font" in name.lower() or "LICENSE" in name for name in book.namelist())
        assert b"fallback" not in book.read("EPUB/screen.css") + book.read("EPUB/text.xhtml")

"""In a guide in a language without labels, every English word of a page is said to be English, and no mark is left."""

import re
from zipfile import ZipFile

import pytest
from lxml import etree, html

from studyguide import handouts
from studyguide.build.checked_guide import review, sound
from studyguide.build.edition_publication import publish
from studyguide.build.page_map import MapRow, PageMap, with_map, with_room
from studyguide.cli import main
from studyguide.formats import epub, web
from studyguide.formats.pdf.layout.html import parts
from studyguide.handouts import handout_kinds
from studyguide.languages import language_marks
from studyguide.languages.labels import Labels
from studyguide.languages.language_marks import BEGIN, END, TOLD, marked, opening, pieces, wrapped
from studyguide.publication import LEFT_MARK
from studyguide.support import xhtml
from studyguide.support.errors import BuildError
from studyguide.themes import theme
from tests.pseudo_language import SIGN, PseudoGuide, left

MARKS = re.compile(f"[{BEGIN}{TOLD}{END}]|&#13[456];|&#x8[678];")
ENGLISH = opening("en")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The specimen in other letters, in a language that has no labels."""
    folder = tmp_path_factory.mktemp("bulgarian")
    PseudoGuide(folder, {}, "bg")
    return folder


@pytest.fixture(scope="module")
def guide(folder):
    return sound(folder)


@pytest.fixture(scope="module")
def publication(guide):
    made = with_room(publish(guide, guide.info.editions[0]), [SIGN, SIGN])
    return with_map(made, PageMap({"a": SIGN, "b": SIGN, "c": SIGN}, (MapRow("2", ("3", "4", "2")),)))


def untold(root, publication=None):
    """The texts that would be read out as Bulgarian although they have Latin letters; in drawings only the titles.

    An element that can have no others in it may mix the languages, and so may metadata.
    """
    about = {*publication.metadata.works, publication.metadata.contents} if publication else set()
    for element in root.iter(etree.Element):
        name = etree.QName(element).localname
        if name not in {"style", "script", "text", "tspan"}:
            yield from untold_text(element, element.text if element.text not in about else "")
        if element.getparent() is not None and name != "title":
            yield from untold_text(element.getparent(), element.tail)


def untold_text(element, text):
    mixes = etree.QName(element).localname in {"title", "desc"} and re.search(f"[{SIGN}а-я]", text or "")
    if not text or mixes or not re.search("[A-Za-z]{2}", text):
        return
    language = next((each.get("lang") for each in (element, *element.iterancestors()) if each.get("lang")), "bg")
    yield from left([text]) if language != "en" else ()


def test_the_labels_are_missing(folder, guide):
    assert len(guide.info.labels.missing) > 500
    assert [str(remark)[:23] for remark in review(folder).remarks if remark.code == "SG120"]


def test_english_words_of_an_epub_are_english(publication, tmp_path):
    epub.write(publication, theme.look("epub"), tmp_path / "book.epub")
    with ZipFile(tmp_path / "book.epub") as book:
        files = {
            name: book.read(name).decode() for name in book.namelist() if name.endswith((".xhtml", ".ncx", ".opf"))
        }
    assert [name for name, text in files.items() if MARKS.search(text)] == []
    pages = {name: etree.fromstring(text.encode()) for name, text in files.items() if name.endswith(".xhtml")}
    assert {name: found for name, root in pages.items() if (found := [*untold(root, publication)])} == {}
    spans = [each for root in pages.values() for each in root.iter("{*}span") if each.get("lang") == "en"]
    assert len(spans) > 200
    assert [each for each in spans if each.get("{http://www.w3.org/XML/1998/namespace}lang") != "en"] == []


def test_english_words_of_web_pages_are_english(publication, tmp_path):
    web.write(publication, theme.look("web"), tmp_path / "web")
    assert [
        file.name for file in (tmp_path / "web").glob("*.*") if MARKS.search(file.read_text("utf-8", "replace"))
    ] == []
    pages = {page.name: html.fromstring(page.read_bytes()) for page in (tmp_path / "web").glob("*.html")}
    assert {name: found for name, root in pages.items() if (found := [*untold(root, publication)])} == {}


def test_english_words_of_printed_pages_are_english(publication):
    names = {element.get("id") for each in publication.sections for element in xhtml.parse(each.body).iter("*")}
    numbers = dict.fromkeys(filter(None, names), 12)
    pages = [part.html(numbers, 1) for part in parts(publication)]
    assert [page for page in pages if MARKS.search(page)] == []
    found = [text for page in pages for text in untold(html.fromstring(page), publication)]
    assert found == []


def test_english_words_of_sheets_are_english(guide):
    found = {}
    for group in dict.fromkeys(module.GROUP for module in handout_kinds.modules().values()):
        for name, tiers in handouts.names(guide, guide.info.editions[0], group).items():
            for tier in tiers:
                made = handouts.publish(guide, guide.info.editions[0], name, tier)
                found[f"{name} {tier}"] = [*untold(xhtml.parse(made.sections[0].body))]
                assert not MARKS.search(repr((made.metadata, made.sections)))
    assert len(found) > 20
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize(
    "command",
    [
        *(
            "build --no-pages --format epub --format web --format docx",
            "worksheets --format docx",
            "slides",
            "quiz",
            "cards",
        ),
        *("facts", "questions", "check", "list worksheets", "list slides", "lessons --format docx"),
    ],
)
def test_no_mark_is_in_any_file(command, folder, tmp_path, capsys):
    name, *rest = command.split()
    output = [] if name in {"check", "list"} else ["--output", str(tmp_path)]
    place = [*rest[:1], str(folder)] if name == "list" else [*rest, str(folder)]
    assert main([name, *place, *output]) in {0, 1}
    said = capsys.readouterr()
    assert not MARKS.search(said.out + said.err)
    assert bool([*tmp_path.rglob("*.*")]) == bool(output)
    assert [part for file in tmp_path.rglob("*") if file.is_file() for part in contents(file) if has_marks(*part)] == []


def contents(file):
    """The name and the content of a file, or of each file in it."""
    if file.suffix in {".epub", ".docx", ".pptx", ".zip", ".apkg", ".imscc", ".xlsx"}:
        with ZipFile(file) as whole:
            yield from ((f"{file.name}/{name}", whole.read(name)) for name in whole.namelist())
    else:
        yield file.name, file.read_bytes()


def has_marks(name, content):
    is_text = not name.endswith((".png", ".ttf", ".woff2", ".woff", ".otf", ".anki2", ".anki21"))
    return is_text and bool(re.search(rb"\xc2[\x86-\x88]|&#13[456];|&#x8[678];|\\u008[678]", content))


def test_texts_become_elements_and_attributes_lose_their_marks():
    page = f'<p title="{marked("Close")}">{marked("Scene ")}4 <b>{marked("and")}</b></p><title>{marked("Map")}</title>'
    english = (
        '<p title="Close"><span lang="en" dir="ltr">Scene</span> 4 <b><span lang="en" dir="ltr">and</span></b></p>'
    )
    assert wrapped(page) == f'{english}<title lang="en" dir="ltr">Map</title>'
    drawing = f"<svg><title>{marked('Map of ')}Ωω</title><text>{marked('Key')}</text></svg>{marked('Key')}"
    assert wrapped(drawing) == '<svg><title>Map of Ωω</title><text>Key</text></svg><span lang="en" dir="ltr">Key</span>'
    assert wrapped(marked("a"), xml=True) == '<span lang="en" xml:lang="en" dir="ltr">a</span>'


BROKEN = [
    *(BEGIN, END, TOLD, ENGLISH, f"<p>{ENGLISH}a</p>b{END}", f"{ENGLISH}{ENGLISH}a{END}"),
    *(f"{BEGIN}a{END}", f"<p a='{END}'>x</p>", f"{ENGLISH}a {opening('fr')}b{END} c{END}"),
]


@pytest.mark.parametrize("page", BROKEN)
def test_no_mark_is_ever_left(page):
    found = wrapped(f"<div>{page}</div>")
    assert language_marks.unmarked(found) == found
    xhtml.parse(found)
    assert not any(MARKS.search(text) for _, text in pieces(page))


def test_words_of_any_language_have_its_tag_and_its_direction():
    text = f"Über {marked('Les Misérables', 'fr')} und {marked(' שלום ', 'he')}."
    assert wrapped(f"<p>{text}</p>") == (
        '<p>Über <span lang="fr" dir="ltr">Les Misérables</span> und  <span lang="he" dir="rtl">שלום</span> .</p>'
    )
    assert [each for each in pieces(text) if each[1]] == [
        ("", "Über "),
        ("fr", "Les Misérables"),
        ("", " und  "),
        ("he", "שלום"),
        ("", " ."),
    ]
    mixed = f"{marked('One', 'en')} {marked('deux', 'fr')}"
    assert wrapped(f"<title>{mixed}</title>") == "<title>One deux</title>"


def test_only_english_letters_get_marks():
    labels = Labels.of("br", {"web.close": "Cau"}).marked()
    assert labels.say("web.close") == "Cau"
    assert labels.say("division.one", by="scene", number=4) == f"{ENGLISH}Scene {END}4"
    assert labels.say("people.pair", one="A", other="B") == f"A{ENGLISH} and {END}B"
    assert labels.say("choice.letters") == "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    assert labels.say("works-cited.none") != Labels.of("br").say("works-cited.none")
    assert Labels.of("en-GB").marked().say("web.close") == "Close"


def test_a_publication_with_a_mark_is_refused(publication):
    section = publication.sections[0]
    with pytest.raises(BuildError, match=re.escape(LEFT_MARK)):
        type(publication)("x", publication.metadata, (type(section)(**{**vars(section), "title": marked("a")}),), ())

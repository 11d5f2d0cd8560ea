"""A guide in German with French words and English titles: every output says which words are in which language."""

import io
import re
import zipfile
from collections.abc import Mapping
from html import unescape

import pikepdf
import pytest
from lxml import etree, html

from studyguide.cli import main
from studyguide.support import paths
from tests.mutations import copied

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
DC = "{http://purl.org/dc/elements/1.1/}"

TITLE, BOOK, NAME = "A Christmas Carol", "Great Expectations", "Mr Pickwick"
"""English: the title of the guide and its work, of a source, and a name."""
WORDS, PHRASE = "Longtemps je me suis couché de bonne heure", "mot juste"
"""French: a quotation, and words in a question."""
GERMAN = "Wohnung am Kanal"

FILES = {
    "chapters/zitate.yaml": f"""
kind: quotations
title: Zitate
intro: Siehe [](#quote-one) über {GERMAN}.
quotations:
  - {{id: quote-one, words: {WORDS}, lang: fr, said_by: "[{NAME}]{{lang=en}}", where: Kapitel 1, sources: [book]}}
""",
    "chapters/werke.yaml": "kind: works-cited\ntitle: Zitierte Werke\n",
    "sources.yaml": f"- {{id: book, type: book, title: {BOOK}, language: en, author: [{{family: Roe}}]}}\n",
}


OTHERS = r"moodle\.xml|gift\.txt|canvas.*/my-guide\.xml"
"""The quizzes whose questions are HTML in a text."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The small guide of the program, in German, with a quotation, a source and a question of other languages."""
    folder = copied(paths.starter_folder(), tmp_path_factory.mktemp("languages") / "guide")
    info = folder / "guide.yaml"
    text = info.read_text("utf-8").replace("language: en-GB", "language: de\ntitle_lang: en")
    text = text.replace(f"    title: {TITLE}\n", f"    title: {TITLE}\n    lang: en\n")
    info.write_text(text.replace("  - questions\n", "  - questions\n  - zitate\n  - werke\n"), "utf-8")
    for name, content in FILES.items():
        (folder / name).write_text(content.lstrip(), "utf-8")
    asked = folder / "chapters/questions.yaml"
    asked.write_text(
        asked.read_text("utf-8").replace("Who invites", f"With the [{PHRASE}]{{lang=fr}}, who invites"), "utf-8"
    )
    return folder


@pytest.fixture(scope="module")
def made(folder, tmp_path_factory):
    """What a command writes, by the names of its files; in archives with the name of the archive before them."""
    found: dict[str, Mapping[str, bytes]] = {}

    def by(command):
        if command not in found:
            output = tmp_path_factory.mktemp("made")
            name, *rest = command.split()
            assert main([name, str(folder), *rest, "--output", str(output)]) == 0
            found[command] = dict(_files(output))
        return found[command]

    return by


def _files(output):
    for path in sorted(each for each in output.rglob("*") if each.is_file()):
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                yield from ((f"{path.name}/{name}", archive.read(name)) for name in archive.namelist())
        else:
            yield path.name, path.read_bytes()


def told(root, words, attribute="lang"):
    """The languages of the elements that have some words, from the element or the nearest around it."""
    for element in root.iter(etree.Element):
        for around, text in ((element, element.text), (element.getparent(), element.tail)):
            if around is not None and words in re.sub(r"\s+", " ", text or ""):
                named = (each.get(attribute) for each in (around, *around.iterancestors()))
                yield next((each for each in named if each), "")


def runs(root, name, words, language):
    """The languages of the runs of Word or PowerPoint that have some words."""
    for run in root.iter(f"{name}r"):
        if words in "".join(each.text or "" for each in run.iter(f"{name}t")):
            yield language(run)


def in_word(run):
    found = run.find(f"{W}rPr/{W}lang")
    return None if found is None else found.get(f"{W}val")


def pages(files, suffix):
    return {name: html.fromstring(content) for name, content in files.items() if name.endswith(suffix)}


def assert_told(root, words, language, attribute="lang"):
    """Every place of some words outside of the title of a page has their language; some place has the words."""
    for element in list(root.iter("title", "script", "style")):
        element.text = ""
    found = [*told(root, words, attribute)]
    assert {*found} <= {language}, words
    return len(found)


def test_web_pages(made):
    read = pages(made("build --format web"), ".html")
    assert {root.get("lang") for root in read.values()} == {"de"}
    counts = {words: sum(assert_told(root, words, "en") for root in read.values()) for words in (TITLE, BOOK, NAME)}
    counts |= {words: sum(assert_told(root, words, "fr") for root in read.values()) for words in (WORDS, PHRASE)}
    assert all(counts.values()), counts
    assert sum(assert_told(root, GERMAN, "de") for root in read.values()) == 1


def test_an_e_book(made):
    files = made("build --format epub --no-pages")
    xhtml = {name: etree.fromstring(content) for name, content in files.items() if name.endswith(".xhtml")}
    for attribute in ("lang", XML_LANG):
        assert {root.get(attribute) for root in xhtml.values()} == {"de"}
        for words, language in ((BOOK, "en"), (NAME, "en"), (WORDS, "fr"), (PHRASE, "fr"), (GERMAN, "de")):
            found = [each for root in xhtml.values() for each in told(root, words, attribute)]
            assert {*found} == {language}, words
    package = etree.fromstring(next(content for name, content in files.items() if name.endswith(".opf")))
    assert package.get(XML_LANG) == "de"
    assert [each.text for each in package.iter(f"{DC}language")] == ["de"]
    assert [each.get(XML_LANG) for each in package.iter(f"{DC}title") if each.text == TITLE] == ["en"]


@pytest.mark.pages
def test_a_pdf(made):
    (content,) = (content for name, content in made("build --format pdf").items() if name.endswith(".pdf"))
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert str(pdf.Root.Lang) == "de"
        found = [*_structure(pdf.Root.StructTreeRoot.K[0])]
    assert ("BlockQuote", "fr") in found
    assert found.count(("Span", "en")) > 2
    assert ("Span", "fr") in found


def _structure(element):
    if isinstance(element, pikepdf.Dictionary) and "/S" in element:
        yield str(element.S).removeprefix("/"), str(element.get("/Lang", ""))
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            yield from _structure(kid)


def test_a_word_document(made):
    files = {name.partition("/")[2]: content for name, content in made("word").items() if "teacher" not in name}
    document, styles = (etree.fromstring(files[f"word/{name}.xml"]) for name in ("document", "styles"))
    assert {each.get(f"{W}val") for each in styles.iter(f"{W}lang")} == {"de"}
    assert etree.fromstring(files["docProps/core.xml"]).findtext(f"{DC}language") == "de"
    for words, language in ((TITLE, "en"), (BOOK, "en"), (NAME, "en"), (WORDS, "fr"), (PHRASE, "fr")):
        assert {*runs(document, W, words, in_word)} == {language}, words
    assert {*runs(document, W, GERMAN, in_word)} == {None}


def test_slides(made):
    files = made("slides --sheet slides-zitate")
    slides = [etree.fromstring(content) for name, content in files.items() if re.search(r"/slides/\w+\.xml$", name)]
    for words, language in ((TITLE, "en"), (WORDS, "fr"), (NAME, "en")):
        of = [*(each for root in slides for each in runs(root, A, words, lambda run: run.find(f"{A}rPr").get("lang")))]
        assert {*of} == {language}, words
    (page,) = pages(files, ".html").values()
    assert page.get("lang") == "de"
    for words, language in ((TITLE, "en"), (WORDS, "fr"), (NAME, "en")):
        assert assert_told(page, words, language), words


def test_quizzes_for_other_programs(made):
    files = made("quiz --edition teacher")
    items = [etree.fromstring(content) for name, content in files.items() if re.match(r"qti.*item.*\.xml", name)]
    assert {root.get(XML_LANG) for root in items} == {"de"}
    assert {*(each for root in items for each in told(root, PHRASE, XML_LANG))} >= {"fr"}
    spans = rf'<span lang\\?="fr"[^>]*>{PHRASE}</span>'
    others = [content.decode() for name, content in files.items() if re.fullmatch(OTHERS, name)]
    assert len(others) == 3
    assert all(re.search(spans, unescape(text)) for text in others)


def test_worksheets(made):
    files = made("worksheets --format docx --tier core")
    found = [
        each
        for name, content in files.items()
        if name.endswith("word/document.xml")
        for each in runs(etree.fromstring(content), W, PHRASE, in_word)
    ]
    assert {*found} == {"fr"}

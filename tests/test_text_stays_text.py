"""Any text in any field comes out as that text: in bodies, EPUB, Word, web pages and their search, PDF and outline."""

import json
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from lxml import etree, html

from studyguide import handouts
from studyguide.build import Request, build
from studyguide.build.checked_guide import sound
from studyguide.build.edition_publication import publish
from studyguide.formats.web import SCRIPTS
from studyguide.guide.model import Guide
from studyguide.handouts import handout_kinds
from studyguide.publication import Publication
from studyguide.support import xhtml
from studyguide.support.paths import specimen_folder
from tests.filled_guide import MARKED, Filled, flat

HOSTILE = (
    "<script>alert(1)</script>",
    '<img src=x onerror="y()">',
    "a & b &amp; c &#60; &lt;d&gt;",
    "]]> <!-- x --> <?x y?>",
    "[x](javascript:y) ![](z)",
    "[@novel] [^1] ^[x] {lang=fr}",
    "*a* _b_ `c` ~d~ **e** \\f",
    "# g | h > i - j + k",
    "{{ 7 * 7 }} {% x %} {# y #}",
    'it\'s "so" \\"quoted\\" \'',
    "</title></script><b>x",
    "$1 \\1 %s %(x)s {0} {x}",
    "http://x.org/<y>?a&b",
    "</span>{/*}/* x */",
)
"""What looks like markup to somebody."""

NOT_HERE = {
    "guide.yaml: Credit.label": "credits of a work are facts, which are written as data",
    "guide.yaml: Credit.value": "the same",
    "index: Index.intro": "names are turned round in an index, which is left out here",
    "index: Index.names": "an index lists what it finds in the text",
    "index: Index.titles": "the same",
    "index: Index.words": "the same",
    "production: Event.phase": "the letters of drawings are left out here",
    "production: Event.short": "the same",
    "sources.yaml: publisher-place": "MLA leaves it out",
}

SIGNS = st.characters(codec="utf-8", exclude_categories=["C", "Z", "Lm", "M"], max_codepoint=0x24F)
TEXT = st.text(SIGNS | st.sampled_from("<>&\"'[](){}*_`~#\\!^$@|;:- "), min_size=1, max_size=26).filter(
    lambda text: not set("mq") & set(text)  # the letters that mark where a text begins and ends
)
SOME = settings(
    max_examples=3,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.generate],  # a smaller example would take minutes to find
)


def printed(guide: Guide) -> Iterator[Publication]:
    """All that can be printed of a guide."""
    for edition in guide.info.editions[:2]:
        yield publish(guide, edition)
        for group in handout_kinds.groups():
            for name, tiers in handouts.names(guide, edition, group).items():
                yield from (handouts.publish(guide, edition, name, tier, fillable=True) for tier in tiers)


def said(publication: Publication) -> Iterator[str]:
    """Each text of a publication: its bodies, the texts for those who do not see, headings and metadata."""
    about = publication.metadata
    yield from (about.title, about.subtitle or "", about.edition, about.description, about.rights)
    yield from (*about.authors, *about.subjects, *about.works)
    for section in publication.sections:
        yield from (section.title, section.short, *(heading.text for heading in section.headings))
        if section.kind != "index":  # it turns names round
            yield from spoken(xhtml.parse(section.body))


def spoken(root: xhtml.Element) -> Iterator[str]:
    """The text of a tree and of its attributes; letters in a drawing, which breaks lines and cuts them, left out."""
    for letters in [*root.iter(f"{{{xhtml.SVG}}}text"), *root.iter("text")]:  # HTML knows no namespaces
        letters.clear(keep_tail=True)
    yield "".join(root.itertext())
    yield from (value for element in root.iter(etree.Element) for value in element.attrib.values())


@SOME
@example(list(HOSTILE))
@given(st.lists(TEXT, min_size=5, max_size=9))
def test_in_every_body_of_every_edition_and_handout(texts):
    with tempfile.TemporaryDirectory() as folder:
        guide = Filled(Path(folder), texts)
        parts = [text for each in printed(sound(Path(folder))) for text in said(each)]
    assert not [wrong for part in parts for wrong in guide.wrong(part)]
    assert guide.missing("\n".join(parts)) == set(NOT_HERE)


LOCATORS = (
    *("p. 3 & 4", "p. <3", "<script>alert(1)</script>", "<img src=x onerror=y>", "<b>12</b>", "chapter <i>", "&amp"),
    *("p. 12 &lt", "</a></span><script>", "javascript:x", "{{ 7 }}", "line 3 > 2", "ch. 3 & <4>", "<3", "a <!-- b"),
)


@SOME
@example(list(LOCATORS))
@given(
    st.lists(st.text("<>&!/={}#ab3 -", min_size=1, max_size=15).map(lambda text: f"3{text}3"), min_size=3, max_size=9)
)
def test_in_a_locator(texts):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "guide")
        shutil.copytree(specimen_folder(), folder)
        cites = "".join(f"\n\nm{n}q [@novel, {text}] q{n}m" for n, text in enumerate(texts))
        with (folder / "chapters" / "about.md").open("a", encoding="utf-8") as file:
            file.write(cites)
        guide = sound(folder)
        about = next(each for each in publish(guide, guide.info.editions[0]).sections if each.id == "about")
    found = dict(MARKED.findall("".join(xhtml.parse(about.body).itertext())))
    assert len(found) == len(texts)
    for number, text in enumerate(texts):
        last = re.sub(r"^(p\.|ch\.|chapter|line) ", "", text)
        assert alike(last) in alike(found[str(number)])


def alike(text: str) -> str:
    """A text without what styles change in a locator: white space, dashes."""
    return re.sub(r"[\s–-]", "", text)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """A guide of hostile texts, and what is built of it for teachers."""
    folder = tmp_path_factory.mktemp("hostile")
    guide = Filled(folder, HOSTILE)
    request = Request(("epub", "pdf", "web", "docx"), folder / "build", edition="teacher")
    return guide, {built.path.suffix or "web": built.path for built in build(folder, request)}


def test_in_an_epub(files):
    guide, paths = files
    with ZipFile(paths[".epub"]) as book:
        names = [name for name in book.namelist() if name.endswith((".xhtml", ".opf", ".ncx")) and "index" not in name]
        parts = {name: list(spoken(etree.fromstring(book.read(name)))) for name in names}
    assert len(parts) > 15
    assert not [(name, wrong) for name, texts in parts.items() for text in texts for wrong in guide.wrong(text)]
    assert not guide.missing("\n".join(parts["EPUB/contents_page.xhtml"])) >= {"plot: Plot.title"}


def test_in_a_word_document(files):
    guide, paths = files
    with ZipFile(paths[".docx"]) as archive:
        roots = [etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".xml")]
    for entry in (
        each for root in roots for each in root.xpath("//*[@*='Index1']/../..")
    ):  # names are turned round there
        entry.getparent().remove(entry)
    texts = ["".join(each.itertext()) for root in roots for each in root.iter("{*}p", "{*}title", "{*}description")]
    values = [value for root in roots for each in root.iter(etree.Element) for value in each.attrib.values()]
    assert len(texts) > 300
    assert not [wrong for text in (*texts, *values) for wrong in guide.wrong(text)]
    lost = guide.missing("\n".join([*texts, *values])) - guide.missing("\n".join(shown(paths[".epub"]))) - set(NOT_HERE)
    assert {name for name in lost if not name.endswith(".short")} == set()  # short titles are for running heads


def shown(book):
    """The texts of the chapters of an e-book."""
    with ZipFile(book) as archive:
        names = [name for name in archive.namelist() if name.endswith(".xhtml")]
        return [text for name in names for text in spoken(etree.fromstring(archive.read(name)))]


def test_in_web_pages(files):
    guide, paths = files
    pages = {page.name: page.read_bytes() for page in paths["web"].glob("*.html") if page.name != "index_page.html"}
    assert len(pages) > 15
    for name, page in pages.items():
        root = html.fromstring(page)
        assert {script.get("src") for script in root.iter("script")} <= {*SCRIPTS, "index.js", "labels.js"}
        assert not [(name, wrong) for text in spoken(root) for wrong in guide.wrong(text)]


def test_in_what_web_pages_search(files):
    guide, paths = files
    found = re.fullmatch(r"[^\[{]*([\[{].*[\]}]);?\s*", (paths["web"] / "index.js").read_text("utf-8"), re.DOTALL)
    index = json.loads(found[1])
    turned = next(number for number, (name, _) in enumerate(index["pages"]) if name == "index_page.html")
    texts = [text for page, *each in index["passages"] if page != turned for text in each]
    texts += [title for _, title in index["pages"]]
    assert len(texts) > 100
    assert not [wrong for text in texts for wrong in guide.wrong(text)]
    assert "plot: Plot.title" not in guide.missing("\n".join(texts))


def test_in_the_text_of_a_pdf_and_in_its_outline(files):
    guide, paths = files
    book = pypdfium2.PdfDocument(paths[".pdf"])
    outline = [bookmark.get_title() for bookmark in book.get_toc()]
    assert not [wrong for title in outline for wrong in guide.wrong(title)]
    assert "plot: Plot.title" not in guide.missing("\n".join(outline))
    pages = flat("".join(page.get_textpage().get_text_bounded() for page in book))
    there = {n for n, field in enumerate(guide.fields) if f"m{n}q{bare(field.text)}q{n}m" in bare(pages)}
    beside = {n for n, field in enumerate(guide.fields) if field.where == "plot: Scene.notice"}  # sorted by lines here
    begun = {int(number) for number in re.findall(r"m(\d+)q(?!uestions)", pages)}
    assert len(there) > 200
    assert begun <= there | beside, [guide.fields[number] for number in begun - there]


def bare(text: str) -> str:
    """A text without white space and hyphens, which line ends make."""
    return re.sub(r"[\s\u00ad\ufffe\x02-]", "", text)

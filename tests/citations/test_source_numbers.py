"""The numbers of sources: those of the list, on the pages that students have, unless the style has its own."""

import re

import pytest

from studyguide.citations import Citations, Unnumbered, mark, works
from studyguide.languages.labels import Labels
from studyguide.render.works_listing import works_listing
from studyguide.support import xhtml
from studyguide.support.keep import Keep
from tests.set_citations import NOWHERE, body, cluster


def source(key, family, year=2005, **more):
    author = [{"family": family, "given": "Ann"}]
    return {"id": key, "type": "book", "title": key.title(), "author": author, "issued": {"raw": str(year)}, **more}


SOURCES = (
    source("last", "Zed"),
    source("first", "Ash"),
    source("second", "Ash", 2006),
    source("third", "Ash", 2006),
    {"id": "page", "type": "webpage", "title": "A page", "container-title": "Site", "URL": "https://example.org/a"},
    {"id": "talk", "type": "interview", "title": "Talking", "author": [{"family": "Guest", "given": "Gia"}]},
)
CLUSTERS = ("@last", "@first; @second; @third", "@third; @last; @first", "@page, 3; @talk", "@first; @first, p. 3")
NAMING = ("mla", "apa", "chicago", "harvard", "elsevier-harvard", "american-sociological-association")
LISTING = works_listing(Labels.of("en-GB"))
NUMBERING = ("ieee", "nature", "ama")


def links(root):
    return [link for link in root.iter("a") if "cite" in xhtml.classes(link)]


def settled(style, texts=CLUSTERS, language="en-GB", sources=SOURCES):
    return xhtml.parse(body(sources, style, map(cluster, texts), language))


@pytest.mark.parametrize("style", NAMING)
def test_citations_have_the_numbers_of_their_entries(style):
    root = settled(style)
    entries = {f"#{entry.get('id')}": entry.get("data-number") for entry in root.iter("li")}
    assert list(entries.values()) == ["1", "2", "3", "4", "5", "6"]
    assert [link.get("data-number") for link in links(root)] == [entries[link.get("href")] for link in links(root)]


@pytest.mark.parametrize("style", [*NUMBERING, "chicago-notes-bibliography"])
def test_a_style_with_numbers_or_notes_gets_no_others(style):
    assert not re.search("data-number|data-locator|citation-part", body(SOURCES, style, map(cluster, CLUSTERS)))


def test_without_a_list_there_are_no_numbers():
    (said,) = Citations(SOURCES, "mla", NOWHERE, LISTING).settled([f"<p>{mark((('last', None),), 'text')}</p>"], Keep())
    assert "(<a" in said
    assert "data-number" not in said


@pytest.mark.parametrize(
    ("language", "locator", "printed"),
    [
        ("en-GB", "12", "p.\N{NO-BREAK SPACE}12"),
        ("en-GB", "12–14", "pp.\N{NO-BREAK SPACE}12–14"),
        ("en-GB", "pages 3, 5", "pages\N{NO-BREAK SPACE}3, 5"),
        ("en-GB", "00:12:30", "00:12:30"),
        ("en-GB", "act 2, scene 1", "act\N{NO-BREAK SPACE}2, scene\N{NO-BREAK SPACE}1"),
        ("en-GB", 'the "end" & <i>', 'the "end" & <i>'),
        ("de-DE", "12", "S.\N{NO-BREAK SPACE}12"),
        ("de-DE", "ch. 3", "Kap.\N{NO-BREAK SPACE}3"),
        ("fr-FR", "pp. 3–5", "p.\N{NO-BREAK SPACE}3–5"),
        ("en-GB", "p. 3-5", "p.\N{NO-BREAK SPACE}3–5"),
        ("en-GB", "A-12", "A-12"),
        ("en-GB", "2.1-2", "2.1-2"),
        ("ar", "act 2, scene 1", "الفصل\N{NO-BREAK SPACE}2، المشهد\N{NO-BREAK SPACE}1"),
        ("fa", "pp. 12-15", "صص\N{NO-BREAK SPACE}12–15"),
    ],
)
def test_a_locator_stays_beside_the_number(language, locator, printed):
    said = mark((("last", locator),), "text")
    whole = f"<section><p>{said}</p><ul>{works(None)}</ul></section>"
    (text,) = Citations(SOURCES, "mla", NOWHERE, works_listing(Labels.of(language))).settled([whole], Keep())
    (link,) = links(xhtml.parse(text))
    assert link.get("data-locator") == printed


def test_sources_of_pages_for_teachers_change_no_number():
    """Or else a class and its teacher would have other numbers on the same page."""
    student, ours, theirs = mark((("last", None),), "text"), mark((("first", None),), "text"), works(None)
    shared = [f"<section><p>{student}</p></section>", f"<section><ul>{theirs}</ul></section>"]
    citations = Citations(SOURCES, "mla", NOWHERE, LISTING)
    alone = citations.settled(shared, Keep(), ["talk"])
    more = Unnumbered(1, frozenset({"page", "talk"}))
    both = citations.settled([*shared, f"<section><p>{ours}</p></section>"], Keep(), ["talk"], more)
    assert both[0] == alone[0]
    assert "data-number" not in both[2]
    numbered = re.findall(r"<li.*data-number.*</li>", both[1])
    assert numbered == alone[1].removeprefix("<section><ul>").split("\n")[:-1]
    assert len(re.findall("<li", both[1])) == len(numbered) + 2


def test_part_of_brackets_is_marked_if_it_has_numbers():
    part = mark((("last", "p. 3"),), "part")
    for style, found in (("mla", True), ("ieee", False)):
        whole = f"<section><p>(so; {part})</p><ul>{works(None)}</ul></section>"
        (text,) = Citations(SOURCES, style, NOWHERE, LISTING).settled([whole], Keep())
        assert ('<span class="citation-part"><a' in text) == found


LINKLESS = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>T</title>
<id>t</id><updated>2026-01-01T00:00:00+00:00</updated></info><citation><layout prefix="(" suffix=")" delimiter="; ">
<choose>
<if type="book"><names variable="author"/></if></choose></layout></citation>
<bibliography><layout><text variable="title"/></layout></bibliography></style>"""


def test_a_citation_that_names_some_of_its_sources_keeps_its_names(tmp_path):
    (tmp_path / "own.csl").write_text(LINKLESS, "utf-8")
    text = body(SOURCES, "own.csl", [cluster("@last; @page"), cluster("@last")], folder=tmp_path)
    assert [link.get("data-number") for link in links(xhtml.parse(text))] == [None, "1"]

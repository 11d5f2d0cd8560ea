"""Where links, citations and images lead."""

import pytest

from studyguide.guide.chapters import KINDS
from studyguide.guide.cited import cited
from studyguide.guide.info import GuideInfo
from studyguide.guide.model import Guide
from studyguide.render.picture_files import assets
from studyguide.render.template_functions import TemplateFunctions
from studyguide.render.whole_guide import WholeGuide

INFO = {
    "name": "x",
    "title": "X",
    "description": "X",
    "identifier": "urn:isbn:0",
    "language": "en-GB",
    "authors": ["X"],
    "date": "2026-01-01",
    "rights": "X",
    "works": [{"id": "w", "type": "film", "title": "W", "by": "B", "year": "2000", "sources": ["other"]}],
    "chapters": ["one", "two", "glossary", "works-cited"],
    "editions": [{"id": "full", "title": "Full"}],
}
CHAPTERS = (
    {"kind": "prose", "id": "one", "title": "One *first*", "text": "[](#two) [@ish] ![A dot](images/dot.png)"},
    {"kind": "prose", "id": "two", "title": "Two", "text": "Text."},
    {"kind": "glossary", "id": "glossary", "title": "Words", "terms": [{"id": "t", "term": "Term", "definition": "D"}]},
    {"kind": "works-cited", "id": "works-cited", "title": "Works cited", "further": ["other"]},
)
SOURCES = (
    {"id": "ish", "type": "book", "title": "First", "author": [{"family": "Ish", "given": "Kazuo"}]},
    {"id": "other", "type": "book", "title": "Second", "author": [{"family": "Oth", "given": "Er"}]},
)


@pytest.fixture
def guide(tmp_path):
    chapters = tuple(KINDS[data["kind"]].model_validate(data) for data in CHAPTERS)
    return Guide(tmp_path, GuideInfo.model_validate(INFO), chapters, SOURCES, {})


@pytest.fixture
def whole(guide):
    return WholeGuide(guide)


@pytest.fixture
def writer(whole):
    return TemplateFunctions(whole, "one")


PAGE = '<span class="page-ref" data-ref="two"></span>'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[](#two)", f'<a class="ref" href="#two">Two</a>{PAGE}'),
        ("[that](#two)", f'<a class="ref" href="#two">that</a>{PAGE}'),
        ("[](#one)", '<a class="ref" href="#one">One *first*</a>'),
        ("[word](#t)", '<a class="term" href="#t">word</a>'),
        ("[gone](#hidden)", "gone"),
        ("[](#hidden)", ""),
        ("[site](https://example.org/?a&b)", '<a href="https://example.org/?a&amp;b">site</a>'),
        ("[bad](javascript:x)", "bad"),
        ('![A "dot"](images/dot.png)', '<img src="images/dot.png" alt="A &#34;dot&#34;"/>'),
        ("[@ish, p. 3]", '<span class="citation">(<a class="cite" href="#source--ish">Ish 3</a>)</span>'),
    ],
)
def test_links(writer, whole, text, expected):
    assert whole.settled([writer.inline(text)]) == [expected]


def test_ref_prints_the_title_of_its_target(writer):
    assert writer.ref("two") == f'<a class="ref" href="#two">Two</a>{PAGE}'


def test_sources_of_an_item_and_the_month_it_was_seen(writer, whole):
    reception = KINDS["reception"].model_validate(
        {
            "kind": "reception",
            "id": "r",
            "title": "R",
            "scores": [{"who": "A", "score": 1, "out_of": 2, "sources": ["ish", "other"], "seen": "2026-11-23"}],
        }
    )
    assert whole.settled([writer.sources_of(reception.scores[0])]) == [
        '<span class="sources">(<a class="cite" href="#source--ish">Ish</a>; seen November 2026)</span>'
    ]


def test_the_works_studied_are_not_cited_by_items(writer, guide):
    assert writer.sources_of(guide.info.works[0]) == ""


def test_works_cited_lists_what_is_cited_and_the_works_studied_and_further_reading_apart(writer, whole, guide):
    assert cited(guide) == {"ish"}
    works_cited = writer.functions["works_cited"]
    body = f"{writer.inline('[@ish]')}<hr/>{works_cited()}<hr/>{works_cited(['other'])}"
    _, first, second = whole.settled([body])[0].split("<hr/>")
    ish, other = "Ish, Kazuo. <cite>First</cite>.", "Oth, Er. <cite>Second</cite>."
    assert first == (
        f'<li id="source--ish" data-number="1">{ish}</li>\n<li id="source--other" data-number="2">{other}</li>\n'
    )
    assert second == f"<li>{other}</li>\n"


def test_without_a_list_of_works_citations_are_not_links(guide, tmp_path):
    whole = WholeGuide(Guide(tmp_path, guide.info, guide.chapters[:3], SOURCES, {}))
    assert whole.settled([TemplateFunctions(whole).inline("[@ish]")]) == ['<span class="citation">(Ish)</span>']


def test_images_become_assets(guide, tmp_path):
    (asset,) = assets(guide)
    assert (asset.name, asset.media_type, asset.path) == ("images/dot.png", "image/png", tmp_path / "images/dot.png")

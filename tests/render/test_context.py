"""Context: people, topics, and one table of years beside the time lines of the works."""

from dataclasses import replace

import pytest

from studyguide.editions.select import select
from studyguide.guide.info import Work
from studyguide.guide.texts import Findings
from studyguide.lint.rules import facts
from studyguide.render import render
from studyguide.render.year_table import SEVERAL, WORLD, year_of
from studyguide.support import xhtml
from tests.handouts.test_handout_levels import FULL, SAFE, guide

WORKS = [
    {"id": name, "type": kind, "title": name.capitalize(), "by": "B", "year": "1900"}
    for name, kind in (("book", "novel"), ("film", "film"), ("play", "play"))
]


def context(*events, **more):
    return {"kind": "context", "id": "context", "title": "C", "events": list(events), **more}


def plot(*timeline):
    scene = {"id": "scene", "title": "S", "text": "T."}
    parts = [{"id": "part", "title": "One", "scenes": [scene]}]
    return {"kind": "plot", "id": "plot", "title": "P", "parts": parts, "timeline": list(timeline)}


def with_works(whole, number):
    works = tuple(Work.model_validate(work) for work in WORKS[:number])
    return replace(whole, info=whole.info.model_copy(update={"works": works}))


def body(whole, edition=FULL):
    sections = render(select(whole, edition), edition).sections
    return xhtml.parse(next(section.body for section in sections if section.id == "context"))


def table(whole, edition=FULL):
    (found,) = body(whole, edition).iter("table")
    return [[xhtml.text(cell) for cell in row] for row in found.iter("tr")]


WAR = {"year": 1914, "when": "28 June 1914", "what": "A shot", "sources": ["k"]}
STAGE = {"year": 1900, "what": "It is staged", "work": "play", "sources": ["k"]}
BOTH = {"year": 1914, "what": "Peace", "work": "film", "meanwhile": "They meet"}
BORN = {"when": "1 May 1900", "what": "She is born", "work": "book"}
LATER = {"when": "The next morning", "what": "Rain"}


def test_the_world_and_the_works_stand_side_by_side_in_order_of_years():
    made = with_works(guide(plot(BORN, LATER), context(WAR, BOTH)), 2)
    assert table(made) == [
        ["Year", "In the world", "Novel", "Film"],
        ["1900", "–", "1 May 1900: She is born", "–"],
        ["1914", "28 June 1914: A shot (K) Peace", "–", "They meet"],
    ]


def test_more_than_two_works_share_a_column_that_says_which():
    made = with_works(guide(plot(BORN), context(WAR, BOTH, STAGE)), 3)
    assert table(made) == [
        ["Year", "In the world", "In the works"],
        ["1900", "–", "Play. It is staged (K) Novel. 1 May 1900: She is born"],
        ["1914", "28 June 1914: A shot (K) Peace", "Film. They meet"],
    ]
    assert (WORLD, " " in SEVERAL) == ("", True)


def test_events_of_a_guide_to_one_work_are_of_that_work():
    made = with_works(guide(plot({"when": "1900", "what": "She is born"}), context(WAR)), 1)
    assert table(made)[1] == ["1900", "–", "She is born"]


def test_a_table_of_the_world_alone_has_two_columns():
    assert table(guide(context(WAR, {**WAR, "year": -441, "when": None}))) == [
        ["Year", "In the world"],
        ["441 BC", "A shot (K)"],
        ["1914", "28 June 1914: A shot (K)"],
    ]


@pytest.mark.parametrize(
    ("when", "year"),
    [
        ("1818", 1818),
        ("*c.* 1606", 1606),
        ("1860–61", 1860),
        ("441 BC", -441),
        ("the 1950s", 1950),
        ("12 June", None),
        ("123456", None),
    ],
)
def test_a_year_is_read_from_a_date(when, year):
    assert year_of(when) == year


def test_an_edition_hides_what_is_above_its_level():
    secret = {"spoiler": "ending"}
    person = {"id": "anna", "name": "Anna", "text": "Anna was."}
    topic = {"id": "topic", "title": "Topic", "text": "Times."}
    events = ({**WAR, **secret}, {**BOTH, **secret}, STAGE)
    hidden = {"people": [{**person, **secret}], "topics": [{**topic, **secret}]}
    made = with_works(guide(plot({**BORN, **secret}), context(*events, **hidden)), 3)
    whole, safe = (xhtml.text(body(made, edition)) for edition in (FULL, SAFE))
    for words in ("A shot", "Peace", "They meet", "She is born", "Anna was.", "Topic", "Times."):
        assert words in whole
        assert words not in safe
    assert "It is staged" in safe


def test_an_edition_without_the_plot_has_no_years_of_it():
    alone = FULL.model_copy(update={"chapters": ("context",)})
    assert "born" not in xhtml.text(body(with_works(guide(plot(BORN), context(WAR)), 2), alone))


def test_every_fact_needs_a_source():
    bare = {"year": 1914, "what": "A shot"}
    person = {"id": "anna", "name": "Anna", "dates": "1900–50"}
    topic = {"id": "topic", "title": "Topic", "text": "Times."}
    made = guide(context(bare, WAR, people=[person], topics=[topic]))
    found = [place.file for place, _ in facts.unsourced(Findings(made))]
    assert found == ["context.people.0.dates", "context.topics.0.text", "context.events.0.what"]


def test_what_happens_meanwhile_is_of_the_first_work_if_none_is_named():
    made = with_works(guide(context({**BOTH, "work": None}, STAGE)), 3)
    assert table(made)[0] == ["Year", "In the world", "Novel", "Play"]
    assert table(made)[2] == ["1914", "Peace", "They meet", "–"]

"""The time line: in print one table of phases and works, on screens a list; never both, and nothing lost."""

from dataclasses import replace
from functools import cache

import pytest

from studyguide.editions.select import find, select
from studyguide.guide.items import Event
from studyguide.languages.labels import Labels
from studyguide.publication import mediums
from studyguide.render import render
from studyguide.render.timeline_table import MOST_EVENTS, MOST_PHASES, timeline_table
from studyguide.support import xhtml
from tests import sound_guides


@cache
def guide():
    return sound_guides.specimen()


def event(phase, work="film", **more):
    return Event(when="1931", what=f"What happens in {phase}.", phase=phase, work=work, **more)


def table(events):
    return timeline_table(events, guide().info.works, Labels.of())


def titles(found):
    return [[phase.title for phase in each] for each in found.tables]


def test_phases_are_columns_and_works_are_rows():
    found = table([event("Making"), event("After"), event("After", "novel", short="briefly")])
    assert titles(found) == [["Making", "After"]]
    assert len(found.works) == 2
    assert [len(row) for phase in found.tables[0] for row in phase.events] == [0, 1, 1, 1]


@pytest.mark.parametrize("many", [2, 5, 6, 11, 30])
def test_many_phases_are_in_several_tables(many):
    found = table([event(f"P{n}", work) for n in range(many) for work in ("film", "novel")])
    assert [title for each in titles(found) for title in each] == [f"P{n}" for n in range(many)]
    assert max(map(len, found.tables)) <= MOST_PHASES
    assert max(map(len, found.tables)) - min(map(len, found.tables)) <= 1


def test_an_event_without_a_phase_is_beside_those_of_its_work():
    events = [event(None), event("A"), event(None), event("B", "novel"), event(None, "novel")]
    first, second = table(events).tables[0]
    assert [len(row) for row in first.events] == [0, 3]
    assert [len(row) for row in second.events] == [2, 0]


@pytest.mark.parametrize(
    "events",
    [
        [],
        [event("A"), event("B")],
        [event("A"), event("A", "novel")],
        [event("A"), event("B", "novel"), event("B", None)],
        [event("A"), event("B"), event(None, "novel")],
        [event("A"), *[event("B", "novel")] * (MOST_EVENTS + 1)],
    ],
    ids=["nothing", "one work", "one phase", "no work", "a work without phases", "a row that is too high"],
)
def test_other_events_are_a_list_in_print_too(events):
    assert table(events) is None


def plot(keep, **changes):
    """The plot of the specimen, as one sort of format has it."""
    edition = find(guide(), "student")
    chapters = tuple(each.model_copy(update=changes if each.kind == "plot" else {}) for each in guide().chapters)
    sections = render(select(replace(guide(), chapters=chapters), edition), edition).sections
    root = xhtml.parse(next(each.body for each in sections if each.id == "plot"))
    keep(root)
    return root


def test_print_has_the_table_and_screens_the_list_with_the_same_ids():
    made = tuple(each.model_copy(update={"id": f"e{n}"}) for n, each in enumerate(timeline()))
    for keep, name, other in (
        (mediums.keep_print, "timeline", "events"),
        (mediums.keep_screen, "events", "timeline"),
    ):
        root = plot(keep, timeline=made)
        assert [len(list(xhtml.with_class(root, each))) for each in (name, other)] == [1, 0]
        ids = [each.get("id") for each in root.iter("*") if (each.get("id") or "")[:1] == "e"]
        assert sorted(ids) == sorted(each.id for each in made)


def timeline():
    return next(each for each in guide().chapters if each.kind == "plot").timeline

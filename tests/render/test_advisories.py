"""A long advisory has a box for each level, and none is longer than half of a page; a short one is one box."""

from dataclasses import replace
from itertools import pairwise

import pytest

from studyguide.editions.select import find
from studyguide.guide.chapters.viewing import Advisory
from studyguide.guide.items import Spoiler
from studyguide.render import render
from studyguide.render.advisories import LONG, boxes
from studyguide.support import xhtml
from tests import sound_guides

LEVELS = [Spoiler.ENDING, Spoiler.SAFE, Spoiler.PREMISE, Spoiler.SAFE]


def entries(count, letters):
    return [Advisory(topic=f"Topic {n}", detail="x" * letters, spoiler=LEVELS[n % 4]) for n in range(count)]


@pytest.mark.parametrize(("count", "letters"), [(0, 1), (1, 10), (1, 4000), (4, 100), (4, 700), (40, 300)])
def test_no_entry_is_lost_and_no_box_is_long(count, letters):
    made = entries(count, letters)
    found = boxes(made)
    assert sorted(entry.topic for box in found for entry in box.entries) == sorted(entry.topic for entry in made)
    for box in found:
        assert len(box.entries) == 1 or sum(len(entry.topic) + len(entry.detail) for entry in box.entries) <= LONG
        assert box.level is None or {entry.spoiler for entry in box.entries} == {box.level}
        assert [*box.entries] == sorted(box.entries, key=made.index)


def test_boxes_rise_and_a_level_goes_on():
    found = boxes(entries(40, 300))
    assert [box.level.rank for box in found] == sorted(box.level.rank for box in found)
    assert all(after.is_continued is (before.level is after.level) for before, after in pairwise(found))


def heads(advisory):
    guide = sound_guides.specimen()
    chapter = next(each for each in guide.chapters if each.kind == "viewing")
    guide = replace(guide, chapters=(chapter.model_copy(update={"advisory": tuple(advisory)}),))
    root = xhtml.parse(render(guide, find(guide, "teacher")).sections[0].body)
    return [
        (box[0].tag, xhtml.text(box[0]), len([*xhtml.with_class(box, "spoiler")]))
        for box in xhtml.with_class(root, "advisory")
    ]


def test_every_box_has_a_head_that_says_what_it_gives_away():
    assert heads(entries(4, 100)) == [("h2", "Content advisory", 2)]
    assert heads(entries(4, 700)) == [
        ("h2", "Content advisory", 0),
        ("h3", "Content advisory: gives away the premise", 0),
        ("h3", "Content advisory: gives away the ending", 0),
    ]
    assert heads(entries(8, 800))[:2] == [("h2", "Content advisory", 0), ("h3", "Content advisory, continued", 0)]

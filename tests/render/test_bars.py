"""Bars are as long as their figures say, and nothing that is said of a figure is lost."""

import re
from dataclasses import replace

import pytest

from studyguide.editions.select import find
from studyguide.guide.chapters.reception import Money, Score
from studyguide.render import render
from studyguide.render.diagrams.bars import LEAST, LENGTH, money_bars, score_bar
from studyguide.support import xhtml
from tests import sound_guides


@pytest.mark.parametrize(
    ("score", "most", "length"), [(0, 5, 0), (5, 5, LENGTH), (2.5, 5, LENGTH / 2), (0.001, 100, LEAST), (65, 100, 104)]
)
def test_a_score_fills_its_part_of_the_frame(score, most, length):
    drawn = score_bar(Score(who="A paper", score=score, out_of=most))
    assert (drawn.solid, drawn.striped, drawn.frame) == (length, 0, LENGTH)
    assert drawn.width > LENGTH


def test_sums_have_one_scale_and_ranges_are_striped():
    found = money_bars([Money(label="Cost", low=10), Money(label="Takings", low=20, high=40), Money(label="x", low=0)])
    assert [(bar.solid, bar.striped) for bar in found] == [(40, 0), (80, 80), (0, 0)]
    assert all(bar.width >= 1 for bar in found)  # a drawing without a width has no height either


def test_no_sum_at_all_is_no_fault():
    assert [bar.solid for bar in money_bars([Money(label="Cost", low=0)])] == [0]


def reception(**changes):
    guide = sound_guides.specimen()
    (chapter,) = (each for each in guide.chapters if each.kind == "reception")
    guide = replace(guide, chapters=(chapter.model_copy(update=changes),))
    return xhtml.parse(render(guide, find(guide, "teacher")).sections[0].body)


def test_what_is_said_of_a_figure_is_below_its_bar():
    score = Score(id="score-x", who="*A paper*", score=3, out_of=5, when="12 May", note="The [middle](#score-x).")
    root = reception(scores=(score,), box_office=None)
    (dt,) = (each for each in root.iter("dt") if each.get("id") == "score-x")
    dd = dt.getnext()
    assert [xhtml.text(each) for each in (dt, *dd.iter("b"), dd[-1])] == [
        "A paper",
        "3 out of 5",
        "12 May. The middle.",
    ]
    assert next(dd.iter("a")).get("href") == "#score-x"


def test_a_figure_is_text_and_its_bar_is_passed_over():
    root = reception()
    bars = [*xhtml.with_class(root, "bar")]
    assert bars
    for bar in bars:
        (svg,) = bar.iter(f"{{{xhtml.SVG}}}svg")
        assert svg.get("aria-hidden") == "true"
        assert re.search(r"\d", xhtml.text(bar[-1]))
        assert not [*svg.iter(f"{{{xhtml.SVG}}}text")]
    assert not [*xhtml.with_class(root, "remark")] or all(map(xhtml.text, xhtml.with_class(root, "remark")))

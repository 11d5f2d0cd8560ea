"""Handouts: every sheet has its key with the same numbers, tiers differ in help alone, and nothing is given away."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from studyguide import handouts
from studyguide.editions.select import find, select
from studyguide.guide.info import Gate
from studyguide.guide.items import Task
from studyguide.handouts import handout_kinds
from studyguide.handouts.sheet import Tier, lines_of, questions
from studyguide.publication import answer_spaces
from studyguide.support import xhtml
from studyguide.support.errors import BuildError, GuideError, UsageError
from tests import sound_guides

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "src/studyguide/templates/handouts"
PUPILS = (Tier.SUPPORT, Tier.CORE, Tier.EXTENSION)
FIELDS = ("textarea", "input")
MADE = {}
"""The sheets that have been made, with their guides: many tests look at them."""


@pytest.fixture(scope="module")
def flagship():
    return sound_guides.flagship()


@pytest.fixture(scope="module")
def second():
    return sound_guides.specimen()


def sheets(guide, group="worksheets", edition=None):
    return handouts.names(guide, find(guide, edition), group)


def root(guide, name, tier, *, fillable=False):
    key = id(guide), name, tier, fillable
    if key not in MADE:
        made = handouts.publish(guide, find(guide, None), name, tier, fillable=fillable)
        MADE[key] = guide, made.sections[0].body
    return xhtml.parse(MADE[key][1])


def numbers(root):
    """The numbers that are printed, in order: of the items of lists, of activities, and at the start of table rows."""
    found = [int(xhtml.text(element)) for element in xhtml.with_class(root, "number")]
    for tasks in xhtml.with_class(root, "tasks"):
        before = int(tasks.get("style", "counter-reset: list-item 0").split()[-1])
        counted = enumerate(tasks.findall("li"), start=before + 1)
        found += [int(re.search(r"\d+", task.get("style", str(number)))[0]) for number, task in counted]
    tables = (table for table in root.iter("table") if "scheme" not in xhtml.classes(table))
    rows = (row for table in tables for row in table.iter("tr") if row.getparent().tag == "tbody")
    return sorted([*found, *(int(xhtml.text(row).partition(".")[0]) for row in rows)])


def test_modules_and_templates_are_paired():
    modules = {path.stem.replace("_", "-") for path in (ROOT / "src/studyguide/handouts/kinds").glob("[a-z]*.py")}
    found = {path.name.removesuffix(".html.j2") for path in TEMPLATES.glob("[a-z]*.j2")}
    tiered = {name for name in modules if Tier.KEY in handout_kinds.modules()[name].TIERS}
    assert found == modules | {f"{name}.key" for name in tiered}


def test_a_list_of_sheets_has_the_titles_that_they_print(flagship):
    edition = flagship.info.editions[0]
    for name, title in handouts.titles(flagship, edition, "worksheets").items():
        (section,) = handouts.publish(flagship, edition, name, Tier.CORE).sections
        assert section.title == title, name


def test_there_is_a_sheet_for_each_phase_and_theme_and_one_of_each_other_kind(flagship):
    themes = {theme.id for chapter in flagship.chapters if chapter.kind == "themes" for theme in chapter.themes}
    others = {
        "before",
        "while",
        "after",
        "adaptation",
        "log-plot",
        "log-novel",
        "comparison",
        "quiz",
        "vocabulary",
        "quotations",
    }
    others |= {"film-terms", *(each.id for c in flagship.chapters if c.kind == "close-reading" for each in c.sequences)}
    sets = {name for name in sheets(flagship) if name.startswith("retrieval-")}
    assert len(sets) >= 3
    assert sheets(flagship).keys() == themes | others | sets
    assert {tiers for name, tiers in sheets(flagship).items() if name not in sets} == {tuple(Tier)}
    assert {tiers for name, tiers in sheets(flagship).items() if name in sets} == {(Tier.CORE, Tier.KEY)}
    assert sheets(flagship, "organiser").keys() == {"organiser"}
    assert sheets(flagship, "flashcards").keys() == {"flashcards", "quotation-cards"}


def quiz_numbers(guide):
    """The numbers of the quiz questions in their chapter."""
    return [each.number for each in questions(select(guide, guide.info.editions[0])) if each.is_quiz]


@pytest.mark.parametrize("name", ["flagship", "second"])
def test_all_tiers_and_the_key_have_the_same_numbers_and_the_same_target(name, request):
    guide = request.getfixturevalue(name)
    for sheet, tiers in sheets(guide).items():
        roots = {tier: root(guide, sheet, tier) for tier in tiers}
        assert len({tuple(numbers(found)) for found in roots.values()}) == 1, sheet
        expected = list(range(1, len(numbers(roots[Tier.KEY])) + 1)) if sheet != "quiz" else quiz_numbers(guide)
        assert numbers(roots[Tier.KEY]) == expected, sheet
        targets = {
            xhtml.text(target).split(" ", 1)[1] for r in roots.values() for target in xhtml.with_class(r, "target")
        }
        assert len({target.removeprefix("question ") for target in targets}) == 1, sheet


def test_support_helps_extension_challenges_and_core_does_neither(flagship):
    helps, challenge = ("hint", "word-bank", "starters"), ("challenge",)
    for sheet in ("before", "while", "after", "theme-love"):
        found = {tier: root(flagship, sheet, tier) for tier in PUPILS}
        for name in (*helps, *challenge):
            has = {tier: bool(list(xhtml.with_class(found[tier], name))) for tier in PUPILS}
            wanted = Tier.EXTENSION if name in challenge else Tier.SUPPORT
            assert has == {tier: tier == wanted for tier in PUPILS}, (sheet, name)


def test_no_pupil_gets_an_answer(flagship):
    for sheet, tiers in sheets(flagship).items():
        for tier in set(PUPILS) & set(tiers):
            found = root(flagship, sheet, tier)
            assert not list(xhtml.with_class(found, "right-answer")), sheet
        assert "key" in xhtml.classes(root(flagship, sheet, Tier.KEY))
    asked = [q for c in flagship.chapters if c.kind == "questions" for s in c.sets for q in s.questions]
    points = [q.points[0] for q in asked if q.points]
    after, key = (xhtml.text(root(flagship, "after", tier)) for tier in (Tier.SUPPORT, Tier.KEY))
    assert not [point for point in points if point in after]
    assert [point for point in points if point in key]


def test_a_sheet_has_no_links_into_the_guide(flagship):
    for sheet, tiers in sheets(flagship).items():
        for tier in tiers:
            found = root(flagship, sheet, tier)
            here = {element.get("id") for element in found.iter()}
            assert not [
                a.get("href") for a in found.iter("a") if a.get("href")[0] == "#" and a.get("href")[1:] not in here
            ]
            assert not [name for name in ("page-ref", "sources", "citation") if list(xhtml.with_class(found, name))]
            assert " ." not in xhtml.text(found)


def test_paper_has_lines_where_a_form_has_fields(flagship):
    for sheet in sheets(flagship):
        paper, form = (root(flagship, sheet, Tier.CORE, fillable=fillable) for fillable in (False, True))
        assert not list(paper.iter(*FIELDS))
        fields = list(form.iter(*FIELDS))
        assert all(field.get("aria-label") for field in fields)
        named = [field.get("name") for field in fields if field.get("type") != "radio"]
        assert len(named) == len(set(named)), sheet
        rooms_of = [[room.get("data-lines") for room in xhtml.with_class(r, "room")] for r in (paper, form)]
        assert rooms_of[0] == rooms_of[1]
        assert any(rooms_of[0]) or len(fields) > 3


def test_the_sheet_for_before_gives_nothing_away_in_any_edition(flagship):
    held = xhtml.text(root(flagship, "before", Tier.KEY))
    assert "Miss Lucy" not in held
    gates = (Gate(words=("boarding-school",)),)
    watched = replace(flagship, info=flagship.info.model_copy(update={"gates": gates}))
    with pytest.raises(GuideError, match=r"chapters/questions.yaml:\d+:\d+: 'boarding-school' gives something away"):
        root(watched, "before", Tier.CORE)
    assert root(watched, "quiz", Tier.CORE) is not None


def test_a_watched_word_that_comes_some_other_way_stops_the_sheet(flagship, monkeypatch):
    monkeypatch.setattr(handouts.leaked_words, "slips", lambda *_: ())
    watched = replace(flagship, info=flagship.info.model_copy(update={"gates": (Gate(words=("fence",)),)}))
    with pytest.raises(BuildError, match="would give something away: 'fence' in sheet"):
        root(watched, "before", Tier.CORE)


def test_an_edition_without_a_chapter_has_no_sheet_of_it(flagship):
    assert "viewing-log" not in sheets(flagship, edition="before-viewing")
    with pytest.raises(UsageError, match=r"has no core sheet 'quizz'. Did you mean 'quiz'"):
        root(flagship, "quizz", Tier.CORE)


def test_lines_follow_from_what_the_author_says():
    assert lines_of(Task(lines=3, marks=9)) == 3
    assert lines_of(Task(lines=0)) == 0
    assert lines_of(Task(marks=3)) == 6
    assert lines_of(Task()) == 4


def test_a_card_has_its_back_behind_it_when_the_leaf_is_turned(flagship):
    found = root(flagship, "flashcards", Tier.CORE)
    sides = [
        [[number_on(card) for card in xhtml.with_class(row, "flashcard")] for row in xhtml.with_class(leaf, "card-row")]
        for leaf in xhtml.with_class(found, "leaf")
    ]
    assert len(sides) > 8
    for fronts, backs in zip(sides[::2], sides[1::2], strict=True):
        assert [row[::-1] for row in fronts] == backs
    on_fronts = [number for side in sides[::2] for row in side for number in row if number]
    assert on_fronts == list(range(1, len(on_fronts) + 1))


def number_on(card):
    """The number of a card; 0 for an empty place."""
    return next((int(xhtml.text(element)) for element in xhtml.with_class(card, "card-number")), 0)


def test_links_are_undone_and_words_stay():
    tree = xhtml.parse(
        '<p>See <a href="#far">the <em>far</em> one</a>, <a href="https://a.example">web</a> <b id="x"/>'
        '<a href="#x">near</a> said <span class="citation">(A)</span>.</p>'
    )
    answer_spaces.detach(tree)
    assert xhtml.serialise(tree) == (
        '<p>See the <em>far</em> one, <a href="https://a.example">web</a> <b id="x"/><a href="#x">near</a> said.</p>'
    )


def test_the_organiser_has_everybody(second):
    people = [p for c in second.chapters if c.kind == "cast" for g in c.groups for p in g.people]
    bare = [
        chapter.model_copy(
            update={
                "groups": tuple(
                    group.model_copy(
                        update={"people": tuple(p.model_copy(update={"role": None}) for p in group.people)}
                    )
                    for group in chapter.groups
                )
            }
        )
        if chapter.kind == "cast"
        else chapter
        for chapter in second.chapters
    ]
    held = xhtml.text(root(replace(second, chapters=tuple(bare)), "organiser", Tier.CORE))
    assert [person.name for person in people if person.name not in held] == []

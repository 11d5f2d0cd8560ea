"""Who has a card, and what it says: only what the edition has, each thing at its level, and nobody is lost."""

from dataclasses import replace
from pathlib import Path

import pytest

from studyguide.editions.select import find, select
from studyguide.guide.chapters.cast import Cast
from studyguide.guide.items import Spoiler
from studyguide.languages.labels import Labels
from studyguide.render import render
from studyguide.render.character_cards import BESIDE, BRIEF, MOST, card_facts, grouped, leads
from studyguide.render.mentions import Mentions
from studyguide.render.whole_guide import WholeGuide
from studyguide.support import xhtml
from tests import sound_guides

ROOT = Path(__file__).parents[2]
LONG = "She says what she thinks. " * 20


def cast(people, ties=()):
    return Cast.model_validate(
        {
            "kind": "cast",
            "id": "cast",
            "title": "Cast",
            "groups": [{"id": "all", "title": "All", "people": people}],
            "relationships": [{"from": f"p-{one}", "to": f"p-{other}", "label": "knows"} for one, other in ties],
        }
    )


def people(count, text=LONG, **more):
    return [{"id": f"p-{n}", "name": f"Person {n}", **({"text": text} if text else {}), **more} for n in range(count)]


@pytest.mark.parametrize(
    ("ties", "expected"),
    [
        ((), (0, 1, 2)),
        ([(0, n) for n in range(1, 10)], (0, 1, 2)),
        ([(4, n) for n in (0, 1, 2, 3)] + [(5, n) for n in (0, 1, 2, 3)], (4, 5, 0, 1, 2, 3)),
        ([(a, b) for a in range(9) for b in range(a)], (0, 1, 2, 3, 4, 5)),
    ],
    ids=["no ties", "a star", "two hubs", "all with all"],
)
def test_those_with_most_ties_are_leads(ties, expected):
    assert leads(cast(people(10), ties)) == tuple(f"p-{n}" for n in expected)
    assert len(expected) <= MOST


def test_the_author_decides_who_is_a_lead():
    some = people(10)
    some[7]["lead"] = True
    del some[7]["text"]
    assert leads(cast(some, [(0, 1)])) == ("p-7",)


@pytest.mark.parametrize("text", ["", "Short.", None])
def test_nobody_without_much_to_read_has_a_card(text):
    assert leads(cast(people(10, text), [(0, 1)])) == ()


def test_two_people_have_no_cards():
    assert leads(cast(people(2), [(0, 1)])) == ()


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6])
@pytest.mark.parametrize("letters", [300, BESIDE + 1])
def test_cards_are_in_pairs_unless_a_text_is_long(count, letters):
    (group,) = cast(people(count, "x" * letters)).groups
    rows = grouped(group, [person.id for person in group.people]).cards
    assert [person.id for row in rows for person in row] == [person.id for person in group.people]
    assert max(map(len, rows)) == (1 if letters > BESIDE or count == 1 else 2)
    assert [len(row) for row in rows][1:] == [2] * (count // 2) or letters > BESIDE or count % 2 == 0


@pytest.mark.parametrize("brief", [0, 1, 2, 5])
def test_everybody_is_in_one_place(brief):
    made = people(4) + [{"id": f"b-{n}", "name": f"Extra {n}"} for n in range(brief)]
    (group,) = cast(made).groups
    found = grouped(group, ("p-0", "p-1"))
    lots = [
        [person.id for row in found.cards for person in row],
        *([p.id for p in lot] for lot in (found.entries, found.table)),
    ]
    assert sorted(name for lot in lots for name in lot) == sorted(person.id for person in group.people)
    assert len(found.table) == (brief if brief > 1 else 0)


@pytest.mark.parametrize("text", ["x" * (BRIEF + 1), "One.\n\nTwo.", "- a\n- b", "A note.[^n]\n\n[^n]: Here."])
def test_a_text_that_is_not_brief_stays_as_it_is(text):
    (group,) = cast(people(3, text)).groups
    assert grouped(group, ()).table == ()


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Kathy H.", "Kathy’s tape", True),
        ("Kathy H.", "[She](#a) sings.", True),
        ("Kathy H.", "She sings.", False),
        ("Miss Emily", "Then Emily speaks.", True),
        ("Miss Emily", "Miss Lucy speaks.", False),
        ("Will Carver", "He will go. Will they?", False),
        ("Ann", "Annabel goes.", False),
        ("Ann", "And then *Ann* goes.", True),
        ("Ана Ковач", "Тогда Ковач встал.", True),
    ],
)
def test_people_are_found_by_names_that_are_theirs_alone(name, text, found):
    mentions = Mentions(
        {"a": name, "b": "Miss Lucy"}, ["And then he will say: the mill, тогда", text], Labels.of("en-GB")
    )
    assert ("a" in mentions.people([text])) is found


@pytest.mark.parametrize("edition", ["student", "before-viewing"])
def test_a_card_says_nothing_that_its_edition_hides(edition):
    guide = sound_guides.flagship()
    chosen = find(guide, edition)
    facts = card_facts(WholeGuide(select(guide, chosen)), "cast")
    assert facts
    levels = {
        level for each in facts.values() for lots in (each.ties, *(s.numbers for s in each.scenes)) for level, _ in lots
    }
    assert all(level.rank <= chosen.reveals.rank for level in levels)


def test_what_gives_more_away_is_marked_on_a_card():
    guide = sound_guides.flagship()
    chosen = find(guide, "student")
    body = next(each.body for each in render(select(guide, chosen), chosen).sections if each.id == "cast")
    (kathy,) = (each for each in xhtml.with_class(xhtml.parse(body), "lead") if each.get("id") == "kathy")
    words = xhtml.text(kathy)
    assert words.index("Miss Lucy") < words.index("Gives away the premise") < words.index("Miss Emily")
    assert words.count("Gives away the ending") == 3  # after ties, and after the scenes of each work


def test_scenes_in_a_row_are_a_range():
    guide = sound_guides.flagship()
    chosen = find(guide, "student")
    scenes = card_facts(WholeGuide(select(guide, chosen)), "cast")["kathy"].scenes
    assert dict(scenes[0].numbers)[Spoiler.PREMISE] == "12–16, 18–23"


def test_without_a_plot_and_themes_a_card_has_ties_alone():
    guide = sound_guides.flagship()
    guide = replace(guide, chapters=tuple(each for each in guide.chapters if each.kind == "cast"))
    facts = card_facts(WholeGuide(guide), "cast")
    assert all(each.ties and not each.scenes and not each.themes for each in facts.values())

"""What a sheet says follows from how much is on it: none, one, two or more."""

import re

import pytest

from studyguide.handouts.sheet import Tier
from studyguide.support import xhtml
from tests.handouts.test_handout_levels import FULL, GLOSSARY, PLOT, SAFE, THEMES, asked, body, guide, question

PUPILS = (Tier.SUPPORT, Tier.CORE, Tier.EXTENSION)
PLURALS = re.compile(r"\b(?:[Ee]ach|two|three|five|both|these|them|[Ww]ords|[Mm]oments|sentences|Activities|Hints)\b")


def moments(count, level="safe"):
    """A guide with a theme that has `count` moments; all except one have a level."""
    scenes = [
        {"id": f"s-{n}", "title": f"S{n}", "text": "T.", "spoiler": level if n else "safe"}
        for n in range(max(count, 1))
    ]
    evidence = [{"scene": f"s-{n}", "point": f"P{n}."} for n in range(count)] or [{"point": "P."}]
    theme = {**THEMES["themes"][0], "evidence": evidence}
    parts = [{"id": "part", "title": "One", "scenes": scenes}]
    return guide({**PLOT, "parts": parts}, {**THEMES, "themes": [theme]})


def words(count):
    terms = [{"id": f"t-{n}", "term": f"Term{n}", "definition": f"Def{n}."} for n in range(count)]
    return guide({**GLOSSARY, "terms": terms})


def text(*args, **more):
    return " ".join(xhtml.text(body(*args, **more)).split())


THEME = [
    (0, "Why? Give evidence from the story.", "rests on evidence from the story,"),
    (1, "Why? Use the moment above.", "rests on the moment above,"),
    (2, "Why? Use both moments.", "rests on two moments,"),
    (3, "Why? Use at least two of the moments.", "rests on two moments,"),
]


@pytest.mark.parametrize(("count", "asks", "key"), THEME)
def test_the_sheet_of_a_theme_asks_for_the_moments_it_has(count, asks, key):
    for tier in PUPILS:
        said = text("theme", tier, whole=moments(count))
        assert asks in said
        assert ("Moment" in said or "moment" in said) == (count > 0)
        assert ("does this moment say" in said, "do these moments say" in said) == (count == 1, count > 1)
    assert key in text("theme", Tier.KEY, whole=moments(count))


def test_moments_that_an_edition_hides_do_not_count():
    assert "Use the moment above." in text("theme", edition=SAFE, whole=moments(3, "ending"))
    assert "Use at least two of the moments." in text("theme", edition=FULL, whole=moments(3, "ending"))


@pytest.mark.parametrize("tier", PUPILS)
@pytest.mark.parametrize("count", [2, 3, 4, 5, 6])
def test_a_vocabulary_sheet_asks_for_no_more_words_than_it_has(count, tier):
    most = {Tier.EXTENSION: "five"}.get(tier, "three")
    asks = f"Use {'each' if count <= (5 if most == 'five' else 3) else most} of the words in"
    assert asks in text("vocabulary", tier, whole=words(count))


def one(kind):
    """A guide with one thing of a kind, and its sheet."""
    change = {"id": "a", "element": "E", "works": {"novel": "N", "film": "F"}, "effect": "E"}
    help_ = {"words": ["W"], "hints": ["H."]}
    activity = {"id": "act", "title": "A", "phase": "before", "minutes": 5, "purpose": "P", "steps": ["S"], **help_}
    made = {
        "theme": moments(1),
        "vocabulary": words(1),
        "adaptation": guide({"kind": "adaptation", "id": "adaptation", "title": "C", "rows": [change]}),
        "before": guide(
            asked(question("open", **help_)),
            {"kind": "activities", "id": "acts", "title": "T", "activities": [activity]},
        ),
        "viewing-log": guide(PLOT),
    }
    return made[kind]


@pytest.mark.parametrize("tier", Tier)
@pytest.mark.parametrize("name", ["theme", "vocabulary", "adaptation", "before", "viewing-log"])
def test_a_sheet_with_one_thing_speaks_of_one(name, tier):
    said = text(name, tier, whole=one(name))
    assert PLURALS.findall(said) == []

"""The pages of every kind of chapter in every theme: many items and few, with and without each optional field.

Every guide made here has all kinds. The tests that are not `long` are a part of all, chosen by their places in lists:
each theme meets each number of items, each way to count them, and each of the two ways with optional fields.
"""

import json

import pytest
from made_guides import Recipe, optional_fields, write
from page_faults import faults, layouts, small

from studyguide.guide.chapters import KINDS
from studyguide.support.paths import starter_folder, style_names
from studyguide.themes import theme

LOOKS = style_names("themes")
MANY = (1, 5, 15, 40)
WAYS = [(optional, deep) for optional in ("none", "all") for deep in (False, True)]
HALF = [Recipe(5), Recipe(15, deep=True), Recipe(5, optional="all")]
FOLDED = [look for look in LOOKS if theme.unsuitable(look, "a5") is None]


def case(*values, is_long):
    name = "-".join(map(str, values))
    return pytest.param(*values, id=name, marks=[pytest.mark.long] if is_long else [])


SIZES = [
    case(look, Recipe(20 if (many, optional, deep) == (40, "all", False) else many, deep, optional), is_long=is_long)
    for row, look in enumerate(LOOKS)
    for column, many in enumerate(MANY)
    for way, (optional, deep) in enumerate(WAYS)  # a thousand pages say no more than five hundred
    for is_long in [way != (row + column) % len(WAYS)]
]
TRIPLES = [tuple(KINDS)[first : first + 3] for first in range(0, len(KINDS), 3)]
FIELDS = [
    case(look, name, is_long=look != sampled or place % 3 > 0)  # each of these has the pages of all kinds
    for place, name in enumerate(optional_fields())
    for sampled in [LOOKS[place % len(LOOKS)]]
    for look in sorted({"quiet", "large-print-24", sampled})
]
FOLDINGS = [
    case(look, recipe, is_long=place != row % len(HALF))
    for row, look in enumerate(FOLDED)
    for place, recipe in enumerate(HALF)
]


@pytest.mark.parametrize(("look", "recipe"), SIZES)
def test_any_number_of_items_makes_sound_pages(look, recipe, tmp_path):
    assert _found(tmp_path, look, "a4", recipe) == []


@pytest.mark.parametrize(("look", "recipe"), FOLDINGS)
def test_pages_of_half_size_are_sound(look, recipe, tmp_path):
    assert _found(tmp_path, look, "a5", recipe) == []


@pytest.mark.parametrize(("look", "name"), FIELDS)
def test_every_optional_field_may_be_the_only_one(look, name, tmp_path):
    assert _found(tmp_path, look, "a4", Recipe(5, optional=name)) == []


@pytest.mark.parametrize(
    ("look", "paper"),
    [(look, paper) for look in LOOKS for paper in ("a4", "a5") if theme.unsuitable(look, paper) is None],
)
def test_a_short_guide_that_runs_on_has_sound_pages(look, paper):
    assert _faults(starter_folder(), look, paper) == []


@pytest.mark.parametrize("place", range(len(TRIPLES)), ids=map("-".join, TRIPLES))
def test_chapters_of_any_kind_may_run_on(place, tmp_path):
    folder = write(tmp_path / "guide", Recipe(5, optional="all"))
    settings = json.loads((folder / "guide.yaml").read_text("utf-8"))
    settings["editions"][0] |= {"openings": "run-on", "chapters": TRIPLES[place]}
    (folder / "guide.yaml").write_text(json.dumps(settings), "utf-8")
    assert _faults(folder, LOOKS[place % len(LOOKS)], "a4") == []


def test_a_part_of_all_is_tried_in_every_run():
    """Each theme with each number of items, each way to count them, with all optional fields and none; some alone."""
    quick = [each.values for each in SIZES if not each.marks]
    assert len(quick) == len(LOOKS) * len(MANY)
    assert {(look, recipe.deep, recipe.optional) for look, recipe in quick} == {
        (look, deep, optional) for look in LOOKS for optional, deep in WAYS
    }
    assert {each.values[1] for each in FIELDS if not each.marks} == {*list(optional_fields())[::3]}


def _found(folder, look, paper, recipe):
    return _faults(write(folder / "guide", recipe), look, paper)


def _faults(folder, look, paper):
    found = [
        (part, fault) for part, pages in layouts(folder, look, paper) for fault in (*faults(pages), *small(pages, look))
    ]
    return [f"{part}: {fault}" for part, fault in found]

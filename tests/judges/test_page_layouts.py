"""The pages of every kind of chapter in every theme: many items and few, with and without each optional field."""

import pytest
from made_guides import Recipe, optional_fields, write
from page_faults import faults, layouts

from studyguide.paths import style_names

pytestmark = [pytest.mark.judge, pytest.mark.long]

SIZES = [
    Recipe(many, deep, optional) for optional in ("none", "all") for deep in (False, True) for many in (1, 5, 15, 40)
]
FIELDS = [Recipe(5, optional=name) for name in optional_fields()]


@pytest.mark.parametrize("look", style_names("themes"))
@pytest.mark.parametrize("recipe", SIZES, ids=str)
def test_any_number_of_items_makes_sound_pages(look, recipe, tmp_path):
    if recipe.many == 40 and recipe.optional == "all" and not recipe.deep:
        recipe = Recipe(20, recipe.deep, recipe.optional)  # a thousand pages say no more
    assert _found(tmp_path, look, "a4", recipe) == []


@pytest.mark.parametrize("look", [name for name in style_names("themes") if "large" not in name])  # for A4 and Letter
@pytest.mark.parametrize("recipe", [Recipe(5), Recipe(15, deep=True), Recipe(5, optional="all")], ids=str)
def test_pages_of_half_size_are_sound(look, recipe, tmp_path):
    assert _found(tmp_path, look, "a5", recipe) == []


@pytest.mark.parametrize("recipe", FIELDS, ids=lambda recipe: recipe.optional)
def test_every_optional_field_may_be_the_only_one(recipe, tmp_path):
    looks = ("quiet", "large-print-24")
    assert [fault for look in looks for fault in _found(tmp_path / look, look, "a4", recipe)] == []


def _found(folder, look, paper, recipe):
    written = write(folder / "guide", recipe)
    return [f"{part}: {fault}" for part, pages in layouts(written, look, paper) for fault in faults(pages)]

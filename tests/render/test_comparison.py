"""The rows of a comparison are in groups by the kind of change, none is lost, and a sentence counts them."""

import pytest

from studyguide.guide.chapters.adaptation import Adaptation
from studyguide.languages.labels import Labels
from studyguide.render.comparison import KINDS, change_groups, changes_counted


def comparison(*kinds, kept=()):
    rows = [
        {"id": f"row-{n}", "element": f"Thing {n}", "works": {"film": "so"}, "effect": "thus", "change": kind}
        for n, kind in enumerate(kinds)
    ]
    return Adaptation.model_validate(
        {"kind": "adaptation", "id": "adaptation", "title": "Changes", "rows": rows, "kept": kept}
    )


def test_every_kind_that_an_author_may_write_has_a_group():
    field = Adaptation.model_fields["rows"].annotation.__args__[0].model_fields["change"]
    assert {*KINDS} == {*field.annotation.__args__}


@pytest.mark.parametrize("kinds", [("cut", "kept", "cut"), ("altered",), (*reversed(KINDS), *KINDS)])
def test_each_row_is_in_one_group_in_the_order_of_the_file(kinds):
    chapter = comparison(*kinds)
    groups = change_groups(chapter)
    assert [group.kind for group in groups] == [kind for kind in KINDS if kind in kinds]
    assert all(row.change == group.kind for group in groups for row in group.rows)
    rows = [row.id for group in groups for row in group.rows]
    assert sorted(rows) == sorted(row.id for row in chapter.rows)
    assert all([*group.rows] == sorted(group.rows, key=chapter.rows.index) for group in groups)


@pytest.mark.parametrize(
    ("kinds", "kept", "said"),
    [
        (("cut",), (), "1 thing is compared: 1 cut."),
        (("cut", "moved", "cut"), (), "3 things are compared: 1 moved and 2 cut."),
        (("kept", "cut"), ("a", "b"), "4 things are compared: 3 kept and 1 cut."),
    ],
)
def test_things_are_counted_with_the_list_of_what_is_kept(kinds, kept, said):
    assert changes_counted(comparison(*kinds, kept=kept), Labels.of("en-GB")) == said

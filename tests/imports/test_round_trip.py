"""What `studyguide quiz` writes as GIFT, `studyguide add questions` reads back: the same questions and answers."""

import shutil
from pathlib import Path

import pytest

from studyguide import markdown
from studyguide.build import add_questions
from studyguide.build.checked_guide import new_problems, sound
from studyguide.editions.select import find
from studyguide.exports import edition
from studyguide.exports.kinds import gift
from studyguide.imports.found import Defaults
from studyguide.imports.gift import items
from studyguide.support.paths import specimen_folder, starter_folder

FLAGSHIP = Path(__file__).parents[2] / "guide"
NAMES = {"choice": "choice", "true-false": "true-false", "short": "short", "matching": "matching", "gap": "gap"}


def bare(text):
    """The letters of a text without white space, which print joins."""
    return "".join(text.split())


def said(markup):
    return bare(markdown.printed(markup, block=True))


@pytest.fixture(scope="module", params=[specimen_folder(), FLAGSHIP], ids=["specimen", "flagship"])
def exported(request):
    guide = sound(request.param)
    material = edition.material(guide, find(guide, "teacher"))
    taken = [item for item in material.items if gift.refusal(item) is None]
    assert len(taken) > 10
    return taken, items.read(gift.make(material), "gift.txt", Defaults("after"))


def test_every_item_comes_back(exported):
    taken, found = exported
    assert found.refused == ()
    assert [each.wanted_id for each in found.questions] == [item.id for item in taken]
    assert [bare(each.set_title) for each in found.questions] == [bare(item.set_title) for item in taken]


def test_every_item_asks_the_same(exported):
    for item, each in zip(exported[0], (each.fields for each in exported[1].questions), strict=True):
        parts = each.get("parts", [])
        asked = parts[0]["question"] if parts else each["question"]
        whole = bare(item.passage.plain if item.passage and not parts else "") + bare(item.prompt.plain)
        assert said(asked) == whole, item.id
        if parts:
            assert "extract" in each
            read = said(each["question"]) + said(each["extract"]) + said(each.get("source", ""))
            assert read == bare(item.passage.plain)


def test_every_item_has_the_same_answers(exported):
    for item, each in zip(exported[0], (each.fields for each in exported[1].questions), strict=True):
        if item.kind == "choice":
            assert [said(option) for option in each["options"]] == [bare(option.text.plain) for option in item.options]
            right = [each["answer"]] if "answer" in each else each["answers"]
            assert [said(option) for option in right] == [bare(o.text.plain) for o in item.options if o.is_right]
            told = [bare(option.feedback.plain) for option in item.options if option.feedback]
            assert [said(one["text"]) for one in each.get("feedback", [])] == told
        elif item.kind == "true-false":
            assert each["is_true"] == item.options[0].is_right
        elif item.kind == "short":
            holder = each["parts"][0] if "parts" in each else each
            assert [said(word) for word in [holder["answer"], *holder.get("accept", [])]] == [*map(bare, item.right)]
        elif item.kind == "matching":
            pairs = [(said(pair["left"]), said(pair["right"])) for pair in each["pairs"]]
            assert pairs == [(bare(left.plain), bare(right.plain)) for left, right in item.pairs]
            assert [said(one) for one in each.get("distractors", [])] == [bare(one.plain) for one in item.distractors]
        elif item.kind == "ordering":
            assert [said(pair["right"]) for pair in each["pairs"]] == [bare(step.plain) for step in item.steps]
        elif item.kind == "gap":
            before, after = (bare(piece.plain) for piece in item.pieces)
            assert said(each["gapped"]) == f"{before}{{{'|'.join(map(bare, item.gaps[0]))}}}{after}"


def test_every_item_has_the_same_points_and_type(exported):
    for item, each in zip(exported[0], (each.fields for each in exported[1].questions), strict=True):
        points = each["parts"][0].get("points", []) if "parts" in each else each.get("points", [])
        assert [said(point) for point in points] == [bare(point.plain) for point in item.points]
        kinds = {"text": {"essay", "extract"}, "ordering": {"matching"}, "short": {"short", "extract"}}
        assert each["type"] in kinds.get(item.kind, {item.kind})


def test_the_questions_fit_into_another_guide(exported, tmp_path):
    folder = tmp_path / "guide"
    shutil.copytree(starter_folder(), folder)
    added = add_questions.add(folder, add_questions.Wanted("gift.txt", exported[1], "Imported"))
    assert added.refused == ()
    assert new_problems(folder, added.texts) == ()
    assert sum(len(each.questions) for each in added.sets) == len(exported[0])

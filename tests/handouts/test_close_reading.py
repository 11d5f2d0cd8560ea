"""Close reading: columns only where something is in them, sheets without answers, and words that count as quoted."""

from dataclasses import replace

import pytest

from studyguide.editions.select import select
from studyguide.guide.texts import Findings
from studyguide.handouts.sheet import Spoiler, Tier
from studyguide.lint.rules import credits as credit_rules
from studyguide.render import render
from studyguide.support import xhtml
from tests.handouts.test_handout_levels import FULL, PLOT, SAFE, body, guide, said

SHOT = {"label": "Shot 1", "seconds": 1, "camera": "Close-up", "see": "A hand", "notice": "It waits"}
DARK = {"label": "Shot 2", "seconds": 4, "see": "Nothing", "notice": "No light", "spoiler": "ending"}
LINE = {"label": "Line 1", "words": "| One, two\n| three", "notice": "It counts"}


def reading(*steps, **more):
    sequence = {"id": "part-one", "title": "Part one", "steps": list(steps), **more}
    return {"kind": "close-reading", "id": "close", "title": "C", "sequences": [sequence]}


def chapter(whole, edition=FULL):
    sections = render(select(whole, edition), edition).sections
    return xhtml.parse(next(section.body for section in sections if section.id == "close"))


def rows(whole, edition=FULL):
    return [[xhtml.text(cell) for cell in row] for row in chapter(whole, edition).iter("tr")]


def test_shots_and_lines_have_the_columns_that_are_filled():
    assert rows(guide(reading(SHOT, DARK))) == [
        ["Step", "Camera", "What is seen", "What to notice"],
        ["Shot 1 (1 second)", "Close-up", "A hand", "It waits"],
        ["Shot 2 (4 seconds) Gives away the ending", "–", "Nothing", "No light"],
    ]
    assert rows(guide(reading(LINE))) == [
        ["Step", "Words", "What to notice"],
        ["Line 1", "One, two three", "It counts"],
    ]


def test_it_says_where_it_is_and_asks_about_the_whole():
    found = xhtml.text(chapter(guide(PLOT, reading(SHOT, where="00:01", scene="scene-a", question="Why?"))))
    assert "Part one 00:01 · A gavel" in found
    assert found.endswith("The whole Why?")


def test_a_column_of_hidden_steps_alone_is_gone():
    assert rows(guide(reading({**DARK, "hear": "A scream"}, SHOT)), SAFE) == [
        ["Step", "Camera", "What is seen", "What to notice"],
        ["Shot 1 (1 second)", "Close-up", "A hand", "It waits"],
    ]


def test_a_reading_of_a_hidden_scene_is_hidden():
    hidden = {**PLOT["parts"][0], "scenes": [{**PLOT["parts"][0]["scenes"][0], "spoiler": "ending"}]}
    whole = guide({**PLOT, "parts": [hidden]}, reading(SHOT, scene="scene-a"))
    assert "close" not in [chapter.id for chapter in select(whole, SAFE).chapters]
    assert "part-one" not in str(select(whole, SAFE).chapters)


@pytest.mark.parametrize(
    ("tier", "given"),
    [
        (Tier.SUPPORT, {"Close-up"}),
        (Tier.CORE, set()),
        (Tier.EXTENSION, set()),
        (Tier.KEY, {"Close-up", "A hand", "It waits", "Nothing", "No light"}),
    ],
)
def test_the_blank_sheet_has_no_answers(tier, given):
    text = said("part-one", tier, whole=guide(reading(SHOT, DARK)))
    assert {words for words in ("Close-up", "A hand", "It waits", "Nothing", "No light") if words in text} == given
    assert ("Change one choice" in text) == (tier == Tier.EXTENSION)
    assert "Shot 1 (1 second)" in text


def test_lines_are_on_every_sheet_to_be_read_and_no_sheet_of_lines_says_what_to_notice():
    whole = guide(reading(LINE))
    texts = {tier: said("part-one", tier, whole=whole) for tier in Tier}
    assert all("One, two three" in text for text in texts.values())
    assert [tier for tier in Tier if "It counts" in texts[tier]] == [Tier.KEY]


def test_a_sheet_says_what_its_steps_give_away_and_hides_what_its_edition_hides():
    whole = guide(reading(SHOT, DARK))
    assert "gives away the ending" in said("part-one", whole=whole)
    assert [said("part-one", tier, SAFE, whole).count("Shot 2") for tier in Tier] == [0, 0, 0, 0]
    assert Spoiler.SAFE.value not in said("part-one", Tier.CORE, SAFE, whole)


def test_each_room_has_a_name_of_its_own():
    names = [
        room.get("name")
        for room in body("part-one", whole=guide(reading(SHOT, DARK, LINE)), fillable=True).iter("textarea")
    ]
    assert len(names) == len(set(names)) == 9


@pytest.mark.parametrize(("sources", "of_step", "key"), [((), (), "book"), (("k",), (), "k"), ((), ("k",), "k")])
def test_words_of_a_step_count_as_quoted_from_the_nearest_source(sources, of_step, key):
    whole = guide(reading({**LINE, "sources": of_step}, sources=sources))
    works = (whole.info.works[0].model_copy(update={"id": "book", "sources": ()}),)
    limited = replace(whole, info=whole.info.model_copy(update={"quotations": 2, "works": works}))
    ((_, message),) = credit_rules.quotations(Findings(limited))
    assert f"3 words are quoted from '{key}'" in message

"""Media: an edition hides them by their level, and gates look at their titles and addresses."""

from dataclasses import replace

import pytest

from studyguide.build.edition_publication import publish
from studyguide.editions.select import find, select
from studyguide.guide.chapters import KINDS
from studyguide.guide.info import Gate
from studyguide.guide.items import Spoiler
from studyguide.support.errors import GuideError
from tests import sound_guides


@pytest.fixture(scope="module")
def guide():
    return sound_guides.specimen()


def body(guide, reveals):
    edition = find(guide, "student").model_copy(update={"id": "x", "reveals": Spoiler(reveals)})
    return next(each.body for each in publish(guide, edition).sections if each.id == "production")


def test_a_link_above_the_level_is_gone_with_its_code(guide):
    shown = body(guide, "premise")
    assert shown.count("https://example.org/sounds/thunder") == 3, "two links, and the printed address"
    assert 'class="qr-code"' in shown
    hidden = body(guide, "safe")
    assert "thunder" not in hidden.lower()
    assert 'class="qr-code"' not in hidden


def test_media_have_the_level_of_the_item_around_them(guide):
    topic = {"id": "t", "title": "T", "text": "T.", "spoiler": "ending"}
    media = [{"title": "A clip", "address": "https://example.org/clip"}]
    made = {"kind": "production", "id": "made", "title": "Made", "topics": [{**topic, "media": media}]}
    other = {"id": "u", "title": "U", "text": "U."}
    made["topics"].append(other)
    chapter = KINDS["production"].model_validate(made)
    edition = find(guide, "taster")
    (left,) = select(replace(guide, chapters=(chapter,)), edition).chapters
    assert [each.id for each in left.topics] == ["u"]


@pytest.mark.parametrize("word", ["thunder", "studio"])
def test_gates_look_at_titles_and_addresses(guide, word):
    info = guide.info.model_copy(update={"gates": (Gate(words=(word,), level="ending"),)})
    with pytest.raises(GuideError) as caught:
        publish(replace(guide, info=info), find(guide, "taster"))
    assert {problem.file for problem in caught.value.problems} == {"chapters/production.yaml"}
    assert {problem.line for problem in caught.value.problems} <= {14, 15}

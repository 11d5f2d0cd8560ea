"""Further works: by type in the order of writing, and without what an edition hides."""

from dataclasses import replace

import pytest

from studyguide.build.edition_publication import publish
from studyguide.editions.select import find, select
from studyguide.guide.chapters import KINDS
from studyguide.guide.items import Spoiler
from studyguide.support import xhtml
from tests import sound_guides


@pytest.fixture(scope="module")
def guide():
    return sound_guides.specimen()


def section(guide, reveals):
    edition = find(guide, "student").model_copy(update={"id": "x", "reveals": Spoiler(reveals)})
    return next(each for each in publish(guide, edition).sections if each.id == "further-works")


def test_works_of_a_type_are_together_under_its_name(guide):
    shown = section(guide, "ending")
    assert [heading.text for heading in shown.headings] == ["Compare with", "Play", "Film", "Novel"]
    titles = [xhtml.text(each) for each in xhtml.parse(shown.body).iter("h3")]
    assert titles == [
        "Pygmalion, by George Bernard Shaw (1913)",
        "Metropolis, directed by Fritz Lang (1927)",
        "The Island of Doctor Moreau, by H. G. Wells (1896)",
    ]


def test_a_hidden_work_and_its_type_are_gone(guide):
    shown = section(guide, "safe")
    assert [heading.text for heading in shown.headings] == ["Compare with", "Play", "Novel"]
    assert "Metropolis" not in shown.body


def test_a_hidden_theme_is_not_named(guide):
    theme = {"id": "t", "title": "T", "question": "?", "text": "T.", "spoiler": "ending", "evidence": [{"point": "P."}]}
    themes = KINDS["themes"].model_validate({"kind": "themes", "id": "themes", "title": "Themes", "themes": [theme]})
    work = {"title": "W", "by": "A", "type": "memoir", "why": "Both remember.", "themes": ["t"]}
    further = KINDS["further-works"].model_validate(
        {"kind": "further-works", "id": "further", "title": "F", "works": [work]}
    )
    left = select(replace(guide, chapters=(themes, further)), find(guide, "taster")).chapters
    assert [(each.id, each.works[0].themes) for each in left] == [("further", ())]

"""Bookmarks: a reading schedule three times on a page, of which one is read out, without what an edition hides."""

from dataclasses import replace

import pypdfium2
import pytest

from studyguide import formats, handouts
from studyguide.build.edition_publication import publish
from studyguide.editions.select import find
from studyguide.guide.items import Spoiler
from studyguide.handouts.sheet import Tier
from studyguide.support import xhtml
from studyguide.themes import theme
from tests import sound_guides


@pytest.fixture(scope="module")
def guide():
    return sound_guides.specimen()


def root(guide, edition):
    return xhtml.parse(handouts.publish(guide, find(guide, edition), "bookmark", Tier.CORE).sections[0].body)


def test_a_page_has_three_strips_and_one_is_read_out(guide):
    strips = list(xhtml.with_class(root(guide, "student"), "strip"))
    assert [strip.get("aria-hidden") for strip in strips] == [None, "true", "true"]
    assert len({xhtml.text(strip) for strip in strips}) == 1
    assert "Week 2" in xhtml.text(strips[0])
    assert "The making" not in xhtml.text(strips[0]), "a bookmark has no titles of scenes"


def test_a_hidden_sitting_is_on_no_strip(guide):
    text = xhtml.text(root(guide, "taster"))
    assert "Week 2" in text
    assert "The end of the film" not in text
    assert "The end of the film" in xhtml.text(root(guide, "student"))


def test_a_sitting_loses_the_title_of_a_hidden_scene(guide):
    (schedule,) = (chapter for chapter in guide.chapters if chapter.kind == "reading-schedule")
    last = schedule.sittings[-1].model_copy(update={"spoiler": Spoiler.SAFE, "what": "The rest"})
    safe = schedule.model_copy(update={"sittings": (*schedule.sittings[:-1], last)})
    chapters = tuple(safe if each is schedule else each for each in guide.chapters)
    whole = replace(guide, chapters=chapters)
    sections = {each.id: each.body for each in publish(whole, find(guide, "taster")).sections}
    assert "The rest" in sections["reading-schedule"]
    assert "scene-mill" not in sections["reading-schedule"]


def test_columns_that_nothing_fills_are_left_out(guide):
    (schedule,) = (chapter for chapter in guide.chapters if chapter.kind == "reading-schedule")
    bare = tuple(each.model_copy(update={"pages": None, "minutes": None, "task": None}) for each in schedule.sittings)
    chapters = tuple(
        each.model_copy(update={"sittings": bare}) if each is schedule else each for each in guide.chapters
    )
    publication = publish(replace(guide, chapters=chapters), find(guide, "student"))
    body = next(each.body for each in publication.sections if each.id == "reading-schedule")
    assert [xhtml.text(head) for head in xhtml.parse(body).find(".//thead").iter("th")] == ["When", "What"]


def test_two_schedules_have_two_bookmarks(guide):
    (schedule,) = (chapter for chapter in guide.chapters if chapter.kind == "reading-schedule")
    other = schedule.model_copy(update={"id": "film-only"})
    whole = replace(guide, chapters=(*guide.chapters, other))
    found = handouts.names(whole, find(guide, "student"), "bookmark")
    assert list(found) == ["bookmark-reading-schedule", "bookmark-film-only"]


@pytest.mark.pages
@pytest.mark.parametrize("many", [1, 25])
def test_it_is_one_page_for_a_short_schedule_and_a_long_one(guide, many, tmp_path):
    (schedule,) = (chapter for chapter in guide.chapters if chapter.kind == "reading-schedule")
    longer = schedule.model_copy(update={"sittings": schedule.sittings[:1] * many})
    whole = replace(guide, chapters=tuple(longer if each is schedule else each for each in guide.chapters))
    publication = handouts.publish(whole, find(guide, "student"), "bookmark", Tier.CORE)
    look = theme.look("pdf", theme="quiet", paper="a4", is_sheet=True)
    assert formats.load("pdf").write(publication, look, tmp_path / "bookmark.pdf") == 1
    with pypdfium2.PdfDocument(tmp_path / "bookmark.pdf") as document:
        text = document[0].get_textpage().get_text_range()
    assert text.count("Who writes to") == 3 * many

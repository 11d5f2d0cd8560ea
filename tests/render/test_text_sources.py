"""Sources of texts: a body with them is the same without them, and each leads to the text that is shown."""

import re

import pytest

from studyguide.build.edition_publication import publish
from studyguide.guide.walk import strings
from studyguide.render.text_sources import ATTRIBUTE, TextSources, path_of, text_sources, without_sources
from studyguide.support import xhtml
from tests import sound_guides

LONG = re.compile(r"\w{4,}")
NEARLY_ALL = 0.6
"""The least share of an ordinary chapter's letters that lead to the file; the rest is printed by the program."""


@pytest.fixture(scope="module")
def guide():
    return sound_guides.specimen()


@pytest.fixture(scope="module", params=["student", "teacher", "taster"])
def both(guide, request):
    """The publication of an edition without and with sources."""
    edition = next(each for each in guide.info.editions if each.id == request.param)
    return publish(guide, edition), publish(guide, edition, sourced=True)


def test_without_its_sources_a_publication_is_the_plain_one(both):
    plain, sourced = both
    assert [without_sources(each.body) for each in sourced.sections] == [each.body for each in plain.sections]
    assert [each.headings for each in sourced.sections] == [each.headings for each in plain.sections]
    assert plain.sections != sourced.sections


def test_each_source_leads_to_a_text_that_the_element_shows(guide, both):
    texts = {each.id: {path: text for path, _, text in strings(each)} for each in guide.chapters}
    seen = 0
    for section in both[1].sections:
        for element in xhtml.parse(section.body).iter("*"):
            for source in element.get(ATTRIBUTE, "").split():
                chapter, path, line = path_of(source)
                said = LONG.findall("\n".join(texts[chapter].get(path, "").split("\n")[line:])[:200])
                shown = LONG.findall(xhtml.text(element))
                if said and shown and not element.findall("img"):  # the words for a picture are in an attribute
                    assert {*said} & {*shown}, source
                    seen += 1
    assert seen > 100


def test_most_of_a_chapter_leads_to_its_file(both):
    told = next(each for each in both[1].sections if each.id == "plot")
    root = xhtml.parse(told.body)
    shown = [each for each in root.iter("*") if (each.text or "").strip() and "svg" not in each.tag]
    sourced = [each for each in shown if any(ATTRIBUTE in one.attrib for one in (each, *each.iterancestors()))]
    assert len("".join(each.text for each in sourced)) > NEARLY_ALL * len("".join(each.text for each in shown))


def test_a_text_that_is_in_two_places_has_no_source(guide):
    plot = next(each for each in guide.chapters if each.id == "plot")
    part = plot.parts[0]
    twice = plot.model_copy(update={"parts": (part, part.model_copy(update={"id": "part-again"}))})
    assert TextSources.of(plot).mark(part.title)
    assert not TextSources.of(twice).mark(part.title)
    assert not TextSources.of(plot).mark("a text of another chapter")


def test_sources_are_in_the_element_directly_around_a_text(guide):
    plot = next(each for each in guide.chapters if each.id == "plot")
    sources = text_sources(guide)["plot"]
    part, scene = plot.parts[0], plot.parts[0].scenes[0]
    body = f'<div id="{scene.id}" class="a/b"><p>{part.title}{sources.mark(part.title)}, <br/><b>more</b></p></div>'
    assert sources.placed(body) == (
        f'<div id="{scene.id}" class="a/b" data-source="plot:parts/0/scenes/0:0">'
        f'<p data-source="plot:parts/0/title:0">{part.title}, <br/><b>more</b></p></div>'
    )


def test_a_path_is_read_as_it_was_written():
    assert path_of("plot:parts/0/title:3") == ("plot", ("parts", 0, "title"), 3)
    assert path_of("plot::0") == ("plot", (), 0)
    for wrong in ("", "plot", "plot:a", "plot:a:b", "a:b:c:d"):
        with pytest.raises(ValueError, match=r"unpack|invalid literal"):
            path_of(wrong)

"""Printed words: every text of an author that an edition prints is looked at, each at its place, and no other."""

from dataclasses import replace
from datetime import date

import pytest

from studyguide.editions.printed_words import printed
from studyguide.editions.select import find, select
from studyguide.guide.chapters import KINDS
from studyguide.guide.info import GuideInfo
from tests.anywhere import placed

INFO = {
    "name": "the-name",
    "title": "The title",
    "subtitle": "The subtitle",
    "description": "1. The description",
    "identifier": "urn:isbn:0",
    "language": "en",
    "authors": ["Author one", "Author two"],
    "subjects": ["Subject one", "Subject two"],
    "date": date(2026, 1, 1),
    "rights": "The rights",
    "licence": "https://licence.example",
    "works": [
        {"id": "film", "type": "film", "title": "Work one", "by": "Maker", "year": "2000", "sources": ["source-work"]},
        {"id": "novel", "type": "novel", "title": "Work two", "by": "Writer", "year": "1999"},
    ],
    "standards": [{"title": "Standard", "aims": [{"code": "AO1", "about": "About [aim](https://a.example)"}]}],
    "editions": [
        {"id": "full", "title": "Edition full"},
        {"id": "safe", "title": "Edition safe", "reveals": "safe", "page_maps": ["other"]},
        {"id": "other", "title": "Edition other", "audience": "teacher"},
    ],
}
PLOT = {
    "kind": "plot",
    "id": "story",
    "title": "Plot title",
    "short": "Plot short",
    "intro": "An *intro* with ![a lamp](images/lamp.png) and [@source-cited, p. 3].",
    "parts": [
        {
            "id": "part",
            "title": "Part title",
            "scenes": [
                {"id": "scene-seen", "title": "Seen", "text": "Stays. Goes with [](#scene-hidden)."},
                {"id": "scene-hidden", "title": "Hidden", "text": "Hidden text.", "spoiler": "ending"},
            ],
        }
    ],
}
HIDDEN = {"kind": "prose", "id": "end", "title": "End title", "text": "End text [@source-end].", "spoiler": "ending"}
CITED = {"kind": "works-cited", "id": "cited", "title": "Cited", "further": ["source-further"]}
COVERAGE = {"kind": "coverage", "id": "coverage", "title": "Coverage"}


def source(name, **more):
    return {"id": f"source-{name}", "type": "book", "title": f"Title {name}", **more}


SOURCES = (
    source("cited", publisher="Publisher", author=[{"family": "Family", "given": "Given"}], **{"title-short": "Short"}),
    source("work", **{"container-title": "Container", "note": "Note"}),
    source("end"),
    source("further"),
)


def guide(*chapters):
    made = tuple(KINDS[each["kind"]].model_validate(each) for each in chapters)
    info = GuideInfo.model_validate({**INFO, "chapters": [each.id for each in made]})
    return placed(None, info, made, SOURCES)


def words(edition, *chapters):
    """What an edition prints: places to the runs and names there."""
    whole = guide(*chapters)
    chosen = find(whole, edition)
    found = list(printed(whole, chosen, select(whole, chosen)))
    assert len({each.start.file for each in found}) == len(found), "each place once"
    return {each.start.file: (each.runs, each.names) for each in found if any(each.runs) or any(each.names)}


def below(found, name):
    return {place.removeprefix(f"{name}."): said for place, said in found.items() if place.startswith(f"{name}.")}


def twice(text):
    """A text of guide.yaml, as it is and as it is read."""
    return (text, text), ()


def test_texts_of_the_guide_that_every_edition_prints():
    found = below(words("safe", PLOT), "guide.yaml")
    assert found == {
        "title": twice("The title"),
        "subtitle": twice("The subtitle"),
        "description": twice("1. The description"),
        "rights": twice("The rights"),
        "name": ((), ("the-name",)),
        "licence": ((), ("https://licence.example",)),
        "identifier": ((), ("urn:isbn:0",)),
        "subjects.0": twice("Subject one"),
        "subjects.1": twice("Subject two"),
        "authors.0": twice("Author one"),
        "authors.1": twice("Author two"),
        "works.0.title": twice("Work one"),
        "works.0.by": twice("Maker"),
        "works.0.year": twice("2000"),
        "works.1.title": twice("Work two"),
        "works.1.by": twice("Writer"),
        "works.1.year": twice("1999"),
        "editions.1.title": twice("Edition safe"),
        "editions.1.id": ((), ("safe",)),
        "editions.2.title": twice("Edition other"),
        "editions.2.id": ((), ("other",)),
        "chapters.0": ((), ("story",)),
    }


def test_an_edition_does_not_print_the_names_of_others():
    found = below(words("full", PLOT), "guide.yaml.editions")
    assert found == {"0.title": twice("Edition full"), "0.id": ((), ("full",))}


def test_standards_are_printed_where_they_are_counted():
    assert not below(words("other", PLOT), "guide.yaml.standards")
    assert not below(words("full", PLOT, COVERAGE), "guide.yaml.standards"), "the chapter is for teachers"
    found = below(words("other", PLOT, COVERAGE), "guide.yaml.standards")
    said = (("About [aim](https://a.example)", "About aim"), ("https://a.example",))
    assert found == {"0.title": twice("Standard"), "0.aims.0.code": twice("AO1"), "0.aims.0.about": said}


def test_the_remaining_texts_of_a_chapter_are_printed():
    found = words("safe", PLOT, HIDDEN)
    assert below(found, "end") == {}
    assert "guide.yaml.chapters.1" not in found
    assert below(found, "story") == {
        "title": (("Plot title",), ()),
        "short": (("Plot short",), ()),
        "intro": (("An intro with  and .", "a lamp", "p. 3"), ("images/lamp.png",)),
        "parts.0.id": ((), ("part",)),
        "parts.0.title": (("Part title",), ()),
        "parts.0.scenes.0.id": ((), ("scene-seen",)),
        "parts.0.scenes.0.title": (("Seen",), ()),
        "parts.0.scenes.0.text": (("Stays.",), ()),
    }


def test_an_edition_that_reveals_all_prints_all():
    found = words("full", PLOT, HIDDEN)
    assert below(found, "end") == {"title": (("End title",), ()), "text": (("End text .",), ())}
    story = below(found, "story")
    assert story["parts.0.scenes.0.text"] == (("Stays. Goes with .",), ())
    assert story["parts.0.scenes.1.text"] == (("Hidden text.",), ())
    assert story["parts.0.scenes.1.id"] == ((), ("scene-hidden",))
    assert found["guide.yaml.chapters.1"] == ((), ("end",))


def texts(*said):
    """Texts of sources, which may be addresses and names of files as well."""
    return {place: ((text,), (text,)) for place, text in said}


def test_of_a_source_that_is_cited_names_and_the_short_title_are_printed():
    assert below(words("safe", PLOT, HIDDEN), "sources.yaml") == {
        "0.id": ((), ("source-cited",)),
        **texts(("0.title-short", "Short"), ("0.author.0.family", "Family"), ("0.author.0.given", "Given")),
        "1.id": ((), ("source-work",)),
        **texts(("1.title", "Title work"), ("1.container-title", "Container")),
    }


def test_where_sources_are_listed_all_of_them_is_printed():
    found = below(words("safe", PLOT, HIDDEN, CITED), "sources.yaml")
    assert found == {
        "0.id": ((), ("source-cited",)),
        **texts(("0.title", "Title cited"), ("0.publisher", "Publisher"), ("0.title-short", "Short")),
        **texts(("0.author.0.family", "Family"), ("0.author.0.given", "Given")),
        "1.id": ((), ("source-work",)),
        **texts(("1.title", "Title work"), ("1.container-title", "Container"), ("1.note", "Note")),
        "3.id": ((), ("source-further",)),
        **texts(("3.title", "Title further")),
    }


@pytest.mark.parametrize(("edition", "cited"), [("safe", False), ("full", True)])
def test_a_source_is_printed_only_with_its_citation(edition, cited):
    assert ("sources.yaml.2.title" in words(edition, PLOT, HIDDEN)) == cited


def test_what_the_guide_does_not_say_is_not_looked_at():
    whole = guide(PLOT)
    whole = replace(whole, info=whole.info.model_copy(update={"subtitle": None, "licence": None}))
    found = {each.start.file: each for each in printed(whole, find(whole, "full"), whole)}
    for name in ("subtitle", "licence"):
        each = found[f"guide.yaml.{name}"]
        assert not any((*each.runs, *each.names))


def test_sentences_and_blocks_are_those_of_the_author():
    text = "Am 3. Mai kam er z.B. nach Rom [](#gone). Ja.\n\n- Eins\n- Zwei"
    german = {"kind": "prose", "id": "end", "title": "1. Ende", "text": text}
    glossary = {"kind": "glossary", "id": "g", "title": "G", "terms": [{"id": "t", "term": "1. A", "definition": "D"}]}
    whole = guide(german, glossary)
    whole = replace(whole, info=whole.info.model_copy(update={"language": "de"}))
    chosen = find(whole, "full")
    found = {each.start.file: each.runs for each in printed(whole, chosen, select(whole, chosen))}
    assert found["end.text"] == ("Ja.", "Eins", "Zwei")
    assert found["g.terms.0.term"] == ("1. A",)

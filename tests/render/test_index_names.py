"""The people of a cast in the index: found by the names that texts call them by, and by no other word."""

from dataclasses import replace

import pytest

from studyguide.build.edition_publication import publish
from studyguide.editions.select import find, select
from studyguide.guide.chapters import KINDS
from studyguide.guide.items import Spoiler
from studyguide.languages import conventions
from studyguide.languages.labels import Labels
from studyguide.publication import Section
from studyguide.render import index_names
from studyguide.render.guide_index import GuideIndex
from studyguide.render.index_terms import MOST_CHAPTERS, IndexEntry, Locator, located
from studyguide.support import xhtml
from tests import sound_guides


@pytest.fixture(scope="module")
def guide():
    return sound_guides.specimen()


def cast(*names):
    people = [{"id": f"p{number}", "name": name} for number, name in enumerate(names)]
    groups = [{"id": "all", "title": "All", "people": people}]
    return KINDS["cast"].model_validate({"kind": "cast", "id": "cast", "title": "Cast", "groups": groups})


def section(body, name="one"):
    return Section(name, "prose", "doc-chapter", name, name.title(), (), f'<section id="{name}">{body}</section>')


def found(guide, names, *bodies, language="en-GB"):
    """The words that were found for each name of a cast, in sections with these contents."""
    info = guide.info.model_copy(update={"language": language})
    one = replace(guide, info=info, chapters=(cast(*names),))
    sections, entries = GuideIndex(one, "x").search([section(b, f"s{n}") for n, b in enumerate(bodies)])
    roots = [xhtml.parse(each.body) for each in sections]
    words = {each.get("id"): xhtml.text(each) for root in roots for each in root.iter("span")}
    by_label = {entry.label: [words[each.id] for each in entry.found] for entry in entries}
    return {name: by_label[name] for name in names}


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Kathy H.", ["Kathy H.", "Kathy"]),
        ("Ruth", ["Ruth"]),
        ("Ruth (as a child)", ["Ruth"]),
        ("Hamlet, Prince of Denmark", ["Hamlet"]),
        ("Fitzwilliam Darcy", ["Fitzwilliam Darcy", "Darcy", "Fitzwilliam"]),
        ("Miss Emily", ["Miss Emily", "Emily"]),
        ("Dr. John H. Watson", ["Dr. John H. Watson", "John", "Watson"]),
        ("Henry V", ["Henry V", "Henry"]),
        ("The Joker", ["Joker"]),
        ("The National Donor Programme", ["National Donor Programme"]),
        ("The woman next door", []),
        ("a gardener", []),
        ("宮崎 駿", ["宮崎 駿"]),
        ("Антон Чехов", ["Антон Чехов", "Антон", "Чехов"]),
    ],
)
def test_a_person_has_a_whole_name_and_parts_of_it(name, forms):
    (entry,) = index_names.named([IndexEntry(name)], Labels.of("en-GB"))
    assert list(entry.names) == forms


def test_a_part_that_two_people_share_leads_to_neither(guide):
    text = "<p>Jane Bennet and Elizabeth Bennet.</p><p>Bennet.</p><p>Jane, then Elizabeth.</p>"
    assert found(guide, ["Jane Bennet", "Elizabeth Bennet"], text) == {
        "Jane Bennet": ["Jane Bennet", "Jane"],
        "Elizabeth Bennet": ["Elizabeth Bennet", "Elizabeth"],
    }


def test_a_part_that_is_the_whole_name_of_somebody_is_theirs(guide):
    text = "<p>Macbeth came.</p><p>Lady Macbeth came.</p><p>He saw Macbeth.</p>"
    assert found(guide, ["Macbeth", "Lady Macbeth"], text) == {
        "Macbeth": ["Macbeth", "Macbeth"],
        "Lady Macbeth": ["Lady Macbeth"],
    }


def test_a_part_that_another_entry_is_found_by_is_its_word(guide):
    words = {"kind": "index", "id": "index", "title": "Index", "names": ["Shelley, Mary"], "words": ["Emily"]}
    chapters = (cast("Percy Shelley", "Miss Emily"), KINDS["index"].model_validate(words))
    _, entries = GuideIndex(replace(guide, chapters=chapters), "x").search([section("<p>Shelley and Emily</p>")])
    assert {entry.label: len(entry.found) for entry in entries if entry.found} == {"Shelley, Mary": 1, "Emily": 1}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ruth sings.", 1),
        ("“Ruth!” he calls.", 1),
        ("Ruth’s song", 1),
        ("We hear Ruth and see her.", 1),
        ("Miss Ruth sings.", 1),
        ("Mr. Ruth sings.", 1),
        ("When Ruth sings, it is when we listen.", 1),
        ("In 1994 Ruth sings.", 1),
        ("Then Kathy’s Ruth sings.", 1),
        ("So Tommy, Ruth and the rest", 1),
        ("Ruth Wilson plays", 0),
        ("Baby Ruth played", 0),
        ("Ruth-like", 0),
        ("Ruthless, ruth and truth", 0),
        ("<em>Ruth</em> is a novel", 0),
        ("<cite>Ruth</cite> is a novel", 0),
        ("<b>Ruth</b> sings", 1),
        ("Ruth sings, and Ruth cries.", 1),
        ("Ruth sings.</p><p>Ruth cries.", 2),
    ],
)
def test_a_name_beside_another_name_is_somebody_else(guide, text, count):
    assert found(guide, ["Ruth"], f"<p>{text}</p>") == {"Ruth": ["Ruth"] * count}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Will is late.", 0),
        ("“Will you come?”", 0),
        ("Come. Will you?", 0),
        ("And then: Will he?", 0),
        ("We meet Will at sea.", 1),
        ("It is young Will.", 1),
    ],
)
def test_a_whole_name_that_is_a_word_too_counts_inside_sentences(guide, text, count):
    """The word may be in another chapter."""
    assert found(guide, ["Will"], f"<p>{text}</p>", "<p>It will rain.</p>") == {"Will": ["Will"] * count}


def test_a_part_that_is_a_word_too_is_left_out(guide):
    words = "<p>It will rain, he may say.</p>"
    names = ["Will Turner", "May Welland"]
    assert found(guide, names, "<p>We meet Will and May, Turner and Welland. Will Turner</p>", words) == {
        "Will Turner": ["Turner"],
        "May Welland": ["Welland"],
    }
    assert found(guide, names, "<p>We meet Will.</p>") == {"Will Turner": ["Will"], "May Welland": []}


@pytest.mark.parametrize(
    ("language", "name"), [("en-GB", "June"), ("en-GB", "May"), ("en-GB", "Friday"), ("fr-FR", "Mercredi")]
)
def test_months_and_days_are_nobody(guide, language, name):
    text = f"<p>It is {name}, in {name.lower()}. We meet {name} Smith.</p>"
    assert found(guide, [name], text, language=language) == {name: []}
    assert found(guide, [f"{name} Smith"], text, language=language) == {f"{name} Smith": [f"{name} Smith"]}


def test_a_link_to_a_person_counts_whatever_its_words(guide):
    text = '<p><a href="#p0">The Woman</a> and <a href="#p1">Will</a>, <a href="#x">as Ruth says</a></p>'
    assert found(guide, ["The woman", "Will", "Ruth"], text, "<p>will</p>") == {
        "The woman": ["The Woman"],
        "Will": ["Will"],
        "Ruth": ["Ruth"],
    }


def test_honorifics_are_those_of_the_language_and_english_or_the_guide_s_own():
    german, english, own = map(Labels.of, ("de-AT", "en", "ca"), ({}, {}, {conventions.HONORIFICS: "Sr Sra"}))
    assert {"Frau", "Miss"} <= conventions.honorifics(german)
    assert "Frau" not in conventions.honorifics(english)
    assert {"Sra", "Miss"} <= conventions.honorifics(own)
    assert conventions.honorifics(own) is conventions.honorifics(own)
    (entry,) = index_names.named([IndexEntry("Sra Enriqueta Roca")], own)
    assert entry.names == ("Sra Enriqueta Roca", "Enriqueta", "Roca")


def test_screens_lead_to_the_chapters_that_mention_an_entry_most():
    places = [("A", Locator(f"i{chapter}-{n}", f"C{chapter}")) for chapter in range(9) for n in range(chapter + 1)]
    (entry,) = located([IndexEntry("A")], places)
    assert len(entry.found) == len(places)
    shown = [each.chapter for each in entry.found if not each.again]
    assert shown == [f"C{chapter}" for chapter in range(9 - MOST_CHAPTERS, 9)]


def index_of(guide, reveals="ending"):
    edition = find(guide, "student").model_copy(update={"id": "y", "reveals": Spoiler(reveals)})
    sections = {each.id: each for each in publish(guide, edition).sections}
    root = xhtml.parse(sections["index"].body)
    return {
        xhtml.text(entry).removesuffix(xhtml.text(entry[-1])).strip(): [
            link.get("href") for link in entry[-1].iter("a")
        ]
        for entry in root.iter("li")
    }, select(guide, edition)


def test_themes_are_found_by_their_scenes_and_by_what_is_about_them(guide):
    index, selected = index_of(guide)
    themes = next(chapter for chapter in selected.chapters if chapter.kind == "themes")
    theme = themes.themes[0]
    scenes = {f"#{each.scene}" for each in theme.evidence if each.scene} | {f"#{name}" for name in theme.key_scenes}
    asked = {
        f"#{question.id}"
        for chapter in selected.chapters
        if chapter.kind == "questions"
        for each in chapter.sets
        for question in each.questions
        if theme.id in question.about
    }
    assert scenes
    assert asked
    places = set(index[theme.title])
    assert places >= {f"#{theme.id}"} | scenes | asked


def test_motifs_are_found_where_they_are_explained_and_linked(guide):
    index, selected = index_of(guide)
    themes = next(chapter for chapter in selected.chapters if chapter.kind == "themes")
    for motif in themes.motifs:
        carriers = {f"#{theme.id}" for theme in themes.themes if motif.id in theme.motifs}
        assert set(index[motif.title]) >= {f"#{motif.id}"} | carriers


def test_an_edition_that_hides_a_scene_has_no_locator_for_it(guide):
    whole, _ = index_of(guide)
    safe, selected = index_of(guide, "safe")
    ids = {
        f"#{scene.id}"
        for each in selected.chapters
        if each.kind == "plot"
        for part in each.parts
        for scene in part.scenes
    }
    scenes = {place for places in safe.values() for place in places if place.startswith("#scene-")}
    assert scenes <= ids
    assert set(safe) < set(whole)

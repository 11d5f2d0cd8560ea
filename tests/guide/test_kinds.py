"""Every kind of chapter, with all fields filled in: every id can be a target, and bodies keep their promises."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from studyguide.build.checked_guide import sound
from studyguide.editions.select import find, select
from studyguide.guide.items import Claim, Item
from studyguide.guide.walk import items
from studyguide.publication import mediums
from studyguide.render import render
from studyguide.support import xhtml

SECOND = Path(__file__).parents[2] / "src/studyguide/specimen"


def filled(model, counter):
    """A copy of a model in which every item has an id."""
    changes = {}
    for name, value in model:
        if isinstance(value, tuple):
            changes[name] = tuple(filled(part, counter) if isinstance(part, Item) else part for part in value)
        elif isinstance(value, Item):
            changes[name] = filled(value, counter)
    if isinstance(model, Item) and model.id is None:
        counter.append(f"made-{len(counter)}")
        changes["id"] = counter[-1]
    return model.model_copy(update=changes)


@pytest.fixture(scope="module")
def guide():
    guide = sound(SECOND)
    counter = []
    chapters = tuple(filled(chapter, counter) for chapter in guide.chapters)
    return guide.__class__(guide.folder, guide.info, chapters, guide.sources, guide.places)


@pytest.fixture(scope="module")
def sections(guide):
    edition = find(guide, "teacher")
    return render(select(guide, edition), edition).sections


def test_every_item_with_an_id_stands_once(guide, sections):
    found = [
        element.get("id") for section in sections for element in xhtml.parse(section.body).iter() if element.get("id")
    ]
    wanted = [item.id for chapter in guide.chapters for _, item in items(chapter) if getattr(item, "id", None)]
    assert {name: found.count(name) for name in wanted} == dict.fromkeys(wanted, 1)
    assert len(found) == len(set(found))


def disputed(model, counter):
    """A copy of a model in which every item is disputed, by claims that can be told apart."""
    changes = {}
    for name, value in model:
        if isinstance(value, tuple):
            changes[name] = tuple(disputed(part, counter) if isinstance(part, Item) else part for part in value)
        elif isinstance(value, Item):
            changes[name] = disputed(value, counter)
    if isinstance(model, Item):
        counter.append(f"Account {len(counter)}.")
        claim = Claim(value=counter[-1], sources=("registry",))
        changes |= {"status": "disputed", "claims": (claim, claim.model_copy(update={"value": "Another."}))}
    return model.model_copy(update=changes)


def test_every_disputed_item_says_once_who_says_what(guide):
    counter = []
    chapters = tuple(disputed(chapter, counter) for chapter in guide.chapters)
    edition = find(guide, "teacher")
    sections = render(select(replace(guide, chapters=chapters), edition), edition).sections
    printed = [xhtml.parse(mediums.printed(section.body)) for section in sections]
    notes = [xhtml.text(note) for root in printed for note in xhtml.with_class(root, "note")]
    assert {words: sum(words in note for note in notes) for words in counter} == dict.fromkeys(counter, 1)


def test_headings_never_skip_and_have_ids(sections):
    for section in sections:
        headings = [
            element for element in xhtml.parse(section.body).iter() if element.tag in {"h1", "h2", "h3", "h4", "h5"}
        ]
        levels = [int(element.tag[1]) for element in headings]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels)), section.id
        assert all(element.get("id") for element in headings if element.tag in {"h1", "h2"})


def test_tables_have_captions_heads_and_scopes(sections):
    tables = [table for section in sections for table in xhtml.parse(section.body).iter("table")]
    assert tables
    for table in tables:
        assert table.find("caption") is not None, xhtml.text(table)
        assert table.find("thead") is not None
        assert all(head.get("scope") in {"col", "rowgroup", "row"} for head in table.iter("th"))


def test_pictures_have_titles(sections):
    pictures = [svg for section in sections for svg in xhtml.parse(section.body).iter(f"{{{xhtml.SVG}}}svg")]
    assert pictures
    for svg in pictures:
        assert svg.find(f"{{{xhtml.SVG}}}title").text
        assert svg.get("role") == "img"


def test_links_lead_to_ids_that_are_there(sections):
    roots = [xhtml.parse(section.body) for section in sections]
    ids = {element.get("id") for root in roots for element in root.iter()}
    targets = {a.get("href")[1:] for root in roots for a in root.iter("a") if a.get("href").startswith("#")}
    assert targets <= ids

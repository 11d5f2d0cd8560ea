"""Nothing leaks: what an edition hides is nowhere in its files; and the search would find it if it were."""

from dataclasses import replace
from pathlib import Path

import pytest

from studyguide import handouts, publishing
from studyguide.build import Request, build, publish
from studyguide.edition import find
from studyguide.errors import BuildError, GuideError
from studyguide.model import Gate
from studyguide.review import sound
from tests import leaks

ROOT = Path(__file__).parents[1]
GROUPS = ("worksheets", "organiser", "flashcards")


@pytest.fixture(scope="module")
def guide():
    return sound(ROOT / "guide")


@pytest.fixture(scope="module")
def files(tmp_path_factory, workshop):
    folder = tmp_path_factory.mktemp("safe")
    request = Request(("epub", "web", "pdf"), folder, "before-viewing", workshop=workshop)
    booklet = replace(request, formats=("pdf",), booklet=True)
    return [built.path for each in (request, booklet) for built in build(ROOT / "guide", each)]


def test_nothing_of_what_is_hidden_is_in_the_files(guide, files):
    edition = find(guide, "before-viewing")
    assert len(leaks.secrets(guide, edition)) > 100
    assert leaks.found_in(leaks.in_epub(files[0]), guide, edition) == []
    assert leaks.found_in(leaks.in_web(files[1]), guide, edition) == []
    assert [leaks.found_in(leaks.in_pdf(file), guide, edition) for file in files[2:]] == [[], []]


def test_nothing_of_what_is_hidden_is_on_the_sheets(guide):
    edition = find(guide, "before-viewing")
    sheets = {name: tiers for group in GROUPS for name, tiers in handouts.names(guide, edition, group).items()}
    assert {"before", "vocabulary"} < set(sheets)
    for name, tiers in sheets.items():
        for tier in tiers:
            text = leaks.in_sections(handouts.publish(guide, edition, name, tier))
            assert leaks.found_in(text, guide, edition) == [], (name, tier)


def test_the_search_finds_what_a_missing_gate_lets_through(guide, tmp_path, monkeypatch):
    monkeypatch.setattr(publishing, "select", lambda whole, _edition: whole)
    monkeypatch.setattr(publishing.gates, "slips", lambda *_: ())
    monkeypatch.setattr(publishing.gates, "prove", lambda *_: None)
    asked = Request(("epub", "web"), tmp_path, "before-viewing", numbered=False)  # no page need be laid out for this
    book, web = build(ROOT / "guide", asked)
    for text in (leaks.in_epub(book.path), leaks.in_web(web.path), _index(web.path)):
        assert len(leaks.found_in(text, guide, find(guide, "before-viewing"))) > 100


def _index(folder):
    """The index alone, from which the search of a web edition takes what it shows."""
    return (folder / "index.js").read_text("utf-8")


def test_a_watched_word_in_a_safe_item_is_named_at_its_place(guide):
    edition = find(guide, "before-viewing")
    gates = (Gate(words=("Boarding-School story",)),)
    whole = replace(guide, info=guide.info.model_copy(update={"gates": gates}))
    with pytest.raises(GuideError) as caught:
        publish(whole, edition)
    assert {problem.file for problem in caught.value.problems} == {"chapters/overview.yaml", "chapters/questions.yaml"}
    assert "'boarding-school story' gives something away" in str(caught.value)


def test_a_watched_word_that_comes_some_other_way_stops_the_build(guide, monkeypatch):
    monkeypatch.setattr(publishing.gates, "slips", lambda *_: ())
    edition = find(guide, "before-viewing")
    whole = replace(guide, info=guide.info.model_copy(update={"gates": (Gate(words=("glossary",)),)}))
    with pytest.raises(BuildError, match="would give something away: 'Glossary' in glossary"):
        publish(whole, edition)

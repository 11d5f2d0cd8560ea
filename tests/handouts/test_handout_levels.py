"""Handouts of an edition: which sheets it has, what each gives away, and what stops one."""

from dataclasses import replace
from pathlib import Path

import pytest

from studyguide import handouts
from studyguide.editions.select import select
from studyguide.guide.chapters import KINDS
from studyguide.guide.info import Edition, Gate, GuideInfo
from studyguide.handouts.kinds import flashcards
from studyguide.handouts.sheet import Tier
from studyguide.support import xhtml
from studyguide.support.errors import BuildError, GuideError, UsageError
from tests.anywhere import placed
from tests.editions.test_printed_words import INFO

LEVEL = {"bloom": "apply", "dok": 1}
FULL = Edition(id="full", title="F")
PREMISE = Edition(id="premise", title="P", reveals="premise")
SAFE = Edition(id="safe", title="S", reveals="safe")


def question(name, kind="discussion", phase="before", **more):
    return {"id": name, "type": kind, "question": f"About {name}?", "phase": phase, "level": LEVEL, **more}


def asked(*questions):
    sets = [{"id": "set", "title": "S", "questions": list(questions)}]
    return {"kind": "questions", "id": "questions", "title": "Q", "sets": sets}


QUIZ = question("quizzed", "short", "after", answer="The answer.", points=["A point."])
OPEN = question("open", hints=["The hint."], lines=3)
LATE = question("late", spoiler="ending")
GLOSSARY = {
    "kind": "glossary",
    "id": "glossary",
    "title": "G",
    "terms": [{"id": "term-lamp", "term": "Lamp", "definition": "It [glows](#scene-a), see [@k]."}],
}
PLOT = {
    "kind": "plot",
    "id": "plot",
    "title": "P",
    "parts": [
        {"id": "part", "title": "One", "scenes": [{"id": "scene-a", "title": "A gavel", "text": "![L](images/l.png)"}]}
    ],
}
THEMES = {
    "kind": "themes",
    "id": "themes",
    "title": "T",
    "themes": [{"id": "theme", "title": "T", "question": "Why?", "text": "T.", "evidence": [{"point": "P."}]}],
}
ALL = (asked(QUIZ, OPEN, LATE), GLOSSARY, PLOT)


def guide(*chapters, gate=None):
    made = [KINDS[each["kind"]].model_validate(each) for each in chapters or ALL]
    gates = (Gate(words=(gate,), level="ending"),) if gate else ()
    info = GuideInfo.model_validate({**INFO, "chapters": [each.id for each in made]})
    info = info.model_copy(update={"gates": gates, "editions": (FULL, PREMISE, SAFE)})
    return placed(Path("guide"), info, made, [{"id": "k", "type": "book", "title": "K"}])


def body(name, tier=Tier.CORE, edition=FULL, whole=None, **more):
    publication = handouts.publish(whole or guide(), edition, name, tier, **more)
    assert [section.id for section in publication.sections] == ["sheet"]
    return xhtml.parse(publication.sections[0].body)


def said(*args, **more):
    return xhtml.text(body(*args, **more))


def test_each_group_has_its_sheets_and_these_their_tiers():
    assert handouts.names(guide(), FULL, "worksheets") == dict.fromkeys(
        ("after", "before", "quiz", "viewing-log", "vocabulary"), tuple(Tier)
    )
    for group in ("organiser", "flashcards"):
        assert handouts.names(guide(), FULL, group) == {group: (Tier.CORE,)}
    few = FULL.model_copy(update={"chapters": ("glossary",)})
    assert set(handouts.names(guide(), few, "worksheets")) == {"vocabulary"}


def test_a_sheet_that_may_give_nothing_away_is_there_if_anything_is_left_of_it():
    late = guide(asked(LATE, QUIZ), GLOSSARY)
    for edition in (FULL, PREMISE, SAFE):
        assert "before" in handouts.names(guide(), edition, "worksheets")
        assert "before" not in handouts.names(late, edition, "worksheets")
        assert "quiz" in handouts.names(late, edition, "worksheets")


def test_it_gives_nothing_away_in_any_edition():
    for edition in (FULL, PREMISE, SAFE):
        for tier in Tier:
            text = said("before", tier, edition)
            assert "About open?" in text
            assert "About late?" not in text
    later = guide(asked(question("first", phase="after"), question("last", phase="after", spoiler="ending")))
    assert "About last?" in said("after", whole=later)
    assert "About last?" not in said("after", edition=PREMISE, whole=later)


def slips(edition, *chapters, gate="gavel"):
    whole = guide(*chapters, gate=gate)
    return [problem.file for problem in handouts.slips(whole, edition, select(whole, edition))]


GAVEL = question("gavel", phase="before")


def test_a_word_on_a_sheet_that_gives_less_away_than_its_edition_is_a_slip():
    places = ["questions.sets.0.questions.0.question", "questions.sets.0.questions.0.id"]
    assert sorted(slips(FULL, asked(GAVEL))) == sorted(places)
    assert sorted(slips(PREMISE, asked(GAVEL))) == sorted(places)
    assert slips(SAFE, asked(GAVEL)) == [], "the gates of the edition itself say so"
    assert slips(FULL, asked(GAVEL), gate=None) == []
    assert slips(FULL, asked(GAVEL), gate="zebra") == []


def test_words_that_are_not_on_that_sheet_are_not():
    assert slips(FULL, *ALL) == [], "the plot is not on a sheet for before"
    assert slips(FULL, asked({**GAVEL, "spoiler": "ending"}, OPEN)) == []
    assert slips(FULL, PLOT) == []


def test_a_slip_stops_only_its_sheet():
    whole = guide(asked(GAVEL, QUIZ), gate="gavel")
    with pytest.raises(GuideError, match="'gavel' gives something away, and the edition 'full'"):
        handouts.publish(whole, FULL, "before", Tier.CORE)
    assert handouts.publish(whole, FULL, "quiz", Tier.CORE)
    with pytest.raises(GuideError):
        handouts.publish(whole, SAFE, "before", Tier.CORE)
    assert handouts.publish(whole, SAFE, "quiz", Tier.CORE), "it has not the question with the word"
    assert handouts.publish(guide(*ALL, gate="gavel"), SAFE, "vocabulary", Tier.CORE)


def test_a_slip_from_another_place_stops_it_too(monkeypatch):
    monkeypatch.setattr(handouts.leaked_words, "slips", lambda *_: ())
    with pytest.raises(BuildError, match=r"The edition 'full' would give something away: 'gavel' in sheet"):
        handouts.publish(guide(asked(GAVEL), gate="gavel"), FULL, "before", Tier.CORE)


def clashes(*chapters):
    return [(problem.file, problem.message.split("'")[1]) for problem in handouts.clashes(guide(*chapters))]


def renamed(name):
    return {**THEMES, "themes": [{**THEMES["themes"][0], "id": name}]}


def test_ids_that_name_another_sheet_or_a_group_are_clashes():
    assert clashes(*ALL, THEMES) == []
    assert clashes(*ALL, renamed("quiz")) == [("themes.themes.0.id", "quiz")]
    assert clashes(*ALL, renamed("worksheets")) == [("themes.themes.0.id", "worksheets")]
    assert clashes(*ALL, renamed("flashcards")) == [("themes.themes.0.id", "flashcards")]
    (part,) = PLOT["parts"]
    for name in ("quiz", "organiser"):  # a scene has no sheet of its own
        scenes = [{**part["scenes"][0], "id": name}]
        assert clashes(asked(QUIZ), {**PLOT, "parts": [{**part, "scenes": scenes}]}) == []
    adaptation = {"kind": "adaptation", "id": "quiz", "title": "A", "rows": []}
    rows = [{"id": "row", "element": "E", "works": {"novel": "N", "film": "F"}, "effect": "E", "change": "cut"}]
    assert clashes(*ALL, {**adaptation, "rows": rows}) == [("guide.yaml.chapters.3", "quiz")]


def test_every_id_has_its_place():
    assert [(name, place.file) for name, place in handouts.named(guide(GLOSSARY, PLOT))] == [
        ("glossary", "guide.yaml.chapters.0"),
        ("plot", "guide.yaml.chapters.1"),
        ("term-lamp", "glossary.terms.0.id"),
        ("part", "plot.parts.0.id"),
        ("scene-a", "plot.parts.0.scenes.0.id"),
    ]


def test_a_sheet_that_an_edition_lacks_is_wrong_use():
    with pytest.raises(UsageError, match=r"The edition 'full' has no core sheet 'quizz'\. Did you mean 'quiz'"):
        body("quizz")
    with pytest.raises(UsageError, match="has no support sheet 'organiser'"):
        body("organiser", Tier.SUPPORT)
    with pytest.raises(UsageError, match="has no core sheet 'viewing-log'"):
        body("viewing-log", edition=FULL.model_copy(update={"chapters": ("glossary",)}))


def test_a_key_has_the_answers_and_the_others_have_none():
    assert "The answer." in said("quiz", Tier.KEY)
    for tier in (Tier.SUPPORT, Tier.CORE, Tier.EXTENSION):
        assert "The answer." not in said("quiz", tier)
    assert "The hint." in said("before", Tier.SUPPORT)
    assert "The hint." not in said("before", Tier.CORE)


def test_fields_are_for_screens_and_lines_for_paper():
    paper, screen = body("before"), body("before", fillable=True)
    assert [room.get("data-lines") for room in xhtml.with_class(paper, "room")] == ["3"]
    assert not list(paper.iter("input", "textarea"))
    names = [field.get("name") for field in screen.iter("input", "textarea")]
    assert len(names) > 1
    assert len(names) == len(set(names))
    term = {"id": "name", "term": "Name", "definition": "What one is called."}  # as the field for a pupil's name
    screen = body("vocabulary", whole=guide({**GLOSSARY, "terms": [term]}), fillable=True)
    names = [field.get("name") for field in screen.iter("input", "textarea")]
    assert len(names) == len(set(names))


def test_a_sheet_is_a_publication_of_its_own():
    made = handouts.publish(guide(), PREMISE, "vocabulary", Tier.CORE)
    assert (made.name, made.is_sheet) == ("vocabulary", True)
    assert made.metadata.title == "Vocabulary – The title"
    assert made.metadata.subtitle is None
    assert made.metadata.identifier.endswith("#premise/vocabulary-core")
    assert made.metadata.edition == "P"
    assert [asset.name for asset in made.assets] == ["images/l.png"]
    text = xhtml.text(xhtml.parse(made.sections[0].body))
    assert "It glows, see." in text
    assert not list(xhtml.parse(made.sections[0].body).iter("a"))


def crowded(item):
    term = {"kind": "glossary", "id": "glossary", "title": "G", "terms": [item]} if "term" in item else asked(item)
    return list(flashcards.crowded(select(guide(term), FULL.model_copy(update={"answers": "all"}))))


def term(word="W", text="D."):
    return {"id": "one", "term": word, "definition": text}


def quizzed(text="Q?", answer="A.", points=(), options=()):
    kind = "choice" if options else "short"
    more = {"question": text, "answer": answer, "points": list(points), "options": list(options)}
    return {**question("one", kind), **more}


PICTURE = {"file": "images/l.png", "alt": "A lamp", "caption": "A lamp, redrawn", "credit": "Drawn by us"}
LONG = "Some words of a text that is long. " * 40


@pytest.mark.parametrize(
    "item",
    [
        term(word=LONG),
        term(text=LONG),
        quizzed(text=LONG),
        quizzed(answer=LONG),
        quizzed(points=[LONG]),
        quizzed(options=[LONG, "B"], answer="B"),
        quizzed(options=list("ABCDEFGHIJKL"), answer="B"),  # each is a line
        {**quizzed(options=list("ABCDEFGHI"), answer="B"), "picture": PICTURE},  # which takes the room of some
    ],
)
def test_a_card_with_too_many_words_on_either_side_is_crowded(item):
    assert crowded(item) == ["one"]


@pytest.mark.parametrize(
    "item",
    [
        term(),
        term(text="Some words of a text. " * 15),
        quizzed(points=["P.", LONG]),
        quizzed(options=list("ABCDEF"), answer="B"),
        {**quizzed(options=list("ABCD"), answer="B"), "picture": PICTURE},
        term(text="[Some](https://a.example/one) [words](https://a.example/two) " * 15),
        term(text=f"[Some words]({'https://a.example/' + 'b' * 3000}) and more"),
    ],
)
def test_a_card_with_few_words_is_not_crowded_and_unprinted_words_do_not_count(item):
    assert crowded(item) == []


def longest(make):
    """How many words there may be in a text."""
    count = 1
    while not crowded(make("word " * (count + 1))):
        count += 1
    return count


def test_room_on_a_card_is_that_of_its_letters():
    """Small letters for texts: about ten words of four letters in a line of 190 points, and twelve lines."""
    assert 70 < longest(lambda text: term(text=text)) < 130
    assert longest(lambda text: term(word=text)) * 1.9 < longest(lambda text: term(text=text))
    assert longest(lambda text: quizzed(answer=text)) * 1.9 < longest(lambda text: quizzed(points=[text]))
    assert longest(lambda text: quizzed(options=[text, "B"], answer="B")) < longest(lambda text: quizzed(text=text))


def test_cards_count_only_what_the_edition_prints():
    made = select(guide(asked({**QUIZ, "points": [LONG]})), FULL.model_copy(update={"answers": "quiz"}))
    assert list(flashcards.crowded(made)) == []
    made = select(guide(asked({**QUIZ, "answer": LONG})), FULL)
    assert list(flashcards.crowded(replace(made, sources=()))) == []

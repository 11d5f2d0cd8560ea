"""Tiers: what each sheet asks, and what support, core, extension and the key add to it; seen before any template."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from studyguide import handouts
from studyguide.build import handout_files
from studyguide.editions.select import select
from studyguide.guide.chapters import KINDS
from studyguide.guide.info import Edition, GuideInfo
from studyguide.guide.items import Item, Spoiler, Task
from studyguide.guide.model import Guide
from studyguide.handouts import handout_kinds
from studyguide.handouts.sheet import Sheet, Tier, about, for_tier, lines_of, of_kind, questions
from studyguide.support.errors import UsageError

LEVEL = {"bloom": "apply", "dok": 1}
HELP = {"hints": ["H."], "starters": ["S …"], "words": ["w"], "challenge": "C?"}


def question(name, kind="discussion", **more):
    return {"id": name, "type": kind, "question": f"{name}?", "phase": "after", "level": LEVEL, **HELP, **more}


QUESTIONS = {
    "kind": "questions",
    "id": "questions",
    "title": "Q",
    "sets": [
        {
            "id": "set",
            "title": "S",
            "questions": [
                question("q-before", phase="before"),
                question("q-while", phase="while", about=["theme"]),
                question("q-essay", "essay", about=["theme", "change"]),
                question("q-short", "short", answer="A.", marks=2, about=["theme"]),
                question("q-choice", "choice", options=["A", "B"], answer="B"),
                question("q-after", about=["change"], spoiler="premise"),
            ],
        }
    ],
}
PLOT = {
    "kind": "plot",
    "id": "plot",
    "title": "P",
    "parts": [
        {
            "id": "part",
            "title": "One",
            "scenes": [
                {"id": "scene-a", "title": "A", "text": "A.", "notice": "Look."},
                {"id": "scene-b", "title": "B", "text": "B.", "notice": "See.", "spoiler": "ending"},
            ],
        }
    ],
}
THEMES = {
    "kind": "themes",
    "id": "themes",
    "title": "T",
    "themes": [
        {
            **HELP,
            "id": "theme",
            "title": "Theme",
            "question": "Why?",
            "text": "T.",
            "evidence": [
                {"scene": "scene-b", "point": "First."},
                {"scene": "scene-a", "point": "Second."},
                {"scene": "scene-b", "point": "Third."},
                {"scene": "gone", "point": "Fourth."},
                {"point": "Fifth."},
            ],
        }
    ],
    "motifs": [{"id": "motif", "title": "M", "use": "U."}],
}
ROWS = [("a", "cut"), ("b", "kept"), ("c", "cut"), ("d", "moved"), ("e", "kept"), ("f", "cut"), ("g", "cut")]
CHANGE = {
    "kind": "adaptation",
    "id": "change",
    "title": "C",
    "rows": [
        {"id": n, "element": n, "works": {"novel": "N", "film": "F"}, "effect": "E", "change": c} for n, c in ROWS
    ],
}
TERMS = ("zeta", "alpha", "Beta", "gamma", "delta", "eta", "theta", "iota", "kappa")
GLOSSARY = {
    "kind": "glossary",
    "id": "glossary",
    "title": "G",
    "terms": [{"id": f"term-{n.lower()}", "term": n, "definition": f"{n}, Mr. X says. And more."} for n in TERMS],
}
CAST = {
    "kind": "cast",
    "id": "cast",
    "title": "C",
    "groups": [{"id": "g", "title": "G", "people": [{"id": "p", "name": "P", "role": "R"}, {"id": "o", "name": "O"}]}],
}
ACTIVITIES = {
    "kind": "activities",
    "id": "activities",
    "title": "A",
    "activities": [
        {**HELP, "id": f"act-{p}", "title": p, "phase": p, "minutes": 5, "purpose": "P", "steps": ["S"]}
        for p in ("before", "after")
    ],
}
ALL = (QUESTIONS, PLOT, THEMES, CHANGE, GLOSSARY, CAST, ACTIVITIES)


def guide(*chapters, kind="film"):
    made = tuple(KINDS[each["kind"]].model_validate(each) for each in chapters or ALL)
    info = GuideInfo.model_validate(
        {
            "name": "x",
            "title": "X",
            "description": "X",
            "identifier": "urn:isbn:0",
            "language": "en",
            "authors": ["X"],
            "date": date(2026, 1, 1),
            "rights": "X",
            "works": [{"id": "w", "type": kind, "title": "W", "by": "B", "year": "2000"}],
            "chapters": [each.id for each in made],
            "editions": [{"id": "full", "title": "Full"}],
        }
    )
    return Guide(None, info, made, (), {})


def sheets(name, tier, whole=None):
    return {sheet.id: sheet for sheet in handout_kinds.modules()[name].sheets(whole or guide(), tier)}


def ids(items):
    return [item.id for item in items]


@pytest.mark.parametrize("tier", Tier)
def test_support_helps_extension_challenges_and_the_others_do_neither(tier):
    task = Task.model_validate({**HELP, "marks": 3, "lines": 2})
    (made,) = for_tier([task], tier)
    helped, challenged = tier == Tier.SUPPORT, tier == Tier.EXTENSION
    assert (made.hints, made.starters, made.words) == ((("H.",), ("S …",), ("w",)) if helped else ((), (), ()))
    assert made.challenge == ("C?" if challenged else None)
    assert (made.marks, made.lines) == (3, 2)


@pytest.mark.parametrize("tier", Tier)
@pytest.mark.parametrize("name", ["phase", "theme", "quiz", "adaptation"])
def test_every_sheet_has_the_help_of_its_tier_alone(name, tier):
    found = sheets(name, tier)
    assert found
    tasks = [part for sheet in found.values() for value in sheet.parts.values() for part in tasks_in(value)]
    assert tasks
    assert {bool(task.hints or task.starters or task.words) for task in tasks} == {tier == Tier.SUPPORT}
    assert {bool(task.challenge) for task in tasks} == {tier == Tier.EXTENSION}


def tasks_in(value):
    if isinstance(value, Task):
        return [value]
    return [each for part in value for each in tasks_in(part)] if isinstance(value, tuple | list) else []


def test_lines_follow_from_what_the_author_says():
    assert lines_of(Task(lines=3, marks=9)) == 3
    assert lines_of(Task(lines=0)) == 0
    assert lines_of(Task(marks=3)) == 6
    assert lines_of(Task()) == 4
    (choice,) = [q for q in questions(guide()) if q.options]
    assert lines_of(choice) == 0
    assert lines_of(choice.model_copy(update={"lines": 2})) == 2


def test_a_sheet_gives_away_what_is_on_it():
    safe, premise, ending = (Item(spoiler=level) for level in Spoiler)
    assert Sheet("s", "S", "T", {}).gives_away == Spoiler.SAFE
    assert Sheet("s", "S", "T", {"a": safe, "b": (safe, [premise])}).gives_away == Spoiler.PREMISE
    assert Sheet("s", "S", "T", {"a": (ending,), "b": [premise], "c": "x"}).gives_away == Spoiler.ENDING
    assert Sheet("s", "S", "T", {}).reveals == Spoiler.ENDING


def test_questions_are_found_in_order_and_by_what_they_are_about():
    whole = guide()
    assert ids(questions(whole)) == ["q-before", "q-while", "q-essay", "q-short", "q-choice", "q-after"]
    assert ids(about(whole, "theme")) == ["q-while", "q-essay"]
    assert ids(about(whole, "change")) == ["q-essay", "q-after"]
    assert [c.id for c in of_kind(whole, KINDS["plot"])] == ["plot"]


def test_a_phase_has_all_its_questions_and_its_activities():
    found = sheets("phase", Tier.CORE)
    assert {n: (ids(s.parts["questions"]), ids(s.parts["activities"])) for n, s in found.items()} == {
        "before": (["q-before"], ["act-before"]),
        "while": (["q-while"], []),
        "after": (["q-essay", "q-short", "q-choice", "q-after"], ["act-after"]),
    }
    assert {name: sheet.reveals for name, sheet in found.items()} == {
        "before": Spoiler.SAFE,
        "while": Spoiler.ENDING,
        "after": Spoiler.ENDING,
    }
    assert list(sheets("phase", Tier.CORE, guide(GLOSSARY))) == []
    assert list(sheets("phase", Tier.CORE, guide(ACTIVITIES))) == ["before", "after"]


@pytest.mark.parametrize(
    ("kind", "verb", "noun"),
    [("film", "watch", "film"), ("series", "watch", "series"), ("novel", "read", "novel")],
)
def test_phases_are_called_after_the_work(kind, verb, noun):
    found = sheets("phase", Tier.CORE, guide(QUESTIONS, kind=kind))
    assert [sheet.title for sheet in found.values()] == [f"Before you {verb}", f"While you {verb}", f"After the {noun}"]
    (log,) = sheets("viewing-log", Tier.CORE, guide(PLOT, kind=kind)).values()
    named = {"viewing-log": "Viewing log", "reading-log": "Reading log"}
    assert (log.id, log.title) in named.items()
    assert (log.id == "viewing-log") == (kind in {"film", "series"})


@pytest.mark.parametrize("tier", Tier)
def test_a_theme_looks_at_its_scenes_again_in_the_order_of_its_evidence(tier):
    sheet = sheets("theme", tier)["theme"]
    assert (sheet.title, sheet.target) == ("Theme", "Why?")
    assert ids(sheet.parts["scenes"]) == ["scene-b", "scene-a"]
    assert sheet.parts["points"] == {"scene-b": ["First.", "Third."], "scene-a": ["Second."]}
    assert [bool(scene.notice) for scene in sheet.parts["scenes"]] == [tier == Tier.SUPPORT] * 2
    assert ids(sheet.parts["questions"]) == ["q-while", "q-essay"]
    assert sheet.gives_away == Spoiler.ENDING


def test_a_quiz_has_all_questions_with_one_answer():
    found = {tier: sheets("quiz", tier)["quiz"] for tier in Tier}
    assert all(ids(sheet.parts["questions"]) == ["q-short", "q-choice"] for sheet in found.values())
    assert {sheet.parts["total"] for sheet in found.values()} == {3}
    assert [tier for tier, sheet in found.items() if sheet.parts["reasons"]] == [Tier.EXTENSION]
    assert sheets("quiz", Tier.CORE, guide(PLOT)) == {}


def test_a_quiz_has_the_numbers_of_the_guide_and_names_chapters_that_count_anew():
    runs = sheets("quiz", Tier.CORE)["quiz"].parts["runs"]
    numbers = [run.before + place for run in runs for place in range(1, len(run.questions) + 1)]
    assert numbers == [q.number or n for n, q in enumerate(sheets("quiz", Tier.CORE)["quiz"].parts["questions"], 1)]
    assert [run.heading for run in runs] == [""] * len(runs)
    with_gap = quizzed((1, "short"), (2, "discussion"), (3, "short"), (4, "short"))
    runs = sheets("quiz", Tier.CORE, guide(with_gap, {**with_gap, "id": "more", "title": "More"}))["quiz"].parts["runs"]
    assert [(run.before, len(run.questions), run.heading) for run in runs] == [
        (0, 1, "Questions"),
        (2, 2, ""),
        (0, 1, "More"),
        (2, 2, ""),
    ]


def quizzed(*asked):
    """A chapter with questions of these numbers and types."""
    found = [
        {"id": f"q-{n}", "type": kind, "number": n, "question": "Q?", "phase": "after"}
        | ({"answer": "A."} if kind == "short" else {"points": ["P."]})
        for n, kind in asked
    ]
    one_set = {"id": "set-n", "title": "S", "questions": found}
    return {"kind": "questions", "id": "asked", "title": "Questions", "sets": [one_set]}


def test_the_sheet_on_the_adaptation_has_one_row_of_each_sort():
    sheet = sheets("adaptation", Tier.CORE)["change"]
    assert ids(sheet.parts["rows"]) == ["a", "b", "d"]
    assert ids(sheet.parts["questions"]) == ["q-essay", "q-after"]


@pytest.mark.parametrize("tier", Tier)
def test_a_comparison_has_one_side_filled_in_for_support_and_room_of_ones_own_for_extension(tier):
    sheet = sheets("comparison", tier)["comparison"]
    assert len(sheet.parts["rows"]) == len(ROWS)
    assert sheet.parts["given"] == (tier in {Tier.SUPPORT, Tier.KEY})
    assert sheet.parts["own"] == (2 if tier == Tier.EXTENSION else 0)
    assert list(sheets("comparison", tier, guide(CHANGE, {**CHANGE, "id": "other"}))) == [
        "comparison-change",
        "comparison-other",
    ]


@pytest.mark.parametrize("tier", Tier)
def test_a_log_says_what_to_notice_where_that_helps_or_answers(tier):
    sheet = sheets("viewing-log", tier)["viewing-log"]
    assert [bool(s.notice) for s in sheet.parts["scenes"]] == [tier in {Tier.SUPPORT, Tier.KEY}] * 2
    assert ids(sheet.parts["parts"]) == ["part"]
    assert ids(sheet.parts["scenes"]) == ids(sheet.parts["parts"][0].scenes) == ["scene-a", "scene-b"]
    assert sheet.parts["points"]["scene-b"] == [("Theme", "First."), ("Theme", "Third.")]
    assert set(sheet.parts["points"]) == {"scene-a", "scene-b", "gone", ""}
    assert len(sheet.parts["columns"]) == 2
    assert list(sheets("viewing-log", tier, guide(PLOT, {**PLOT, "id": "other"}))) == [
        "log-plot",
        "log-other",
    ]


@pytest.mark.parametrize("tier", Tier)
def test_the_words_of_a_vocabulary_sheet_are_never_in_the_order_of_its_answers(tier):
    parts = sheets("vocabulary", tier)["vocabulary"].parts
    answers = [term.term for term in parts["terms"]]
    assert sorted(answers) == sorted(TERMS)
    alphabetical = sorted(TERMS, key=str.casefold)
    assert answers not in [order[n:] + order[:n] for order in (alphabetical, list(TERMS)) for n in range(len(TERMS))]
    assert list(parts["bank"]) == ([] if tier == Tier.EXTENSION else sorted(TERMS, key=str.casefold))
    assert (parts["letters"], parts["own"]) == (tier == Tier.SUPPORT, 5 if tier == Tier.EXTENSION else 3)


@pytest.mark.parametrize("number", range(20))
def test_not_even_if_there_are_two_words(number):
    two = [{"id": f"t-{number}-{n.lower()}", "term": n, "definition": "D."} for n in ("a", "B")]
    parts = sheets("vocabulary", Tier.CORE, guide({**GLOSSARY, "terms": two}))["vocabulary"].parts
    assert [term.term for term in parts["terms"]] == ["B", "a"]
    one = sheets("vocabulary", Tier.CORE, guide({**GLOSSARY, "terms": two[:1]}))["vocabulary"].parts
    assert [term.term for term in one["terms"]] == ["a"]


def test_a_guide_without_words_has_no_sheet_of_them():
    assert sheets("vocabulary", Tier.CORE, guide(PLOT)) == {}
    assert sheets("flashcards", Tier.CORE, guide(PLOT)) == {}


def test_cards_have_their_backs_behind_them():
    sheet = sheets("flashcards", Tier.CORE)["flashcards"]
    assert len(sheet.parts["items"]) == len(TERMS) + 2
    fronts, backs = zip(*sheet.parts["leaves"], strict=True)
    numbers = [card.number if card else 0 for leaf in fronts for row in leaf for card in row]
    assert numbers == [*range(1, 12), 0, 0, 0, 0, 0]
    assert [len(leaf) for leaf in fronts] == [4, 4]
    assert [[row[::-1] for row in leaf] for leaf in fronts] == [[list(row) for row in leaf] for leaf in backs]
    cards = [card for leaf in fronts for row in leaf for card in row if card]
    assert [card.item.id for card in cards][-2:] == ["q-short", "q-choice"]


def edition(answers, audience="student"):
    return Edition.model_validate({"id": "e", "title": "E", "answers": answers, "audience": audience})


POINTED = question("q-pointed", "short", answer="A.", points=["Because.", "More."])
CARDS = {**QUESTIONS, "sets": [{"id": "set", "title": "S", "questions": [*QUESTIONS["sets"][0]["questions"], POINTED]}]}


@pytest.mark.parametrize(
    ("answers", "audience", "backs", "left_out"),
    [
        ("none", "student", [], "no cards for 3 quiz questions"),
        ("quiz", "student", [("A.", ()), ("B", ()), ("A.", ())], "no answer points on 1 card"),
        ("all", "student", [("A.", ()), ("B", ()), ("A.", ("Because.", "More."))], ""),
        ("none", "teacher", [("A.", ()), ("B", ()), ("A.", ("Because.", "More."))], ""),
    ],
)
def test_cards_have_the_answers_that_the_edition_prints_and_say_what_they_lack(answers, audience, backs, left_out):
    whole = guide(CARDS, GLOSSARY)
    sheet = sheets("flashcards", Tier.CORE, select(whole, edition(answers, audience)))["flashcards"]
    words, asked = sheet.parts["items"][: len(TERMS)], sheet.parts["items"][len(TERMS) :]
    assert [term.term for term in words] == list(TERMS)
    assert [(card.answer, card.points) for card in asked] == backs
    assert sheet.left_out == left_out
    assert handouts.left_out(whole, edition(answers, audience), "flashcards") == left_out
    assert handouts.left_out(whole, edition(answers, audience), "worksheets") == ""


def test_what_cards_lack_is_counted_for_each_chapter_of_questions():
    other = {**CARDS, "id": "other", "answers": "none", "sets": [{"id": "s", "title": "S", "questions": [POINTED]}]}
    other["sets"][0]["questions"] = [{**POINTED, "id": "q-other"}]
    made = sheets("flashcards", Tier.CORE, select(guide(CARDS, other), edition("quiz")))["flashcards"]
    assert made.left_out == "no cards for 1 quiz question, no answer points on 1 card"
    assert sheets("flashcards", Tier.CORE, select(guide(QUESTIONS), edition("none"))) == {}


@pytest.mark.parametrize("group", ["worksheets", "organiser"])
def test_what_pupils_get_beside_the_cards_has_no_answers_to_leave_out(group):
    assert handouts.left_out(guide(), edition("none"), group) == ""


def asked_for(group, **more):
    return handout_files.HandoutOptions(group, Path(), **more)


def test_a_notice_says_where_answers_are_and_where_they_are_not():
    info = guide(CARDS).info
    three = [edition("none"), edition("all").model_copy(update={"id": "all"}), edition("none", "teacher")]
    three[2] = three[2].model_copy(update={"id": "teacher"})
    whole = replace(guide(CARDS, GLOSSARY), info=info.model_copy(update={"editions": tuple(three)}))
    said = "e: no cards for 3 quiz questions (answers: none)"
    assert handout_files.notice(whole, asked_for("flashcards")) == said
    assert handout_files.notice(whole, asked_for("flashcards", edition="all")) == ""
    assert handout_files.notice(whole, asked_for("organiser")) == ""
    assert handout_files.notice(whole, asked_for("worksheets")).startswith("e: the files *-key.pdf have the answers")
    assert handout_files.notice(whole, asked_for("worksheets", edition="teacher")) == ""
    assert handout_files.notice(whole, asked_for("worksheets", tiers=("core",))) == ""
    none = replace(guide(CARDS), info=whole.info)
    with pytest.raises(UsageError, match=r"make flashcards from\. .* has: `--edition all`, `--edition t"):
        handout_files.requests(none, asked_for("flashcards"))
    without = none.info.editions[:1]
    unanswered = replace(none, info=info.model_copy(update={"editions": without}))
    with pytest.raises(UsageError, match=r"has nothing to make flashcards from.* 'answers: quiz' or 'all'"):
        handout_files.requests(unanswered, asked_for("flashcards"))
    with pytest.raises(UsageError, match=r"make bookmark from: no reading schedule\. Add a chapter of the kind"):
        handout_files.requests(none, asked_for("bookmark"))
    with pytest.raises(UsageError, match=r"make worksheets from\.$"):
        handout_files.requests(replace(guide(GLOSSARY), info=whole.info, chapters=()), asked_for("worksheets"))


QUOTED = {
    "kind": "quotations",
    "id": "quotations",
    "title": "Quotations",
    "quotations": [{"id": "words", "words": "Some words.", "where": "Page 1", "sources": ["k"]}],
}


@pytest.mark.parametrize(
    ("chapters", "named"),
    [([GLOSSARY], ["flashcards"]), ([QUOTED], ["quotation-cards"]), ([GLOSSARY, QUOTED, PLOT], None)],
)
def test_a_glossary_or_quotations_suffice_for_cards_of_a_novel(chapters, named):
    whole = guide(*chapters, kind="novel")
    whole = replace(whole, info=whole.info.model_copy(update={"editions": (edition("none"),)}))
    found = [each.sheet for each in handout_files.requests(whole, asked_for("flashcards"))]
    assert found == (named or ["flashcards", "quotation-cards"])
    assert handout_files.notice(whole, asked_for("flashcards")) == ""


def test_a_guide_with_nothing_for_cards_says_what_is_missing():
    whole = guide(PLOT, kind="novel")
    whole = replace(whole, info=whole.info.model_copy(update={"editions": (edition("all"),)}))
    missing = "flashcards from: no glossary, no quotations, and no quiz question whose answer it prints. Add one of"
    with pytest.raises(UsageError, match=missing):
        handout_files.requests(whole, asked_for("flashcards"))


def test_an_organiser_has_something_of_everything_and_first_sentences():
    parts = sheets("organiser", Tier.CORE)["organiser"].parts
    names = ("parts", "scenes", "people", "themes", "motifs", "changes", "essays")
    assert {name: ids(parts[name]) for name in names} == {
        "parts": ["part"],
        "scenes": ["scene-a", "scene-b"],
        "people": ["p", "o"],
        "themes": ["theme"],
        "motifs": ["motif"],
        "changes": list("abcdefg"),
        "essays": ["q-essay"],
    }
    assert [term.definition for term in parts["terms"]] == [f"{name}, Mr. X says." for name in TERMS]
    assert ids(parts["works"]) == ["w"]
    german = {**GLOSSARY, "terms": [{"id": "term-a", "term": "A", "definition": "Am 3. Mai z.B. so. Mehr."}]}
    whole = guide(german)
    whole = replace(whole, info=whole.info.model_copy(update={"language": "de"}))
    (term,) = sheets("organiser", Tier.CORE, whole)["organiser"].parts["terms"]
    assert term.definition == "Am 3. Mai z.B. so."

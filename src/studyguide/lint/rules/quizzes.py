"""Quizzes: questions with a right answer that programs such as Kahoot leave out of an exported quiz."""

from collections.abc import Iterable, Iterator, Mapping

from studyguide.exports.export_kinds import of_group
from studyguide.exports.items import items
from studyguide.exports.material import QuizItem, StudyCard
from studyguide.exports.refusals import Refusal
from studyguide.exports.rich_text import RichText
from studyguide.exports.study_cards import cards
from studyguide.guide.chapters.questions import Question
from studyguide.guide.model import Place
from studyguide.guide.texts import Findings
from studyguide.guide.walk import named
from studyguide.lint.rules import Rule


def too_large(findings: Findings) -> Iterator[tuple[Place, str]]:
    """Questions and options fit the programs that `studyguide quiz` writes for.

    Kahoot takes questions of 120 letters, and two to four options of 75. A shorter wording in `short` does as well.
    GIFT takes no `->` in a right answer, because it joins a pair there.
    """
    for place, unit, programs, refusal in _refused(findings):
        if refusal.remedy:
            yield place, f"{programs} out '{unit.id}': it {refusal.why}. {refusal.remedy}"


def of_another_type(findings: Findings) -> Iterator[tuple[Place, str]]:
    """Quiz questions are of a type that every program takes, and show no picture.

    Kahoot and Blooket take only multiple choice and true or false. Microsoft Forms takes no matching and no ordering;
    it and GIFT take one gap. Kahoot, Blooket, GIFT and Quizlet have no place for pictures; nothing is shown without its
    picture. Questions of a chapter that the same programs leave out share a remark; `studyguide quiz` and
    `studyguide cards` name every one of them. If the questions are on purpose, allow this.
    """
    found: dict[tuple[str, str, str], dict[str, Place]] = {}
    for place, unit, programs, refusal in _refused(findings):
        if not refusal.remedy:
            found.setdefault((place.file, programs, refusal.because), {}).setdefault(unit.id, place)
    for (_, programs, because), places in found.items():
        names = list(places)
        more = f" and {len(names) - 1} more" if names[1:] else ""
        said = f"{programs} out '{names[0]}'{more}, because of {_WHY[because]}"
        yield places[names[0]], f"{said}, or allow this."


_WHY = {
    "type": "the type. `studyguide quiz` names all. Ask them in another way",
    "picture": "the picture. `studyguide quiz` and `studyguide cards` name all. Ask without it",
}
"""What a remark says of each reason."""


def _refused(findings: Findings) -> Iterator[tuple[Place, QuizItem | StudyCard, str, Refusal]]:
    """Each quiz question or card that programs cannot take, with its place, the programs and the reason."""
    guide = findings.guide
    places = {
        name: findings.place(chapter.id, (*path, "question" if isinstance(part, Question) else "id"))
        for chapter in guide.chapters
        for path, name, part in named(chapter)
    }
    texts = RichText(guide)
    asked = tuple(items(guide, texts))
    units: dict[str, list[QuizItem | StudyCard]] = {item.id: [item] for item in asked}
    for card in cards(guide, asked, texts):
        units.setdefault(card.id, []).append(card)
    for same in units.values():
        for refusal, programs in _reasons(same).items():
            yield places[same[0].made_of], same[0], programs, refusal


def _reasons(same: Iterable[QuizItem | StudyCard]) -> Mapping[Refusal, str]:
    """Why programs leave out an item and its card, each reason with *Kahoot and Blooket leave*.

    Written answers are for no game.
    """
    found: dict[Refusal, list[str]] = {}
    for unit in same:
        exports = of_group("cards")
        if isinstance(unit, QuizItem):
            exports = of_group("quiz") if unit.kind != "text" else ()
        for export in exports:
            if refusal := export.refusal(unit):
                found.setdefault(refusal, []).append(export.PROGRAM)
    return {why: f"{_together(programs)} leave{'s' * (len(programs) == 1)}" for why, programs in found.items()}


def _together(names: list[str]) -> str:
    """``A``; ``A and B``; ``A, B and C``: messages are in English, so no locale is loaded for them."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


RULES: Mapping[str, Rule] = {"SG241": too_large, "SG242": of_another_type}

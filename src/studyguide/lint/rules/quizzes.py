"""Quizzes: questions with a right answer that programs such as Kahoot leave out of an exported quiz."""

from collections.abc import Iterator, Mapping

from studyguide.exports.export_kinds import of_group
from studyguide.exports.items import items
from studyguide.exports.material import QuizItem
from studyguide.exports.refusals import Refusal
from studyguide.exports.rich_text import RichText
from studyguide.guide.chapters.questions import Question
from studyguide.guide.model import Place
from studyguide.guide.texts import Findings
from studyguide.guide.walk import named
from studyguide.lint.rules import Rule


def too_large(findings: Findings) -> Iterator[tuple[Place, str]]:
    """Questions and options fit the programs that `studyguide quiz` writes for.

    Kahoot takes questions of 120 letters, and two to four options of 75. A shorter wording in `short` does as well.
    """
    for place, item, programs, refusal in _refused(findings):
        if refusal.remedy:
            yield place, f"{programs} out '{item.id}': it {refusal.why}. {refusal.remedy}"


def of_another_type(findings: Findings) -> Iterator[tuple[Place, str]]:
    """Quiz questions are of a type that every program takes.

    Kahoot and Blooket take only multiple choice and true or false. Microsoft Forms takes no matching and no ordering;
    it and GIFT take one gap. Questions of a chapter that the same programs leave out share a remark; `studyguide quiz`
    names every one of them. If the questions are on purpose, allow this.
    """
    found: dict[tuple[str, str], dict[str, Place]] = {}
    for place, item, programs, refusal in _refused(findings):
        if not refusal.remedy:
            found.setdefault((place.file, programs), {}).setdefault(item.id, place)
    for (_, programs), places in found.items():
        names = list(places)
        more = f" and {len(names) - 1} more" if names[1:] else ""
        said = f"{programs} out '{names[0]}'{more}, because of the type. `studyguide quiz` names all"
        yield places[names[0]], f"{said}. Ask them in another way, or allow this."


def _refused(findings: Findings) -> Iterator[tuple[Place, QuizItem, str, Refusal]]:
    """Each quiz question that programs cannot take, at the place of its text, with the programs and the reason."""
    guide = findings.guide
    places = {
        name: findings.place(chapter.id, (*path, "question"))
        for chapter in guide.chapters
        for path, name, part in named(chapter)
        if isinstance(part, Question)
    }
    for item in items(guide, RichText(guide)):
        for refusal, programs in _reasons(item).items():
            yield places[item.question_id], item, programs, refusal


def _reasons(item: QuizItem) -> Mapping[Refusal, str]:
    """Why programs leave an item out, each reason with *Kahoot and Blooket leave*. Written answers are for no game."""
    found: dict[Refusal, list[str]] = {}
    for export in of_group("quiz") if item.kind != "text" else ():
        if refusal := export.refusal(item):
            found.setdefault(refusal, []).append(export.PROGRAM)
    return {why: f"{_together(programs)} leave{'s' * (len(programs) == 1)}" for why, programs in found.items()}


def _together(names: list[str]) -> str:
    """``A``; ``A and B``; ``A, B and C``: messages are in English, so no locale is loaded for them."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


RULES: Mapping[str, Rule] = {"SG241": too_large, "SG242": of_another_type}

"""The questions of an edition as plain data, for other programs, with the answers that the edition prints.

`questions` returns one mapping for each question, in the guide's order. Texts are plain, without markup. Keys that
make no sense for a type are left out:

- ``id``, ``number``, ``chapter``, ``set``, ``type``, ``question``, ``phase``, ``work``, ``spoiler``, ``about``;
- ``picture``, if it is asked about one: ``file`` (its name in the guide), ``alt``, ``caption``, ``credit`` and
  ``data``, a data URL (RFC 2397) with all of it; ``pictures``, the same for those in its texts;
- ``short`` (a shorter wording), ``marks``, ``strand``, ``bloom``, ``dok``, ``standards`` and ``evidence``, if there
  are any;
- ``options`` and ``right``, the places of the right ones, from 0; ``feedback`` (``option``, its place, and ``text``);
  ``shuffle``, if it is false: choice;
- ``is_true``: true-false;
- ``pairs`` (``left``, ``right``) and ``distractors``: matching;
- ``order``, the steps in the right order, and ``printed``, the same as students see them: ordering;
- ``text``, with ``___`` for each gap, and ``gaps``, the right words of each: gap;
- ``extract``, ``source`` and ``parts``, each with ``question``, ``answer`` and so on: extract;
- ``compare`` and ``aspects``: comparison;
- ``answer``, ``accept`` (other right answers) and ``points``, the content of a good answer; ``word_limit`` (``from``,
  ``to``);
- ``scheme``: ``points`` (``text``, ``marks``, ``accept``), ``levels`` (``level``, ``from``, ``to``, ``descriptor``) and
  ``objectives`` (``code``, ``marks``); ``samples``: ``level``, ``marks``, ``text``, ``comment``.

An edition with all answers, or with notes for teachers, has all of these. One with the answers to the quiz has right
answers of quiz questions, without `SCHEMES`. Other editions lack `RIGHT` as well, and matching has ``left`` and
``matches`` (as printed) in place of ``pairs``.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from studyguide import markdown
from studyguide.editions import spoiler_words
from studyguide.editions.select import select
from studyguide.exports import question_pictures
from studyguide.guide.chapters.questions import Question, Questions
from studyguide.guide.info import Edition
from studyguide.guide.model import Guide
from studyguide.guide.questions.extracts import ExtractPart
from studyguide.guide.questions.gaps import with_blanks
from studyguide.guide.questions.schemes import Marked, Sample, Scheme
from studyguide.support.atomic_write import replacing
from studyguide.support.errors import GuideError

FILE = "questions.json"
SCHEMES = ("points", "evidence", "scheme", "samples")
RIGHT = ("right", "feedback", "is_true", "pairs", "distractors", "order", "gaps", "answer", "accept")
BLANK = "___"
_GAP = "\ufdd0"
"""Stands for a gap while markup is removed: underscores are markup."""


def selected(guide: Guide, edition: Edition) -> Guide:
    """The guide of an edition, to take questions from.

    Raises `GuideError` if they have words that give away more than the edition reveals, with all answers and schemes:
    no page of the edition may have these, but the file does.
    """
    told = edition.model_copy(update={"answers": "all", "audience": "teacher"})
    whole = select(guide, told)
    asked = replace(whole, chapters=tuple(chapter for chapter in whole.chapters if isinstance(chapter, Questions)))
    if problems := spoiler_words.slips(guide, told, asked):
        raise GuideError(problems)
    return select(guide, edition)


def questions(guide: Guide) -> list[dict[str, Any]]:
    """The questions of a guide, which `selected` has reduced to what an edition may show."""
    chapters = [chapter for chapter in guide.chapters if isinstance(chapter, Questions)]
    return [
        _present({"chapter": chapter.id, "set": each.id, **_shown(guide, chapter, question)})
        for chapter in chapters
        for each in chapter.sets
        for question in each.questions
    ]


def as_json(guide: Guide) -> bytes:
    """An object with ``title`` and ``date`` of the guide, and its ``questions``."""
    whole = {"title": guide.info.title, "date": guide.info.date.isoformat(), "questions": questions(guide)}
    return (json.dumps(whole, indent=2, ensure_ascii=False) + "\n").encode()


def write(guide: Guide, folder: Path) -> Path:
    """Write the file. Raises `BuildError` if it cannot be written."""
    target = folder / FILE
    with replacing(target) as temporary:
        temporary.write_bytes(as_json(guide))
    return target


def _shown(guide: Guide, chapter: Questions, question: Question) -> dict[str, Any]:
    """A question with what its edition prints of its answer."""
    is_full = chapter.notes or chapter.answers == "all"
    told = is_full or (chapter.answers == "quiz" and question.is_quiz)
    gone = set() if is_full else {*SCHEMES, *(() if told else RIGHT)}
    found = _question(question)
    found["picture"] = question_pictures.of_question(guide, question)
    found["pictures"] = question_pictures.in_texts(guide, question, gone)
    if is_full:
        return found
    parts = [{name: value for name, value in part.items() if name in {"question", "marks"}} for part in found["parts"]]
    printed = {} if told else {"left": [_plain(p.left) for p in question.pairs], "matches": _texts(question.matches)}
    return {**{name: value for name, value in found.items() if name not in gone}, **printed, "parts": parts}


def _question(question: Question) -> dict[str, Any]:
    level = question.level
    return {
        "id": question.id,
        "number": question.number,
        "type": question.type,
        "question": _plain(question.question),
        "short": _plain(question.short),
        "phase": question.phase,
        "work": question.work,
        "spoiler": question.spoiler.value,
        "about": list(question.about),
        "strand": _plain(question.strand),
        "bloom": level.bloom if level else None,
        "dok": level.dok if level else None,
        "standards": _texts(question.standards),
        "evidence": _plain(question.evidence),
        "word_limit": _limit(question),
        **_of_type(question),
        "accept": _texts(question.accept),
        **_marked(question, question.answer, question.points),
    }


def _of_type(question: Question) -> dict[str, Any]:
    """What one type of question has."""
    return {
        "options": _texts(question.options),
        "right": list(question.right_places) if question.options else None,
        "feedback": [
            {"option": question.options.index(each.option), "text": _plain(each.text)} for each in question.feedback
        ],
        "shuffle": None if question.shuffle else False,
        "is_true": question.is_true,
        "pairs": [{"left": _plain(pair.left), "right": _plain(pair.right)} for pair in question.pairs],
        "distractors": _texts(question.distractors),
        "order": _texts(question.order),
        "printed": _texts(question.steps),
        "text": markdown.plain(with_blanks(question.gapped or "", _GAP)).replace(_GAP, BLANK) or None,
        "gaps": [_texts(words) for words in question.gap_words],
        "extract": markdown.printed(question.extract, block=True).strip() if question.extract else None,
        "source": _plain(question.source),
        "parts": [_part(part) for part in question.parts],
        "compare": list(question.compare),
        "aspects": _texts(question.aspects),
    }


def _limit(question: Question) -> dict[str, Any]:
    limit = question.word_limit
    return _present({"from": limit.low, "to": limit.high}) if limit else {}


def _part(part: ExtractPart) -> dict[str, Any]:
    accept = _texts(part.accept)
    return _present({"question": _plain(part.question), "accept": accept, **_marked(part, part.answer, part.points)})


def _marked(marked: Marked, answer: str | None, points: Iterable[str]) -> dict[str, Any]:
    """Marks, and what earns them."""
    return {
        "marks": marked.marks,
        "answer": _plain(answer),
        "points": _texts(points),
        "scheme": _scheme(marked.scheme) if marked.scheme else None,
        "samples": [_sample(sample) for sample in marked.samples],
    }


def _scheme(scheme: Scheme) -> dict[str, Any]:
    points = [{"text": _plain(p.text), "marks": p.marks, "accept": _texts(p.accept)} for p in scheme.points]
    levels = [
        {"level": _plain(each.level), "from": each.low, "to": each.high, "descriptor": _plain(each.descriptor)}
        for each in scheme.levels
    ]
    objectives = [{"code": each.code, "marks": each.marks} for each in scheme.objectives]
    return _present({"points": points, "levels": levels, "objectives": objectives})


def _sample(sample: Sample) -> dict[str, Any]:
    text = markdown.printed(sample.text, block=True).strip()
    return _present(
        {"level": _plain(sample.level), "marks": sample.marks, "text": text, "comment": _plain(sample.comment)}
    )


def _plain(text: str | None) -> str | None:
    return markdown.plain(text) if text else None


def _texts(texts: Iterable[str]) -> list[str]:
    return [markdown.plain(text) for text in texts]


def _present(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that have a value."""
    return {name: value for name, value in fields.items() if value not in (None, [], {})}

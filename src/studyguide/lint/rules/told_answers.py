"""Told answers: words around the picture of a question that have its right answer in them."""

import re
from collections.abc import Iterator, Mapping

from studyguide import markdown
from studyguide.guide.chapters.questions import Question
from studyguide.guide.model import Place
from studyguide.guide.texts import Findings
from studyguide.guide.walk import named
from studyguide.lint.rules import Rule

_SHORTEST = 3
"""The fewest letters of an answer to look for: an A or a 2 says nothing by itself."""
_NAMES = {"alt": "The description", "caption": "The caption", "credit": "The credit", "file": "The file name"}


def in_pictures(findings: Findings) -> Iterator[tuple[Place, str]]:
    """The words around the picture of a question do not have its right answer in them.

    A description (`alt`) says what is seen, and leaves its name to the students. Captions are printed, and web pages
    and exported quizzes have the name of the file. Words that name a wrong option as well are left alone.
    """
    for chapter in findings.guide.chapters:
        for path, name, part in named(chapter):
            if isinstance(part, Question) and part.picture:
                for field, answer in _told(part):
                    place = findings.place(chapter.id, (*path, "picture", field))
                    said = f"{_NAMES[field]} of the picture with '{name}' has its right answer, '{answer}'"
                    remedy = (
                        "Rename the file" if field == "file" else "Say what is seen, and leave its name to students"
                    )
                    yield place, f"{said}. {remedy}."


def _told(question: Question) -> Iterator[tuple[str, str]]:
    """Each field of the picture that has a right answer in it, and that answer."""
    wrong = [_plain(text) for text in question.options if text not in question.right_options]
    for field in _NAMES:
        words = _words(getattr(question.picture, field) or "", is_file=field == "file")
        found = next((answer for answer in _answers(question) if _is_in(answer, words)), None)
        if found and not any(_is_in(each, words) for each in wrong):
            yield field, found


def _answers(question: Question) -> Iterator[str]:
    """The right answers in plain words: those that students choose or type."""
    typed = (question.answer or "", *question.accept, *(word for words in question.gap_words for word in words))
    parts = (text for part in question.parts for text in (part.answer or "", *part.accept))
    found = (_plain(text) for text in (*question.right_options, *typed, *parts))
    return (answer for answer in found if len(answer) >= _SHORTEST)


def _is_in(answer: str, words: str) -> bool:
    """Whether words have an answer in them, in capitals or not."""
    return bool(answer) and bool(re.search(rf"(?<!\w){re.escape(answer)}(?!\w)", words, re.IGNORECASE))


def _words(text: str, *, is_file: bool) -> str:
    """The words of a text, or of the name of a file: ``medium shot`` for ``images/medium-shot.svg``."""
    return re.sub(r"[-_]+", " ", text.rpartition("/")[2].rpartition(".")[0]) if is_file else _plain(text)


def _plain(text: str) -> str:
    return markdown.plain(text).strip(" .")


RULES: Mapping[str, Rule] = {"SG243": in_pictures}

"""Right answers beside their questions, for the script that marks quizzes (quiz.js).

They are taken from the printed answers, so an edition that prints none has none to take. A question whose answer says
what is right (``data-right``) gets that attribute, and each of its gaps the words that are right in it, as JSON.
"""

import json
from collections.abc import Mapping
from typing import NamedTuple

from studyguide.support import xhtml
from studyguide.support.xhtml import Element

RIGHT = "data-right"


class Answer(NamedTuple):
    """What an answer says: the right options, and the right words for each gap as JSON."""

    right: str
    gaps: tuple[str, ...]


def answers(root: Element) -> dict[str, Answer]:
    """The answers in a section, by their ids."""
    return {
        each.get("id"): Answer(
            each.get(RIGHT, ""),
            tuple(json.dumps(words, ensure_ascii=False) for entry in each.iter("li") if (words := _words(entry))),
        )
        for each in xhtml.with_class(root, "answer")
    }


def asked(root: Element) -> tuple[str, ...]:
    """The ids of the answers that the questions in a section link to."""
    links = (_link(question) for question in xhtml.with_class(root, "question"))
    return tuple(link for link in links if link)


def add_right_answers(root: Element, known: Mapping[str, Answer]) -> None:
    """Give each question in a section, whose links are as written, what its answer says."""
    for question in xhtml.with_class(root, "question"):
        if answer := known.get(_link(question)):
            _add(question, answer)


def _link(question: Element) -> str:
    link = next(xhtml.with_class(question, "answer-link"), None)
    return "" if link is None else str(link.get("href")).removeprefix("#")


def _add(question: Element, answer: Answer) -> None:
    if answer.right:
        question.set(RIGHT, answer.right)
    gaps = [each for each in xhtml.with_class(question, "gap") if each is not question]  # its type is a class as well
    if len(gaps) == len(answer.gaps):
        for gap, right_words in zip(gaps, answer.gaps, strict=True):
            gap.set(RIGHT, right_words)


def _words(entry: Element) -> list[str]:
    return [xhtml.text(word) for word in xhtml.with_class(entry, "right-word")]

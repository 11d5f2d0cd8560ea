"""Right answers beside their questions, for the script that marks quizzes (quiz.js).

They are taken from the printed answers, so an edition that prints none has none to take. A question whose answer says
what is right (``data-right``) gets that attribute, and each of its gaps the words that are right in it, as JSON.
"""

import json
from collections.abc import Iterable

from studyguide.support import xhtml
from studyguide.support.xhtml import Element

RIGHT = "data-right"


def add_right_answers(roots: Iterable[Element]) -> None:
    """Give each question in the sections of a publication, whose links are as written, what its answer says."""
    sections = list(roots)
    answers = {each.get("id"): each for root in sections for each in xhtml.with_class(root, "answer")}
    for question in (each for root in sections for each in xhtml.with_class(root, "question")):
        link = next(xhtml.with_class(question, "answer-link"), None)
        answer = answers.get(link.get("href").removeprefix("#")) if link is not None else None
        if answer is not None:
            _add(question, answer)


def _add(question: Element, answer: Element) -> None:
    if right := answer.get(RIGHT):
        question.set(RIGHT, right)
    gaps = [each for each in xhtml.with_class(question, "gap") if each is not question]  # its type is a class as well
    words = [found for entry in answer.iter("li") if (found := _words(entry))]
    if len(gaps) == len(words):
        for gap, right_words in zip(gaps, words, strict=True):
            gap.set(RIGHT, json.dumps(right_words, ensure_ascii=False))


def _words(entry: Element) -> list[str]:
    return [xhtml.text(word) for word in xhtml.with_class(entry, "right-word")]

"""Long runs of one sign, as a hostile guide may have, take linear time."""

import time
from collections.abc import Callable

import pytest

from studyguide import markdown
from studyguide.guide import starter_texts
from studyguide.languages import language_marks, sentences
from studyguide.support import line_ends

_LENGTH = 60_000
_LIMIT = 1.0
"""Seconds of processor time; a function that looks at each sign of a run again for each other takes ten times that."""
_MARK = language_marks.opening("fr")


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (line_ends.joined, "あ" + " " * _LENGTH + "あ"),
        (line_ends.joined, " " * _LENGTH),
        (markdown.without_removed, "a" + " " * _LENGTH + "b"),
        (markdown.without_removed, markdown.REMOVED * _LENGTH + "b"),
        (lambda text: starter_texts.is_left("text", text), "a" + " " * _LENGTH + "b"),
        (lambda text: starter_texts.is_left("text", text), "[@" * _LENGTH),
        (lambda text: list(language_marks.pieces(text)), f"{_MARK}a{' ' * _LENGTH}b{_MARK}"),
        (language_marks.wrapped, f"{_MARK}a{' ' * _LENGTH}b{_MARK}"),
        (sentences.split, "Ab. " * (_LENGTH // 4)),
        (sentences.split, "e.g. " * (_LENGTH // 4)),
    ],
)
def test_a_long_run_takes_linear_time(read: Callable[[str], object], text: str) -> None:
    began = time.process_time()

    read(text)

    assert time.process_time() - began < _LIMIT


@pytest.mark.parametrize(
    ("words", "left"),
    [
        (f"a {markdown.REMOVED} b", "a b"),
        (f"a {markdown.REMOVED}{markdown.REMOVED}, b", "a, b"),
        (f"a {markdown.REMOVED} {markdown.REMOVED}b", "a b"),
        (f"a  {markdown.REMOVED}", "a"),
    ],
)
def test_removed_citations_leave_no_space_before_signs(words: str, left: str) -> None:
    assert markdown.without_removed(words) == left


def test_spaces_at_the_ends_of_foreign_words_belong_to_the_language_around() -> None:
    text = f"a{_MARK} b  c  {language_marks.END}d"

    assert list(language_marks.pieces(text)) == [("", "a "), ("fr", "b  c"), ("", "  d")]

"""Gaps: a text in which each gap is written as its right word, such as ``{storm}`` or ``{storm|tempest}``.

A backslash makes a brace part of the text, as in Markdown.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from studyguide.guide.questions import typed
from studyguide.guide.questions.refusals import refuse

_PART = re.compile(r"\\.|\{((?:\\.|[^{}\\])*)\}|[{}]", re.DOTALL)
_BAR = re.compile(r"\\.|\|", re.DOTALL)


@dataclass(frozen=True)
class Gap:
    """A gap: where it is in the text, and the words that are right in it, each as inline Markdown."""

    start: int
    end: int
    words: tuple[str, ...]


def gaps(text: str) -> tuple[Gap, ...]:
    """The gaps of a text, in order."""
    return tuple(_gaps(text))


def with_blanks(text: str, blank: str) -> str:
    """The text with `blank` in place of each gap."""
    parts, end = [], 0
    for gap in gaps(text):
        parts += [text[end : gap.start], blank]
        end = gap.end
    return "".join([*parts, text[end:]])


def check(text: str | None) -> None:
    """Refuse a text without gaps, with an empty one, with a brace that has no partner, or with a picture."""
    if not text:
        refuse("gap_without_text", "a gap question needs its text in 'gapped', with each gap as {word}. Write it")
        return
    if any(part[0] in {"{", "}"} for part in _PART.finditer(text)):
        refuse("unbalanced_braces", "a brace in this text has no partner. Write each gap as {word}, and others as \\{")
    found = gaps(text)
    if not found:
        refuse("text_without_gaps", "this text has no gap. Write each one as {word}, or {word|another right word}")
    if not all(word for gap in found for word in gap.words):
        refuse("empty_gap", "a gap in this text has no word. Write the right one between the braces")
    typed.check_gapped(text)


def _gaps(text: str) -> Iterator[Gap]:
    for part in _PART.finditer(text):
        if part[1] is not None:
            yield Gap(part.start(), part.end(), tuple(_words(part[1])))


def _words(inside: str) -> Iterator[str]:
    """The words of a gap, between bars without a backslash."""
    start = 0
    for sign in _BAR.finditer(inside):
        if sign[0] == "|":
            yield inside[start : sign.start()].strip()
            start = sign.end()
    yield inside[start:].strip()

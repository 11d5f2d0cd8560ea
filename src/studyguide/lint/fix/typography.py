"""Typography: what to write for the characters that the rules of typography remark on."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from studyguide.languages import conventions
from studyguide.languages.labels import Labels
from studyguide.languages.quotation_marks import Marks
from studyguide.lint.rules.typography import (
    DOTS,
    HYPHENS,
    RANGE,
    SPACE,
    STRAIGHT,
    has_no_space_before_punctuation,
    is_range,
)
from studyguide.markdown import Placed, quotes

Correction = tuple[int, int, str]
"""Where a passage changes, in characters of its words, and what to write there."""

_HYPHEN = re.compile("-+")
_THREE, _FOUR = 3, 4
"""Full stops that are an ellipsis, and those that are one at the end of a sentence."""
_NO_OPENING = re.compile(r"(?<!\w)'(?=(?:tis|twas|twere|twill|til|em|cause|n'|\d\ds?)(?!\w))", re.IGNORECASE)
"""Apostrophes at the beginning of English words, which look like the beginning of a quotation."""


def straight_quotes(passage: Placed, labels: Labels) -> Iterator[Correction]:
    """The marks of the guide, and apostrophes. Marks whose partner is not to be found stay as they are.

    So do all quotation marks in a language whose marks the program does not know.
    """
    found = {match.start() + re.search("[\"']", match[0]).start() for match in STRAIGHT.finditer(passage.words)}  # type: ignore[union-attr]
    if not found:
        return
    abbreviated = {*conventions.gershayim(passage.words, labels.language)}
    for at in sorted(found & abbreviated):
        yield at, at + 1, conventions.GERSHAYIM
    read = quotes.paired(_without_traps(passage.context, labels.language))
    found -= abbreviated
    wanted = found | {other for pair in _pairs(read) if found & {*pair} for other in pair}
    written = _written(conventions.quotation_marks(labels), conventions.apostrophe(labels.language))
    for at in sorted(wanted):
        if passage.words[at] in "\"'" and read[at] in written:
            yield at, at + 1, written[read[at]]


def double_hyphens(passage: Placed, _labels: Labels) -> Iterator[Correction]:
    """A dash: – between spaces or figures, — between words. Hyphens before a word only, as in --help, stay."""
    words = f" {passage.words} "
    for match in HYPHENS.finditer(passage.words):
        hyphens = _HYPHEN.search(passage.words, match.start())
        if not hyphens:
            continue
        before, after = words[hyphens.start()], words[hyphens.end() + 1]
        if before.isspace() and not after.isspace():
            continue
        is_short = before.isspace() or (before.isdigit() and after.isdigit())
        is_first = not passage.words[: hyphens.start()].strip()
        yield *hyphens.span(), "–" if is_short and not is_first and len(hyphens[0]) != len("---") else "—"


def three_dots(passage: Placed, _labels: Labels) -> Iterator[Correction]:
    """An ellipsis, and the full stop after it. A full stop behind markup ends the sentence: *and so …*."""
    for match in DOTS.finditer(passage.words):
        start, end = match.start(), _end_of_run(passage, *match.span())
        if (number := passage.words.count(".", start, end)) >= _THREE:
            yield start, end, "…." if number == _FOUR else "…"


def space_before_punctuation(passage: Placed, labels: Labels) -> Iterator[Correction]:
    """Nothing."""
    if has_no_space_before_punctuation(labels.language):
        for match in SPACE.finditer(passage.words):
            yield match.start() + 1, match.start(1), ""


def hyphens_in_ranges(passage: Placed, _labels: Labels) -> Iterator[Correction]:
    """An en dash."""
    for match in RANGE.finditer(passage.words):
        if is_range(match):
            yield match.end(1), match.start(2), "–"


CORRECTIONS: Mapping[str, Callable[[Placed, Labels], Iterator[Correction]]] = {
    "SG105": straight_quotes,
    "SG106": double_hyphens,
    "SG107": three_dots,
    "SG108": space_before_punctuation,
    "SG109": hyphens_in_ranges,
}
"""For the code of each rule about characters, what corrects it in the words of a passage."""


def _end_of_run(passage: Placed, start: int, end: int) -> int:
    """Where the characters from `start` to `end` are interrupted by markup, or end."""
    for at in range(start + 1, end):
        before, here = passage.spans[at - 1], passage.spans[at]
        if not before or not here or before[1] != here[0]:
            return at
    return end


def _written(marks: Marks | None, apostrophe: str) -> Mapping[str, str]:
    of_language = dict(zip(quotes.MARKS, marks, strict=True)) if marks else {}
    return {**of_language, quotes.APOSTROPHE: apostrophe}


def _without_traps(text: str, language: str) -> str:
    """The text with apostrophes in place of those that would be read as quotation marks, and without marks of inches.

    A straight mark after a figure may close a quotation. If the number of marks is odd, it is one of inches or minutes.
    """
    if language.partition("-")[0] == "en":
        text = _NO_OPENING.sub(quotes.APOSTROPHE, text)
        text = re.sub(rf"(?<!\w){quotes.APOSTROPHE}n'(?!\w)", f"{quotes.APOSTROPHE}n{quotes.APOSTROPHE}", text)
    signs = [*text]
    for at in conventions.gershayim(text, language):
        signs[at] = "x"
    text = "".join(signs)
    if Counter(text)['"'] % 2:
        text = re.sub(r"(?<=\d)\"", "x", text)
    return text


def _pairs(read: str) -> Iterator[tuple[int, int]]:
    """The places of quotation marks that belong together."""
    opened: list[int] = []
    partner = {quotes.OPEN: quotes.CLOSE, quotes.OPEN_SINGLE: quotes.CLOSE_SINGLE}
    for at, sign in enumerate(read):
        if sign in partner:
            opened.append(at)
        elif sign in partner.values():
            while opened and partner[read[opened[-1]]] != sign:
                opened.pop()
            if opened:
                yield opened.pop(), at

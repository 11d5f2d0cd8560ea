"""Typography: signs that a typewriter had, where print has better ones."""

import re
from collections.abc import Iterator, Mapping

from studyguide.editorial import Rule
from studyguide.findings import Findings
from studyguide.model import Place

_STRAIGHT = re.compile(r"(?:(?<!\w)\w++|)(?<!\d)[\"']\w*+")
_HYPHENS = re.compile(r"(?:(?<!\w)\w++|)\s?(?<![-|!+])-{2,3}(?![-|>+])\s?\w*|(?<=[^\W\d]) - (?=[^\W\d])")
_DOTS = re.compile(r"\.{3,}|\.(?: \.){2,}")
_SPACE = re.compile(r"[\w”’)\]] +([,;:!?.])(?=\s|$|[”’])")
_RANGE = re.compile(r"(?<![\w.,/:–-])(\d{1,4})-(\d{1,4})(?![\w/–-]|[.,:]\d)")


def straight_quotes(findings: Findings) -> Iterator[tuple[Place, str]]:
    """Quotation marks and apostrophes are curly.

    Feet, inches and minutes may be straight, behind their number.
    """
    for place, match in _found(findings, _STRAIGHT):
        yield place, f"For the straight sign in {match[0]} write “ ”, ‘ ’ or ’."


def double_hyphens(findings: Findings) -> Iterator[tuple[Place, str]]:
    """A dash is a dash: – or —, and not hyphens."""
    for place, match in _found(findings, _HYPHENS):
        yield place, f"'{match[0].strip()}' stands where a dash should. Write – or —."


def three_dots(findings: Findings) -> Iterator[tuple[Place, str]]:
    """An ellipsis is one sign, …, and not three full stops."""
    for place, match in _found(findings, _DOTS):
        yield place, f"'{match[0]}' is several full stops. Write …."


def space_before_punctuation(findings: Findings) -> Iterator[tuple[Place, str]]:
    """No space stands before a comma, a full stop and the like.

    French has spaces before some of them, and is not judged.
    """
    if findings.guide.info.language.partition("-")[0] != "fr":
        for place, match in _found(findings, _SPACE):
            yield place, f"There is a space before '{match[1]}'. Take it out."


def hyphens_in_ranges(findings: Findings) -> Iterator[tuple[Place, str]]:
    """A range of numbers has an en dash: pp. 12–14.

    It is a range if the second number is the higher one: *747-400* is none, *1914-18* is.
    """
    for place, match in _found(findings, _RANGE):
        low, high = match.groups()
        if int(low) < int(low[: max(0, len(low) - len(high))] + high):
            yield place, f"'{match[0]}' is a range. Write {low}–{high}."


def _found(findings: Findings, pattern: re.Pattern[str]) -> Iterator[tuple[Place, re.Match[str]]]:
    for text in findings.passages:
        yield from text.find(pattern)


RULES: Mapping[str, Rule] = {
    "SG105": straight_quotes,
    "SG106": double_hyphens,
    "SG107": three_dots,
    "SG108": space_before_punctuation,
    "SG109": hyphens_in_ranges,
}

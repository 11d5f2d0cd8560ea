"""Typography: typewriter characters in place of typographic ones."""

import re
from collections.abc import Iterator, Mapping

from studyguide.guide.model import Place
from studyguide.guide.texts import Findings
from studyguide.lint.rules import Rule

_STRAIGHT = re.compile(r"(?:(?<!\w)\w++|)(?<!\d)[\"']\w*+")
_HYPHENS = re.compile(r"(?:(?<!\w)\w++|)\s?(?<![-|!+])-{2,3}(?![-|>+])\s?\w*|(?<=[^\W\d]) - (?=[^\W\d])")
_DOTS = re.compile(r"\.{3,}|\.(?: \.){2,}")
_SPACE = re.compile(r"[\w”’)\]] +([,;:!?.])(?=\s|$|[”’])")
_RANGE = re.compile(r"(?<![\w.,/:–-])(\d{1,4})-(\d{1,4})(?![\w/–-]|[.,:]\d)")


def straight_quotes(findings: Findings) -> Iterator[tuple[Place, str]]:
    """Quotation marks and apostrophes are curly.

    Marks for feet, inches and minutes may be straight, after their number.
    """
    for place, match in _found(findings, _STRAIGHT):
        yield place, f"For the straight sign in {match[0]} write “ ”, ‘ ’ or ’."


def double_hyphens(findings: Findings) -> Iterator[tuple[Place, str]]:
    """A dash is – or —, not hyphens."""
    for place, match in _found(findings, _HYPHENS):
        yield place, f"'{match[0].strip()}' is where a dash should be. Write – or —."


def three_dots(findings: Findings) -> Iterator[tuple[Place, str]]:
    """An ellipsis is one character, …, not three full stops."""
    for place, match in _found(findings, _DOTS):
        yield place, f"'{match[0]}' is several full stops. Write …."


def space_before_punctuation(findings: Findings) -> Iterator[tuple[Place, str]]:
    """There is no space before a comma, a full stop and the like.

    French has spaces before some of them and is not judged.
    """
    if findings.guide.info.language.partition("-")[0] != "fr":
        for place, match in _found(findings, _SPACE):
            yield place, f"There is a space before '{match[1]}'. Take it out."


def hyphens_in_ranges(findings: Findings) -> Iterator[tuple[Place, str]]:
    """A range of numbers has an en dash: pp. 12–14.

    It is a range if the second number is higher: *1914-18* is one, *747-400* is not.
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

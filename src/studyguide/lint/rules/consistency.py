"""Consistency: the same thing is written in the same way everywhere."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from studyguide.guide.model import Place
from studyguide.guide.texts import Findings
from studyguide.lint.rules import Rule

LONG_WORD = 6
"""Letters: shorter names are often words as well (*Hope*, *Rose*)."""

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATES = {
    "3 September 2010": rf"\d{{1,2}} {_MONTH}",
    "3rd September 2010": rf"\d{{1,2}}(?:st|nd|rd|th)(?: of)? {_MONTH}",
    "September 3, 2010": rf"{_MONTH} \d{{1,2}}(?!\d)(?!st|nd|rd|th)",
    "September 3rd, 2010": rf"{_MONTH} \d{{1,2}}(?:st|nd|rd|th)",
    "2010-09-03": r"(?:19|20)\d\d-[01]\d-[0-3]\d",
    "3/9/2010": r"\d{1,2}/\d{1,2}/(?:19|20)?\d\d",
    "3.9.2010": r"\d{1,2}\.\d{1,2}\.(?:19|20)\d\d",
}
"""Styles by an example. A month with a year alone (*September 2010*) looks the same in all of them."""
_LONG = {
    "25,000": r"\d{2,3}(?:,\d{3})+",
    "25 000": "\\d{2,3}(?:[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}]\\d{3})+",
    "25000": r"[1-9]\d{4,6}",
}
_SHORT = {"3,500": r"\d,\d{3}", "3500": r"(?:2[1-9]|[3-9]\d)\d\d"}
"""Four digits: a number without a comma below 2100 is likely to be a year."""
_ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
_DECADE = re.compile(r"\b(?:the|early|mid|late)[ -]((?:1[5-9]|20)\d0)[’']s\b", re.IGNORECASE)


def one_style_of_dates(findings: Findings) -> Iterator[tuple[Place, str]]:
    """All dates have one style: the style of most of them. English guides only."""
    if findings.guide.info.language.partition("-")[0] == "en":
        yield from _minority(findings, _DATES, "dates")


def one_style_of_numbers(findings: Findings) -> Iterator[tuple[Place, str]]:
    """Long numbers have one style: with commas, with spaces or with neither.

    Numbers with four digits (*3,500* or *3500*) are compared among themselves. Years are ignored.
    """
    for styles in (_LONG, _SHORT):
        yield from _minority(findings, styles, "numbers")


def decades(findings: Findings) -> Iterator[tuple[Place, str]]:
    """A decade has no apostrophe: the 1990s."""
    for text in findings.passages:
        for place, match in text.find(_DECADE):
            yield place, f"'{match[0]}' is a plural, and takes no apostrophe. Write {match[1]}s."


def one_form_of_names(findings: Findings) -> Iterator[tuple[Place, str]]:
    """The names of the cast and the glossary keep their capitals and full stops: *Kathy H.*, not *Kathy H*.

    The rule judges names of several words that all have capitals. Unless every glossary entry begins with a capital, it
    also judges long single words after *the* or a possessive: *Madame’s gallery* is the *Gallery*, *an art gallery* is
    not.
    """
    names = _names(findings)
    if not names:
        return
    forms = "|".join(r"\.? ".join(re.escape(word.rstrip(".")) for word in name.split()) + r"\.?" for name in names)
    pattern = re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE)
    known = {name.replace(".", "").lower(): name for name in names}
    for text in findings.passages:
        for place, match in text.find(pattern):
            name = known[match[0].replace(".", "").lower()]
            is_word = " " not in name and not text.passage.words[: match.start()].endswith(("the ", "’s "))
            if match[0] not in {name, f"{name}."} and not match[0].isupper() and not is_word:
                yield place, f"'{match[0]}' is '{name}' elsewhere. Write it in one way."


def _names(findings: Findings) -> list[str]:
    """The names, longest first, so that a name inside another is not found there."""
    people = _plain(findings, "cast", "name")
    terms = _plain(findings, "glossary", "term")
    mixed = not all(term[:1].isupper() for term in terms)
    found = {name for name in (*people, *(terms if mixed else ())) if _is_name(name)}
    long = {term for term in terms if mixed and term.isalpha() and len(term) > LONG_WORD and term[0].isupper()}
    return sorted(found | long, key=lambda name: (-len(name), name))


def _is_name(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and all(word[:1].isupper() for word in words)


def _plain(findings: Findings, kind: str, field: str) -> list[str]:
    """The words in a field of the parts of all chapters of a kind, up to a bracket or comma."""
    sheets = {chapter.id for chapter in findings.guide.chapters if chapter.kind == kind}
    texts = (text for text in findings.passages if text.sheet in sheets and text.path[-1] == field)
    return [_ARTICLE.sub("", re.split(r"[(,:–]", text.passage.words)[0].strip()) for text in texts]


def _minority(findings: Findings, styles: Mapping[str, str], what: str) -> Iterator[tuple[Place, str]]:
    """Every text in a style that is not the most frequent one, or the first if several are."""
    found = [*_styled(findings, styles)]
    usual = _most(style for style, _, _ in found)
    for style, place, words in found:
        if style != usual:
            yield place, f"'{words}' is not in the style of the other {what}, such as {usual}. Write them in one."


def _styled(findings: Findings, styles: Mapping[str, str]) -> Iterator[tuple[str, Place, str]]:
    either = "|".join(f"({pattern})" for pattern in styles.values())
    pattern = re.compile(rf"(?<![\w.,/–-])(?:{either})(?![\w/–-]|[.,]\d)")
    for text in findings.passages:
        for place, match in text.find(pattern):
            yield [*styles][(match.lastindex or 1) - 1], place, match[0]


def _most(styles: Iterable[str]) -> str:
    return next((style for style, _ in Counter(styles).most_common(1)), "")


RULES: Mapping[str, Rule] = {
    "SG110": one_style_of_dates,
    "SG111": one_style_of_numbers,
    "SG112": decades,
    "SG113": one_form_of_names,
}

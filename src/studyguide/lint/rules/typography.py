"""Typography: typewriter characters in place of typographic ones."""

import re
from collections.abc import Iterable, Iterator, Mapping

from studyguide import markdown
from studyguide.guide.model import Place
from studyguide.guide.source_spans import line_and_column, spans
from studyguide.guide.texts import Findings
from studyguide.languages import conventions
from studyguide.languages.quotation_marks import Marks
from studyguide.lint.rules import Rule

ENGLISH = ("“", "”")
"""The pair of quotation marks that a text has that was written as in English."""

STRAIGHT = re.compile(r"(?:(?<!\w)\w++|)(?<!\d)[\"']\w*+")
_APOSTROPHE = re.compile(r"\w'\w")
_ENGLISH_PAIR = re.compile(r"“([^“”„]{1,60})(?:[^“”„]{0,400})”")
HYPHENS = re.compile(r"(?:(?<!\w)\w++|)\s?(?<![-|!+])-{2,3}(?![-|>+])\s?\w*|(?<=[^\W\d]) - (?=[^\W\d])")
DOTS = re.compile(r"\.{3,}|\.(?: \.){2,}")
SPACE = re.compile(r"[\w”’“‘»›)\]] +([,;:!?.،؛؟۔])(?=\s|$|[”’“‘»›])")
_MAY_HAVE_TOO_MANY = re.compile(r"\S  +\S|\S +$", re.MULTILINE)
MARKS_TO_CORRECT = re.compile(r"[\"'-]|\.\s?\.|&| [,;:!?.،؛؟۔]|  | $", re.MULTILINE)
"""What a text has if a rule may remark on it."""
_NEAR = 30
"""Characters before a space that are looked at for the word to name."""
RANGE = re.compile(r"(?<![\w.,/:–-])(\d{1,4})-(\d{1,4})(?![\w/–-]|[.,:]\d)")


def straight_quotes(findings: Findings) -> Iterator[tuple[Place, str]]:
    """Quotation marks are those of the guide’s language, and apostrophes are curly.

    Marks for feet, inches and minutes may be straight, after their number. In languages with other marks, such as
    German and French, a pair of English marks is not right either; your own `language.quotation-marks` are.
    """
    marks = conventions.quotation_marks(findings.guide.info.labels)
    language = findings.guide.info.language
    advice = _advice(marks, conventions.apostrophe(language))
    for place, match in _found(findings, STRAIGHT):
        is_abbreviated = any(True for _ in conventions.gershayim(match[0], language))
        inside = conventions.apostrophe(language) if _APOSTROPHE.search(match[0]) else advice
        yield place, f"For the straight sign in {match[0]} write {conventions.GERSHAYIM if is_abbreviated else inside}."
    if marks and ENGLISH not in {marks[:2], marks[2:]}:
        for place, match in _found(findings, _ENGLISH_PAIR):
            yield place, f"The quotation marks of {match[0]} are English. Write {marks[0]}{match[1]}{marks[1]}."


def _advice(marks: Marks | None, apostrophe: str) -> str:
    """What to write in place of a straight sign; the spaces inside marks are named."""
    if marks is None:
        return f"the quotation marks of this language, or {apostrophe}"
    outer, inner = (f"{first.strip()} {last.strip()}" for first, last in (marks[:2], marks[2:]))
    spaced = " (with no-break spaces inside)" if marks[0].strip() != marks[0] else ""
    return f"{outer}{spaced}, {inner} or {apostrophe}"


def double_hyphens(findings: Findings) -> Iterator[tuple[Place, str]]:
    """A dash is – or —, not hyphens."""
    for place, match in _found(findings, HYPHENS):
        yield place, f"'{match[0].strip()}' is where a dash should be. Write – or —."


def three_dots(findings: Findings) -> Iterator[tuple[Place, str]]:
    """An ellipsis is one character, …, not three full stops."""
    for place, match in _found(findings, DOTS):
        yield place, f"'{match[0]}' is several full stops. Write …."


def space_before_punctuation(findings: Findings) -> Iterator[tuple[Place, str]]:
    """There is no space before a comma, a full stop and the like.

    French has spaces before some of them and is not judged.
    """
    if has_no_space_before_punctuation(findings.guide.info.language):
        for place, match in _found(findings, SPACE):
            yield place, f"There is a space before '{match[1]}'. Take it out."


def hyphens_in_ranges(findings: Findings) -> Iterator[tuple[Place, str]]:
    """A range of numbers has an en dash: pp. 12–14.

    It is a range if the second number is higher: *1914-18* is one, *747-400* is not.
    """
    for place, match in _found(findings, RANGE):
        if is_range(match):
            yield place, f"'{match[0]}' is a range. Write {match[1]}–{match[2]}."


def extra_spaces(findings: Findings) -> Iterator[tuple[Place, str]]:
    """There is one space between words, and none at the end of a line.

    Two spaces at the end of a line break it, and are left alone; so are the spaces that set out a table.
    """
    for sheet in findings.sheets:
        for path, markup, text in sheet.fields:
            if _MAY_HAVE_TOO_MANY.search(text):  # placing takes time
                found = spaces_too_many(text, markdown.placed(text, markup))
                yield from _told_of_spaces(sheet.place(path), text, found)


def _told_of_spaces(place: Place, text: str, found: Iterable[tuple[int, int]]) -> Iterator[tuple[Place, str]]:
    """What to say of spaces in a text that begins at a place."""
    source = spans(place, text)
    for start, end in found:
        line, column = line_and_column(place, source[start][0]) if source else (place.line, place.column)
        word = (text[max(0, start - _NEAR) : start].split() or [""])[-1]
        at_end = text[end : end + 1] in {"", "\n"}
        what = "a space at the end of the line" if at_end else "more than one space"
        yield Place(place.file, line, column), f"After '{word}' there is {what}. Take out what is too much."


def has_no_space_before_punctuation(language: str) -> bool:
    """Whether a language never has a space before a comma and the like."""
    return language.partition("-")[0] != "fr"


def is_range(found: re.Match[str]) -> bool:
    """Whether the second of two numbers is higher, even if it is shortened."""
    low, high = found.groups()
    return int(low) < int(low[: max(0, len(low) - len(high))] + high)


def spaces_too_many(text: str, passages: Iterable[markdown.Placed]) -> Iterator[tuple[int, int]]:
    """Where spaces that nobody sees begin and end in a text: all of a row but the first, or the last on a line."""
    for passage in passages:
        yield from ((span[0] + 1, span[1]) for span in passage.spans if span and _is_wide(text[slice(*span)]))
        yield from passage.trailing


def _is_wide(space: str) -> bool:
    return len(space) > 1 and not space.strip(" ")


def _found(findings: Findings, pattern: re.Pattern[str]) -> Iterator[tuple[Place, re.Match[str]]]:
    for text in findings.passages:
        yield from text.find(pattern)


RULES: Mapping[str, Rule] = {
    "SG105": straight_quotes,
    "SG106": double_hyphens,
    "SG107": three_dots,
    "SG108": space_before_punctuation,
    "SG109": hyphens_in_ranges,
    "SG119": extra_spaces,
}

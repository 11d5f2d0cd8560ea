"""Messages to authors about refused YAML, without the parser's own words."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from studyguide.guide import yaml_indentation

SECOND_DOCUMENT = "A line of '---' begins a second document here; a file holds one. Remove the line."
TOO_DEEP = "This is nested more than {} levels deep; nothing in a guide is. Take out the extra lists or keys."
DUPLICATE = "The key '{}' is used here and on line {}; use each key once. Keep one of the two."
MERGE = "'<<' (a merge key) is not allowed; write the keys out."
KEY = "A key must be a word with a colon; this is a list, a group or an alias. Put a text between quotes."
LOST = "A '#' after a space begins a comment, so '{}' would be lost. Put the whole text between quotes."

_QUOTE = "put the whole text between quotes, or on the next line after '|'."
_BEGIN = "A text cannot begin with '{}' in YAML: " + _QUOTE
_SYNTAX = {  # a pattern in the parser's "context: problem", and our words
    "mapping values are not allowed": "A colon with a space after it cannot be used here."
    f" In a text: {_QUOTE} A key: line it up with the other keys.",
    "could not find expected ':'": "This line is neither a key nor part of the text above."
    " Write 'key: value', or indent the line under the key that it belongs to.",
    "quoted scalar.*(end of stream|document)": "The quotation mark that opens here is never closed. Close it. If it is"
    " an apostrophe, write ’, or put the whole text between double quotes.",
    "quoted scalar": "A backslash between double quotes begins an escape such as \\n, and YAML does not know this one."
    " Use single quotes, or write two backslashes.",
    "scanning an? (alias|anchor|tag)|directive": _BEGIN,
    "cannot start any token|(entries|keys) are not allowed": _BEGIN,
    "parsing a flow": "The bracket that opens here is not closed, or a comma is missing between its entries."
    f" If a text begins here: {_QUOTE}",
    "block scalar": "After '|' or '>' the text begins on the next line, every line indented alike.",
    "block collection": "This line does not fit the list above it."
    " Begin it with '- ' if it is an entry, or indent it under the entry that it belongs to.",
    "block mapping": "This does not fit the keys above it. Line keys up, and indent what belongs to a key.",
    "block node": "A value was expected here. Write one, or put this between quotes if it is the text.",
}
_OF_INDENTATION = {
    _SYNTAX["block collection"]: "This line does not fit the list above it.",
    _SYNTAX["block mapping"]: "This does not fit the lines above it.",
    _SYNTAX["mapping values are not allowed"]: "A colon with a space after it cannot be used here."
    f" In a text: {_QUOTE} If it is a key:",
}
"""Words about lines that begin at the wrong column, and those to use if it is known by how many spaces."""
SWALLOWED = (
    "This line would be a part of the text above it, with its '- '. If it is text, put all of it between quotes."
)
HYPHEN = "An entry of a list begins with a hyphen and a space. Write '- ' at the beginning."
SIGN_OF_ENTRY = re.compile(r"[–—‐•·▪‣●○*-] *\w")
_BEGINNINGS = {
    r" *-[\w-]+: ": "There is no space after the hyphen that begins an entry. Write '- '.",
    r" *[–—‐•·▪‣●○*] *[\w-]+: ": HYPHEN,
    r"(?: *- )? *[a-z_]+[：﹕]": "This is not the colon of YAML, but one that looks like it. Write ': '.",
    r"(?: *- )? *[a-z_]+:[^\s:/]": "There is no space after the colon of the key. Write ': '.",
}
"""How lines begin that YAML cannot read, because a sign of an entry or of a key is missing, or is another."""
_PICTURE = re.compile(r"!\[")
_KEY = re.compile(r"(?<![\w-])([\w-]++): *+$")
PICTURE = (
    "A text that begins with '!', such as a picture, needs '|' before it. Write `{} |`, and the text on the lines "
    "below, indented."
)
UNSEEN = re.compile("[\xa0\xad\u1680\u2000-\u200f\u202a-\u202f\u205f-\u2064\u2066-\u206f\u3000\ufeff]")
"""Characters that are invisible or look like a space, but are letters to YAML."""
_CURLY = re.compile("(?:^|[:,-] |[{\\[]) *([“”„‘‚«»‹›])")
CURLY = "'{}' is a curly quotation mark, and YAML accepts only straight ones. Write ' or \" at both ends of the text."
_PAIRS = ("()", "“”", "«»", "„“")
_LEADS = re.compile(r"(?:^|[^\d.])\d{1,3}$")
_THOUSANDS = re.compile(r"\d{3}(?!\d)")
_ENDED = re.compile(r"[.?!…:;][*_”’»)]*$")
_LAST_PART = re.compile(r"\s(?!etc\.|usw\.)[^\s.]{2,}[.?!…]+[*_”’»)]*$")
"""The end of a sentence whose last part has two words or more; *e.g.* and *etc.* end a list as well."""
_BEGAN = re.compile("could not find|end of stream|document|alias|anchor|scanning a tag|parsing a flow|directive")
"""Faults that are reported where the construct begins, not where the parser gave up."""
_AFTER_VALUE = f"The value ended before this, where a quotation mark or bracket closed. If it is all one text: {_QUOTE}"
_ENDS_TEXT = (
    "The {0} before this ends the text, which begins with {0} too. Write {1} here, or {2} at both ends of the text."
)
_DOUBLED = {"'": ("''", '"'), '"': ('\\"', "'")}
"""What stands for a quotation mark in a text between such marks, and the other kind of marks."""
_UNREADABLE = "YAML cannot be read from here on. Look at the quotes, colons and indentation of this line."


def syntax(error: Any, lines: Sequence[str], skip: int = 0) -> tuple[int, int, str]:
    """The line and column, counted from 0, and the words for a `yaml.MarkedYAMLError`.

    `skip` lines of the file come before these.
    """
    mark, words = _syntax(error, lines)
    words = _sharper(words, mark, lines, skip)
    for line in dict.fromkeys((mark.line, error.problem_mark.line)):
        if found := UNSEEN.search(lines[line]):
            return line, found.start(), unseen(found[0])
        if found := _CURLY.search(lines[line]):
            return line, found.end() - 1, CURLY.format(found[1])
    above = next((line for line in range(mark.line - 1, -1, -1) if lines[line].strip()), mark.line)
    for line in (mark.line, above):  # the parser may have gone on to the next line
        if sign := next((sign for begin, sign in _BEGINNINGS.items() if re.match(begin, lines[line])), ""):
            return line, len(lines[line]) - len(lines[line].lstrip()), sign
    return mark.line, mark.column, words


def unseen(text: str) -> str:
    """The first invisible or space-like character in a text, and what to do about it."""
    found = UNSEEN.search(text)
    sign = found[0] if found else " "
    name = unicodedata.name(sign).lower()
    return f"There is an invisible character here: U+{ord(sign):04X}, {name}. Write a plain space, or nothing."


def _syntax(error: Any, lines: Sequence[str]) -> tuple[Any, str]:
    reason = f"{error.context}: {error.problem}"
    if re.search("block (mapping|collection)", reason) and _follows_value(error.problem_mark, lines):
        return error.problem_mark, _after_value(error.problem_mark, lines)
    mark = (_BEGAN.search(reason) and error.context_mark) or error.problem_mark
    words = next((words for pattern, words in _SYNTAX.items() if re.search(pattern, reason)), _UNREADABLE)
    return mark, words.format(lines[mark.line][mark.column : mark.column + 1])


def _sharper(words: str, mark: Any, lines: Sequence[str], skip: int) -> str:
    """The words with what to do about this very line, if that is clear."""
    line = lines[mark.line]
    if _PICTURE.match(line, mark.column):
        before = "".join(lines[max(0, mark.line - 1) : mark.line]) + line[: mark.column]
        key = _KEY.search(before)
        return PICTURE.format("-" if before.rstrip().endswith("-") else f"{key[1] if key else 'text'}:")
    if words not in _OF_INDENTATION:
        return words
    remedy = yaml_indentation.remedy(mark.line, lines, skip)
    begin = _OF_INDENTATION[words]
    remedy = remedy[:1].lower() + remedy[1:] if begin.endswith(":") else remedy
    return f"{begin} {remedy}" if remedy else words


def swallowed(number: int, lines: Sequence[str], skip: int) -> str:
    """What to do about an entry that continues the text of the entry above, because it begins too far right."""
    return f"{SWALLOWED} {yaml_indentation.remedy(number, lines, skip)}".rstrip()


def refused(event: Any) -> Iterator[str]:
    """Why a value is not allowed, if it has a tag or an anchor or is an alias."""
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if anchor and not hasattr(event, "tag"):
        yield f"'*{anchor}' begins a value: an alias, which is not allowed. If it is text: {_QUOTE}"
    elif anchor:
        yield f"'&{anchor}' begins a value: an anchor, which is not allowed. If it is text: {_QUOTE}"
    if tag:
        short = tag.replace("tag:yaml.org,2002:", "!!")
        yield f"'{short}' begins a value: a tag, which is not allowed. If it is text: {_QUOTE}"


def torn(texts: Sequence[str], glued: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """The first and last entry between brackets, wherever a comma has split one text into several entries.

    A bracket or quotation mark opens in one and closes in another, a number goes on with three digits, or a sentence
    goes on in small letters. `glued` says for each entry but the last whether the next follows its comma without a
    space.
    """
    opened: dict[str, int] = {}
    yield from _torn_sentences(texts)
    for place, text in enumerate(texts):
        for pair in _PAIRS:
            balance = text.count(pair[0]) - text.count(pair[1])
            if balance < 0 and pair in opened:
                yield opened.pop(pair), place
            elif balance > 0:
                opened.setdefault(pair, place)
        if place and glued[place - 1] and _THOUSANDS.match(text) and _LEADS.search(texts[place - 1]):
            yield place - 1, place


def _torn_sentences(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first and last of entries that are one sentence: it begins with a capital, and ends in a later entry."""
    begin = None
    for place, text in enumerate(texts):
        first = text.lstrip("“„«‘¿¡*_(")[:1]
        if begin is None or not first.islower():
            begin = place if first.isupper() and not _ENDED.search(text) else None
        elif _LAST_PART.search(text):
            yield begin, place
            begin = None


def torn_apart(texts: Sequence[str]) -> str:
    """Advice on entries that are parts of one text."""
    several = "If it is several, put each between quotes."
    return f"The comma makes {len(texts)} entries of '{', '.join(texts)}'. If it is one text: {_QUOTE} {several}"


def character(found: str, before: str = "") -> str:
    """Why a character is not allowed; `before` is what its line has before it."""
    if found == "\t":
        indents = not before.strip()
        return f"There is a tab here{', and YAML is indented with spaces' if indents else ''}. Write spaces."
    name = unicodedata.name(found, "a control character")
    return f"The character U+{ord(found):04X} ({name}) cannot be printed. Delete it."


def _follows_value(mark: Any, lines: Sequence[str]) -> bool:
    """Whether a quoted text or a bracket was closed on this line, before the mark."""
    before: str = lines[mark.line][: mark.column]
    return before.rstrip().endswith(('"', "'", "]", "}"))


def _after_value(mark: Any, lines: Sequence[str]) -> str:
    """What to do about text after a value; an apostrophe or a quotation mark inside the text may have ended it."""
    line = lines[mark.line]
    sign = line[mark.column - 1]
    if sign in _DOUBLED and line[mark.column : mark.column + 1].isalnum():
        return _ENDS_TEXT.format(sign, *_DOUBLED[sign])
    return _AFTER_VALUE

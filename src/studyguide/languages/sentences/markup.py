"""Markup in sentences: the characters of a Markdown text that are not words, and the nesting of brackets.

Each function takes linear time.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate

OPAQUE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for code, a picture, or a link that prints its target's title. It may begin a sentence."""
CITED = "\0"
"""Stands for a citation or a note, which belongs to the sentence before it."""

_BLOCK = re.compile(
    r"(\n[^\S\n]*\n\s*|\n(?=[^\S\n]*(?:[-*+]|\d+[.)])\s)|\n(?=[^\S\n]*\|)|(?<=\|)\n|(?<=\n)(?=#)|(?<=\n)\n)"
)
_HEADING = re.compile(r"(?m)^( {0,3}#{1,6}\s[^\n]*)(\n)")
_MARKER = re.compile(r"\s*(?:>\s*)*(?:(?:[-*+]|\d+[.)])\s+|\[\^[^\]\n]+\]:\s*)?(?:#{1,6}\s+)?")
_CODE = re.compile(r"`[^`]*`|https?://\S+|\\[^\w\s.!?]")
_TARGET = re.compile(r"""\([^()\s]*(?:\s+"[^"\n]*")?\)(?:\{[^{}\s]*\})?|\{[^{}\s]*\}""")
_QUOTED = re.compile(r"(?m)(?<=\n)[^\S\n]*>[^\S\n]*")
_SIGNS = re.compile(r"\*+|_+|(?<![א-ת])[״\"]|[״\"](?![א-ת])|[()\[\]{}“”„‘’«»‹›「」『』（）【】《》﴾﴿]")
"""The signs of pairs. Between Hebrew letters, as in *צה״ל*, they open and close nothing."""
_ALIKE = frozenset('*_״"')
"""Signs that open and close alike."""
_PAIRS = {
    **dict(zip(")]}”’»›」』）】》", "([{“‘«‹「『（【《", strict=True)),
    "«": "»",
    "‹": "›",
    "﴾": "﴿",
    "﴿": "﴾",
}
"""Closing marks, and the marks they close; in German and Danish, quotation marks point inwards.

Arabic has the brackets of verses either way.
"""


def blocks(text: str) -> list[str]:
    """Paragraphs, items of lists, headings and rows of tables, and at every second position the text between them."""
    return _BLOCK.split(_HEADING.sub("\\1\n\n", text))


def without_marker(block: str) -> tuple[str, str]:
    """The marker of an item, a quotation, a heading or a note's text that begins a block, and the rest."""
    match = _MARKER.match(block)
    end = match.end() if match else 0
    return block[:end], block[end:]


def notes(text: str) -> list[tuple[int, int]]:
    """The begin and end of each inline note, ``^[...]``; of nested notes, only the outermost."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(_brackets(text)):
        if text[start - 1 : start] == "^" and start and (not found or start > found[-1][1]):
            found.append((start - 1, end))
    return found


def without_notes(text: str) -> tuple[str, list[str]]:
    """A text without its inline notes, and the texts of these notes."""
    kept, said, at = [], [], 0
    for start, end in notes(text):
        kept.append(text[at:start])
        said.append(text[start + 2 : end - 1])
        at = end
    return "".join([*kept, text[at:]]), said


def masked(text: str) -> str:
    """The text with other characters in place of everything that is not words; its length stays the same."""
    chars = list(_QUOTED.sub(lambda match: " " * len(match[0]), text))
    for match in _CODE.finditer(text):
        sign = OPAQUE if match[0][0] == "`" else "x"
        end = match.start() + len(match[0].rstrip('.,;:!?)*_]”’"')) if match[0][0] == "h" else match.end()
        chars[match.start() : end] = sign * (end - match.start())
    for start, end in _brackets("".join(chars)):
        _mask(chars, text, start, end)
    return "".join(chars)


def inside(masked_text: str) -> list[int]:
    """For every position between two characters, the number of brackets, quotations and emphases around it."""
    depth = [0] * (len(masked_text) + 2)
    for start, end in _pairs(masked_text):
        depth[start + 1] += 1
        depth[end] -= 1
    return list(accumulate(depth))


def _mask(chars: list[str], text: str, start: int, end: int) -> None:
    """Hide a citation, a note or a picture; of a link, hide its target."""
    target = _TARGET.match(text, end)
    close = target.end() if target else end
    before = text[start - 1 : start] if start else ""
    if before == "^" or text[start + 1 : start + 2] in {"^", "@"}:
        begin = start - (before == "^")
        chars[begin:end] = CITED * (end - begin)
    elif before == "!" or (target and not text[start + 1 : end - 1].strip()):
        begin = start - (before == "!")
        chars[begin:close] = OPAQUE * (close - begin)
    elif target:
        chars[end:close] = "*" * (close - end)  # closes, and begins nothing


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """The begin and end of each pair of square brackets, the inner ones first."""
    opened: list[int] = []
    for match in re.finditer(r"[\[\]]", text):
        if match[0] == "[":
            opened.append(match.start())
        elif opened:
            yield opened.pop(), match.end()


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """The begin and end of each pair of brackets, quotation marks and emphasis marks."""
    opened: list[tuple[str, int]] = []
    number: Counter[str] = Counter()
    for match in _SIGNS.finditer(text):
        opener = _closed(text, match, number)
        if opener:
            while True:
                sign, start = opened.pop()
                number[sign] -= 1
                if sign == opener:
                    break
            yield start, match.end()
        elif match[0][0] not in _ALIKE or text[match.end() : match.end() + 1].strip():
            opened.append((match[0], match.start()))
            number[match[0]] += 1


def _closed(text: str, match: re.Match[str], number: Counter[str]) -> str:
    """The mark that another one closes; empty for an opening mark or an apostrophe."""
    sign = match[0]
    if sign == "’" and text[match.end() : match.end() + 1].isalnum():
        return ""
    if sign[0] in _ALIKE:
        closes = number[sign] and not text[match.start() - 1 : match.start()].isspace()
        return sign if closes else ""
    candidates = {"“": "„", "”": "“„", "’": "‘‚"}.get(sign, _PAIRS.get(sign, ""))
    return next((opener for opener in candidates if number[opener]), "")

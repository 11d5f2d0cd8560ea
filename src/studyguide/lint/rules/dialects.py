"""Dialects: markup of other programs' Markdown, which ours prints as it is written."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import Any

from studyguide.guide.model import Path_, Place
from studyguide.guide.source_spans import line_and_column, spans
from studyguide.guide.texts import Findings, Text
from studyguide.lint.rules import Rule

_TAGS = (
    "a|abbr|audio|b|big|blockquote|br|center|cite|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|iframe|img|ins|kbd|li|"
    "mark|ol|p|pre|q|s|script|small|span|strike|strong|style|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul|video"
)
_COMMENT, _TAG = r"<!--.*?(?:-->|$)", rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>"
_MEANINGS = (
    (_COMMENT, "is a comment in HTML, and would be printed. Take it out; in YAML, a comment begins with #."),
    (_TAG, "is HTML, and would be printed. Write *italics*, **bold** or plain text."),
    (r"~~[^~\s](?:[^~]*[^~\s])?~~", "is struck out in other programs. Here the signs would be printed. Take them out."),
    (r"(?<=[^\W_])~[\w+−-]{1,10}~", "is a subscript in other programs. Write the sign itself, such as ₂."),
    (r"\^[^\W_][\w+−-]{0,9}\^", "is a superscript in other programs. Write the sign itself, such as ² or ᵉ."),
    (r"==[^=\s](?:[^=]*[^=\s])?==", "is marked in other programs. Here the signs would be printed. Write *italics*."),
    (r"^\[[ xX]\](?= )", "is a box to tick in other programs. Write ☐, or take it out."),
    (r"(?:^|\s):{3,}(?:\s?\{?[\w.-]*\}?)", "begins or ends a block in other programs. Take it out."),
    (r"\{verse\b[^{}]*\}", "numbers lines of verse. Write {verse from=1}, on a line of its own directly above them."),
    (r"\{[#.][\w-][^{}]*\}|\{[\w-]+=[^{}]*\}", "gives attributes in other programs. Only [words]{lang=fr} does here."),
    (
        r"\$(?=[^$]*[\\^_={}])[^\s$](?:[^$]*[^\s$])?\$(?!\d)",
        "is mathematics in other programs. Write the signs themselves.",
    ),
    (r"(?<![\w:\\])\\[a-zA-Z]{2,}(?:\{[^{}]*\})?", "is a command of TeX, and would be printed. Take it out."),
    (r"\[\[[^\[\]]+\]\]", "is a link in a wiki. Write [words](#id)."),
    (r"\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]", "opens a box in other programs. Take it out."),
    (r"(?<![\w:]):[a-z][a-z0-9_+-]{1,30}:(?![\w:])", "is a picture in other programs. Write the sign itself."),
    (r"\+(?:[-=]{2,}\+)+|(?<!-)-{3,}+ ++-{3,}", "is part of a table in other programs. Write | between its cells."),
    (
        r"^\|.*|(?<!\S)\S++ \|(?: \S+)? \|.*",
        "looks like a row of a table. Below the head of a table, write a line such as |---|---|.",
    ),
    (r"^#{1,6}(?=[^\W\d_#])", "begins a heading only with a space after it."),
    (r"^(\(?(?:[aA]|[iI])[.)]|\(1\)) .* \(?(?:[bB]|ii|II|2)[.)](?= )", "is a list in other programs. Write 1. or -."),
    (r"^[•·▪‣] .*\s[•·▪‣](?= )", "has bullets that are not a list. Begin each line with -."),
    (
        r"\*\*|(?<!_)__(?=[^\W_])|(?<!\w)_[^\W_][^_]*_",
        "is left over from bold or italics. Both ends need the same signs.",
    ),
    (r"^Table: |^: ", "is the caption of a table only directly above or below one, as a paragraph of its own."),
)
_PLAIN = re.compile(
    rf"{_COMMENT}|{_TAG}|"
    r"\*+\S[^*]*\*+|!?\[[^\[\]]*\](?:\([^()]*\)|\s\((?:#\w|https?://|mailto:|images/)[^()]*\))|\^\[[^\[\]]*\]|"
    r"\[[\^@][^\[\]]+\]|`[^`]+`"
)
"""Markup in texts that are printed as they are: titles and labels."""
_UNMARKED = "A {} has no markup, and '{}' would be printed as it is. Write only the words."
_SOUGHT = tuple((re.compile(pattern), meaning) for pattern, meaning in _MEANINGS)
_SIGNS = re.compile(r"[<~^=\[{$\\:+|#(•·▪‣*_`-]|^[aAiI][.)]|^Table")
"""Characters that every pattern needs; most passages have none."""
_DASHED = re.compile(r"^([–—] .*)\n[–—] ", re.MULTILINE)
_ONE_PARAGRAPH = (
    "and the line below begin with dashes, and would be one paragraph. In a list, begin each line with -; in a "
    "dialogue, leave a line empty between them."
)
_CITE = re.compile(r"(?<![\w.@])@([\w:-]+(?:\.[\w:-]+)*)")

_BRACKETED = re.compile(r"(\[\s*+@[\w:.+-]++)[^\[\]]*+\]?")
"""Text that begins like a citation, but was not read as one."""
_REMEDY = "Write [@key, p. 12; @other, p. 3]: after each ; comes another key, so a place has no ; and no brackets."


def other_dialects(findings: Findings) -> Iterator[tuple[Place, str]]:
    """Texts have no markup that only other Markdown programs know: it is printed as it is written.

    Such markup is HTML, struck-out words, boxes to tick, attributes, mathematics, lists by letters or dashes, citations
    without brackets, and any markup in titles and in own words. Lists are numbered as written; lines that begin with
    four spaces are code.
    """
    for text in findings.passages:
        if text.passage.kind == "title":
            for place, match in text.find(_PLAIN):
                yield place, _UNMARKED.format("title", match[0])
        elif _SIGNS.search(text.passage.words):
            yield from _signs(text)
        yield from _cites(findings, text)
    yield from _structures(findings)
    yield from _dashes(findings)
    yield from _own_words(findings, ("words",), findings.guide.info.words)


def _own_words(findings: Findings, path: Path_, form: Any) -> Iterator[tuple[Place, str]]:
    """Markup in the guide's own labels, which have none."""
    if isinstance(form, Mapping):
        for name, each in form.items():
            yield from _own_words(findings, (*path, name), each)
    elif match := _PLAIN.search(str(form)):
        yield findings.place("guide.yaml", path), _UNMARKED.format("label", match[0])


def _signs(text: Text) -> Iterator[tuple[Place, str]]:
    for pattern, meaning in _SOUGHT:
        for place, match in text.find(pattern):
            yield place, f"'{_shortened(match[0].strip())}' {meaning}"


def _cites(findings: Findings, text: Text) -> Iterator[tuple[Place, str]]:
    if "@" in text.passage.words:
        found = tuple(_BRACKETED.finditer(text.passage.words))
        for match in found:
            yield (
                text.place_at(match.start(), match[1]),
                f"'{_shortened(match[0])}' is not a citation and would be printed. {_REMEDY}",
            )
        starts, ends = [match.start() for match in found], [0, *(match.end() for match in found)]
        for place, match in text.find(_CITE):
            if match[1] in findings.keys and match.start() >= ends[bisect_right(starts, match.start())]:
                yield place, f"'{match[0]}' is a citation only in brackets. Write [{match[0]}]."


def _structures(findings: Findings) -> Iterator[tuple[Place, str]]:
    """Remarks on the structure of a text, not on its words."""
    for place, reference in findings.references:
        match reference.kind:
            case "list number":
                number, printed = reference.target, reference.alt
                yield place, f"This item is numbered {number}, and will be printed as {printed}. Number them in order."
            case "indented code":
                yield place, "Lines that begin with four spaces are printed as code. For verse, begin each with |."
            case "bare address":
                yield place, f"The address {reference.target} will not be a link. Write [words]({reference.target})."


def _dashes(findings: Findings) -> Iterator[tuple[Place, str]]:
    """Lines that begin with dashes, which print would join into one paragraph."""
    for sheet in findings.sheets:
        for path, markup, text in sheet.fields:
            if markup == "prose" and (found := _DASHED.search(text)):
                place = sheet.place(path)
                source = spans(place, text)
                at = line_and_column(place, source[found.start()][0]) if source else (place.line, place.column)
                yield Place(place.file, *at), f"'{_shortened(found[1])}' {_ONE_PARAGRAPH}"


def _shortened(words: str) -> str:
    most = 40
    return words if len(words) <= most else f"{words[:most]}…"


RULES: Mapping[str, Rule] = {"SG115": other_dialects}

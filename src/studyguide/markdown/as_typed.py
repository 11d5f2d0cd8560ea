"""As typed: plain text as Markdown that is printed with the same characters, with a backslash only where it is needed.

A line break becomes a hard line break. `markdown.escaped` is shorter and safe in any place, but nobody would like to
read or edit its result.
"""

import re

_SIGNS = re.compile(r"[\\`*_\[\]<]|&(?=#?[0-9A-Za-z]+;)")
"""Signs that begin something inside a line: emphasis, code, links, notes, citations, languages, addresses, entities."""
_FIRST = re.compile(r"[#>|+=~{:-]")
"""Signs that begin a heading, a quotation, verse, a table, a list, code, numbers of lines or a caption."""
_NUMBERED = re.compile(r"[0-9]{1,9}[.)](?=\s|$)")
"""The beginning of a numbered list."""
_SPACE = re.compile(r"[ \t]+")
_BREAKS = re.compile(r"(?<!\s)\s*\n\s*+")


def inline(text: str) -> str:
    """A run of inline Markdown. White space is joined, as in print; empty lines and spaces around lines are removed."""
    joined = _BREAKS.sub("\n", _SPACE.sub(" ", text).strip())
    return _SIGNS.sub(r"\\\g<0>", joined).replace("\n", "\\\n")


def paragraph(text: str) -> str:
    """A paragraph of block Markdown."""
    return opened(inline(text))


def opened(markup: str) -> str:
    """Inline Markdown as a paragraph: no line of it begins a list, a heading or another block."""
    return "\n".join(map(_line, markup.split("\n")))


def _line(line: str) -> str:
    if number := _NUMBERED.match(line):
        return f"{line[: number.end() - 1]}\\{line[number.end() - 1 :]}"
    return f"\\{line}" if _FIRST.match(line) else line

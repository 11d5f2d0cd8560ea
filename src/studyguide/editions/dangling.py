"""Dangling links: take sentences with links to missing items out of a text."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from studyguide import markdown
from studyguide.languages import sentences

_TITLED_LINK = re.compile(r"\[\s{0,99}\]\(\s{0,99}<?#([^)\s>]{1,99})>?(?:\s[^)]{0,999})?\)")
"""An id has at most 60 characters, and `check` refuses titles. These limits keep the time linear."""
_LABEL = r"\[((?:\\.|[^\[\]\\]){1,999})\]"
"""CommonMark 0.31.2, 6.3: at most 999 characters."""
_LABELS = re.compile(_LABEL)
_LONE_MARK = re.compile(r"(?m)^[ \t]*\{verse from=[^{}\n]*\}[ \t]*$(?!\n[ \t]*\|)\n*")
"""What numbers lines of verse that are all gone."""
_VERSE = re.compile(
    r"(?m)^(?P<start>[ \t>]*)\{verse from=(?P<number>\d{1,6})(?P<every> every=[1-9]\d{0,2})?\}[ \t]*\n"
    r"(?P<lines>(?:[ \t>]*\|(?: .*)?(?:\n|\Z))+)"
)
"""A passage of numbered verse."""
_DEFINITION = re.compile(rf"{_LABEL}:\s*(\S+)")


def without_dangling(
    text: str, ids: Collection[str], language: str = "en", hidden: Collection[str] = frozenset()
) -> str:
    """Markdown without sentences that print the title of an item not in `ids`, or that link to a hidden item.

    Notes are searched separately. Other links with words of their own stay: they are printed as plain words.
    """
    targets = _Targets(ids, hidden, language, _hidden_labels(text, hidden))
    kept = _without(_VERSE.sub(lambda found: _numbered(found, targets), text), targets)
    return kept if kept is text else _LONE_MARK.sub("", kept)


@dataclass(frozen=True)
class _Targets:
    """The possible targets of links."""

    ids: Collection[str]
    hidden: Collection[str]
    language: str
    labels: Collection[str]
    """The labels in the whole text whose definitions link to hidden items."""


def _hidden_labels(text: str, hidden: Collection[str]) -> frozenset[str]:
    found = _DEFINITION.findall(text) if hidden else ()
    return frozenset(_even(label) for label, target in found if _links_to(f"[x]({target})", hidden))


def _even(label: str) -> str:
    return " ".join(label.casefold().split())


def _links_to(text: str, hidden: Collection[str]) -> bool:
    found = markdown.references(text.strip(), block=True)
    return any(each.kind == "link" and each.target[1:] in hidden for each in found)


def _without(text: str, targets: _Targets) -> str:
    if _stays(text, targets):
        return text
    parts = sentences.blocks(text)
    kept = ""
    between = ""  # of the gaps around a removed block, the larger one stays
    for block, gap in zip_longest(parts[::2], parts[1::2], fillvalue=""):
        if (left := _kept(block, targets)) or not block:
            kept += between + left
            between = gap
        else:
            between = max(between, gap, key=lambda lines: lines.count("\n"))
    return kept.strip("\n")


def _numbered(verse: re.Match[str], targets: _Targets) -> str:
    """A passage of verse without such lines; a mark below each gap keeps the numbers of the lines that follow."""
    lines = verse["lines"].splitlines(keepends=True)
    said = [line.lstrip(" \t>")[1:].strip() for line in lines]
    stays = [not words or _stays(words, targets) for words in said]
    if all(stays) or not any(words and kept for words, kept in zip(said, stays, strict=True)):
        return verse[0]
    number, parts, is_marked = int(verse["number"]), [], False
    for line, words, kept in zip(lines, said, stays, strict=True):
        if words and kept and not is_marked:
            parts.append(f"{verse['start']}{{verse from={number}{verse['every'] or ''}}}\n")
        parts += [line] if kept else []
        is_marked = kept and (is_marked or bool(words))
        number += bool(words)
    return "".join(parts)


def _kept(block: str, targets: _Targets) -> str:
    """A block without such sentences; empty if no sentence is left."""
    lines = block.split("\n")
    if all(map(_DEFINITION.match, lines)):  # each defines one link
        return "\n".join(line for line in lines if _stays(line, targets))
    start, said = sentences.without_marker(block)
    if said.startswith("|"):  # a row of a table keeps its cells
        return block if _stays(said, targets) else ""
    said = _with_notes(said, targets)
    begins = [begin for begin, _ in sentences.spans(said, targets.language)]
    pieces = [said[begin:end] for begin, end in pairwise([*begins, len(said)])]
    kept = "".join(piece for piece in pieces if _stays(piece, targets)).rstrip()
    return start + kept if kept else ""


def _with_notes(text: str, targets: _Targets) -> str:
    """A text whose notes have lost such sentences; a note without any left is removed."""
    for start, end in reversed(sentences.notes(text)):
        note = _without(text[start + 2 : end - 1], targets)
        text = text[:start] + (f"^[{note}]" if note else "") + text[end:]
    return text


def _stays(text: str, targets: _Targets) -> bool:
    if not all(name in targets.ids for name in _TITLED_LINK.findall(text)):
        return False
    if not targets.hidden or "]" not in text:
        return True
    labelled = targets.labels and any(_even(label) in targets.labels for label in _LABELS.findall(text))
    return not labelled and not _links_to(text, targets.hidden)

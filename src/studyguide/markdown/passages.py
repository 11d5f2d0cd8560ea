"""Passages: the words of a text, paragraph by paragraph, for rules about language."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, Literal

from markdown_it.token import Token

from studyguide.markdown.tokens import following, note_tokens, words

HIDDEN = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for content that is not prose: code, a citation, a note, an image, an address, a foreign word."""
_SEVERAL = re.compile(f"{HIDDEN}+")
_ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s)]+")

Kind = Literal["text", "heading", "note", "title"]
"""A title is a field without markup; this module never returns one."""


@dataclass(frozen=True)
class Passage:
    """One paragraph, item, heading or note."""

    kind: Kind
    line: int
    """The line where it begins, counted from 0 inside the text."""
    words: str
    """Its words on one line, without markup, with `HIDDEN` in place of content that is not prose."""
    level: int = 0
    """The level of a heading, 1 to 6."""
    emphasised: tuple[str, ...] = ()
    """The runs in italics."""
    links: tuple[tuple[str, str], ...] = ()
    """The words and the target of each link."""
    images: tuple[str, ...] = ()
    """The names of the images in it."""


def in_tokens(tokens: Sequence[Token], env: dict[str, Any]) -> Iterator[Passage]:
    """The passages of parsed text; `env` is the parser's environment."""
    level = note = line = 0
    for token in tokens:
        note += (token.type == "footnote_reference_open") - (token.type == "footnote_reference_close")
        level = int(token.tag[1]) if token.type == "heading_open" else level
        line = token.map[0] if token.map else line
        if token.type == "inline":
            children = token.children or []
            yield _passage(children, "heading" if level else "note" if note else "text", line, level)
            yield from _notes(children, env, line)
            level = 0


def _notes(tokens: Sequence[Token], env: dict[str, Any], line: int) -> Iterator[Passage]:
    """The inline notes."""
    for mark in tokens:
        if mark.type == "footnote_ref" and mark.meta.get("label") is None:
            inside = note_tokens(mark, env)
            yield _passage(inside, "note", line)
            yield from _notes(inside, env, line)


def _passage(tokens: Sequence[Token], kind: Kind, line: int, level: int = 0) -> Passage:
    links = tuple((text, str(token.attrs["href"])) for token, text in _inside(tokens, "link"))
    emphasised = tuple(text for _, text in _inside(tokens, "em"))
    images = tuple(str(token.attrs["src"]) for token in tokens if token.type == "image")
    return Passage(kind, line, without_addresses(_words(tokens)), level, emphasised, links, images)


def _words(tokens: Sequence[Token]) -> str:
    return _SEVERAL.sub(HIDDEN, " ".join("".join(_heard(tokens)).split()))


def without_addresses(said: str) -> str:
    """The words of a passage with `HIDDEN` in place of each address."""
    return _ADDRESS.sub(HIDDEN, said)


def address_spans(said: str) -> Iterator[tuple[int, int]]:
    """Where addresses begin and end in the words of a passage."""
    return (found.span() for found in _ADDRESS.finditer(said))


def _heard(tokens: Sequence[Token]) -> Iterator[str]:
    return (HIDDEN if is_hidden else words(token) for token, is_hidden in hidden(tokens))


def hidden(tokens: Sequence[Token]) -> Iterator[tuple[Token, bool]]:
    """Each token of a run, and whether its content is not prose."""
    foreign = False
    before = ""
    for token in tokens:
        opens, closes = "lang" in token.attrs, token.type in {"span_close", "link_close"}
        foreign = opens or (foreign and not closes)
        titled = (before, token.type) == ("link_open", "link_close")  # it prints the title of its target
        before = token.type
        yield token, foreign or titled or token.type in {"code_inline", "citation", "image", "footnote_ref"}


def _inside(tokens: Sequence[Token], name: str) -> Iterator[tuple[Token, str]]:
    """Each token that opens a `name`, and the words up to the next token that closes one."""
    for position, token in enumerate(tokens):
        if token.type == f"{name}_open":
            yield token, _words([*takewhile(lambda each: each.type != f"{name}_close", following(tokens, position))])

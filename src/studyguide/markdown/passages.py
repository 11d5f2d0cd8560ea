"""Passages: what a text says, paragraph by paragraph, for those who judge its language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from markdown_it.token import Token

from studyguide.markdown.tokens import note_tokens, words

HIDDEN = "\N{OBJECT REPLACEMENT CHARACTER}"
"""What stands for a thing that is not prose: code, a citation, an image, an address, words in another language."""


@dataclass(frozen=True)
class Passage:
    """One paragraph, item, heading or note."""

    kind: Literal["text", "heading", "note"]
    line: int
    """Where it begins, counted from 0 inside the text."""
    words: str
    """What it says on one line, without markup; `HIDDEN` for what is not prose."""
    level: int = 0
    """A heading's own, 1 to 6."""
    emphasised: tuple[str, ...] = ()
    """The runs in italics."""
    links: tuple[tuple[str, str], ...] = ()
    """The words and the target of each link."""


def in_tokens(tokens: Sequence[Token], env: dict[str, object]) -> Iterator[Passage]:
    """The passages of parsed text; `env` is what the parser left."""
    level = note = line = 0
    for token in tokens:
        note += (token.type == "footnote_reference_open") - (token.type == "footnote_reference_close")
        level = int(token.tag[1]) if token.type == "heading_open" else level
        line = token.map[0] if token.map else line
        if token.type == "inline":
            children = token.children or []
            yield _passage(children, "heading" if level else "note" if note else "text", line, level)
            for mark in children:
                if mark.type == "footnote_ref" and mark.meta.get("label") is None:  # written where it stands
                    yield _passage(note_tokens(mark, env), "note", line)
            level = 0


def _passage(tokens: Sequence[Token], kind: Literal["text", "heading", "note"], line: int, level: int = 0) -> Passage:
    emphasised = tuple(_inside(tokens, "em_open", "em_close"))
    links = tuple((text, target) for text, target in _links(tokens))
    return Passage(kind, line, _words(tokens), level, tuple(text for _, text in emphasised), links)


def _words(tokens: Sequence[Token]) -> str:
    return " ".join("".join(map(_word, tokens)).split())


def _word(token: Token) -> str:
    if token.type in {"code_inline", "citation", "image"}:
        return HIDDEN
    return words(token)


def _inside(tokens: Sequence[Token], opening: str, closing: str) -> Iterator[tuple[Token, str]]:
    """Each opening token, and what is said between it and the next closing one."""
    for position, token in enumerate(tokens):
        if token.type == opening:
            end = next(n for n in range(position, len(tokens)) if tokens[n].type == closing)
            yield token, _words(tokens[position + 1 : end])


def _links(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    for token, text in _inside(tokens, "link_open", "link_close"):
        yield text, str(token.attrs["href"])

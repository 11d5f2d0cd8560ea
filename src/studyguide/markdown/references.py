"""References: what a text points to, and on which of its lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from markdown_it.token import Token


@dataclass(frozen=True)
class Reference:
    """Something that a text leads to; `line` counts from 0 inside the text."""

    kind: Literal["link", "image", "cite", "note", "heading"]
    target: str
    alt: str
    line: int


def in_tokens(tokens: Sequence[Token], notes: dict[Any, Any]) -> tuple[Reference, ...]:
    """The references among tokens; `notes` holds footnotes by label or number."""
    return tuple(_references(tokens, notes, 0))


def _references(tokens: Sequence[Token], notes: dict[Any, Any], line: int) -> Iterator[Reference]:
    for token in tokens:
        line = token.map[0] if token.map else line
        match token.type:
            case "softbreak" | "hardbreak":
                line += 1
            case "link_open":
                yield Reference("link", str(token.attrs["href"]), "", line)
            case "image":
                yield Reference("image", str(token.attrs["src"]), token.content, line)
            case "citation":
                yield from (Reference("cite", cite.key, "", line) for cite in token.meta["cites"])
            case "heading_open":
                yield Reference("heading", token.tag, "", line)
            case "footnote_ref":
                yield from _note_references(token, notes, line)
        if token.type == "inline":
            yield from _references(token.children or [], notes, line)


def _note_references(mark: Token, notes: dict[Any, Any], line: int) -> Iterator[Reference]:
    label = mark.meta.get("label")
    if label is None:
        yield from _references(notes[mark.meta["id"]]["tokens"], notes, line)
    elif label not in notes:
        yield Reference("note", label, "", line)

"""References: the targets that a text points to, with the lines of the references."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, Literal

from markdown_it.token import Token

from studyguide.markdown.tokens import flat, following, words

Loss = Literal[
    "lost cell",
    "wordless head",
    "list number",
    "unused note",
    "note twice",
    "note in note",
    "block in note",
    "unused definition",
    "definition twice",
    "link title",
    "marked picture",
    "indented code",
    "words at fence",
    "bare address",
    "table without caption",
    "too deep",
    "space in picture name",
    "space in target",
    "space before target",
    "target without end",
    "brackets exchanged",
    "unread credit",
    "unread target",
]
"""The kinds of text that would be omitted, or printed in another form; see `losses`."""
Kind = (
    Literal["link", "wordless link", "note in link", "image", "picture", "cite", "note", "wordless heading", "language"]
    | Loss
)


@dataclass(frozen=True)
class Reference:
    """A link, an image, a citation, a language or a loss; `line` counts from 0 inside the text."""

    kind: Kind
    """A link without words, or with a note in its words, gets a second reference with that fault.

    A ``picture`` is an image in a field of its own, outside of any text: this module never returns one.
    """
    target: str
    alt: str
    line: int
    credit: str = ""
    """The credit of an image: its title in Markdown."""


def in_tokens(tokens: Sequence[Token], notes: dict[Any, Any]) -> tuple[Reference, ...]:
    """The references among tokens; `notes` holds footnotes by label or number."""
    return tuple(_references(tokens, notes, 0))


def _references(tokens: Sequence[Token], notes: dict[Any, Any], line: int) -> Iterator[Reference]:
    for position, token in enumerate(tokens):
        line = token.map[0] if token.map else line
        if "lang" in token.attrs:
            yield Reference("language", str(token.attrs["lang"]), "", line)
        match token.type:
            case "softbreak" | "hardbreak":
                line += 1
            case "link_open":
                yield from _link(token, following(tokens, position), line)
            case "image":
                alt, credit = _words(token.children or []), str(token.attrs.get("title", ""))
                yield Reference("image", str(token.attrs["src"]), alt, line, credit)
            case "citation":
                yield from (Reference("cite", cite.key, "", line) for cite in token.meta["cites"])
            case "heading_open" if not _words(tokens[position + 1].children or []):
                yield Reference("wordless heading", token.markup, "", line)
            case "footnote_ref":
                yield from _note_references(token, notes, line)
        if token.type == "inline":
            yield from _references(token.children or [], notes, line)


def _link(opening: Token, after: Iterator[Token], line: int) -> Iterator[Reference]:
    target = str(opening.attrs["href"])
    inside = list(takewhile(lambda token: token.type != "link_close", after))
    yield Reference("link", target, "", line)
    titled = target.startswith("#") and not inside  # it prints the title of its target
    if not titled and not _words([token for token in inside if token.type != "image"]):
        yield Reference("wordless link", target, "", line)
    if any(token.type == "footnote_ref" for token in inside):
        yield Reference("note in link", target, "", line)


def _words(tokens: Sequence[Token]) -> str:
    return "".join(map(words, flat(tokens))).strip()


def _note_references(mark: Token, notes: dict[Any, Any], line: int) -> Iterator[Reference]:
    label = mark.meta.get("label")
    if label is None:
        yield from _references(notes[mark.meta["id"]]["tokens"], notes, line)
    elif label not in notes:
        yield Reference("note", label, "", line)

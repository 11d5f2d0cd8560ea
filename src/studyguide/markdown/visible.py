"""The content of a text that readers, screen readers or programs get: words, names of files, and addresses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from markdown_it.token import Token

from studyguide.markdown.tokens import note_tokens, words


@dataclass
class Visible:
    """Runs of words, each from one paragraph, alternative text, credit, locator or note; and names without spaces."""

    runs: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


def in_tokens(tokens: Sequence[Token], env: dict[str, Any]) -> Visible:
    """The visible content of parsed text; `env` is the parser's environment."""
    found = Visible()
    for token in tokens:
        if token.type == "inline":
            _add(found, token.children or [], env)
        elif token.content:  # a block of code
            found.runs.append(token.content)
    return found


def _add(found: Visible, tokens: Sequence[Token], env: dict[str, Any]) -> None:
    """Add one run of inline tokens, and the separate runs inside it."""
    found.runs.append("".join(map(words, tokens)))
    for token in tokens:
        found.names += _names(token)
        found.runs += _apart(token)
        if token.type == "image":
            _add(found, token.children or [], env)
        if token.type == "footnote_ref" and token.meta.get("label") is None:
            _add(found, note_tokens(token, env), env)


def _names(token: Token) -> Iterator[str]:
    target = str(token.attrs.get("src" if token.type == "image" else "href", ""))
    if target and not target.startswith("#"):  # ids are read where they are defined
        yield target


def _apart(token: Token) -> Iterator[str]:
    if "title" in token.attrs:
        yield str(token.attrs["title"])
    if token.type == "citation":
        yield from (cite.locator for cite in token.meta["cites"] if cite.locator)

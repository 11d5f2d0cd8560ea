"""What of a text reaches readers, a voice or a program: words, and the names of files and addresses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from markdown_it.token import Token

from studyguide.markdown.tokens import note_tokens, words


@dataclass
class Visible:
    """Runs of words, each of one paragraph, alternative, credit, locator or note; and names, which have no spaces."""

    runs: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


def in_tokens(tokens: Sequence[Token], env: dict[str, Any]) -> Visible:
    """All that is visible of parsed text; `env` is what the parser left."""
    found = Visible()
    for token in tokens:
        if token.type == "inline":
            _add(found, token.children or [], env)
        elif token.content:  # a block of code
            found.runs.append(token.content)
    return found


def _add(found: Visible, tokens: Sequence[Token], env: dict[str, Any]) -> None:
    """Add one run of inline tokens, and what stands in it apart."""
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
    if target and not target.startswith("#"):  # what has an id is looked at where it gets it
        yield target


def _apart(token: Token) -> Iterator[str]:
    if "title" in token.attrs:
        yield str(token.attrs["title"])
    if token.type == "citation":
        yield from (cite.locator for cite in token.meta["cites"] if cite.locator)

"""Placed words: the words of each passage, with the span of every character in the text that the author wrote."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it.token import Token

from studyguide.markdown.lines import Lines
from studyguide.markdown.marks import Span
from studyguide.markdown.passages import HIDDEN, address_spans, hidden
from studyguide.markdown.tokens import note_tokens, words

BESIDE, AMONG = ",", "x"
"""What hidden content is like for the marks around it: a note or a citation like punctuation, the rest like a word."""


@dataclass(frozen=True)
class Placed:
    """The words of a passage, as `passages` has them."""

    words: str
    spans: tuple[Span | None, ...]
    """For each character its span in the text; None for `HIDDEN`. Several spaces are one, and so is a line break."""
    context: str
    """The words with `BESIDE` or `AMONG` in place of `HIDDEN`."""
    trailing: tuple[Span, ...] = ()
    """The spaces at ends of lines that mean nothing: the passage ends there, or there are too few for a line break."""


_Character = tuple[str, Span | None, str]
"""A character of the words, its span, and what it is like for the marks around it."""


def plain(text: str) -> Placed:
    """A text without markup."""
    return _placed([(sign, (at, at + 1), sign) for at, sign in enumerate(text)], ())


def in_tokens(text: str, parsed: Sequence[Token], env: dict[str, Any], *, block: bool) -> Iterator[Placed]:
    """The passages of parsed text, in the order of `passages.in_tokens`."""
    lines = Lines(text)
    if not block:
        children, whole = parsed[0].children or [], range(len(text) + 1)
        yield from _passages(children, env, whole, tuple(lines.trailing(0, len(lines.lines))))
        return
    in_cell = False
    for token in parsed:
        in_cell = token.type in {"th_open", "td_open"} or (in_cell and token.type == "inline")
        if token.type == "inline":
            first, after = token.map or (0, 0)
            trailing = () if in_cell else tuple(lines.trailing(first, after))
            where = lines.cell(token) if in_cell else lines.content(token)
            yield from _passages(token.children or [], env, where, trailing)


def _passages(
    tokens: Sequence[Token], env: dict[str, Any], where: Sequence[int | None], trailing: tuple[Span, ...] = ()
) -> Iterator[Placed]:
    """A run of inline tokens, then the notes in it; `where` says where each character of the run is in the text."""
    yield _placed([*_characters(tokens, where)], trailing)
    for mark in tokens:
        if mark.type == "footnote_ref" and mark.meta.get("label") is None:
            yield from _passages(note_tokens(mark, env), env, where[mark.meta["step"][0] + len("^[") :])


def _characters(tokens: Sequence[Token], where: Sequence[int | None]) -> Iterator[_Character]:
    for token, is_hidden in hidden(tokens):
        if is_hidden:
            yield HIDDEN, None, BESIDE if token.type in {"citation", "footnote_ref"} else AMONG
            continue
        said = words(token)
        spans = token.meta.get("spans") or [token.meta.get("step")] * len(said)
        for sign, span in zip(said, spans, strict=True):
            yield sign, span and _moved(span, where), sign


def _moved(span: Span, where: Sequence[int | None]) -> Span | None:
    """A span of a run of inline Markdown as a span of the text."""
    start, end = where[span[0]], where[span[1] - 1]
    return None if start is None or end is None else (start, end + 1)


def _placed(characters: list[_Character], trailing: tuple[Span, ...]) -> Placed:
    """The words on one line, as `passages` makes them: spaces, and hidden contents, that follow each other are one."""
    made: list[_Character] = []
    for sign, span, like in characters:
        shown = " " if sign.isspace() else sign
        if made and shown in {" ", HIDDEN} and made[-1][0] == shown:
            made[-1] = (shown, _joined(made[-1][1], span), min(made[-1][2], like))
        elif made or shown != " ":
            made.append((shown, span, " " if shown == " " else like))
    if made and made[-1][0] == " ":
        made.pop()
    for start, end in reversed([*address_spans("".join(sign for sign, _, _ in made))]):
        made[start:end] = [(HIDDEN, None, AMONG)]
    said, spans, context = ([each[part] for each in made] for part in range(3))
    return Placed("".join(map(str, said)), tuple(spans), "".join(map(str, context)), trailing)  # type: ignore[arg-type]


def _joined(one: Span | None, other: Span | None) -> Span | None:
    return (one[0], other[1]) if one and other else None

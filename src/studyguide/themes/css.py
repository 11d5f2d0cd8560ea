"""CSS, parsed by tinycss2 (CSS Syntax Level 3): rules, custom properties, and changes to their tokens."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from functools import lru_cache
from types import MappingProxyType
from typing import Any, TypeAlias

import tinycss2
from tinycss2.ast import DimensionToken

from studyguide.support.errors import BuildError

_UNSEEN = re.compile(r"([^\S\t-\r ]|[\u00ad\u200b-\u200f\u2060-\u2064\ufeff])(?=([0-9A-Fa-f\s]?))")
"""Spaces of another width and signs that take no room, with what would belong to their escape."""

Token: TypeAlias = Any
"""A node of tinycss2, which has no types: a rule, a block, a function or a word."""
Tokens: TypeAlias = Sequence[Token]

PARTS = {
    **dict.fromkeys(("{} block", "() block", "[] block"), ("content",)),
    "function": ("arguments",),
    "qualified-rule": ("prelude", "content"),
    "at-rule": ("prelude", "content"),
}
"""The attributes of rules, blocks and functions that have tokens."""


def rules(css: str, *, comments: bool = False) -> list[Token]:
    """The rules at the top level; with `comments`, also the text between them. Raises `BuildError` for other text."""
    tokens = tinycss2.parse_component_value_list(css, skip_comments=not comments)
    return mapped(tinycss2.parse_stylesheet(tokens, skip_whitespace=not comments), lambda _: None)


def text(tokens: Iterable[Token]) -> str:
    """The tokens as CSS. Invisible characters are escaped, such as a space of another width."""
    return _UNSEEN.sub(lambda sign: f"\\{ord(sign[1]):x}{' ' if sign[2] else ''}", str(tinycss2.serialize(tokens)))


def is_root(rule: Token) -> bool:
    """Whether a rule is only for `:root`."""
    return bool(rule.type == "qualified-rule" and tinycss2.serialize(rule.prelude).strip().lower() == ":root")


def declarations(rules: Iterable[Token]) -> list[Token]:
    """The declarations of `:root` rules, the important ones last, because they win. Raises `BuildError` if invalid."""
    blocks = (
        tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
        for rule in rules
        if is_root(rule)
    )
    found = (each for block in blocks for each in map(_sound, block) if each.type == "declaration")
    return sorted(found, key=lambda each: bool(each.important))


def properties(rules: Iterable[Token]) -> Mapping[str, Tokens]:
    """The custom properties that `:root` rules set, with the last value of each."""
    return {each.name: stripped(each.value) for each in declarations(rules) if each.name.startswith("--")}


@lru_cache(maxsize=32)
def set_by_root(css: str) -> Mapping[str, str]:
    """The custom properties that a style sheet sets on `:root`, as written."""
    return MappingProxyType({name: text(value) for name, value in properties(rules(css)).items()})


def stripped(tokens: Tokens) -> Tokens:
    """The tokens without white space at both ends."""
    words = [place for place, token in enumerate(tokens) if token.type not in {"whitespace", "comment"}]
    return tokens[words[0] : words[-1] + 1] if words else ()


def mapped(tokens: Iterable[Token], change: Callable[[Token], Tokens | None]) -> list[Token]:
    """The tokens with some replaced, at any depth; if `change` returns None, a token stays, and its content is mapped.

    Raises `BuildError` for invalid CSS.
    """
    found: list[Token] = []
    for token in tokens:
        new = change(token)
        if new is not None:
            found += new
        elif token.type in PARTS:
            found.append(_inside(token, change))
        else:
            found.append(_sound(token))
    return found


def em(written: str, token: Token) -> Token:
    """A length in ems, as `written`, at the place of a token."""
    return DimensionToken(token.source_line, token.source_column, float(written), None, written, "em")


def _sound(token: Token) -> Token:
    if token.type == "error":
        where = f"line {token.source_line}, counted from the first of the theme"
        raise BuildError(f"The style sheets are not CSS: {token.message} ({where}).")
    return token


def _inside(token: Token, change: Callable[[Token], Tokens | None]) -> Token:
    token = copy(token)
    for part in PARTS[token.type]:
        if (inside := getattr(token, part)) is not None:  # an at-rule may have no block
            setattr(token, part, mapped(inside, change))
    return token

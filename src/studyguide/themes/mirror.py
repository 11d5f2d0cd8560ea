"""Mirror: style sheets for languages that are written from right to left (Hebrew, Arabic).

The styles are written for languages from left to right, in terms of left and right, which old e-readers know too. Here
left becomes right in all declarations, except for pages that are left or right by themselves, as the sides of a sheet.
"""

import re
from collections.abc import Iterable
from copy import copy

import tinycss2

from studyguide.themes import css
from studyguide.themes.css import Token, Tokens

_SIDES = {"left": "right", "right": "left"}
_FOUR = ("margin", "padding", "inset", "border-width", "border-color", "border-style")
"""Properties whose second value is for the right side and whose fourth is for the left."""
_PLACED = "--left"
"""What a script computes: a distance from the left in every language."""
_SIDED = re.compile(":(left|right)")


def mirrored(sheet: str) -> str:
    """A style sheet with left and right exchanged. Raises `BuildError` if it is not CSS."""
    return "".join(css.text([_rule(rule)]) + "\n" for rule in css.rules(sheet))


def _rule(rule: Token) -> Token:
    if rule.type not in {"at-rule", "qualified-rule"} or rule.content is None:
        return rule
    if rule.type == "at-rule" and _SIDED.search(tinycss2.serialize(rule.prelude)):
        return rule
    changed = copy(rule)
    if rule.type == "at-rule" and rule.lower_at_keyword in {"media", "supports", "layer", "container"}:
        inner = tinycss2.parse_rule_list(rule.content, skip_whitespace=True)
        changed.content = [token for each in inner for token in _tokens(_rule(each))]
    else:
        changed.content = _declarations(rule.content)
    return changed


def _declarations(content: Tokens) -> list[Token]:
    found = tinycss2.parse_blocks_contents(content, skip_whitespace=True)
    return [token for each in found for token in _tokens(_declared(each))]


def _declared(part: Token) -> Token:
    """A declaration, or what is inside a block: a margin box of a page, or a rule."""
    if part.type in {"at-rule", "qualified-rule"}:
        changed = _rule(part)
        if part.type == "at-rule":
            changed.at_keyword = _swapped(part.at_keyword)
        return changed
    if part.type != "declaration":
        return part
    changed = copy(part)
    if part.name.startswith("--"):  # the name is ours, but its value may be a side, as in `--beside: left`
        changed.value = _words(part.value)
        return changed
    if not _mentions(part.value, _PLACED):
        changed.name = _swapped(part.name)
        changed.value = _four(part.value) if part.lower_name in _FOUR else _words(part.value)
    return changed


def _swapped(name: str) -> str:
    return re.sub(r"(?<![a-z])(left|right)(?![a-z])", lambda side: _SIDES[side[1]], name)


def _words(value: Tokens) -> list[Token]:
    """A value in which the words left and right are exchanged, also in functions such as linear-gradient()."""

    def change(token: Token) -> Tokens | None:
        if token.type != "ident" or token.lower_value not in _SIDES:
            return None
        other = copy(token)
        other.value = other.lower_value = _SIDES[token.lower_value]
        return [other]

    return css.mapped(value, change)


def _four(value: Tokens) -> Tokens:
    """Four values with the second and the fourth exchanged; others are the same on both sides."""
    places = [place for place, token in enumerate(value) if token.type not in {"whitespace", "comment"}]
    if len(places) != len(("top", "right", "bottom", "left")):
        return value
    changed = [*value]
    _, right, _, left = places
    changed[right], changed[left] = value[left], value[right]
    return changed


def _mentions(value: Iterable[Token], name: str) -> bool:
    return re.search(rf"var\(\s*{name}\b", tinycss2.serialize(value)) is not None


def _tokens(part: Token) -> Tokens:
    """A part as tokens, so that it can be inside a rule again."""
    ended = f"{part.serialize()};" if part.type == "declaration" else part.serialize()
    return tuple(tinycss2.parse_component_value_list(ended))

"""Style sheets for old and new reading systems: custom properties become plain values.

Many reading systems do not support ``var()`` and drop the declaration, and some drop a whole sheet because of an
at-rule. So each use of a ``--name`` is replaced by its value on ``:root`` at the top level (the last in the cascade).
Products in ``calc()`` are calculated, and at-rules are in a separate sheet. Lengths in ``rem`` become ``em``, because
some reading systems change the font size of ``body``, which does not affect ``rem``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import prod

from studyguide.support.errors import BuildError
from studyguide.themes import css
from studyguide.themes.css import Token, Tokens


@dataclass(frozen=True)
class Sheets:
    """Style sheets without custom properties."""

    plain: str
    """The rules that every reading system understands."""
    adaptive: str
    """The at-rules: rules that depend on the width of the screen."""
    properties: Mapping[str, str]
    """The custom properties and their values."""


def literal(sheet: str) -> Sheets:
    """The style sheet with plain values.

    Raises `BuildError` for a custom property that is used but not set, or whose value refers to itself.
    """
    found = css.rules(sheet)
    own = css.properties(found)
    values = {name: _plain(value, own, (name,)) for name, value in own.items()}
    plain = (rule for rule in found if rule.type != "at-rule" and not css.is_root(rule))
    adaptive = (rule for rule in found if rule.type == "at-rule" and rule.lower_at_keyword != "page")  # for paper
    written = {name: css.text(value) for name, value in values.items()}
    return Sheets(_sheet(plain, values), _sheet(adaptive, values), written)


def _sheet(rules: Iterable[Token], values: Mapping[str, Tokens]) -> str:
    return "".join(css.text([rule]) + "\n" for rule in _plain(rules, values))


def _plain(tokens: Iterable[Token], properties: Mapping[str, Tokens], through: tuple[str, ...] = ()) -> list[Token]:
    """The tokens with plain values; `through` has the properties that are being resolved, to detect cycles."""

    def value(token: Token) -> Tokens | None:
        if token.type == "dimension" and token.lower_unit == "rem":
            return [css.em(token.representation, token)]
        if token.type != "function" or token.lower_name not in {"var", "calc"}:
            return None
        return product(token) if token.lower_name == "calc" else used(*_name_and_fallback(token))

    def used(name: str, fallback: Tokens | None) -> Tokens:
        if name in through:
            raise BuildError(f"The style sheets define {name} in terms of itself. Give it a plain value.")
        if name in properties:
            return _plain(properties[name], properties, (*through, name))
        if fallback is not None:
            return _plain(fallback, properties, through)
        raise BuildError(f"The style sheets use {name}, but no :root rule sets it. Add it to the theme.")

    def product(calc: Token) -> Tokens | None:
        factors = [each for each in css.mapped(calc.arguments, value) if each.type != "whitespace"]
        number = _product(factors[::2]) if all(each == "*" for each in factors[1::2]) else None
        return None if number is None else [css.em(f"{number:.3f}".rstrip("0").rstrip("."), calc)]

    return css.mapped(tokens, value)


def _name_and_fallback(var: Token) -> tuple[str, Tokens | None]:
    commas = [place for place, each in enumerate(var.arguments) if each == ","]
    end = commas[0] if commas else len(var.arguments)
    return css.text(css.stripped(var.arguments[:end])), css.stripped(var.arguments[end + 1 :]) if commas else None


def _product(factors: Tokens) -> float | None:
    """The product of numbers and one length, in ems; None for other factors."""
    kinds = sorted(each.type for each in factors)
    units = [each.lower_unit for each in factors if each.type == "dimension"]
    is_length = units == ["em"] and kinds == ["dimension", *["number"] * (len(factors) - 1)]
    return prod(each.value for each in factors) if is_length else None

"""The style sheets for readers of every age: custom properties become plain values.

Many reading systems do not know ``var()`` and drop the declaration, and some drop a whole sheet for an at-rule. So
every ``--name`` set on ``:root`` at the top level is put in place of its uses (the last one in the cascade wins),
products in ``calc()`` are worked out, and at-rules stand in a sheet of their own. And ``rem`` becomes ``em``: some
readers change the size on ``body``, which ``rem`` does not follow.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from studyguide.support.errors import BuildError

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
DECLARATION = re.compile(r"(--[\w-]+)\s*:\s*([^;}]+)")
USE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)")
REM = re.compile(r"(?<=[\s:(,-])(\d*\.?\d+)rem\b")
PRODUCT = re.compile(r"calc\(\s*(-?\d*\.?\d+)\s*\*\s*(\d*\.?\d+)em\s*\)")
DEPTH = 20
"""How far properties may be defined by each other."""


@dataclass(frozen=True)
class Sheets:
    """Style without custom properties."""

    plain: str
    """The rules that every reading system understands."""
    adaptive: str
    """The at-rules: what changes with the width of the screen."""
    properties: Mapping[str, str]
    """The custom properties and their values."""


def literal(css: str) -> Sheets:
    """The style sheet in plain values.

    Raises `BuildError` for a property that is used but not set, or set by way of itself.
    """
    properties: dict[str, str] = {}
    plain: list[str] = []
    adaptive: list[str] = []
    for rule in _rules(COMMENT.sub("", css)):
        if rule.startswith(":root"):
            properties |= {name: value.strip() for name, value in DECLARATION.findall(rule)}
        elif not rule.startswith("@page"):  # paper
            (adaptive if rule.startswith("@") else plain).append(rule)
    values = {name: _resolved(value, properties) for name, value in properties.items()}
    return Sheets(_sheet(plain, values), _sheet(adaptive, values), values)


def _sheet(rules: list[str], values: Mapping[str, str]) -> str:
    text = "".join(_resolved(rule, values) + "\n" for rule in rules)
    return PRODUCT.sub(_product, REM.sub(r"\1em", text))


def _product(found: re.Match[str]) -> str:
    return f"{float(found[1]) * float(found[2]):.3f}".rstrip("0").rstrip(".") + "em"


def _resolved(text: str, properties: Mapping[str, str]) -> str:
    for _ in range(DEPTH):
        if "var(" not in text:
            return text
        text = USE.sub(lambda use: _value(use, properties), text)
    raise BuildError(f"The style sheets define a custom property by way of itself: {text.strip()[:80]}")


def _value(use: re.Match[str], properties: Mapping[str, str]) -> str:
    name, fallback = use.groups()
    if name in properties:
        return properties[name]
    if fallback is not None:
        return str(fallback).strip()
    raise BuildError(f"The style sheets use {name}, but no :root rule sets it. Add it to the theme.")


def _rules(css: str) -> Iterator[str]:
    """The top-level rules, each with its block."""
    depth = start = 0
    for brace in re.finditer(r"[{}]", css):
        depth += 1 if brace.group() == "{" else -1
        if depth == 0:
            yield css[start : brace.end()].strip()
            start = brace.end()

"""The style sheet for readers of every age: custom properties become plain values.

Many reading systems do not know ``var()`` and drop the whole declaration. So every ``--name`` set on ``:root`` at the
top level is put in place of its uses, the last one in the cascade wins, and no ``var()`` is left. And ``rem`` becomes
``em``: some readers change the size on ``body``, which ``rem`` does not follow.
"""

import re
from collections.abc import Iterator, Mapping

from studyguide.errors import BuildError

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
DECLARATION = re.compile(r"(--[\w-]+)\s*:\s*([^;}]+)")
USE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)")
REM = re.compile(r"(?<=[\s:(,-])(\d*\.?\d+)rem\b")
DEPTH = 20
"""How far properties may be defined by each other."""


def literal(css: str) -> tuple[str, dict[str, str]]:
    """The style sheet without custom properties, and their values.

    Raises `BuildError` for a property that is used but not set, or set by way of itself.
    """
    properties: dict[str, str] = {}
    kept = []
    for rule in _rules(COMMENT.sub("", css)):
        if rule.startswith(":root"):
            properties |= {name: value.strip() for name, value in DECLARATION.findall(rule)}
        elif not rule.startswith("@page"):  # paper
            kept.append(rule)
    values = {name: _resolved(value, properties) for name, value in properties.items()}
    text = "\n".join(_resolved(rule, values) for rule in kept)
    return REM.sub(r"\1em", text) + "\n", values


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

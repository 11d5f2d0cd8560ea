"""Text of sources for Pandoc: only tags that are closed, and not deeply nested, stay markup.

Pandoc reads ``<i> <b> <sup> <sub>`` and two kinds of ``<span>`` in the fields of a source, as CSL processors do. For
500 tags that are never closed it takes minutes, and for 500 nested tags it returns a tree of that depth.
"""

import re
from typing import Any

LESS = "\ufffe"
"""Stands for a ``<`` that opens no tag; no file of a guide can contain this character."""

_TAG = re.compile(r'<(/?)(i|b|sup|sub|span)(?: class="nocase"| style="font-variant: ?small-caps;?")?>')
_DEEP = 3


_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})


def escape(text: str) -> str:
    """XHTML for a text or the value of an attribute."""
    return text.translate(_ESCAPED)


def safe(value: Any) -> Any:
    """CSL-JSON in which every other ``<`` is `LESS`."""
    if isinstance(value, dict):
        return {key: safe(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [safe(part) for part in value]
    return _closed(value) if isinstance(value, str) and "<" in value else value


def _closed(text: str) -> str:
    waiting: list[re.Match[str]] = []
    good: set[int] = set()
    for tag in _TAG.finditer(text):
        if not tag[1]:
            waiting.append(tag)
        elif waiting and waiting[-1][2] == tag[2]:
            opening = waiting.pop()
            good |= {opening.start(), tag.start()} if len(waiting) < _DEEP else set()
    return "".join(LESS if sign == "<" and place not in good else sign for place, sign in enumerate(text))

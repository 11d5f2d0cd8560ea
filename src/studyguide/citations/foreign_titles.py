"""Titles in another language: in an entry or a citation they are told apart, so that a voice reads them well.

CSL knows the language of a source (`language`), but no style prints where a title begins. So a title is looked for in
what was printed, without regard to capitals, quotation marks and spaces, which styles change.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from studyguide.citations.text import escape

_FIELDS = ("title", "container-title", "collection-title", "title-short", "container-title-short")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
"""The tag of a language (BCP 47); programs also write *English* there, which names no voice."""
_MARKUP = re.compile(r"(<[^>]*>)")
_MARKS = {**dict.fromkeys("'‘’", "['‘’]"), **dict.fromkeys('"“”', '(?:"|&quot;|[“”«»„]\\s?)')}


def told(html: str, source: Mapping[str, Any], language: str) -> str:
    """What was printed of a source, with the language of its titles if it is not that of the guide."""
    theirs = str(source.get("language", ""))
    if not _TAG.fullmatch(theirs) or theirs.lower().partition("-")[0] == language.partition("-")[0]:
        return html
    for title in sorted({str(source[name]) for name in _FIELDS if source.get(name)}, key=len, reverse=True):
        html = _with(html, _pattern(title), theirs)
    return html


def _with(html: str, pattern: re.Pattern[str], language: str) -> str:
    """The first place of a title outside of tags, and outside of what has been told apart, as an element."""
    pieces, inside = _MARKUP.split(html), 0
    for number, piece in enumerate(pieces):
        if number % 2:
            inside += piece.startswith("<span lang=") - (inside > 0 and piece == "</span>")
        elif not inside and (found := pattern.search(piece)):
            title = f'<span lang="{language}">{found[0]}</span>'
            return "".join(
                (*pieces[:number], piece[: found.start()], title, piece[found.end() :], *pieces[number + 1 :])
            )
    return html


@lru_cache(maxsize=2_000)
def _pattern(title: str) -> re.Pattern[str]:
    words = ("".join(_MARKS.get(sign, re.escape(escape(sign))) for sign in word) for word in title.split())
    return re.compile(r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)", re.IGNORECASE)

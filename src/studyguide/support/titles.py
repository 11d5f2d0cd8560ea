"""Titles of works in languages without italics, whose typography has marks for them."""

import re

from studyguide.support.han_order import HAN

_MARKS = {"ja": "『』", "zh": "《》", "yue": "《》"}
_KANA = "\u3041-\u30ff"
_OWN = re.compile(rf"(?:<[^>]*>)*(?![『「《〈])[^<]*(?:{HAN.pattern}|[{_KANA}])")
"""A title in Chinese or Japanese that has no marks yet."""
_CITE = re.compile(r"<cite>(.*?)</cite>", re.DOTALL)


def marked(title: str, language: str) -> str:
    """A title with the marks of a language: 『羅生門』, 《边城》. Elsewhere, and in Latin letters, it stays."""
    pair = _MARKS.get(language.partition("-")[0])
    return f"{pair[0]}{title}{pair[1]}" if pair and _OWN.match(title) else title


def all_marked(page: str, language: str) -> str:
    """A fragment of XHTML with marks around the titles in it (``cite``)."""
    if language.partition("-")[0] not in _MARKS:
        return page
    return _CITE.sub(lambda found: f"<cite>{marked(found[1], language)}</cite>", page)

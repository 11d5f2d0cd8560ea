"""Titles of works in languages without italics, whose typography has marks for them."""

import re

from studyguide.support.han_order import HAN

_MARKS = {"ja": "『』", "zh": "《》", "yue": "《》"}
_KANA = "\u3041-\u30ff"
_OWN = re.compile(rf"(?:<[^>]*>)*(?![『「《〈])[^<]*(?:{HAN.pattern}|[{_KANA}])")
"""A title in Chinese or Japanese that has no marks yet."""
_CITE = re.compile(r"<cite>(.*?)</cite>", re.DOTALL)


_NESTED = re.compile("《((?:[^《》]*《[^《》]*》)+[^《》]*)》")
_WITHIN = re.compile(r"《([^《》]*)》")
"""A title inside another: 《〈边城〉中的河流》."""


def marked(title: str, language: str) -> str:
    """A title with the marks of a language: 『羅生門』, 《边城》. Elsewhere, and in Latin letters, it stays."""
    pair = _MARKS.get(language.partition("-")[0])
    return f"{pair[0]}{_inner(title)}{pair[1]}" if pair and _OWN.match(title) else title


def all_marked(page: str, language: str) -> str:
    """A fragment of XHTML with marks around the titles in it (``cite``)."""
    if language.partition("-")[0] not in _MARKS:
        return page
    page = _NESTED.sub(lambda found: f"《{_inner(found[1])}》", page)
    return _CITE.sub(lambda found: f"<cite>{marked(found[1], language)}</cite>", page)


def _inner(title: str) -> str:
    """A title with the inner marks around another title in it."""
    return _WITHIN.sub(r"〈\1〉", title)

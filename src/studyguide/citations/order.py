"""The order of works cited, as in MLA, APA and Chicago: the style's order, but ignoring leading articles."""

import re
from bisect import bisect
from collections.abc import Mapping
from itertools import accumulate
from typing import Any

from studyguide.support.sorting import sort_key

_ARTICLES = {
    "en": "an? |the ",
    "fr": "les? |la |l['’]|une? ",
    "de": "der |die |das |eine? ",
    "es": "el |l[ao]s? |una? ",
    "it": "il |l[oae] |i |gli |l['’]|un[oa]? |un['’]",
}


def ordered(entries: Mapping[str, str], sources: Mapping[str, Mapping[str, Any]], language: str) -> dict[str, str]:
    """Entries (XHTML by key) in the style's order; an entry that begins with an article is sorted by the next word."""
    words = {key: re.sub(r"<[^>]*>|&[#\w]+;", "", entry).lstrip("‘’“”«»„'\" ") for key, entry in entries.items()}
    named = {key: _without_article(words[key], sources[key], language) for key in entries}
    moved = [key for key in entries if named[key] != words[key] and sources[key].get("type") != "legal_case"]
    order = [key for key in entries if key not in set(moved)]
    places = list(accumulate((sort_key(words[key]) for key in order), max))  # the style has the last word
    for key in moved:
        name = sort_key(named[key])
        place = bisect(places, name)
        order.insert(place, key)
        places.insert(place, name)
    return {key: entries[key] for key in order}


def _without_article(words: str, source: Mapping[str, Any], language: str) -> str:
    articles = _ARTICLES.get(str(source.get("language", language))[:2].lower())
    return re.sub(rf"^(?:{articles})\s*(?=\w)", "", words, flags=re.IGNORECASE) if articles else words

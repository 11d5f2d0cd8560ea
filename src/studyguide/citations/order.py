"""The order of works cited, as in MLA, APA and Chicago: the style's order, but ignoring leading articles."""

import re
from bisect import bisect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from studyguide.citations.own_terms import Months
from studyguide.support.sorting import Alphabet


@dataclass(frozen=True)
class Listing:
    """How the languages of a guide and its sources list works."""

    language: str
    """The language of the guide."""
    alphabet: Alphabet
    article: Callable[[str], re.Pattern[str]]
    """What finds an article at the beginning of a title in a language, by its tag."""
    months: Months = ()
    """The months, in a language in which they have other forms beside a day."""
    marks: tuple[str, ...] = ()
    """The quotation marks of titles, the outer pair and the inner pair; none for those that Pandoc has."""
    made_of: str = ""
    """The guide's own settings, which tell it from other listings in the language."""


def ordered(entries: Mapping[str, str], sources: Mapping[str, Mapping[str, Any]], listing: Listing) -> dict[str, str]:
    """Entries (XHTML by key) in the style's order; an entry that begins with an article is sorted by the next word."""
    sort_key = listing.alphabet.key
    words = {key: re.sub(r"<[^>]*>|&[#\w]+;", "", entry).lstrip("‘’“”«»„'\" ") for key, entry in entries.items()}
    named = {key: _without_article(words[key], sources[key], listing) for key in entries}
    moved = [key for key in entries if named[key] != words[key] and sources[key].get("type") != "legal_case"]
    order = [key for key in entries if key not in set(moved)]
    places = list(accumulate((sort_key(words[key]) for key in order), max))  # the style has the last word
    for key in moved:
        name = sort_key(named[key])
        place = bisect(places, name)
        order.insert(place, key)
        places.insert(place, name)
    return {key: entries[key] for key in order}


def _without_article(words: str, source: Mapping[str, Any], listing: Listing) -> str:
    return listing.article(str(source.get("language", listing.language))).sub("", words)

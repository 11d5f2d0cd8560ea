"""How works cited are ordered: by the alphabet of the guide, without the articles of the language of each work."""

from functools import partial
from re import Pattern

from studyguide.citations import Listing
from studyguide.languages import conventions
from studyguide.languages.labels import Labels


def works_listing(labels: Labels) -> Listing:
    """The order of works cited in a guide with these labels."""
    alphabet, marks = conventions.alphabet(labels), conventions.quotation_marks(labels) or ()
    settings = "\n".join([*map(labels.setting, (conventions.ALPHABET, conventions.ARTICLES)), *marks])
    return Listing(labels.language, alphabet, partial(_article, labels), labels.cited_months, tuple(marks), settings)


def _article(labels: Labels, language: str) -> Pattern[str]:
    """What finds an article in a language, by its tag; the guide's own words may name those of its language."""
    short = language[:2].lower()
    return conventions.sorted_without(labels if labels.language.startswith(short) else Labels.of(short))

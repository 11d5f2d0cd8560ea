"""Tags of languages (BCP 47): whether one names a language, and what to write in its place.

A screen reader that does not know a tag reads the words in the wrong voice, and says nothing. So a tag has a language,
a script and a region that exist. Languages of three letters that CLDR does not name may exist: they are taken as given.
"""

import re
from functools import cache

_SHAPE = re.compile(
    r"(?P<language>[a-z]{2,3})(?:(?<=ar|ms|sw|uz|zh)-[a-z]{3})?(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?",
    re.IGNORECASE,
)

_USUAL = frozenset({"en", "en-GB", "en-US", "de", "es", "fr", "grc", "it", "la"})
"""Tags that need no Babel, which takes time to load."""

_PAIRS = """cz:cs dk:da gr:el jp:ja ua:uk in:id iw:he ji:yi jw:jv mo:ro ara:ar chi:zh cym:cy deu:de dut:nl ell:el eng:en
fra:fr fre:fr ger:de gle:ga gre:el heb:he ita:it jpn:ja lat:la nld:nl pol:pl por:pt rus:ru spa:es swe:sv tur:tr ukr:uk
wel:cy zho:zh"""
_MEANT = dict(pair.split(":") for pair in _PAIRS.split())
"""Codes of countries, former tags, and codes of three letters for languages that have two: what is meant."""


@cache
def fault(tag: str) -> str | None:
    """What is wrong with a tag, as a sentence with its remedy but without a full stop; None if it can be used."""
    if tag in _USUAL:
        return None
    found = _SHAPE.fullmatch(tag)
    if found is None:
        return f"'{tag}' is not the tag of a language. {_WRITE}"
    better = _better(found)
    if better == tag:
        return None
    return f"'{tag}' is not the tag of a language. {f'Write {better}' if better else _WRITE}"


_WRITE = "Write one such as fr, pt-BR or grc"


def _better(found: re.Match[str]) -> str:
    """The tag with what is meant in place of what does not exist; empty if nobody can know what is meant."""
    from studyguide.languages import locales  # late: Babel takes 20 ms

    tag, language, script, region = found[0], found["language"], found["script"], found["region"]
    meant = _MEANT.get(language.lower(), language)
    place = locales.region_in_place_of(region.upper()) if region else ""
    is_language = len(meant) == len("grc") or locales.is_language(meant.lower())
    if not is_language or (script and not locales.is_script(script.title())) or (region and not place):
        return ""
    if region and place != region.upper():
        tag = f"{tag[: found.start('region')]}{place}{tag[found.end('region') :]}"
    return meant + tag[len(language) :]

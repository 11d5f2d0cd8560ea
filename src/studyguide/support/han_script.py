"""The script of Chinese in a language tag: traditional characters, or simplified ones."""

TRADITIONAL = "zh-Hant"
"""The tag of Chinese in traditional characters, as they are used in Taiwan and Hong Kong."""
_PLACES = {"TW", "HK", "MO", "Hant"}
"""Regions and the script of traditional characters, in language tags."""


def is_traditional(language: str) -> bool:
    """Whether a tag is one of Chinese in traditional characters: ``zh-TW``, but not ``zh-Hans-HK``."""
    short, *rest = language.split("-")
    return short == "zh" and "Hans" not in rest and not _PLACES.isdisjoint(rest)

"""What a language tag says of Chinese characters: whether a text has them, and whether they are traditional ones."""

TRADITIONAL = "zh-Hant"
"""The tag of Chinese in traditional characters, as they are used in Taiwan and Hong Kong."""
_PLACES = {"TW", "HK", "MO", "Hant"}
"""Regions and the script of traditional characters, in language tags."""
_WIDE = frozenset(("ja", "yue", "zh"))


def is_traditional(language: str) -> bool:
    """Whether a tag is one of Chinese in traditional characters: ``zh-TW``, but not ``zh-Hans-HK``."""
    short, *rest = language.split("-")
    return short == "zh" and "Hans" not in rest and not _PLACES.isdisjoint(rest)


def has_wide_signs(language: str) -> bool:
    """Whether brackets, dashes and dots are as wide as the characters around them: in Chinese and Japanese."""
    return language.partition("-")[0] in _WIDE

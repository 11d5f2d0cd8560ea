"""The Arabic script: the languages that are written in it, and its signs."""

COMMA, SEMICOLON = "،", "؛"

_LANGUAGES = frozenset(("ar", "ckb", "fa", "ps", "sd", "ug", "ur"))


def is_script_of(language: str) -> bool:
    """Whether the language of a tag is written in it."""
    return language.partition("-")[0] in _LANGUAGES

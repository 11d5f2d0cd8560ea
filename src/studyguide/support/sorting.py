"""The order of names and words."""

import re
import unicodedata

_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ð": "d", "đ": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i", "ŋ": "ng", "ŧ": "t"}
)
"""Letters that Unicode does not take apart, under what English dictionaries sort them by."""


def sort_key(text: str) -> str:
    """Letters, figures and single spaces, without case and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return " ".join(re.sub(r"[^\w\s]", "", plain).split())

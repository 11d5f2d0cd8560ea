"""The order of names and words."""

import re
import unicodedata

_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ð": "d", "đ": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i", "ŋ": "ng", "ŧ": "t"}
)
"""Letters that Unicode does not decompose, with the letters that English dictionaries sort them by."""


def sort_key(text: str) -> str:
    """A key for sorting: letters, figures and single spaces, without case and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return " ".join(re.sub(r"[^\w\s]", "", plain).split())

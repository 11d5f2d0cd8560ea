"""The expected values for each type of error that our fields can raise, in words for authors."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel

from studyguide.guide.text_types import figure
from studyguide.support.errors import suggestion

_LIST = "write each entry on a line of its own, indented and after '- '"
_OF_FILE = re.compile(r"^(?:\./)?chapters/|\.(?:ya?ml|md|txt|docx?|odt|rtf|pdf)$", re.IGNORECASE)
"""What people write besides the name of a chapter's file."""
_PATTERNS = {  # beginning of a pattern: the expected value, and an example
    "^[a-z][a-z0-9]*": "small letters (a-z), digits and single hyphens, beginning with a letter",
    r"\d": "a year such as 1818, c. 1606, 1860–61 or 441 BC",
    r"^\d{1,3}:": "minutes and seconds, such as 4:05",
    "^urn:": "a URN such as 'urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6'",
    "^[a-z]{2,3}": "a language code such as 'en-GB' or 'fr'",
    "^[A-Za-z]{2,3}": "a language code such as 'en', 'fr' or 'zh-Hant'",
    r"^[\w ,.": "a number in the work, such as 12, 2.1 or 1–3",
    "^EPUB Accessibility": "a standard such as 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA'",
    "^https://": "an address that begins with 'https://', such as 'https://example.org/page'",
    "^https?://": "an address that begins with 'https://' or 'http://', such as 'https://example.org/page'",
    "^(https?|ftp)://": "an address that begins with 'https://' or 'http://', such as 'https://example.org/page'",
    r"^\w[\w:+-]*": "letters, digits and the signs - _ : . + without spaces, beginning with a letter or a digit",
}


def fields(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys that authors may write in a model."""
    return tuple(field.alias or name for name, field in model.model_fields.items())


def former(model: type[BaseModel]) -> Mapping[str, str]:
    """The keys and values of earlier versions; see `Model`."""
    found: Mapping[str, str] = getattr(model, "former", {})
    return found


def slug(text: str) -> str:
    """A text with only the characters that an id may have."""
    return re.sub("[^a-z0-9]+", "-", text.lower()).strip("-")


def as_id(text: str) -> str:
    """A text as an id; of a chapter's file, its name without the folder and the suffix."""
    return slug(_OF_FILE.sub("", text))


def choice(context: Mapping[str, Any]) -> str:
    """The value that was probably meant, or all allowed values."""
    names = re.findall(r"'([^']*)'", context["expected"])
    value = context["value"]
    return suggestion(value, names) if isinstance(value, str) else f"one of: {', '.join(sorted(names))}"


def _pattern(context: Mapping[str, Any]) -> str:
    pattern = context["pattern"]
    words = next(words for start, words in reversed(_PATTERNS.items()) if pattern.startswith(start))
    if not pattern.startswith("^[a-z][a-z0-9]*"):
        return words
    name = as_id(context["value"])
    return f"{words}, such as '{name if name[:1].isalpha() else 'scene-1'}'"


def _short(context: Mapping[str, Any]) -> str:
    return f"at least {context['min_length']} entr{'y' if context['min_length'] == 1 else 'ies'}: {_LIST}"


def _long_text(context: Mapping[str, Any]) -> str:
    return f"at most {context['max_length']:,} characters, and this has {len(context['value']):,}: shorten it"


def _keys(context: Mapping[str, Any]) -> str:
    return f"keys with values, indented under it: {', '.join(fields(context['model']))}"


def _says(words: str) -> Callable[[Mapping[str, Any]], str]:
    return words.format_map


_TEXT = _says("text")
_INT = _says("a whole number in digits")
_FLOAT = _says("a number such as 7.5")
_BOOL = _says("true or false")
_DATE = _says("a day written as year-month-day, such as 2026-11-23")
_TUPLE = _says(f"a list: {_LIST}")

WANTED: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "string_type": _TEXT,
    "string_too_short": _TEXT,
    "string_too_long": _long_text,
    "string_pattern_mismatch": _pattern,
    "int_type": _INT,
    "int_parsing": _INT,
    "int_parsing_size": _says("a smaller number"),
    "float_type": _FLOAT,
    "float_parsing": _FLOAT,
    "finite_number": _FLOAT,
    "bool_type": _BOOL,
    "bool_parsing": _BOOL,
    "date_type": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
    "greater_than": lambda context: f"a number above {figure(context['gt'])}",
    "greater_than_equal": lambda context: f"{figure(context['ge'])} or more",
    "less_than_equal": lambda context: f"{figure(context['le'])} or less",
    "enum": choice,
    "literal_error": choice,
    "tuple_type": _TUPLE,
    "too_short": _short,
    "too_long": _says("at most {max_length} entries, and this has {actual_length}"),
    "model_type": _keys,
    "dict_type": _says("keys with values, indented under it"),
}
"""For each type of error that our models can raise, the expected value."""

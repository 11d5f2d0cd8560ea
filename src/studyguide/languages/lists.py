"""Lists: several names in a sentence, as a language joins them."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence

_FEW = 2
_SEMICOLONS = {"fr": "\u202f; ", "el": "\u00b7 "}
"""Where it is not the sign of English: Greek has a raised point, because ``;`` ends questions."""


def together(names: Sequence[str], language: str) -> str:
    """``novel and film``; ``novel, film and play``.

    The last conjunction is the one that the language has before such a name: Welsh ``ac ysgol``, Spanish ``e hijos``.
    """
    if len(names) < _FEW:
        return "".join(names)
    from babel.lists import format_list  # late: few pages need it

    joined = str(format_list(list(names), locale=language.replace("-", "_")))
    if not (found := _CONJUNCTIONS.get(language.partition("-")[0])):
        return joined
    usual, before = found
    head = joined.removesuffix(f" {usual} {names[-1]}")
    return f"{head} {before(_spoken(names[-1]))} {names[-1]}"


def semicolon(language: str) -> str:
    """What is between the parts of a list that have commas inside: a semicolon, with a space before it in French."""
    return _SEMICOLONS.get(language.partition("-")[0], "; ")


def _spoken(name: str) -> str:
    """A name from its first letter or digit, without accents: after quotation marks and marks of English labels."""
    letters = "".join(sign for sign in unicodedata.normalize("NFD", name) if not unicodedata.combining(sign))
    return re.sub(r"^[\W_]+", "", letters)


def _welsh(name: str) -> str:
    """*Ac* before a vowel, and before numbers that are read with one: *un*, *wyth*, *un ar ddeg*, *un ar bymtheg*."""
    return "ac" if _WELSH_VOWEL.match(name) else "a"


def _spanish(name: str) -> str:
    """*E* before the sound of *i*, but not before a diphthong (*hielo*, *Iago*) or a Roman number."""
    return "e" if _SPANISH_I.match(name) and not _ROMAN.match(name) else "y"


_WELSH_VOWEL = re.compile(r"[aeiouwy8]|1[16]?(?!,?\d)|1[16],?\d{3}(?!,?\d)", re.IGNORECASE)
_SPANISH_I = re.compile(r"h?i(?![aeou])|y(?![aeiou])", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXLCDM]+\b")

_CONJUNCTIONS: Mapping[str, tuple[str, Callable[[str], str]]] = {"cy": ("a(c)", _welsh), "es": ("y", _spanish)}
"""For each language whose conjunction depends on the next word: what CLDR has, and what is right before a name."""

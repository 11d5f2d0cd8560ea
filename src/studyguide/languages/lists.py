"""Lists: several names in a sentence, as a language joins them."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence

from studyguide.languages import prefixes

_FEW = 2
_JAPANESE = "{}と{}"
"""For two names, where Babel has a comma."""


def together(names: Sequence[str], language: str) -> str:
    """``novel and film``; ``novel, film and play``.

    The last conjunction is the one that the language has before such a name: Welsh ``ac ysgol``, Spanish ``e hijos``.
    In Persian there is no comma before it, as in its school-books.
    """
    if len(names) == _FEW and language.partition("-")[0] == "ja":
        return _JAPANESE.format(*names)
    return counted(names, language)


def counted(names: Sequence[str], language: str) -> str:
    """The same for counts, such as ``2 scenes and 3 people``: in Japanese, they have a comma between them."""
    if len(names) < _FEW:
        return "".join(names)
    from babel.lists import format_list  # late: few pages need it

    joined = str(format_list(list(names), locale=language.replace("-", "_")))
    joined = prefixes.joined(joined.removesuffix(names[-1]), names[-1], language) + names[-1]
    if not (found := _CONJUNCTIONS.get(language.partition("-")[0])):
        return joined
    usual, before = found
    head = joined.removesuffix(f" {usual} {names[-1]}").removesuffix("،")
    return f"{head} {before(_spoken(names[-1]))} {names[-1]}"


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


def _persian(_name: str) -> str:
    return "و"


_WELSH_VOWEL = re.compile(r"[aeiouwy8]|1[16]?(?!,?\d)|1[16],?\d{3}(?!,?\d)", re.IGNORECASE)
_SPANISH_I = re.compile(r"h?i(?![aeou])|y(?![aeiou])", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXLCDM]+\b")

_CONJUNCTIONS: Mapping[str, tuple[str, Callable[[str], str]]] = {
    "cy": ("a(c)", _welsh),
    "es": ("y", _spanish),
    "fa": ("و", _persian),
}
"""For each language whose conjunction depends on the next word, or follows no comma: CLDR’s, and the right one."""

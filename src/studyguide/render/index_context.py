"""The words around a name: whether they show that it is another name, or no name at all."""

import re
from collections.abc import Collection

from studyguide.render.index_terms import IndexEntry

_WORD = re.compile(r"(?<!\w)[^\W\d_]\w*")
_BEFORE = re.compile(r"([^\W\d_][\w-]*\.?)[ \N{NO-BREAK SPACE}]$")
_AFTER = re.compile(r"[ \N{NO-BREAK SPACE}]([^\W\d_][\w-]+)")
_NEAR = 200
"""How many characters before a name are looked at."""
_OPENERS = "“‘„‚«‹\"'([{¿¡–—"
_STOPS = ".!?…:;"


class Context:
    """Judges the names in one section by the words beside them; in doubt, they are not names of the cast."""

    def __init__(self, text: str, honorifics: Collection[str]) -> None:
        self._common = {word for word in _WORD.findall(text) if word[0].islower()}
        self._honorifics = honorifics

    def is_name(self, match: re.Match[str], entry: IndexEntry) -> bool:
        """Whether a match is a name of a person of the cast.

        It is not if another word of a name is beside it (*Ruth Wilson*), unless that is an honorific; nor, if it is a
        word too (*Will*), at the beginning of a sentence.
        """
        if " " in match[0]:
            return True
        before = match.string[max(0, match.start() - _NEAR) : match.start()]
        after = _AFTER.match(match.string, match.end())
        if match[0] in entry.inside and _begins(before):
            return False
        earlier = _BEFORE.search(before)
        return not (earlier and self._is_name(earlier[1])) and not (after and self._is_name(after[1]))

    def _is_name(self, word: str) -> bool:
        """Whether a word beside a name belongs to it: it has a capital here, and nowhere small letters."""
        if word.endswith(".") or word in self._honorifics:
            return False
        return word[0].isupper() and word.lower() not in self._common


def _begins(before: str) -> bool:
    """Whether the words after a text begin a sentence, or may begin one."""
    before = before.rstrip()
    return not before or before[-1] in _STOPS or before[-1] in _OPENERS

"""Sentences: where they begin and end. It has no rules; others build on it."""

import re
from collections.abc import Iterator

from studyguide.markdown import HIDDEN

_END = re.compile(rf"[.!?…][”’\"')\]{HIDDEN}]*(?=\s+[“‘\"'(\[]?(?:[^\W_a-z]|{HIDDEN}))")
_SHORT = re.compile(r"(?:\b(?:Mrs?|Ms|Dr|St|vs|cf|ch|pp?|no|vol|e\.g|i\.e)|\b[A-Z])\.$")
"""What ends in a full stop and ends no sentence: abbreviations and initials."""
_WORD = re.compile(r"[^\W_]+(?:[-’'.,][^\W_]+)*")


def sentences(words: str) -> Iterator[tuple[int, str]]:
    """Each sentence in a passage's words, and where it begins."""
    start = 0
    for match in _END.finditer(words):
        if not _SHORT.search(words[start : match.end()]):
            yield start, words[start : match.end()]
            start = match.end() + len(words[match.end() :]) - len(words[match.end() :].lstrip())
    if words[start:].strip():
        yield start, words[start:]


def counted(sentence: str) -> list[str]:
    """The words in a sentence; numbers and compounds are one each."""
    return _WORD.findall(sentence.replace(HIDDEN, " "))

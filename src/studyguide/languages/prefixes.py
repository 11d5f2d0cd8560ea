"""Prefixes: *and*, *in* or *to* in Hebrew, which are joined to the next word, and to letters or figures by a maqaf."""

import re

_PREFIX = re.compile(r"(?<![א-ת])[ובהלכמש]\Z")
_BEFORE_WORDS = re.compile(r"(?:<[^<>]*>|[*_\[\x86])*")
"""What may be in front of the first word of a name: elements, Markdown, and the mark of an English label."""
_MAQAF = "\N{HEBREW PUNCTUATION MAQAF}"


def joined(before: str, name: str, language: str) -> str:
    """The text before a name, with a maqaf if it ends with a prefix and the name is in other letters: *ו־Hamlet*."""
    if language.partition("-")[0] != "he" or not _PREFIX.search(before):
        return before
    first = _BEFORE_WORDS.sub("", name, count=1)[:1]
    return f"{before}{_MAQAF}" if first.isalnum() and not "א" <= first <= "ת" else before

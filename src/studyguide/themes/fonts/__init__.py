"""Fonts: the families of a look, the characters in each, and subsets of them for a file.

A theme names a family for each role (text, labels, code). Characters that this family lacks are set in `FALLBACKS`, the
same for every role and theme, so a look never depends on the fonts of a machine.
"""

from studyguide.themes.fonts.coverage import MARKS, clusters, covering, has, is_silent, signs, split, strays
from studyguide.themes.fonts.cutting import cut, file_name
from studyguide.themes.fonts.families import (
    ROLES,
    Family,
    Font,
    chain,
    emoji,
    faces,
    fallbacks,
    find,
    han,
    han_first,
    licence,
    picture_signs,
)
from studyguide.themes.fonts.measure import advance
from studyguide.themes.fonts.pictographs import set_as_emoji
from studyguide.themes.fonts.scripts import is_plain, packages

__all__ = [
    "MARKS",
    "ROLES",
    "Family",
    "Font",
    "advance",
    "chain",
    "clusters",
    "covering",
    "cut",
    "emoji",
    "faces",
    "fallbacks",
    "file_name",
    "find",
    "han",
    "han_first",
    "has",
    "is_plain",
    "is_silent",
    "licence",
    "packages",
    "picture_signs",
    "set_as_emoji",
    "signs",
    "split",
    "strays",
]

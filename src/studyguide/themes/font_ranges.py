"""Which font has the signs that Western and Chinese texts share: quotation marks, dashes and dots.

They are as wide as a character in Chinese and Japanese, so the font of the language has them there, although that of
Latin letters comes first. Single quotation marks stay with Latin letters: they are apostrophes, too.
"""

from collections.abc import Iterable, Iterator

from studyguide.themes import fonts
from studyguide.themes.fonts import Font

LANGUAGES = frozenset(("ja", "yue", "zh"))
SIGNS = frozenset(map(ord, "\N{EM DASH}“”…"))


def are_in(language: str) -> bool:
    """Whether these signs are wide in a language."""
    return language.partition("-")[0] in LANGUAGES


def limit(font: Font, faces: Iterable[Font], language: str) -> str:
    """The descriptor ``unicode-range`` that takes these signs away from a face; empty if it may have them."""
    family = fonts.han(language) if are_in(language) else None
    if family is None or font.family == family.css or family.css not in {face.family for face in faces}:
        return ""
    has = fonts.signs(font.path)
    return f"unicode-range: {', '.join(_ranges(sorted(has - SIGNS)))}; " if has & SIGNS else ""


def _ranges(points: list[int]) -> Iterator[str]:
    """Code points in a row, such as ``U+20-7E``."""
    first = last = points[0]
    for point in [*points[1:], -1]:
        if point != last + 1:
            yield f"U+{first:X}-{last:X}"
            first = point
        last = point

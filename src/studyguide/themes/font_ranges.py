"""The characters that a font has and must not set, because another font has them in the style of the text around them.

Signs that Western and Chinese texts share, quotation marks, dashes and dots, are as wide as a character in Chinese and
Japanese, so the font of the language has them there, although that of Latin letters comes first. Single quotation marks
stay with Latin letters: they are apostrophes, too. And a font with the Greek letters of mathematics alone sets none.
"""

from collections.abc import Iterable, Iterator

from studyguide.support.han_script import has_wide_signs
from studyguide.themes import fonts
from studyguide.themes.fonts import Font

SIGNS = frozenset(map(ord, "\N{EM DASH}“”…"))


def limit(font: Font, faces: Iterable[Font], language: str) -> str:
    """The descriptor ``unicode-range`` that takes such characters away from a face; empty if it has none."""
    has = fonts.signs(font.path)
    taken = has & SIGNS if _has_wide_signs(font, faces, language) else frozenset()
    if not taken and not fonts.strays(font.path):
        return ""
    return f"unicode-range: {', '.join(_ranges(sorted(has - taken)))}; "


def _has_wide_signs(font: Font, faces: Iterable[Font], language: str) -> bool:
    """Whether another face has the signs that are wide in the language."""
    family = fonts.han(language) if has_wide_signs(language) else None
    return family is not None and font.family != family.css and family.css in {face.family for face in faces}


def _ranges(points: list[int]) -> Iterator[str]:
    """Code points in a row, such as ``U+20-7E``."""
    first = last = points[0]
    for point in [*points[1:], -1]:
        if point != last + 1:
            yield f"U+{first:X}-{last:X}"
            first = point
        last = point

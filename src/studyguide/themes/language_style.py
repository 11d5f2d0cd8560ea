"""What the language of a guide changes in a look: its direction, the order of its fonts, and its emphasis."""

import re
from collections.abc import Iterable

from studyguide.themes.fonts import Font, han_first
from studyguide.themes.mirror import mirrored

WITHOUT_ITALICS = frozenset(
    {"ja", "zh", "yue", "ko"}
    | {"hi", "mr", "ne", "sa", "bn", "as", "ta", "te", "gu", "pa", "kn", "ml", "or", "si"}
    | {"th", "lo", "km", "my"}
)
"""Languages whose scripts have no italics, as those from right to left: slanted letters are hard to read.

Emphasis is bold.
"""
_NUMBERED_INSIDE = frozenset({"ja", "zh", "yue", "ko"})
"""Languages whose chapters have their number inside a word (第4章), so that it cannot be on a line of its own."""
_TITLED = frozenset({"ja", "zh", "yue"})
"""Languages whose titles of works have marks of their own, and whose signs are as wide as their characters."""
_EMPHASIS = re.compile(r"(--emphasis-style:\s*)italic;(\s*--emphasis-weight:\s*)[^;]+;")
_FIGURES = re.compile(r"\boldstyle-nums( proportional-nums)?")
_NUMBER = re.compile(r"(--number-display:\s*)block\b")
_NAMES = re.compile(r'"[^"\n]*"(?:, "[^"\n]*")*')
_COLON = re.compile(r'(attr\(data-label\) )": "')
"""What style sheets have between the label of a column and its cell."""
_PLAIN_TITLES = "\ncite { font-weight: inherit; }\n"
_ONE_WEIGHT = frozenset({"ja", "zh", "yue", "ko"})
"""Languages whose fonts have one weight: WeasyPrint makes no bold letters of it, so that print needs a line below."""
_LINE_BELOW = """
@media print {
  em, strong { text-decoration: underline; text-decoration-thickness: 0.06em; text-underline-offset: 0.2em; }
}
"""


def has_italics(language: str, direction: str) -> bool:
    """Whether emphasis may be slanted in a language and its direction (``rtl``, or empty)."""
    return direction != "rtl" and language.partition("-")[0] not in WITHOUT_ITALICS


def set_for(css: str, faces: tuple[Font, ...], language: str, direction: str) -> tuple[str, tuple[Font, ...]]:
    """The style sheets and the fonts of a look for a language and its direction (``rtl``, or empty)."""
    short = language.partition("-")[0]
    if direction == "rtl":
        css = mirrored(css)
    if not has_italics(language, direction):
        css = _FIGURES.sub("lining-nums", _EMPHASIS.sub(r"\1normal;\g<2>700;", css))
    if short in _NUMBERED_INSIDE:
        css = _NUMBER.sub(r"\1inline", css)
    if short in _TITLED:
        css = _COLON.sub(r'\1"："', css) + _PLAIN_TITLES
    if short in _ONE_WEIGHT:
        css += _LINE_BELOW
    ordered = han_first((face.family for face in faces), language)
    if ordered == [*dict.fromkeys(face.family for face in faces)]:
        return css, faces
    return _NAMES.sub(lambda found: _listed(found[0], language), css), _sorted(faces, ordered)


def _listed(names: str, language: str) -> str:
    """A list of families in a style sheet, in the order of a language."""
    return ", ".join(f'"{name}"' for name in han_first(names[1:-1].split('", "'), language))


def _sorted(faces: Iterable[Font], names: list[str]) -> tuple[Font, ...]:
    return tuple(sorted(faces, key=lambda face: names.index(face.family)))

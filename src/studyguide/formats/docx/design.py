"""Design: what a look says that a Word document can say too. Lengths are in twips, twentieths of a point."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from studyguide.support import signatures
from studyguide.themes import css
from studyguide.themes.theme import Look

PAPERS = {"a4": (11906, 16838), "letter": (12240, 15840), "a5": (8391, 11906), "half-letter": (7920, 12240)}
"""Width and height of each paper in ``styles/papers``."""
COMMON = {"text": "Georgia", "label": "Arial", "code": "Courier New"}
"""The font of each role in a theme that needs no family of its own. Office has them, and other programs have fonts with
letters of the same widths; a family of a theme would be replaced by another on each machine, and pages would break."""
SUBSTITUTES = {"roman": "Georgia", "swiss": "Arial", "modern": "Courier New"}
"""The font to use where a family is not installed, by the kind of family (ECMA-376 Part 1, 17.8.3.9)."""
ALIKE = {"Georgia": "Gelasio", "Arial": "Liberation Sans", "Courier New": "Liberation Mono"}
"""Fonts with letters of the same widths as the common ones."""
SCHOOL_STYLES = "--school-styles"
"""The property of a theme that says what it takes from a school: ``all``; ``colours`` if readers need its letters."""
KINDS = {"text": "roman", "label": "swiss", "code": "modern"}
"""The kind of family for each role of a theme."""
_USUAL = {"--size-small": 0.86, "--size-label": 0.85, "--size-h3": 1.12, "--size-question": 1.2}
_USUAL |= {"--size-h2": 1.45, "--size-h1": 2.6, "--size-bibliography": 0.85}
_VAR = re.compile(r"var\(\s*(--[\w-]+)\s*\)")


@dataclass(frozen=True)
class Design:
    """The page, the fonts, the sizes and the colours of a document."""

    paper: tuple[int, int]
    """Width and height."""
    margins: tuple[int, int, int, int]
    """Top, right, bottom, left."""
    fonts: Mapping[str, str]
    """The family of each role: ``text``, ``label`` and ``code``."""
    size: float
    """The size of the text, in points."""
    scale: Mapping[str, float]
    """Other sizes relative to it, by their property in the theme."""
    ink: str
    """A colour, as six hexadecimal digits; so are the others."""
    soft: str
    accent: str
    rule: str
    tint: str
    line: int
    """The distance between two lines to write on."""
    is_sheet: bool
    emphasis: str
    """The run property of emphasis: ``i``, or ``b`` in a theme without italics."""
    foreign: str = ""
    """The family of a school's document, whose kind we do not know."""

    @property
    def width(self) -> int:
        """The length of a line."""
        return self.paper[0] - self.margins[1] - self.margins[3]

    @property
    def body_font(self) -> str:
        """The family of running text: sheets are set in the family for labels."""
        return self.fonts["label" if self.is_sheet else "text"]

    def half_points(self, factor: float) -> int:
        """A size relative to the text, in half points, as Word counts it."""
        return round(2 * self.size * factor)


def millimetres(value: float) -> int:
    """A length in millimetres as twips."""
    return round(value * 1440 / 25.4)


def design(look: Look, *, is_sheet: bool) -> Design:
    """The design of a guide or a sheet in this look."""
    properties = css.set_by_root(look.css)
    is_half = look.paper in signatures.WHOLES
    size = _plain(properties, "--size-print-small" if is_half else "--size-print")
    side = millimetres(15 if is_half else 22)
    sheet = (millimetres(15), millimetres(16), millimetres(18), millimetres(20))
    return Design(
        paper=PAPERS[look.paper],
        margins=sheet if is_sheet else (side, side, side, side),
        fonts={role: look.family(role) for role in KINDS} if keeps_letters(look) else COMMON,
        size=_number(size) + is_sheet,
        scale={name: _relative(properties, name) for name in _USUAL},
        ink=_colour(properties, "--ink"),
        soft=_colour(properties, "--ink-soft"),
        accent=_colour(properties, "--accent"),
        rule=_colour(properties, "--rule"),
        tint=_colour(properties, "--tint"),
        line=millimetres(_number(_plain(properties, "--answer-line"))),
        is_sheet=is_sheet,
        emphasis="b" if _plain(properties, "--emphasis-style") == "normal" else "i",
    )


def keeps_letters(look: Look) -> bool:
    """Whether the readers of a theme need its own fonts, sizes and spacing."""
    return css.set_by_root(look.css).get(SCHOOL_STYLES, "all").strip() == "colours"


def _plain(properties: Mapping[str, str], name: str) -> str:
    """The value of a property; if it is another property, its value."""
    value = properties[name].strip()
    found = _VAR.fullmatch(value)
    return _plain({key: each for key, each in properties.items() if key != name}, found[1]) if found else value


def _number(value: str) -> float:
    """The number of a length such as ``7.5mm``."""
    return float(re.sub(r"[^\d.]", "", value))


def _relative(properties: Mapping[str, str], name: str) -> float:
    """A size in ``rem``; the usual one if the theme calculates it."""
    value = _plain(properties, name)
    return float(value[:-3]) if re.fullmatch(r"[\d.]+rem", value) else _USUAL[name]


def _colour(properties: Mapping[str, str], name: str) -> str:
    """A colour as ``1F2A28``; of three digits, each is doubled."""
    digits = _plain(properties, name).lstrip("#").upper()
    return "".join(2 * digit for digit in digits) if len(digits) == len("FFF") else digits[:6]

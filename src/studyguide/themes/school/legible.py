"""What nobody could read: colours of a school's document below WCAG 2.2, 1.4.3 and 1.4.11, level AA."""

from studyguide.themes.contrast import LINES_AA, TEXT_AA, contrast
from studyguide.themes.school.look import Found

WHITE = "FFFFFF"
THEMES = 7.0
"""The contrast of every colour of letters in our themes with white. Ours are on the school's shading too."""
DARKEST = THEMES / TEXT_AA
"""The most contrast of a shading with white that leaves our letters `TEXT_AA`."""


def text_colour(found: Found) -> str | None:
    """The colour of letters, as six hexadecimal digits."""
    colour = found.properties["rPr"].get("color", {}).get("val", "auto")
    return None if colour == "auto" else colour


def judge(found: Found, around: str | None) -> None:
    """Leave out the colours that nobody could read; `around` is the colour of letters that a style inherits."""
    colour = text_colour(found)
    if colour and (ratio := _ratio(colour, WHITE)) < TEXT_AA:
        found.refuse("rPr", "color", f"the colour #{colour}, whose contrast with white is {ratio:.1f}:1, below 4.5:1")
    _judge_shading(found, text_colour(found) or around)
    for side, line in list(found.properties["tblPr"].items()):
        colour = line.get("color", "auto")
        if line.get("val") not in {"nil", "none"} and colour != "auto" and _ratio(colour, WHITE) < LINES_AA:
            found.refuse("tblPr", side, f"a border of the colour #{colour}, whose contrast with white is below 3:1")


def _judge_shading(found: Found, colour: str | None) -> None:
    fill = found.properties["pPr"].get("shd", {}).get("fill", "auto")
    if fill == "auto":
        return
    if _ratio(fill, WHITE) > DARKEST or (colour and _ratio(colour, fill) < TEXT_AA):
        found.refuse("pPr", "shd", f"the shading #{fill}, which is too dark for letters of other styles on it")


def _ratio(one: str, other: str) -> float:
    return contrast(f"#{one}", f"#{other}")

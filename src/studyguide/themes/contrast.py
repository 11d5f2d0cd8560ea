"""Contrast: the contrast between the colours of a theme (WCAG 2.2, 1.4.3 and 1.4.11)."""

import re
from collections.abc import Iterable, Mapping

from studyguide.support import paths
from studyguide.support.errors import UsageError, suggestion
from studyguide.themes import css

TEXT = (
    *(("--ink", ground) for ground in ("--paper", "--tint", "--tint-deep")),
    *(("--ink-soft", ground) for ground in ("--paper", "--tint")),
    *(("--accent", ground) for ground in ("--paper", "--tint", "--tint-deep")),
)
"""Colours of letters and of their backgrounds; only title and edition are on the deep tint of the cover."""

LINES = (("--rule", "--paper"), ("--rule", "--tint"), ("--accent", "--paper"))
"""Colours of meaningful lines and of their backgrounds."""

TEXT_AA, LINES_AA = 4.5, 3.0
"""The least contrast at level AA, for letters of any size and for lines."""

Pair = tuple[str, str]

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def properties(theme: str) -> Mapping[str, str]:
    """The custom properties that a theme sets, with their values. Raises `UsageError` if there is no such theme."""
    if theme not in paths.style_names("themes"):
        raise UsageError(f"There is no theme '{theme}'. {suggestion(theme, paths.style_names('themes'))}")
    sheet = (paths.styles_folder() / "themes" / f"{theme}.css").read_text("utf-8")
    return css.set_by_root(sheet)


def faint(colours: Mapping[str, str], pairs: Iterable[Pair], least: float) -> dict[Pair, float]:
    """The pairs with a contrast below `least`, and their contrast; only colours like #1f2a28 are compared."""
    sound = [pair for pair in pairs if all(_COLOUR.fullmatch(colours.get(name, "")) for name in pair)]
    ratios = {pair: contrast(*(colours[name] for name in pair)) for pair in sound}
    return {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < least}


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours like #1f2a28, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)  # noqa: PLR2004 (sRGB)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

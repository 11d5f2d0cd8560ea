"""Estimates the page of every id before the parts are laid out."""

import re
from collections.abc import Sequence
from math import ceil

from studyguide.formats.pdf.layout.part import PartState, blank_before
from studyguide.publication import page_refs
from studyguide.support import signatures
from studyguide.themes.theme import Look


def simple(sheets: Sequence[PartState]) -> list[PartState]:
    """The parts except for an index, whose text depends on the page numbers, not only on their number of digits."""
    return [sheet for sheet in sheets if not sheet.part.has_locators]


def guesses(sheets: Sequence[PartState], scale: float) -> dict[str, int]:
    """The estimated page of each id, with `scale` characters on a page; more exact where parts are laid out already."""
    found: dict[str, int] = {}
    first = 1
    for sheet in sheets:
        first += blank_before(sheet.part, first)
        extent, much = sheet.part.extent, scale if sheet.part.ids else page_refs.TYPICAL  # contents count typical pages
        numbers = sheet.laid.numbers(first) if sheet.laid else page_refs.estimate([extent], first, much)
        for name, number in numbers.items():
            found.setdefault(name, number)
        first += sheet.laid.pages if sheet.laid else max(1, ceil(extent.length / much))
    return found


def scale(look: Look) -> float:
    """The estimated characters on a page (`page_refs.TYPICAL`), from the type size and spacing in the style sheets."""
    half = look.paper in signatures.WHOLES
    size = _said(look, "size-print-small" if half else "size-print", "pt") or 10
    leading, tracking = _said(look, "leading") or 1.38, _said(look, "tracking", "em")
    whole = 1.2 if half or "--columns: 0;" in look.css else 1  # without a column of labels beside the text
    found = page_refs.TYPICAL * (10 / size) ** 2 * (1.38 / leading) * (0.5 / (0.5 + tracking)) * whole / (1 + half)
    return max(1.0, found)


def _said(look: Look, name: str, unit: str = "") -> float:
    """The theme's value of a custom property; 0 if it is not set, or not set to a number."""
    found = re.findall(rf"--{name}: (\d+(?:\.\d+)?){unit};", look.css)
    return float(found[-1]) if found else 0.0

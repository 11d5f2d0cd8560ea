"""Measures the width of a line of text in its fonts. HarfBuzz shapes it, the same on each machine."""

from functools import cache, lru_cache
from itertools import groupby
from typing import Any

from studyguide.themes.fonts.coverage import covers, split
from studyguide.themes.fonts.families import Family, Font, faces, fallbacks, find

UNKNOWN = 1.0
"""The width in ems of a character that no font has."""


@lru_cache(maxsize=4096)
def advance(text: str, family: str, weight: int = 400) -> float:
    """The width of a line in ems, in a family (`ROLES`) and its fallbacks, upright."""
    runs = groupby(split(text), lambda letter: _face(letter, family, weight))
    return sum(_shaped("".join(letters), face, weight) for face, letters in runs)


@lru_cache(maxsize=4096)
def _face(letter: str, family: str, weight: int) -> Font | None:
    """The face for a letter; None if no font has it."""
    return next((face for each in _chain(family) if covers((face := _upright(each, weight)).path, letter)), None)


@cache
def _chain(family: str) -> tuple[Family, ...]:
    own = find(family)
    return (*((own,) if own else ()), *fallbacks())


@cache
def _upright(family: Family, weight: int) -> Font:
    upright = [face for face in faces(family) if face.style == "normal"]
    return min(upright, key=lambda face: abs(face.weight - weight))


def _shaped(text: str, face: Font | None, weight: int) -> float:
    if face is None:
        return UNKNOWN * len(text)
    import uharfbuzz  # late, as in `coverage`

    font, em = _font(face, weight)
    run = uharfbuzz.Buffer()
    run.add_str(text)
    run.guess_segment_properties()
    uharfbuzz.shape(font, run)
    return float(sum(glyph.x_advance for glyph in run.glyph_positions) / em)


@cache
def _font(face: Font, weight: int) -> tuple[Any, int]:
    """A font of HarfBuzz, and its units in an em."""
    import uharfbuzz  # late, as in `coverage`

    file = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(face.path)))
    font = uharfbuzz.Font(file)
    if file.axis_infos:
        font.set_variations({"wght": weight})
    return font, file.upem

"""The parts of a story side by side, with one stroke for each scene."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate

from studyguide.guide import works
from studyguide.guide.chapters.plot import Part, Plot
from studyguide.guide.info import GuideInfo
from studyguide.languages.labels import Labels
from studyguide.markdown import plain
from studyguide.render.diagrams import text_width
from studyguide.render.diagrams.split_rows import in_lots
from studyguide.themes.theme import Drawing

SIZE = 12
MARGIN = 10
"""White space beside the words of a part."""
STEP, LEAST = 8, 3
"""The distance from one stroke to the next: at most, and at least."""
FIRST = 7
"""The x of the first stroke of a part."""
_LINE = 14


@dataclass(frozen=True)
class Division:
    """A part: its left edge, its strokes, and its lines of text; the first `bold` lines are its title."""

    x: float
    strokes: tuple[float, ...]
    lines: tuple[str, ...]
    bold: int


@dataclass(frozen=True)
class Strip:
    """As many parts of a story as fit one sheet, and the same in words."""

    height: int
    parts: tuple[Division, ...]
    words: str


def strips(chapter: Plot, info: GuideInfo, drawing: Drawing) -> tuple[Strip, ...]:
    """All parts of a plot, in as many strips as necessary for every word to fit."""
    needs = [(part, _need(part)) for part in chapter.parts]
    lots = in_lots(needs, lambda lot: sum(need for _, need in lot) <= drawing.width)
    said = partial(_words, labels=info.labels, division=works.division(chapter.told(info)))
    return tuple(_strip(lot, drawing.width, said) for lot in lots)


def _need(part: Part) -> float:
    """The least width of a part, for its longest word and for its strokes."""
    words = [text_width.width(word, SIZE, bold=True) for word in plain(part.title).split()]
    words += [text_width.width(word, SIZE) for word in plain(part.when or "").split()]
    return max(*words, LEAST * len(part.scenes) + FIRST) + MARGIN


def _strip(lot: Sequence[tuple[Part, float]], width: int, said: Callable[[Part], str]) -> Strip:
    """Parts side by side, all of one width if each fits it; if not, each has its least width and an equal share more.

    The distance between strokes is the same in all parts, so that readers can compare lengths.
    """
    even = width / len(lot)
    spare = (width - sum(need for _, need in lot)) / len(lot)
    fits = all(need <= even for _, need in lot)
    wide = [even if fits else need + spare for _, need in lot]
    lefts = accumulate(wide, initial=0.0)
    step = min(STEP, *((room - MARGIN - FIRST) / len(part.scenes) for (part, _), room in zip(lot, wide, strict=True)))
    found = tuple(_division(part, left, room, step) for (part, _), left, room in zip(lot, lefts, wide, strict=False))
    rows = max(len(part.lines) for part in found)
    return Strip(42 + rows * _LINE, found, "; ".join(said(part) for part, _ in lot) + ".")


def _division(part: Part, left: float, wide: float, step: float) -> Division:
    strokes = tuple(round(left + FIRST + number * step, 1) for number in range(len(part.scenes)))
    title = text_width.wrapped(plain(part.title), wide - MARGIN, SIZE, bold=True)
    return Division(
        round(left, 1), strokes, (*title, *text_width.wrapped(plain(part.when or ""), wide - MARGIN, SIZE)), len(title)
    )


def _words(part: Part, labels: Labels, division: str) -> str:
    title, when = plain(part.title), plain(part.when or "")
    count = labels.say(f"division.count-{division.replace(' ', '-')}", n=len(part.scenes))
    if when:
        return labels.say("strip.dated-part", title=title, when=when, divisions=count)
    return labels.say("strip.part", title=title, divisions=count)

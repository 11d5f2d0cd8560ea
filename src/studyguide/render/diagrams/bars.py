"""Bars for scores and sums, each drawn in the line of its figure."""

from collections.abc import Sequence
from dataclasses import dataclass

from studyguide.guide.chapters.reception import Money, Score

LENGTH = 160
"""The length of the longest bar, in units; a bar is 10 units high. Style sheets set the height, and so the scale."""
LEAST = 0.6
"""The length of the shortest bar that can be seen."""


@dataclass(frozen=True)
class Bar:
    """A bar: solid, then striped, in a frame."""

    solid: float
    striped: float
    frame: float
    """The length of the frame; 0 if there is none."""

    @property
    def width(self) -> float:
        """The width of the drawing, with half of the lines around it."""
        return round(max(self.solid + self.striped, self.frame) + 1, 1)


def score_bar(score: Score) -> Bar:
    """A score, in a frame for the most that could be given."""
    return Bar(_length(score.score, score.out_of), 0, LENGTH)


def money_bars(sums: Sequence[Money]) -> tuple[Bar, ...]:
    """All sums to one scale: solid up to the smallest figure reported, striped on to the largest."""
    largest = max(_high(money) for money in sums)
    return tuple(_money_bar(money, largest) for money in sums)


def _money_bar(money: Money, largest: float) -> Bar:
    solid, whole = _length(money.low, largest), _length(_high(money), largest)
    return Bar(solid, round(whole - solid, 1), 0)


def _high(money: Money) -> float:
    return money.low if money.high is None else money.high


def _length(part: float, whole: float) -> float:
    """A part of the whole length; nothing only for zero."""
    return max(LEAST, round(LENGTH * min(part / whole, 1), 1)) if part else 0

"""Scores on one scale, each as a dot between zero and the maximum."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

from studyguide.guide.chapters.reception import Score
from studyguide.guide.text_types import figure
from studyguide.languages.labels import Labels
from studyguide.markdown import plain
from studyguide.render.diagrams import text_width
from studyguide.render.diagrams.split_rows import divided
from studyguide.themes.theme import Drawing

SIZE = 12
LEFT, RIGHT = 8, 98
"""White space on both sides of the scale; figures are to the right of it, and longer figures shorten the scale."""
GAP = 14
_LINE = SIZE * text_width.LEADING


@dataclass(frozen=True)
class Dot:
    """A score: who gave it, the position of its dot, and when it was given or seen."""

    y: float
    who: tuple[str, ...]
    x: float
    track: float
    """The y of its scale on the sheet."""
    figure: str
    when: str


@dataclass(frozen=True)
class Dots:
    """A finished picture, with the foot of its scale at `height`."""

    height: float
    right: float
    """The x of the end of all scales."""
    dots: tuple[Dot, ...]
    words: str


def dots(scores: Sequence[Score], drawing: Drawing, labels: Labels) -> tuple[Dots, ...]:
    """A dot for every score, in as many pictures as necessary."""
    figures = (_figure(score, labels) for score in scores)
    right = floor(drawing.width - max(RIGHT, GAP + text_width.widest(tuple(figures), SIZE, bold=True)))
    room = drawing.width - LEFT
    lots = divided(scores, lambda score: _height(score, room), drawing)
    return tuple(_sheet(lot, right, room, labels) for lot in lots)


def _height(score: Score, room: float) -> float:
    """The height of a score on a sheet."""
    lines = len(text_width.wrapped(plain(score.who), room, SIZE, bold=True))
    return lines * _LINE + 18 + (1.6 if score.when or score.seen else 0.7) * _LINE


def _figure(score: Score, labels: Labels) -> str:
    return labels.say("scores.figure", score=figure(score.score), most=figure(score.out_of))


def _sheet(scores: Sequence[Score], right: int, room: float, labels: Labels) -> Dots:
    found, words, y = [], [], 0.0
    for score in scores:
        who = text_width.wrapped(plain(score.who), room, SIZE, bold=True)
        track = y + len(who) * _LINE + 9
        part = min(score.score / score.out_of, 1.0)
        when, said = _when(score, labels), _figure(score, labels)
        words.append(f"{plain(score.who)}: {said}{', ' if when else ''}{when}")
        found.append(Dot(round(y, 1), who, round(LEFT + part * (right - LEFT), 1), round(track, 1), said, when))
        y = track + 9 + (1.6 if when else 0.7) * _LINE
    return Dots(round(y, 1), right, tuple(found), f"{'; '.join(words)}.")


def _when(score: Score, labels: Labels) -> str:
    """When a score was given or, if that is not known, seen."""
    if score.when:
        return plain(score.when)
    return labels.say("scores.seen", month=labels.month(score.seen)) if score.seen else ""

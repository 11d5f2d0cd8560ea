"""Moves boxes a little, one at a time, until they and the lines between them do not overlap.

A layout treats people as points without size; this makes room for their names, and for the labels on the lines.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from studyguide.render.diagrams.geometry import Box, Point, cross, distance, line_between

GAP = 11
"""The least distance between two boxes, or between a box and a line that passes it."""
STEPS = (16.0, 8.0)
ROUNDS = 12
"""The most times that every box is tried at each step."""
_WAYS = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (1, -1), (-1, 1), (-1, -1))

Tie = tuple[tuple[int, int], float]
"""A pair of boxes by their numbers, and the least length of the line between them, for its label."""
Ends = tuple[Point, Point]
"""Where such a line begins and ends."""


def nudged(boxes: Sequence[Box], ties: Sequence[Tie], sheet: Point) -> list[Box]:
    """The boxes, moved to where they overlap least."""
    now = list(boxes)
    for step in STEPS:
        for _ in range(ROUNDS):
            moved = [_moved(now, number, step, ties, sheet) for number in range(len(now))]
            if not any(moved):
                break
    return now


def _moved(boxes: list[Box], number: int, step: float, ties: Sequence[Tie], sheet: Point) -> bool:
    """Move one box to where it overlaps the others least; whether it moved."""
    lines = lines_between(boxes, ties)
    home, least = boxes[number], trouble(boxes, number, ties, lines)
    own = [place for place, (pair, _) in enumerate(ties) if number in pair]
    for there in _around(home, step, sheet) if least else ():
        boxes[number], before = there, boxes[number]
        for place in own:  # the other lines are where they were
            lines[place] = line_between(boxes, ties[place][0])
        found = trouble(boxes, number, ties, lines)
        if found < least - 1e-6:
            least = found
        else:
            boxes[number] = before
    return boxes[number] is not home


def _around(box: Box, step: float, sheet: Point) -> Iterator[Box]:
    """The positions around a box that are on the sheet."""
    for right, down in _WAYS:
        x, y = box.x + right * step, box.y + down * step
        on_sheet = box.width / 2 + 1 <= x <= sheet.x - box.width / 2 - 1
        if on_sheet and box.height / 2 + 1 <= y <= sheet.y - box.height / 2 - 1:
            yield replace(box, x=round(x, 1), y=round(y, 1))


def lines_between(boxes: Sequence[Box], ties: Sequence[Tie]) -> list[Ends]:
    """The line of each tie, from edge to edge."""
    return [line_between(boxes, pair) for pair, _ in ties]


def trouble(boxes: Sequence[Box], number: int, ties: Sequence[Tie], lines: Sequence[Ends]) -> float:
    """A penalty for the overlaps of one box and its lines: touching boxes cost most, then hidden and short lines."""
    box = boxes[number]
    total = 10.0 * sum(box.meets(other, GAP) for n, other in enumerate(boxes) if n != number)
    for (pair, need), line in zip(ties, lines, strict=True):
        if number not in pair:
            total += 5.0 * box.cuts(*line, GAP / 2)
            continue
        total += 5.0 * sum(each.cuts(*line, GAP / 2) for n, each in enumerate(boxes) if n not in pair)
        total += max(0.0, need - distance(*line)) / 8
        total += 1.5 * sum(cross(*line, *other) for other in lines)
    return total

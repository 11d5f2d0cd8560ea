"""Rows of the table: what was measured, beside what it is measured against and the goal."""

from dataclasses import dataclass

from tests.bench.meter import Cost


@dataclass(frozen=True)
class Row:
    """A line of the table, in words, and what its bar shows."""

    what: str
    against: str
    ours: str
    theirs: str
    wall: str
    cpu: str
    goal: str
    met: bool
    ratio: float | None = None
    """What is judged, where it is a ratio."""
    aim: float = 0
    """And its goal."""


def builds(what: str, against: str, ours: Cost, theirs: Cost, goal: float) -> Row:
    """Two builds, judged by the time that passes."""
    wall, cpu = ours.wall / theirs.wall, ours.cpu / theirs.cpu
    seconds = f"{ours.wall:.2f} s", f"{theirs.wall:.2f} s"
    return Row(what, against, *seconds, f"{wall:.2f}", f"{cpu:.2f}", f"{goal:.2f}", wall <= goal, wall, goal)


def waits(what: str, against: str, ours: Cost, theirs: Cost, goal: float) -> Row:
    """Two builds of which only the time that passes can be compared, because other processes do a part of it."""
    wall = ours.wall / theirs.wall
    seconds = f"{ours.wall:.2f} s", f"{theirs.wall:.2f} s"
    return Row(what, against, *seconds, f"{wall:.2f}", "", f"{goal:.2f}", wall <= goal, wall, goal)


def pages(what: str, against: str, ours: tuple[Cost, int], theirs: tuple[Cost, int], goal: float) -> Row:
    """Two builds of so many pages each, judged by the processor time of a page."""
    (mine, many), (other, few) = ours, theirs
    wall, cpu = mine.wall / many / (other.wall / few), mine.cpu / many / (other.cpu / few)
    each = f"{mine.cpu / many * 1000:.0f} ms", f"{other.cpu / few * 1000:.0f} ms"
    return Row(what, against, *each, f"{wall:.2f}", f"{cpu:.2f}", f"{goal:.2f}", cpu <= goal, cpu, goal)


def moment(what: str, seconds: float, goal: float) -> Row:
    """What is measured in milliseconds."""
    return Row(what, "", f"{seconds * 1000:.0f} ms", "", "", "", f"{goal * 1000:.0f} ms", seconds <= goal)


def memory(what: str, most: int, goal: int) -> Row:
    """What is measured in megabytes (of a million bytes)."""
    return Row(what, "", f"{most / 1e6:.0f} MB", "", "", "", f"{goal / 1e6:.0f} MB", most <= goal)

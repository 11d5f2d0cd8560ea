"""Boxes and lines, and where they meet."""

import pytest

from studyguide.render.diagrams.geometry import Box, Point, cross

BOX = Box(10, 10, 8, 4)


@pytest.mark.parametrize(
    ("start", "end", "cut"),
    [
        ((0, 10), (20, 10), True),
        ((0, 13), (20, 13), False),
        ((10, 0), (10, 20), True),
        ((0, 0), (20, 20), True),
        ((0, 8), (8, 0), False),
        ((0, 10), (5, 10), False),
        ((10, 10), (11, 10), True),
    ],
)
def test_a_line_cuts_a_box(start, end, cut):
    assert BOX.cuts(Point(*start), Point(*end)) is cut


def test_a_gap_counts():
    assert BOX.cuts(Point(0, 13), Point(20, 13), 2)
    assert Box(20, 10, 8, 4).meets(BOX, 3)
    assert not Box(20, 10, 8, 4).meets(BOX, 1)


def test_lines_leave_a_box_at_its_edge():
    assert BOX.edge(Point(110, 10)) == Point(14, 10)
    assert BOX.edge(Point(10, 110)) == Point(10, 12)


def test_lines_cross_inside_both():
    assert cross(Point(0, 0), Point(2, 2), Point(0, 2), Point(2, 0))
    assert not cross(Point(0, 0), Point(2, 2), Point(2, 2), Point(3, 0))

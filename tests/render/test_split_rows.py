"""No row of a picture that is divided stands alone, if that can be."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyguide.render.diagrams.split_rows import HEAD, MOST, divided, in_lots
from studyguide.themes.theme import USUAL, drawing


@pytest.mark.parametrize(
    ("heights", "lots"),
    [
        ([], []),
        ([20], [1]),
        ([20] * 15, [15]),
        ([20] * 16, [8, 8]),
        ([20] * 31, [11, 10, 10]),
        ([290, 20, 20, 20], [1, 3]),
        ([20, 20, 270, 20], [2, 2]),
        ([400, 400], [1, 1]),
        ([140] * 3, [2, 1]),
    ],
)
def test_rows_are_divided_alike(heights, lots):
    assert sorted(map(len, divided(heights, float, USUAL)), reverse=True) == sorted(lots, reverse=True)


def test_a_drawing_that_may_be_less_high_has_fewer_rows():
    assert sorted(map(len, divided([20] * 15, float, drawing("large-print-24")))) == [7, 8]


@given(st.lists(st.integers(10, 320), max_size=9))
def test_no_other_division_has_fewer_single_rows(heights):
    most = min(MOST, USUAL.height - HEAD)
    lots = divided(heights, float, USUAL)
    assert [height for lot in lots for height in lot] == heights
    assert all(sum(lot) <= most or len(lot) == 1 for lot in lots)
    ways = [way for way in _ways(heights) if all(sum(lot) <= most or len(lot) == 1 for lot in way)]
    assert sum(len(lot) == 1 for lot in lots) == min(sum(len(lot) == 1 for lot in way) for way in ways)


def _ways(rows):
    """All ways to divide some rows."""
    for cuts in range(2 ** max(len(rows) - 1, 0)):
        ends = [place for place in range(1, len(rows)) if cuts >> (place - 1) & 1]
        yield [rows[start:end] for start, end in pairwise([0, *ends, len(rows)])] if rows else []


def test_what_fits_is_asked_of_few_lots():
    """Time is linear in the number of rows."""
    asked = []

    def fits(lot):
        asked.append(len(lot))
        return len(lot) <= 5

    assert len(in_lots(range(1000), fits)) == 200
    assert len(asked) < 6 * 1000

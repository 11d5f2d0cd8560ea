"""Which pages share a side, how many sheets and booklets there are, and what they cost in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyguide.cli import print_cost
from studyguide.support import signatures


def folded(sides):
    """The pages as they come in a folded booklet, from its sides as they come from the printer."""
    fronts, backs = sides[::2], sides[1::2]
    first = [page for front, back in zip(fronts, backs, strict=True) for page in (front[1], back[0])]
    last = [page for front, back in zip(fronts, backs, strict=True) for page in (front[0], back[1])]
    return first + last[::-1]


@pytest.mark.parametrize(
    ("pages", "sides"),
    [
        (1, [(None, 1), (None, None)]),
        (5, [(None, 1), (2, None), (None, 3), (4, 5)]),
        (8, [(8, 1), (2, 7), (6, 3), (4, 5)]),
    ],
)
def test_sides_as_they_are_printed(pages, sides):
    assert list(signatures.sides(pages)) == sides


@pytest.mark.parametrize(
    ("pages", "booklets"),
    [
        (80, [range(1, 81)]),
        (81, [range(1, 45), range(45, 82)]),
        (112, [range(1, 57), range(57, 113)]),
        (161, [range(1, 57), range(57, 113), range(113, 162)]),
    ],
)
def test_a_long_guide_becomes_several_booklets(pages, booklets):
    assert list(signatures.booklets(pages)) == booklets


@given(st.integers(1, 1000))
def test_folded_sheets_can_be_read(pages):
    sides, start = list(signatures.sides(pages)), 0
    assert len(sides) == 2 * signatures.sheets(pages)
    sizes = [signatures.sheets(len(booklet)) for booklet in signatures.booklets(pages)]
    for booklet, sheets in zip(signatures.booklets(pages), sizes, strict=True):
        found = folded(sides[start : start + 2 * sheets])
        assert found == [*booklet, *[None] * (4 * sheets - len(booklet))]
        start += 2 * sheets
    assert start == len(sides)
    assert max(sizes) <= signatures.MOST_SHEETS
    assert max(sizes) - min(sizes) <= 1
    assert len(sizes) == -(-pages // 80)


CLASS = "; for a class of 28: 980 sheets on both sides, 1,932 on one"


@pytest.mark.parametrize(
    ("pages", "folded_", "copies", "words"),
    [
        (69, False, None, "69 pages; 35 sheets printed on both sides, 69 on one"),
        (69, False, 28, f"69 pages; 35 sheets printed on both sides, 69 on one{CLASS}"),
        (
            1,
            False,
            1,
            "1 page; 1 sheet printed on both sides, 1 on one; for a class of 1: 1 sheet on both sides, 1 on one",
        ),
        (112, True, 28, "112 pages; 28 sheets, folded into 2 booklets; for a class of 28: 784 sheets"),
        (24, True, None, "24 pages; 6 sheets, folded into one booklet"),
    ],
)
def test_what_printing_takes(pages, folded_, copies, words):
    assert print_cost.words(pages, folded=folded_, copies=copies) == words

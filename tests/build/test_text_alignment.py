"""Alignment: a place of one text in another that has more or less of it."""

from hashlib import sha256
from itertools import combinations, pairwise
from random import Random
from time import process_time

import pytest

from studyguide.build.text_alignment import Alignment, _chain

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def words(seed, length):
    chance = Random(seed)  # noqa: S311 (no secret is made of it)
    return "".join(chance.choice(LETTERS) for _ in range(length))


A, B, C, D = (words(seed, 300) for seed in range(4))
TWICE = words("twice", 200)


def places(own, other, *sought):
    aligned = Alignment(own, other)
    return [aligned.position(place) for place in sought]


def test_a_place_in_the_same_text_is_the_same_place():
    assert places(A, A, 0, 7, 299) == [0, 7, 299]


def test_a_passage_that_occurs_twice_is_found_where_it_is_meant():
    own, other = A + TWICE + B + TWICE + C, A + TWICE + D + B + TWICE + C
    first, second = 300, 300 + 200 + 300
    assert places(own, other, first, second) == [300, 300 + 200 + 300 + 300]
    assert places(own, other, first + 50, second + 50) == [350, 1150]


def test_a_passage_that_occurs_twice_and_is_once_in_the_other_text_has_one_place_there():
    own = A + TWICE + B + TWICE + C
    assert places(own, A + B + TWICE + C, 300, 800) == [None, 600]
    assert places(own, A + TWICE + B + C, 300, 800) == [300, None]


def test_a_passage_that_follows_itself_keeps_its_order():
    own, other = A + TWICE * 3 + B, D + A + TWICE * 3 + B
    assert places(own, other, 300, 500, 700) == [600, 800, 1000]


def test_what_a_text_lacks_has_no_place_there():
    assert places(A + B + C, A + C, 299, 300, 450, 600) == [None, None, None, 300]
    assert places(A, "", 0) == [None]
    assert places(A, B, 0, 100) == [None, None]


def test_the_end_of_a_text_is_found_and_words_at_its_very_end():
    assert places(A + "end", B + A + "end", 295, 300, 302) == [595, 600, 602]
    assert places("end", A + "end", 0) == [300]


@pytest.mark.parametrize("length", [120, 60, 30])
def test_the_first_words_of_a_place_are_enough(length):
    own, other = A + B + C, A + B[:length] + D + C
    assert places(own, other, 300) == [300]
    assert places(own, other, 300 + 1) == [301 if length > 30 else None]


def test_an_anchor_out_of_order_does_not_lead_astray():
    moved = words("moved", 40)
    own, other = A + moved + B + C, A + B + moved + C
    assert places(own, other, 0, 340, 640) == [0, 300, 640]


@pytest.mark.parametrize("text", ["a" * 200_000, words(9, 200_000), TWICE * 1_000])
def test_time_is_linear(text):
    began = process_time()
    aligned = Alignment(text, "x" + text + "x")
    for place in range(0, 200_000, 10_000):
        aligned.position(place)
    assert process_time() - began < 4


VERSE = "the rain it raineth every day, and so it did upon the morrow"


def test_a_place_behind_the_only_anchor_is_found_behind_it():
    """The verse is twice in one text, so that nothing but the letter before it says which is meant."""
    assert len(VERSE) == 60
    one, two = f"A{VERSE}", f"{VERSE}--A{VERSE}"
    assert places(one, two, 0, 1) == [62, 63]
    assert places(two, one, 62, 63) == [0, 1]


def test_the_last_letters_of_a_text_are_an_anchor_too():
    end = "abcdefghijklmnopqrstuvwxyz012x"
    assert len(end) == 30
    assert places(f"3x4x5x{end}", f"9{end}", 35) == [30]
    assert places(f"9{end}", f"3x4x5x{end}", 30) == [35]


def test_without_anchors_the_passages_are_counted():
    assert places("ab--ab", "ab++ab", 4) == [4]
    assert places("ab", "ab--", 0) == [0]
    assert places("aa", "a-a", 0, 1) == [None, 2]
    assert places("ab", "ba", 2) == [None]
    for short in ("ab", VERSE[:29]):  # the last letters of a text are not an anchor if they are few
        assert places(short, f"{short}-{short}", 0) == [0]


@pytest.mark.parametrize("seed", range(30))
def test_the_longest_chain_is_found(seed):
    order = sorted(range(7), key=lambda number: sha256(f"{seed} {number}".encode()).digest())
    pairs = [(2 * here, there) for here, there in enumerate(order)]
    chains = [chain for size in range(8) for chain in combinations(pairs, size)]
    rising = [chain for chain in chains if all(a[1] < b[1] for a, b in pairwise(chain))]
    found = tuple(_chain(iter(pairs)))
    assert found in rising
    assert len(found) == max(map(len, rising))


def test_of_nothing_the_chain_is_nothing():
    assert _chain(iter(())) == []

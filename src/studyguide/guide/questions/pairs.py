"""Pairs: what students match, with further entries on the right that match nothing."""

from collections.abc import Sequence

from studyguide.guide.items import Hideable
from studyguide.guide.questions.refusals import alike, refuse
from studyguide.guide.text_types import Inline

MOST = 26
"""The most entries on the right: each has a letter."""


class Pair(Hideable):
    """Two texts that belong together."""

    left: Inline
    """The text with a number."""
    right: Inline
    """The text with a letter that matches it."""


def check(pairs: Sequence[Pair], distractors: Sequence[str]) -> None:
    """Refuse pairs that cannot be told apart, or too few or too many of them."""
    if len(pairs) in {0, 1}:
        refuse("too_few_pairs", "a matching question needs at least two 'pairs'. Add them")
    if alike(pair.left for pair in pairs):
        refuse("pairs_alike", "two of the pairs have the same text on the left. Change one, or take it out")
    if alike(pair.right for pair in pairs):
        refuse("pairs_alike", "two of the pairs have the same text on the right. Change one, or take it out")
    if alike([*(pair.right for pair in pairs), *distractors]):
        refuse("distractors_alike", "a distractor is the same as another one, or as the right of a pair. Change it")
    if len(pairs) + len(distractors) > MOST:
        refuse("too_many_pairs", f"there may be {MOST} pairs and distractors, because each has a letter. Remove some")

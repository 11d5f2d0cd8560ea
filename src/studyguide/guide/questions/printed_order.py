"""Printed order: the order in which steps and matches are printed, which is never the right one.

It is that of the alphabet, as in any list of words, so that it tells nothing and is the same in every build.
"""

from collections.abc import Sequence

from studyguide import markdown
from studyguide.guide.questions.pairs import Pair
from studyguide.support.sorting import sort_key


def mixed(texts: Sequence[str], right: Sequence[str]) -> tuple[str, ...]:
    """The texts in the order of the alphabet; backwards, if that would have those of `right` in their right order."""
    found = sorted(texts, key=lambda text: (sort_key(markdown.plain(text)), text))
    tells = [text for text in found if text in right] == [*right]
    return tuple(found[::-1] if tells else found)


def steps(order: Sequence[str]) -> tuple[str, ...]:
    """The steps of an ordering question as they are printed."""
    return mixed(order, order)


def matches(pairs: Sequence[Pair], distractors: Sequence[str]) -> tuple[str, ...]:
    """The right-hand entries of a matching question as they are printed."""
    rights = [pair.right for pair in pairs]
    return mixed([*rights, *distractors], rights)


def places(texts: Sequence[str], printed: Sequence[str]) -> tuple[int, ...]:
    """The place of each text among those that are `printed`, from 0: that of its letter in the alphabet."""
    return tuple(printed.index(text) for text in texts)

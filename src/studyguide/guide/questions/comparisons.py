"""Comparisons: works or items to set side by side."""

from collections.abc import Sequence

from studyguide.guide.questions.refusals import refuse


def check(compare: Sequence[str]) -> None:
    """Refuse a comparison of fewer than two."""
    if len(compare) in {0, 1}:
        refuse("too_few_to_compare", "a comparison needs two or more ids of works or items in 'compare'. Add them")

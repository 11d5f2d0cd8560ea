"""Steps: what students put in order."""

from collections.abc import Sequence

from studyguide.guide.questions.refusals import alike, refuse


def check(order: Sequence[str]) -> None:
    """Refuse steps that have only one order, or two that are the same."""
    if len(order) in {0, 1}:
        refuse("too_few_steps", "an ordering question needs at least two steps in 'order'. Add them")
    if alike(order):
        refuse("steps_alike", "two of the steps are the same. Change one, or take it out")

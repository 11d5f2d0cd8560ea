"""Activities: things to do before, during and after."""

from typing import Literal

from pydantic import Field

from studyguide.model import Chapter, Id, Inline, Prose, Task


class Activity(Task):
    """One activity, ready to run."""

    id: Id
    title: Inline
    phase: Literal["before", "while", "after"]
    minutes: int = Field(ge=1, le=600)
    homework: bool = False
    """Whether it goes on at home after the minutes in class."""
    purpose: Inline
    materials: tuple[Inline, ...] = ()
    steps: tuple[Inline, ...] = Field(min_length=1)
    support: Inline | None = None
    stretch: Inline | None = None
    outcome: Inline | None = None
    """What the class has to show for it."""


class Activities(Chapter):
    """Activities in the order in which a class would do them."""

    kind: Literal["activities"]
    activities: tuple[Activity, ...] = Field(min_length=1)
    care: Prose | None = None
    """What to be careful about with this work in class."""

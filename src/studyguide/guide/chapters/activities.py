"""Activities: things to do before, during and after."""

from typing import Literal

from pydantic import Field

from studyguide.guide.items import Task
from studyguide.guide.model import Chapter
from studyguide.guide.text_types import Id, Inline, Prose


class Activity(Task):
    """One activity, ready to run."""

    id: Id
    title: Inline
    """What the activity is called."""
    phase: Literal["before", "while", "after"]
    """When the class does it: before, while or after reading or viewing."""
    minutes: int = Field(ge=1, le=600)
    """How long it takes in class."""
    homework: bool = False
    """Whether it goes on at home after the minutes in class."""
    purpose: Inline
    """What it is for, in a sentence."""
    materials: tuple[Inline, ...] = ()
    """What to bring or copy."""
    steps: tuple[Inline, ...] = Field(min_length=1)
    """What to do, one step each, in order."""
    support: Inline | None = None
    """How to make it easier."""
    stretch: Inline | None = None
    """How to make it harder."""
    outcome: Inline | None = None
    """What the class has to show for it."""


class Activities(Chapter):
    """Activities in the order in which a class would do them."""

    kind: Literal["activities"]
    activities: tuple[Activity, ...] = Field(min_length=1)
    """The activities, in the order of doing them."""
    care: Prose | None = None
    """What to be careful about with this work in class."""

"""Activities: things to do before, during and after."""

from typing import ClassVar, Literal

from pydantic import Field

from studyguide.guide.items import Task
from studyguide.guide.media import Media
from studyguide.guide.pointers import ChapterWithPointers
from studyguide.guide.text_types import Id, Inline, Prose


class Activity(Task):
    """One activity, ready to run."""

    looks_ahead: ClassVar = ("pointer",)

    id: Id
    title: Inline
    """The title of the activity."""
    phase: Literal["before", "while", "after"]
    """When the class does it: before, while or after reading or viewing."""
    minutes: int = Field(ge=1, le=600)
    """How long it takes in class."""
    homework: bool = False
    """Whether it continues at home after the minutes in class."""
    purpose: Inline
    """The purpose of the activity, in a sentence."""
    materials: tuple[Inline, ...] = ()
    """Things to bring or copy."""
    steps: tuple[Inline, ...] = Field(min_length=1)
    """The steps, in order."""
    support: Inline | None = None
    """How to make it easier."""
    stretch: Inline | None = None
    """How to make it harder."""
    outcome: Inline | None = None
    """The product of the activity, such as a poster."""
    pointer: Inline | None = None
    """For teachers: what to prepare and what to expect. It may mention the ending."""
    media: tuple[Media, ...] = ()
    """Films, sounds and pages on the web that go with it."""


class Activities(ChapterWithPointers):
    """Activities in the order a class would do them."""

    kind: Literal["activities"]
    activities: tuple[Activity, ...] = Field(min_length=1)
    """The activities, in the order a class would do them."""
    care: Prose | None = None
    """What to be careful about with this work in class."""

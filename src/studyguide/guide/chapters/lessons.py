"""Lessons: plans of lessons, and routes through them, for teachers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from pydantic import Field

from studyguide.guide.items import Item
from studyguide.guide.media import Media
from studyguide.guide.model import Chapter
from studyguide.guide.text_types import Id, Inline, LessonRef, Prose, SceneRef, ShownRef


class Step(Item):
    """A step of a lesson, and how long it takes."""

    title: Inline | None = None
    """The step in a few words."""
    text: Inline
    """What the teacher and the class do."""
    minutes: int = Field(ge=1, le=600)
    """How long it takes."""
    task: Prose | None = None
    """What students do, in words for them: it is on the slide of the step."""
    shows: tuple[ShownRef, ...] = ()
    """Ids of questions, activities, quotations and sequences to read closely: they are on the slides after the step."""


class Clip(Item):
    """A part of a film or a recording to play in the lesson."""

    tells_of: ClassVar = ("scene",)

    text: Inline
    """The part with its times, such as *00:12:30–00:15:10, the storm*."""
    scene: SceneRef | None = None
    """The id of the scene that it is from."""


class Lesson(Item):
    """The plan of one lesson."""

    id: Id
    title: Inline
    """The title of the lesson."""
    minutes: int | None = Field(default=None, ge=5, le=600)
    """How long it is, if that differs from other lessons of its routes, such as a double lesson."""
    aims: tuple[Inline, ...] = Field(min_length=1)
    """What students know or can do at the end."""
    starter: tuple[Step, ...] = ()
    """The steps that open the lesson."""
    main: tuple[Step, ...] = Field(min_length=1)
    """The steps of the main part."""
    plenary: tuple[Step, ...] = ()
    """The steps that close the lesson, with the whole class."""
    clips: tuple[Clip, ...] = ()
    """What to play."""
    pages: Inline | None = None
    """What to read, such as *chapters 1–4*."""
    needs: tuple[Inline, ...] = ()
    """What to bring or copy; `[](#act-trial)` prints the title of an activity, a set of questions or a theme."""
    homework: Inline | None = None
    """What to do at home afterwards."""
    support: Inline | None = None
    """How to make it easier."""
    stretch: Inline | None = None
    """How to make it harder."""
    media: tuple[Media, ...] = ()
    """Films, sounds and pages on the web that go with it."""

    @property
    def timed(self) -> Iterator["Timed"]:
        """Its steps, with the times at which they begin and end."""
        start = 0
        for stage in STAGES:
            for step in getattr(self, stage):
                yield Timed(stage, step, start, start + step.minutes)
                start += step.minutes

    @property
    def total(self) -> int:
        """The minutes of all its steps."""
        return sum(each.step.minutes for each in self.timed)


STAGES = ("starter", "main", "plenary")
"""The fields of a lesson that have steps, in order."""


@dataclass(frozen=True)
class Timed:
    """A step, with its stage and its times in minutes from the beginning of the lesson."""

    stage: str
    step: Step
    start: int
    end: int


class Route(Item):
    """A way through the lessons, for classes with so much time."""

    id: Id
    title: Inline
    """The name of the route, such as *Six lessons, film only*."""
    minutes: int = Field(ge=5, le=600)
    """How long a lesson is."""
    text: Prose | None = None
    """Whom it is for, and what it leaves out."""
    lessons: tuple[LessonRef, ...] = Field(min_length=1)
    """Ids of lessons of this chapter, in order."""


@dataclass(frozen=True)
class Stop:
    """A lesson on a route."""

    route: Route
    number: int
    """Its place, from 1."""
    lesson: Lesson

    @property
    def minutes(self) -> int:
        """How long the lesson is: its own length, or that of the lessons of the route."""
        return self.lesson.minutes or self.route.minutes


class Lessons(Chapter):
    """Lesson plans, and the routes through them."""

    audience: ClassVar = "teacher"

    kind: Literal["lessons"]
    lessons: tuple[Lesson, ...] = Field(min_length=1)
    """The plans. One lesson may be part of several routes."""
    routes: tuple[Route, ...] = Field(min_length=1)
    """The routes, such as one of six lessons and one of twenty."""

    def stops(self) -> Iterator[Stop]:
        """Every lesson of every route, in order. A route that names an unknown lesson goes on without it."""
        known = {lesson.id: lesson for lesson in self.lessons}
        for route in self.routes:
            yield from (Stop(route, n, known[name]) for n, name in enumerate(route.lessons, 1) if name in known)

    def of_route(self, route: Route) -> tuple[Stop, ...]:
        """The lessons of a route."""
        return tuple(stop for stop in self.stops() if stop.route is route)

    def of_lesson(self, lesson: Lesson) -> tuple[Stop, ...]:
        """The places that a lesson has on routes."""
        return tuple(stop for stop in self.stops() if stop.lesson is lesson)

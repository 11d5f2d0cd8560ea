"""Lessons: plans that are longer or much shorter than their lessons, and lessons that no route has."""

from collections.abc import Iterator, Mapping

from studyguide.guide.chapters.lessons import Lesson, Lessons
from studyguide.guide.model import Place
from studyguide.guide.texts import Findings
from studyguide.lint.rules import Rule


def too_long(findings: Findings) -> Iterator[tuple[Place, str]]:
    """The steps of a lesson take no more time than the lesson has."""
    for place, lesson, minutes, whose in _lengths(findings):
        if lesson.total > minutes:
            said = f"The steps take {lesson.total} minutes, and {whose} has {minutes}."
            yield place, f"{said} Shorten them, or give this lesson its own 'minutes'."


def too_short(findings: Findings) -> Iterator[tuple[Place, str]]:
    """The steps of a lesson fill at least three quarters of it."""
    for place, lesson, minutes, whose in _lengths(findings):
        if lesson.total * 4 < minutes * 3:
            said = f"The steps take only {lesson.total} minutes, and {whose} has {minutes}."
            yield place, f"{said} Add a step, or give this lesson its own 'minutes'."


def in_no_route(findings: Findings) -> Iterator[tuple[Place, str]]:
    """Every lesson is part of a route."""
    for chapter in _chapters(findings):
        named = {name for route in chapter.routes for name in route.lessons}
        for number, lesson in enumerate(chapter.lessons):
            if lesson.id not in named:
                place = findings.place(chapter.id, ("lessons", number, "id"))
                yield place, f"No route has the lesson '{lesson.id}'. Name it in the 'lessons' of one, or take it out."


def _lengths(findings: Findings) -> Iterator[tuple[Place, Lesson, int, str]]:
    """Each lesson at its place, with each length that it should have in minutes, and whose length that is."""
    for chapter in _chapters(findings):
        for number, lesson in enumerate(chapter.lessons):
            place = findings.place(chapter.id, ("lessons", number, "main"))
            routes = {stop.minutes: f"a lesson of the route '{stop.route.id}'" for stop in chapter.of_lesson(lesson)}
            lengths = {lesson.minutes: "the lesson"} if lesson.minutes else routes
            yield from ((place, lesson, minutes, whose) for minutes, whose in lengths.items())


def _chapters(findings: Findings) -> Iterator[Lessons]:
    return (chapter for chapter in findings.guide.chapters if isinstance(chapter, Lessons))


RULES: Mapping[str, Rule] = {"SG221": too_long, "SG222": too_short, "SG223": in_no_route}

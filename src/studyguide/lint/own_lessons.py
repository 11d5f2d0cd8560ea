"""Routes: their lessons are in the same chapter, because a route is printed with the plans of its lessons."""

from collections.abc import Iterator

from studyguide.guide.chapters.lessons import Lessons
from studyguide.guide.texts import Findings
from studyguide.support.errors import Problem


def own_lessons(findings: Findings) -> Iterator[Problem]:
    """A route names lessons of its own chapter. A name that no lesson has is a problem of another rule."""
    chapters = [chapter for chapter in findings.guide.chapters if isinstance(chapter, Lessons)]
    homes = {lesson.id: chapter.id for chapter in chapters for lesson in chapter.lessons}
    for chapter in chapters:
        own = {lesson.id for lesson in chapter.lessons}
        for number, route in enumerate(chapter.routes):
            for at, name in enumerate(route.lessons):
                if name in homes and name not in own:
                    place = findings.place(chapter.id, ("routes", number, "lessons", at))
                    message = f"The lesson '{name}' is in the chapter '{homes[name]}'. Move it here, or take it out."
                    yield Problem(place.file, place.line, place.column, message)

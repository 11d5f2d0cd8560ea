"""The school's document of a guide can be read."""

from collections.abc import Iterator

from studyguide.guide.model import Guide
from studyguide.support.errors import Problem
from studyguide.themes import school


def problems(guide: Guide) -> Iterator[Problem]:
    """The reason why the school's document cannot be read."""
    try:
        school.read(guide.folder)
    except school.SchoolError as error:
        yield Problem(school.NAME, 1, 1, str(error))

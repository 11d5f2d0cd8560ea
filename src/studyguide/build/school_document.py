"""The school's document of a guide, for a build: read when a format wants it."""

from pathlib import Path

from studyguide.support.errors import GuideError, Problem
from studyguide.themes import school
from studyguide.themes.school import School, SchoolError


def school_of(folder: Path, format_name: str) -> School | None:
    """The styles of the school's document; None if there is none, or for a format that does not use them.

    Raises `GuideError` if it cannot be read: it has changed since the guide was checked.
    """
    try:
        return school.read(folder, format_name)
    except SchoolError as error:
        raise GuideError([Problem(school.NAME, 1, 1, str(error))]) from error

"""The public interface for Python: load, check and build a guide. docs/python.md shows how to use it.

Names that are not listed here may change in any version.
"""

from dataclasses import replace
from pathlib import Path

from studyguide import build as building
from studyguide.build import Built, Request
from studyguide.build.checked_guide import Review, review
from studyguide.build.checked_guide import sound as load
from studyguide.guide.model import Guide
from studyguide.lint.rules import Remark
from studyguide.support import cache_key, up_to_date
from studyguide.support.errors import BuildError, GuideError, Problem, StudyguideError, UsageError

__all__ = [
    "BuildError",
    "Built",
    "Guide",
    "GuideError",
    "Problem",
    "Remark",
    "Request",
    "Review",
    "StudyguideError",
    "UsageError",
    "build",
    "check",
    "load",
]


def check(folder: Path) -> Review:
    """Problems and remarks of the guide in `folder`, each with its place; nothing is built.

    Raises `UsageError` if there is no such folder. A guide may be built if there are no problems.
    """
    return review(folder)


def build(folder: Path, request: Request) -> tuple[Built, ...]:
    """Write every format of a request, and return the files in that order.

    Raises `GuideError` (the author's mistakes), `UsageError` (a name that does not exist) or `BuildError` (layout or
    disk). Laid-out chapters are kept in the output folder, as by the command line, so that the next build is faster.
    """
    kept = replace(
        request.layout_options, cache=request.output / up_to_date.FOLDER / "cache", program=cache_key.program()
    )
    return building.build(folder, request if request.layout_options.cache else replace(request, layout_options=kept))

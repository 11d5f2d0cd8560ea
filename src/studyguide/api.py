"""The public interface for Python: load, check and build a guide. docs/python.md shows how to use it.

Names that are not listed here may change in any version.
"""

from pathlib import Path

from studyguide.build import Built, Request, build
from studyguide.build.checked_guide import Review, review
from studyguide.build.checked_guide import sound as load
from studyguide.guide.model import Guide
from studyguide.lint.rules import Remark
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

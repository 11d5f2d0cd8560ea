"""The guides of the repository, each read and checked once in a process: for tests that do not change their files.

A guide is frozen, so a test that needs another one makes it with `dataclasses.replace` and `model_copy`.
"""

from functools import cache
from pathlib import Path

from studyguide.build.checked_guide import sound
from studyguide.guide.model import Guide
from studyguide.support.paths import specimen_folder

FLAGSHIP = Path(__file__).parents[1] / "guide"


@cache
def specimen() -> Guide:
    """The guide with every kind of chapter."""
    return sound(specimen_folder())


@cache
def flagship() -> Guide:
    """The guide that the repository is for."""
    return sound(FLAGSHIP)

"""The kinds of handout, as modules, and the groups that they belong to."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from studyguide.guide.chapters import KINDS
from studyguide.guide.info import Edition
from studyguide.guide.model import Guide
from studyguide.handouts import kinds
from studyguide.handouts.sheet import Sheet, Tier


class Handout(Protocol):
    """The interface of a module in `kinds`."""

    GROUP: str
    TIERS: tuple[Tier, ...]
    MADE_OF: tuple[str, ...]

    def subjects(self, guide: Guide) -> Iterator[tuple[str, object]]:
        """The name of each sheet that `sheets` makes, in any tier, and what the sheet is made from."""

    def sheets(self, guide: Guide, tier: Tier) -> Iterator[Sheet]:
        """The sheets that can be made from a guide, with the content of one tier."""


@cache
def modules() -> dict[str, Handout]:
    """Each handout: name, as in the template's file name, to module."""
    found = (module.name for module in iter_modules(kinds.__path__))
    return {
        name.replace("_", "-"): cast("Handout", import_module(f"{kinds.__name__}.{name}")) for name in sorted(found)
    }


def groups() -> tuple[str, ...]:
    """The groups of handouts: the commands that make them."""
    return tuple(dict.fromkeys(module.GROUP for module in modules().values()))


def is_tiered(group: str) -> bool:
    """Whether sheets of a group have several tiers."""
    return any(len(module.TIERS) > 1 for module in of_group(group))


def is_for_teachers(group: str) -> bool:
    """Whether the sheets of a group are made from chapters that only teachers have."""
    return all(KINDS[module.MADE_OF[0]].audience == "teacher" for module in of_group(group))


def usual_edition(guide: Guide, group: str) -> Edition:
    """The edition that a group of handouts is made for: the first, or the first for teachers."""
    editions = guide.info.editions
    meant = [each for each in editions if each.audience == "teacher"] if is_for_teachers(group) else []
    return (meant or editions)[0]


def of_group(group: str) -> list[Handout]:
    """The handouts of a group."""
    return [module for module in modules().values() if group == module.GROUP]

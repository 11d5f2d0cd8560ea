"""The kinds of export, as modules, and the commands that write them."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from studyguide.exports import kinds
from studyguide.exports.export_groups import Group
from studyguide.exports.material import Material, QuizItem, StudyCard
from studyguide.exports.refusals import Refusal


class Export(Protocol):
    """The interface of a module in `kinds`."""

    GROUP: Group
    FILE: str
    PROGRAM: str
    CLICK: str
    SCHEMES: bool
    COUNTS: bool

    def make(self, material: Material) -> bytes:
        """The bytes of the file."""

    def refusal(self, unit: QuizItem | StudyCard) -> Refusal | None:
        """Why the format cannot take an item, or in the group ``cards`` a card."""


@cache
def modules() -> Mapping[str, Export]:
    """Each export: name, as in the module's file name, to module."""
    found = sorted(module.name for module in iter_modules(kinds.__path__))
    return {
        name.replace("_", "-"): cast("Export", import_module(f"{kinds.__name__}.{name}"))
        for name in found
        if not name.startswith("_")
    }


def of_group(group: Group) -> tuple[Export, ...]:
    """The exports that a command writes."""
    return tuple(module for module in modules().values() if group == module.GROUP)

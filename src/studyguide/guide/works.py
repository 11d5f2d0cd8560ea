"""Works: how each type of work is studied, what it is divided into, and what it is called beside other works."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from studyguide.guide.info import Work
from studyguide.guide.work_types import Activity, Division
from studyguide.languages.labels import Labels
from studyguide.languages.lists import together


@dataclass(frozen=True)
class Usual:
    """The usual activity and division of a type of work."""

    activity: Activity
    division: Division


TYPES: dict[str, Usual] = {
    "film": Usual("viewing", "scene"),
    "novel": Usual("reading", "chapter"),
    "short story": Usual("reading", "section"),
    "play": Usual("reading", "act and scene"),
    "series": Usual("viewing", "episode"),
    "poem": Usual("reading", "stanza"),
    "collection": Usual("reading", "text"),
    "graphic novel": Usual("reading", "chapter"),
    "documentary": Usual("viewing", "section"),
    "musical": Usual("viewing", "act and scene"),
    "opera": Usual("listening", "act and scene"),
    "game": Usual("playing", "level"),
    "speech": Usual("listening", "section"),
    "memoir": Usual("reading", "chapter"),
    "essay": Usual("reading", "section"),
}
"""For each type of work, what is usual; a work in guide.yaml can set another."""

_SCREEN = {"film", "series", "documentary", "game"}
_STAGE = {"play", "musical", "opera"}


def activity(work: Work) -> Activity:
    """How the class studies a work; in a guide with problems, the type may be missing."""
    return work.activity or TYPES.get(work.type, TYPES["novel"]).activity


def division(work: Work) -> Division:
    """What a work is divided into; see `activity`."""
    return work.division or TYPES.get(work.type, TYPES["novel"]).division


def made_for(works: Sequence[Work]) -> Literal["screen", "stage", "page"]:
    """What some works are made for: the screen if one of them is, else the stage if one is."""
    types = {work.type for work in works}
    return "screen" if types & _SCREEN else "stage" if types & _STAGE else "page"


def found(works: Sequence[Work], name: str | None) -> Work:
    """The work with an id; the first work if there is no id, or no such work."""
    return next((work for work in works if work.id == name), works[0])


def heads(works: Sequence[Work], labels: Labels) -> dict[str, str]:
    """Work id to a short name that tells it from the other works: *Novel*, *Film, 1940*, a title.

    The type is used if no other work has it, else the title if no other work has it, else type and year.
    """
    return {work.id: _head(work, works, labels) for work in works}


Naming = Literal["short", "type", "title", "year"]


def _naming(work: Work, works: Sequence[Work]) -> Naming:
    """What tells a work from the others."""
    others = [each for each in works if each is not work]
    if work.short:
        return "short"
    if all(work.type != each.type for each in others):
        return "type"
    return "title" if all(work.title != each.title for each in others) else "year"


def _head(work: Work, works: Sequence[Work], labels: Labels) -> str:
    naming, name = _naming(work, works), labels.say("work.head", by=work.type)
    if naming == "year":
        return labels.say("work.head-year", type=name, year=work.year)
    return {"short": work.short or "", "type": name, "title": work.title}[naming]


def places(works: Sequence[Work], labels: Labels) -> dict[str, str]:
    """Work id to a label for what is in it: *In the film*; a work with another head than its type has that head."""
    return {
        work.id: labels.say("work.in", by=work.type) if _naming(work, works) == "type" else _head(work, works, labels)
        for work in works
    }


def line(work: Work, labels: Labels) -> str:
    """A work in a line: ``Never Let Me Go (film, 2010), directed by Mark Romanek``."""
    kind = labels.say("work.type", by=work.type)
    return labels.say("work.line", by=work.type, title=work.title, type=kind, year=work.year, maker=work.by)


def listed(chosen: Sequence[Work], works: Sequence[Work], labels: Labels) -> str:
    """Some of a guide's works in words, for the beginning of a title: *Novel, film (1994) and film (2019)*."""
    names = (_in_list(work, works, labels, is_first=not place) for place, work in enumerate(chosen))
    return together([*names], labels.language)


def _in_list(work: Work, works: Sequence[Work], labels: Labels, *, is_first: bool) -> str:
    naming = _naming(work, works)
    name = labels.say("work.head" if is_first else "work.type", by=work.type)
    if naming == "year":
        return labels.say("work.in-list", type=name, year=work.year)
    return name if naming == "type" else _head(work, works, labels)

"""The rows of a comparison by the kind of change, and how many there are of each kind."""

from collections.abc import Iterator
from dataclasses import dataclass

from studyguide.guide.chapters.adaptation import Adaptation, Change
from studyguide.languages.labels import Labels
from studyguide.languages.lists import counted

KINDS = ("kept", "altered", "moved", "merged", "cut", "invented")
"""The kinds in the order of their groups, from the least change to the greatest."""


@dataclass(frozen=True)
class ChangeGroup:
    """The rows with one kind of change, in the order of the chapter."""

    kind: str
    rows: tuple[Change, ...]


def change_groups(chapter: Adaptation) -> tuple[ChangeGroup, ...]:
    """The kinds that have rows."""
    groups = (ChangeGroup(kind, tuple(row for row in chapter.rows if row.change == kind)) for kind in KINDS)
    return tuple(group for group in groups if group.rows)


def changes_counted(chapter: Adaptation, labels: Labels) -> str:
    """A sentence with the number of things of each kind; entries of the list `kept` are counted as kept."""
    number = len(chapter.rows) + len(chapter.kept)
    return labels.say("changes.counted", n=number, counts=counted([*_counts(chapter, labels)], labels.language))


def _counts(chapter: Adaptation, labels: Labels) -> Iterator[str]:
    for kind in KINDS:
        number = sum(row.change == kind for row in chapter.rows) + len(chapter.kept) * (kind == "kept")
        if number:
            yield labels.say("changes.count", by=kind, number=number)

"""The boxes of a content advisory: one, or one for each level if it is long, so that none is divided between pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from studyguide.guide.chapters.viewing import Advisory
from studyguide.guide.items import Spoiler

LONG = 1_500
"""The most characters of a box: half of a page."""


@dataclass(frozen=True)
class AdvisoryBox:
    """Some entries under a head of their own."""

    level: Spoiler | None
    """What all its entries give away; None if they differ."""
    is_continued: bool
    """Whether the box before it has entries of the same level."""
    entries: tuple[Advisory, ...]


def boxes(advisory: Sequence[Advisory]) -> tuple[AdvisoryBox, ...]:
    """All entries in as few boxes as possible, each in the order of the file; those that give less away come first."""
    if _length(advisory) <= LONG:
        return (AdvisoryBox(None, is_continued=False, entries=tuple(advisory)),) if advisory else ()
    return tuple(
        box for level in Spoiler for box in _of_level(level, [each for each in advisory if each.spoiler is level])
    )


def _of_level(level: Spoiler, entries: Sequence[Advisory]) -> Iterator[AdvisoryBox]:
    lots: list[list[Advisory]] = []
    for entry in entries:
        if lots and _length([*lots[-1], entry]) <= LONG:
            lots[-1].append(entry)
        else:
            lots.append([entry])
    yield from (AdvisoryBox(level, is_continued=bool(number), entries=tuple(lot)) for number, lot in enumerate(lots))


def _length(entries: Sequence[Advisory]) -> int:
    return sum(len(entry.topic) + len(entry.detail) for entry in entries)

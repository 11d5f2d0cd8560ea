"""Close reading: the shots or lines of a sequence, with room for what is seen, heard and noticed."""

from collections.abc import Iterator

from studyguide import markdown
from studyguide.guide.chapters.close_reading import CloseReading, Sequence
from studyguide.guide.model import Guide
from studyguide.handouts.sheet import Sheet, Tier, of_kind

GROUP = "worksheets"
TIERS = tuple(Tier)
MADE_OF = ("close-reading",)

COLUMNS = ("camera", "see", "hear", "notice")
"""The columns that students fill in. Words are there to be read, so every sheet has them."""


def subjects(guide: Guide) -> Iterator[tuple[str, Sequence]]:
    """Each sequence."""
    return ((each.id, each) for chapter in of_kind(guide, CloseReading) for each in chapter.sequences)


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:
    """A sheet for each sequence."""
    target = markdown.escaped(guide.info.labels.say("close-reading-sheet.target"))
    for name, sequence in subjects(guide):
        columns = tuple(column for column in COLUMNS if any(getattr(step, column) for step in sequence.steps))
        parts = {
            "sequence": sequence,
            "steps": sequence.steps,
            "columns": columns or COLUMNS[-1:],
            "given": _given(columns, tier),
            "is_key": tier == Tier.KEY,
            "lines": 2,
            "goes_further": tier == Tier.EXTENSION,
        }
        yield Sheet(name, sequence.title, target, parts)


def _given(columns: tuple[str, ...], tier: Tier) -> tuple[str, ...]:
    """The columns that are filled in: all of them in the key, and in support the first, unless it is the only one.

    Where a step has nothing in such a column, students have room for what they find themselves.
    """
    return columns if tier == Tier.KEY else columns[:-1][:1] if tier == Tier.SUPPORT else ()

"""Plot: parts, scenes in order, and a time line."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field

from studyguide.guide import works
from studyguide.guide.info import GuideInfo, Work
from studyguide.guide.items import Event, Item
from studyguide.guide.pointers import ChapterWithPointers
from studyguide.guide.scene_numbers import counted
from studyguide.guide.text_types import Id, Inline, Plain, Prose, WorkId

Number = Annotated[Plain, Field(max_length=20, pattern=r"^[\w ,.–-]+$")]


class Scene(Item):
    """One scene: what happens, and what to notice."""

    looks_ahead: ClassVar = ("pointer",)

    id: Id
    title: Inline
    """The title of the scene."""
    number: Number | None = None
    """Its number in the work: 12, 1–3 or 2.1. If you give none, the program counts on from the scene before it."""
    text: Prose
    """What happens."""
    notice: Inline | None = None
    """A question or hint that makes the reader look again."""
    pointer: Inline | None = None
    """For teachers: what to listen for in answers to `notice`. It may mention the ending."""


class Part(Item):
    """A part of the work, such as an act, with its scenes in order."""

    id: Id
    title: Inline
    """The title of the part."""
    number: Number | None = None
    """Its number, which is part of the numbers of its scenes if these are counted by part."""
    when: Inline | None = None
    """When it takes place."""
    where: Inline | None = None
    """Where it takes place."""
    text: Prose | None = None
    """An introduction, printed before its scenes."""
    scenes: tuple[Scene, ...] = Field(min_length=1)
    """Its scenes, in order."""


class Plot(ChapterWithPointers):
    """The story, part by part and scene by scene."""

    kind: Literal["plot"]
    work: WorkId | None = None
    """The id of the work whose story it is; the guide's first work if you name none."""
    numbering: Literal["through", "by part"] | None = None
    """Whether scenes are counted through the whole plot, or anew in each part; acts of a play do the latter anyway."""
    parts: tuple[Part, ...] = Field(min_length=1)
    """The parts of the story, in order."""
    timeline: tuple[Event, ...] = ()
    """The events of the story by date."""
    timeline_note: Prose | None = None
    """A comment, printed after the time line."""

    def told(self, info: GuideInfo) -> Work:
        """The work whose story it is."""
        return works.found(info.works, self.work)

    def counts_anew(self, info: GuideInfo) -> bool:
        """Whether its scenes are counted anew in each part."""
        anew = self.numbering or ("by part" if works.division(self.told(info)) == "act and scene" else "")
        return anew == "by part"

    def numbered(self, info: GuideInfo) -> Self:
        """See `Chapter`: every part and scene has a number."""
        own = [[scene.number for scene in part.scenes] for part in self.parts]
        found = counted(own, anew=self.counts_anew(info))
        (names,) = counted([[part.number for part in self.parts]], anew=False)
        parts = (
            part.model_copy(update={"number": name, "scenes": tuple(_numbered(part.scenes, numbers))})
            for part, name, numbers in zip(self.parts, names, found, strict=True)
        )
        return self.model_copy(update={"parts": tuple(parts)})


def _numbered(scenes: tuple[Scene, ...], numbers: list[str]) -> Iterator[Scene]:
    for scene, number in zip(scenes, numbers, strict=True):
        yield scene.model_copy(update={"number": number})

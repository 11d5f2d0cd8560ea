"""A whole guide as it was written: guide.yaml, chapters and sources, with the place of every value. All is frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field
from pathlib import Path
from typing import Any, ClassVar, Literal, Self

from studyguide.guide.info import Edition, GuideInfo
from studyguide.guide.items import Model, Spoiler
from studyguide.guide.text_types import Id, Plain, Prose, Tag
from studyguide.support.keep import Keep


class Chapter(Model):
    """The fields of all kinds of chapter. The id of a chapter is its file's name without the suffix."""

    factual: ClassVar[bool] = False
    """Whether this kind states facts about the world, which need sources."""
    sourced: ClassVar[tuple[str, ...]] = ()
    """The fields of its own that state facts."""
    audience: ClassVar[Literal["student", "teacher"]] = "student"
    """The readers of this kind: everybody, or only teachers."""

    kind: str
    """The kind of chapter: one of `studyguide list kinds`."""
    id: Id
    """The file's name without its suffix."""
    title: Plain
    """The chapter's title."""
    title_lang: Tag | None = None
    """The language of the title, if it is not that of the guide: fr, grc, es-MX."""
    short: Plain | None = None
    """A shorter title for the running head."""
    spoiler: Spoiler = Spoiler.SAFE
    """The lowest spoiler level of everything in this chapter."""
    intro: Prose | None = None
    """Opening paragraphs under the title."""

    @property
    def back_matter(self) -> tuple[str, ...]:
        """Names of separate sections at the back, each with a template ``kind.name.html.j2``."""
        return ()

    @property
    def answered(self) -> str:
        """Which answers are printed, one of `ANSWERS`; empty if the kind has no answers."""
        return "none"

    def numbered(self, info: GuideInfo) -> Self:  # noqa: ARG002 (for the kinds that override this)
        """This chapter with the numbers that the program counts, which are the same in every edition."""
        return self

    def for_edition(self, edition: Edition) -> Self:  # noqa: ARG002 (for the kinds that override this)
        """This chapter for the readers of `edition`, before spoiler levels hide items of every kind."""
        return self


@dataclass(frozen=True)
class Place:
    """The place of a value: a file relative to the guide, and a line and column counted from 1."""

    file: str
    line: int
    column: int
    source: str = dataclass_field(default="", compare=False, repr=False)
    """The text from here to its end as written in the file, so that places inside it can be found."""
    style: str = dataclass_field(default="", compare=False, repr=False)
    """How YAML has it: between ``'`` or ``"``, as a block after ``|`` or ``>``, or plain."""


Path_ = tuple[str | int, ...]
"""The path of a value: keys and list positions, such as ``("themes", 0, "title")``."""


def nearest(places: Mapping[Path_, Place], path: Path_) -> Place:
    """The place of a value in a file; of a default, which is not in the file, that of the nearest value around it."""
    while path not in places:
        path = path[:-1]
    return places[path]


@dataclass(frozen=True)
class Guide:
    """A whole guide as it was written, with the place of every value."""

    folder: Path
    info: GuideInfo
    chapters: tuple[Chapter, ...]
    sources: tuple[dict[str, Any], ...]
    """CSL-JSON items, in the order of writing; each has at least ``id`` and ``type``, and a title or a name."""
    places: dict[str, dict[Path_, Place]]
    """For each file (``guide.yaml``, ``sources.yaml``, chapter ids): path of a value to its place."""
    keep: Keep = dataclass_field(default_factory=Keep, compare=False, repr=False)
    """Results made from the guide and its editions, so that nothing is made twice."""
    letters: Mapping[str, str] = dataclass_field(default_factory=dict)
    """For the guide of an edition: theme id to letter, the same in every edition."""
    is_for_teachers: bool = False
    """For the guide of an edition: whether its readers are teachers."""

    def marked(self) -> "Guide":
        """The same with marks at English labels and at titles in another language, see `GuideInfo.marked`."""
        info = self.keep("marked labels", (self.info,), self.info.marked)
        return self if info is self.info else replace(self, info=info)

"""What was written: a guide, the works it studies, and the parts that every chapter is made of.

All types are frozen. Text fields name their markup in their type: `Inline` (one run of inline Markdown)
or `Prose` (paragraphs, lists, footnotes). `Ref` holds the id of a chapter or item, `Key` the key of a source,
`WorkId` the id of a work in guide.yaml.
"""

from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field


@dataclass(frozen=True)
class Role:
    """What a string field means, beyond being a string; found by `walk.strings` through the annotations."""

    name: Literal["inline", "prose", "ref", "key", "id", "work"]


Id = Annotated[str, Role("id"), Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
Ref = Annotated[str, Role("ref"), Field(min_length=1)]
Key = Annotated[str, Role("key"), Field(min_length=1)]
WorkId = Annotated[str, Role("work"), Field(min_length=1)]
Inline = Annotated[str, Role("inline"), Field(min_length=1, max_length=4_000)]
Prose = Annotated[str, Role("prose"), Field(min_length=1, max_length=200_000)]
Plain = Annotated[str, Field(min_length=1, max_length=400)]


class Spoiler(StrEnum):
    """How much an item gives away, from least to most."""

    SAFE = "safe"
    PREMISE = "premise"
    ENDING = "ending"

    @property
    def rank(self) -> int:
        """0 for safe, 2 for ending."""
        return list(Spoiler).index(self)


class Model(BaseModel):
    """The base of every type that authors fill in: frozen, and unknown keys are errors."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        allow_inf_nan=False,
        use_attribute_docstrings=True,
    )

    def revealing(self, level: Spoiler) -> Self:
        """A copy without the items, at any depth, that give away more than `level`."""
        changes = {name: _revealed(value, level) for name, value in self}
        return self.model_copy(update=changes)


class Item(Model):
    """A part of a chapter that can be pointed at, gated and sourced."""

    id: Id | None = None
    """The name by which `[text](#id)` points here; unique in the guide."""
    spoiler: Spoiler = Spoiler.SAFE
    """How much this item gives away."""
    sources: tuple[Key, ...] = ()
    """Keys in sources.yaml that support this item."""
    seen: date | None = None
    """For facts that age: the day on which they were looked up."""


class Edition(Model):
    """Who a build is for."""

    id: Id
    title: Plain
    audience: Literal["student", "teacher"] = "student"
    reveals: Spoiler = Spoiler.ENDING
    answers: bool = True
    """Whether answers and answer points are printed, in a section of their own at the back."""


class Chapter(Model):
    """What all kinds of chapter share; `id` is the file's name without its suffix."""

    kind: str
    id: Id
    title: Plain
    short: Plain | None = None
    """A shorter title for the running head."""
    spoiler: Spoiler = Spoiler.SAFE
    intro: Prose | None = None
    """Opening paragraphs under the title."""

    def for_edition(self, edition: Edition) -> Self:
        """This chapter as the readers of `edition` get it; kinds that hide more override this."""
        return self.revealing(edition.reveals)


class Credit(Item):
    """Who did what: a label and a value, such as *Director* and a name."""

    label: Inline
    value: Inline


class Event(Item):
    """A dated step in a story or in the making of a work."""

    when: Inline
    what: Inline
    work: WorkId | None = None
    """The work (its id in guide.yaml) whose time line this belongs to."""


class Work(Item):
    """A film, book, play or series that the guide studies.

    Its `sources` are the work itself: items that rest on them need no citation, for the guide is about nothing else.
    """

    id: Id
    type: Literal["film", "novel", "play", "series", "poem", "book"]
    title: Plain
    by: Plain
    year: int = Field(ge=1, le=2999)
    credits: tuple[Credit, ...] = ()


class GuideInfo(Model):
    """guide.yaml: what the guide is, and the order of its chapters."""

    name: Id
    """The stem of the files that are written."""
    title: Plain
    subtitle: Plain | None = None
    description: Plain
    identifier: Annotated[str, Field(pattern=r"^urn:[a-z0-9][a-z0-9-]{1,31}:\S+$")]
    """A stable identifier, such as urn:uuid:..., that stays the same for every version."""
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")]
    authors: tuple[Plain, ...] = Field(min_length=1)
    date: date
    """The day of this version; it becomes the date of every file that is built."""
    rights: Plain
    licence: Annotated[str, Field(pattern=r"^https://\S+$")] | None = None
    subjects: tuple[Plain, ...] = ()
    works: tuple[Work, ...] = Field(min_length=1)
    chapters: tuple[Id, ...] = Field(min_length=1)
    """Chapter ids (file names without suffix) in reading order."""
    spoilers: dict[Spoiler, Plain] = {}
    """What readers are told about each spoiler level."""
    editions: tuple[Edition, ...] = Field(min_length=1)
    """The first is the one built when none is named."""
    citation_style: Plain = "modern-language-association"
    """The name of a CSL style."""


@dataclass(frozen=True)
class Place:
    """Where a value stands: a file relative to the guide, and a line and column counted from 1."""

    file: str
    line: int
    column: int
    source: str = dataclass_field(default="", compare=False, repr=False)
    """A text as it stands in the file from here to its end, so that places inside it can be found."""


Path_ = tuple[str | int, ...]
"""The way to a value: keys and list positions, such as ``("themes", 0, "title")``."""


@dataclass(frozen=True)
class Guide:
    """A whole guide as it was written, with the place of every value."""

    folder: Path
    info: GuideInfo
    chapters: tuple[Chapter, ...]
    sources: tuple[dict[str, Any], ...]
    """CSL-JSON items, in the order of sources.yaml; each has at least ``id``, ``type`` and ``title``."""
    places: dict[str, dict[Path_, Place]]
    """For each file (``guide.yaml``, ``sources.yaml``, chapter ids): path of a value to its place."""


def _revealed(value: Any, level: Spoiler) -> Any:
    if isinstance(value, tuple):
        return tuple(_revealed(part, level) for part in value if _rank(part) <= level.rank)
    return value.revealing(level) if isinstance(value, Model) else value


def _rank(value: Any) -> int:
    return value.spoiler.rank if isinstance(value, Item | Chapter) else 0

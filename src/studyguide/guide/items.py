"""Items: the parts that chapters are made of, each of which may have an id, a spoiler level and sources."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from studyguide.guide.text_types import Id, Inline, Key, WorkId
from studyguide.languages.labels import Labels


class Spoiler(StrEnum):
    """How much an item gives away, from least to most."""

    SAFE = "safe"
    PREMISE = "premise"
    ENDING = "ending"

    @property
    def rank(self) -> int:
        """0 for safe, 2 for ending."""
        return _RANKS[self]


_RANKS = {each: number for number, each in enumerate(Spoiler)}


class Model(BaseModel):
    """The base of every type that authors fill in: frozen, and unknown keys are errors."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        allow_inf_nan=False,
        defer_build=True,
    )

    tells_of: ClassVar[tuple[str, ...]] = ()
    """The fields that name the subject of this item: an edition that hides the subject hides this item as well.

    Other fields with ids only mention an item, and lose its name.
    """

    looks_ahead: ClassVar[tuple[str, ...]] = ()
    """The fields that may mention the ending, also in an item of a lower level. Editions that hide it lose them."""

    former: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """Keys and values (``type: book``) of earlier versions, and the field in their place. `upgrade` changes them."""


class Hideable(Model):
    """A piece of an item that can give away more than the rest of it, but has no id and no sources of its own."""

    spoiler: Spoiler = Spoiler.SAFE
    """How much this piece gives away."""


class Claim(Model):
    """One account of a disputed fact: a statement, and its sources."""

    value: Inline
    """The statement of these sources, such as ``103 minutes``."""
    sources: tuple[Key, ...] = Field(min_length=1)
    """Keys of the sources that make the statement."""
    note: Inline | None = None
    """A possible reason for the statement, or evidence against it."""


class Item(Model):
    """A part of a chapter that can have an id, a spoiler level and sources."""

    sourced: ClassVar[tuple[str, ...]] = ()
    """The fields that state facts; in a factual kind of chapter, these facts need a source.

    The first field has the value that is compared between places with the same `fact`.
    """

    id: Id | None = None
    """The name by which `[text](#id)` points here; unique in the guide."""
    spoiler: Spoiler = Spoiler.SAFE
    """How much this item gives away."""
    sources: tuple[Key, ...] = ()
    """Keys in sources.yaml that support this item."""
    seen: date | None = None
    """For facts that change: the day they were looked up."""
    status: Literal["confirmed", "disputed", "opinion"] = "confirmed"
    """Whether sources agree, contradict each other, or give an opinion."""
    claims: tuple[Claim, ...] = ()
    """For a disputed fact: each account of it. A note prints them."""
    fact: Id | None = None
    """The name of a fact that several places state, such as running-time, so that `check` can compare them."""

    def statement(self, _labels: Labels) -> str | None:
        """The statement in a line of inline Markdown; None for items with a longer text."""
        return None

    @model_validator(mode="after")
    def _claims_fit(self) -> Self:
        if self.status == "disputed" and len(self.claims) in {0, 1}:
            raise PydanticCustomError("dispute_without_claims", "a disputed item needs two or more 'claims'. Add them")
        if self.status != "disputed" and self.claims:
            raise PydanticCustomError(
                "claims_without_dispute",
                "'claims' are only for an item with 'status: disputed'. Add that, or take them out",
            )
        return self


class Task(Item):
    """A task to do with pen and paper, with the additions of each tier of a worksheet.

    All tiers ask for the same. Support prints hints, starters and words; extension prints the challenge.
    """

    marks: int | None = Field(default=None, ge=1, le=60)
    """The number of marks for it."""
    lines: int | None = Field(default=None, ge=0, le=60)
    """Ruled lines for the answer on paper; if missing, the marks decide."""
    hints: tuple[Inline, ...] = ()
    """Where to look or how to begin, for students who need it."""
    starters: tuple[Inline, ...] = ()
    """Sentence starters, such as *This shows that …*."""
    words: tuple[Inline, ...] = ()
    """A word bank."""
    challenge: Inline | None = None
    """A harder question that follows from this one."""


class Credit(Item):
    """A credit: a label and a value, such as *Director* and a name."""

    sourced: ClassVar = ("value",)

    label: Inline
    """The label, such as *Director*."""
    value: Inline
    """The value, such as a name."""

    def statement(self, labels: Labels) -> str:
        """See `Item`."""
        return labels.inline("text.colon", head=self.label, text=self.value)


class Event(Item):
    """A dated step in a story or in the making of a work."""

    sourced: ClassVar = ("when", "what")

    when: Inline
    """When it happens, in words."""
    what: Inline
    """What happens."""
    work: WorkId | None = None
    """The work whose time line this belongs to."""
    short: Annotated[Inline, Field(max_length=60)] | None = None
    """A short form of the event, for a table of the works side by side in print."""
    phase: Annotated[Inline, Field(max_length=60)] | None = None
    """The stage of the story, such as *School*; if several works have events, print has a column for each stage."""

    def statement(self, labels: Labels) -> str:
        """See `Item`."""
        return labels.inline("text.colon", head=self.when, text=self.what)

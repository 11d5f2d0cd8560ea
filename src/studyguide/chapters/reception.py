"""Reception: scores, critics, box office, awards and what came after."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from studyguide.model import Chapter, Inline, Item, Prose, figure

Amount = Annotated[float, Field(ge=0, le=1_000_000_000_000)]
"""A larger one is a slip: sums are said in thousands or millions."""


class Score(Item):
    """A figure given by a reviewer or an aggregator."""

    sourced: ClassVar = ("score",)

    who: Inline
    score: float = Field(ge=0)
    out_of: float = Field(gt=0, le=10_000)
    when: Inline | None = None
    """When it was given."""
    note: Inline | None = None

    def statement(self) -> str:
        """See `Item`."""
        return f"{self.who}: {figure(self.score)} out of {figure(self.out_of)}"

    @model_validator(mode="after")
    def _within_scale(self) -> Self:
        if self.score > self.out_of:
            raise PydanticCustomError(
                "score_above_scale", "'score' is more than 'out_of', the most that can be given. Change one of them"
            )
        return self


class Critic(Item):
    """A view of the work, in our words."""

    sourced: ClassVar = ("view",)

    name: Inline
    outlet: Inline
    verdict: Literal["for", "mixed", "against"]
    view: Inline
    status: Literal["confirmed", "disputed", "opinion"] = "opinion"


class Money(Item):
    """A sum in millions, or a range of sums where sources differ."""

    sourced: ClassVar = ("low",)

    label: Inline
    low: Amount
    high: Amount | None = None
    """The largest figure reported, where sources differ."""
    note: Inline | None = None

    def statement(self) -> str:
        """See `Item`."""
        most = "" if self.high in {None, self.low} else f"–{figure(self.high or 0)}"
        return f"{self.label}: {figure(self.low)}{most}"

    @model_validator(mode="after")
    def _rising(self) -> Self:
        if self.high is not None and self.high < self.low:
            raise PydanticCustomError("high_below_low", "'high' is less than 'low'. Exchange them, or take 'high' out")
        return self


class BoxOffice(Item):
    """What it cost and what it took."""

    sourced: ClassVar = ("text",)

    currency: Inline
    """What the sums are, such as ``US$ million``."""
    sums: tuple[Money, ...] = Field(min_length=1)
    text: Prose | None = None


class Award(Item):
    """A prize or nomination."""

    sourced: ClassVar = ("result",)

    body: Inline
    year: int = Field(ge=1, le=2999)
    category: Inline
    who: Inline
    result: Literal["won", "nominated", "shortlisted"]

    def statement(self) -> str:
        """See `Item`."""
        return f"{self.body}, {self.year}, {self.category}: {self.who} ({self.result})"


class Reception(Chapter):
    """How the work was received."""

    factual: ClassVar = True
    sourced: ClassVar = ("summary", "awards_note", "legacy")

    kind: Literal["reception"]
    summary: Prose | None = None
    scores: tuple[Score, ...] = ()
    critics: tuple[Critic, ...] = ()
    box_office: BoxOffice | None = None
    awards: tuple[Award, ...] = ()
    awards_note: Prose | None = None
    legacy: Prose | None = None

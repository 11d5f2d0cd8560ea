"""Reception: scores, critics, box office, awards and influence."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from studyguide.guide.items import Item
from studyguide.guide.model import Chapter
from studyguide.guide.text_types import Inline, Prose
from studyguide.languages import punctuation
from studyguide.languages.labels import Labels

Amount = Annotated[float, Field(ge=0, le=1_000_000_000_000)]
"""A larger figure is a mistake: sums are given in thousands or millions."""


class Score(Item):
    """A figure given by a reviewer or an aggregator."""

    sourced: ClassVar = ("score",)

    who: Inline
    """Who gave it."""
    score: float = Field(ge=0)
    """The figure."""
    out_of: float = Field(gt=0, le=10_000)
    """The highest figure that can be given."""
    when: Inline | None = None
    """When it was given."""
    note: Inline | None = None
    """Anything else about it."""

    def statement(self, labels: Labels) -> str:
        """See `Item`."""
        score, most = labels.number(self.score), labels.number(self.out_of)
        return labels.inline("reception.score-fact", who=self.who, score=score, most=most)

    @model_validator(mode="after")
    def _within_scale(self) -> Self:
        if self.score > self.out_of:
            raise PydanticCustomError(
                "score_above_scale", "'score' is more than 'out_of', the most that can be given. Change one of them"
            )
        return self


class Critic(Item):
    """A critic's view of the work, in your words."""

    sourced: ClassVar = ("view",)

    name: Inline
    """The critic's name."""
    outlet: Inline
    """Where the review appeared."""
    verdict: Literal["for", "mixed", "against"]
    """Whether the review is for, mixed or against."""
    view: Inline
    """What the critic says, in your own words."""
    status: Literal["confirmed", "disputed", "opinion"] = "opinion"


class Money(Item):
    """A sum in millions, or a range of sums where sources differ."""

    sourced: ClassVar = ("low",)

    label: Inline
    """The name of the sum, such as *Budget*."""
    low: Amount
    """The sum, or the smallest reported."""
    high: Amount | None = None
    """The largest figure reported, where sources differ."""
    note: Inline | None = None
    """Anything else about it."""

    def statement(self, labels: Labels) -> str:
        """See `Item`."""
        dash = punctuation.of(labels.language).dash
        most = "" if self.high in {None, self.low} else f"{dash}{labels.number(self.high or 0)}"
        return labels.inline("text.colon", head=self.label, text=f"{labels.number(self.low)}{most}")

    @model_validator(mode="after")
    def _rising(self) -> Self:
        if self.high is not None and self.high < self.low:
            raise PydanticCustomError("high_below_low", "'high' is less than 'low'. Exchange them, or take 'high' out")
        return self


class BoxOffice(Item):
    """The costs of the work and its takings."""

    sourced: ClassVar = ("text",)

    currency: Inline
    """The unit of the sums, such as ``US$ million``."""
    sums: tuple[Money, ...] = Field(min_length=1)
    """The sums, in order."""
    text: Prose | None = None
    """A comment on the sums."""


class Award(Item):
    """A prize or nomination."""

    sourced: ClassVar = ("result",)

    body: Inline
    """Who gives the prize."""
    year: int = Field(ge=1, le=2999)
    """The year of the prize."""
    category: Inline
    """The category of the prize."""
    who: Inline
    """Who was honoured."""
    result: Literal["won", "nominated", "shortlisted"]
    """Whether it was won, or how far it got."""

    def statement(self, labels: Labels) -> str:
        """See `Item`."""
        return labels.inline(
            "reception.award-fact",
            by=self.result,
            body=self.body,
            year=self.year,
            category=self.category,
            who=self.who,
        )


class Reception(Chapter):
    """How the work was received."""

    factual: ClassVar = True
    sourced: ClassVar = ("summary", "awards_note", "legacy")

    kind: Literal["reception"]
    summary: Prose | None = None
    """An introduction, printed first."""
    scores: tuple[Score, ...] = ()
    """Scores by reviewers and aggregators."""
    critics: tuple[Critic, ...] = ()
    """The views of critics."""
    box_office: BoxOffice | None = None
    """Costs and takings."""
    awards: tuple[Award, ...] = ()
    """Prizes and nominations."""
    awards_note: Prose | None = None
    """A comment, printed after the prizes."""
    legacy: Prose | None = None
    """Its influence since."""

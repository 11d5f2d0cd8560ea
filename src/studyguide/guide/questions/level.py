"""Levels: how demanding a question is."""

from typing import Literal, Self

from pydantic import Field, model_validator

from studyguide.guide.items import Model
from studyguide.guide.questions.refusals import refuse


class Level(Model):
    """How demanding a question is: Bloom's verb (revised taxonomy), Webb's depth of knowledge, or both."""

    bloom: Literal["remember", "understand", "apply", "analyse", "evaluate", "create"] | None = None
    """The level of Bloom's revised taxonomy."""
    dok: int | None = Field(default=None, ge=1, le=4)
    """The depth of knowledge, from 1 (recall) to 4 (extended thinking)."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.bloom is None and self.dok is None:
            refuse("level_of_nothing", "a level has 'bloom', 'dok' or both. Write one, or take 'level' out")
        return self

"""Word limits: how many words an answer should have."""

from typing import Self

from pydantic import Field, model_validator

from studyguide.guide.items import Model
from studyguide.guide.questions.refusals import refuse

OPEN = ("discussion", "essay", "comparison")
"""Types whose answers are texts of some length."""


class WordLimit(Model):
    """How many words to write: at least, at most, or both."""

    low: int | None = Field(default=None, alias="from", ge=1, le=20_000)
    """The fewest words."""
    high: int | None = Field(default=None, alias="to", ge=1, le=20_000)
    """The most words."""

    @property
    def form(self) -> str:
        """Which of the two it has: ``least``, ``most`` or ``both``."""
        return "both" if self.low and self.high else "least" if self.low else "most"

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.low is None and self.high is None:
            refuse("limit_of_nothing", "a word limit has 'from', 'to' or both. Write one, or take 'word_limit' out")
        if self.low is not None and self.high is not None and self.high < self.low:
            refuse("limit_reversed", "a word limit ends below where it begins: 'from' is the lower. Exchange them")
        return self


def check(kind: str, limit: WordLimit | None) -> None:
    """Refuse a word limit for an answer that is not a text."""
    if limit is not None and kind not in OPEN:
        refuse("word_limit_of_no_text", f"only a question of the type {', '.join(OPEN)} may have 'word_limit'")

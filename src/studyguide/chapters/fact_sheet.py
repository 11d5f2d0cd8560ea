"""Fact sheet: what is disputed or unconfirmed, and the facts of the guide with their sources, for those who check."""

from typing import ClassVar, Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from studyguide.model import Chapter, Inline, Item


class Unconfirmed(Item):
    """Something said elsewhere that the guide does not state, and what was found when it was looked up."""

    said: Inline
    """What is said, such as ``An audience score of 81 per cent``."""
    found: Inline
    """What the sources give instead, cited in the text, or that none was found."""

    @model_validator(mode="after")
    def _is_no_fact(self) -> Self:
        # Sources of an item support all of it; here they would seem to support what is said.
        if self.sources:
            raise PydanticCustomError(
                "unconfirmed_with_sources", "sources of what is unconfirmed are cited in 'found'. Move them there"
            )
        return self


class FactSheet(Chapter):
    """Every fact that is said in a line, chapter by chapter; they are taken from the chapters themselves."""

    audience: ClassVar = "teacher"

    kind: Literal["fact-sheet"]
    unconfirmed: tuple[Unconfirmed, ...] = ()
    """What is often said of the works, and could not be confirmed."""

"""Fact sheet: what is disputed or unconfirmed, and the facts of the guide with their sources, for those who check."""

from typing import ClassVar, Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from studyguide.guide.items import Item
from studyguide.guide.model import Chapter
from studyguide.guide.text_types import Inline


class Unconfirmed(Item):
    """A claim made elsewhere that the guide does not repeat, and the result of checking it."""

    said: Inline
    """The claim, such as ``An audience score of 81 per cent``."""
    found: Inline
    """The facts according to the sources, with citations, or a sentence that no source was found."""

    @model_validator(mode="after")
    def _is_no_fact(self) -> Self:
        # Sources of an item support all of it; here they would seem to support the claim.
        if self.sources:
            raise PydanticCustomError(
                "unconfirmed_with_sources", "cite the sources of what is 'said' in 'found', not in 'sources'"
            )
        return self


class FactSheet(Chapter):
    """Every fact that fits on a line, chapter by chapter, collected from the other chapters."""

    audience: ClassVar = "teacher"

    kind: Literal["fact-sheet"]
    unconfirmed: tuple[Unconfirmed, ...] = ()
    """Common claims about the works that could not be confirmed."""

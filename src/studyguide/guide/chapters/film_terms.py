"""Film terms: words for talking about shots, sound and editing, with drawings of shot sizes and camera angles."""

from typing import Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from studyguide.guide.items import Item
from studyguide.guide.model import Chapter
from studyguide.guide.text_types import Id, Inline

Group = Literal["size", "angle", "movement", "sound", "editing"]


class FilmTerm(Item):
    """A term of your own, printed after those of the program."""

    id: Id
    term: Inline
    """The term."""
    definition: Inline
    """What it means."""
    group: Group | None = None
    """The group that it is printed in; if missing, the last one, for other terms."""


class FilmTerms(Chapter):
    """Words for talking about film. The program has the terms and draws the pictures; you choose the groups."""

    kind: Literal["film-terms"]
    groups: tuple[Group, ...] = ("size", "angle", "movement", "sound", "editing")
    """The groups to print, in order."""
    terms: tuple[FilmTerm, ...] = ()
    """Terms of your own."""

    @model_validator(mode="after")
    def _groups_once(self) -> Self:
        if len({*self.groups}) < len(self.groups):
            raise PydanticCustomError("groups_twice", "a group is printed once. Take the second one out")
        return self

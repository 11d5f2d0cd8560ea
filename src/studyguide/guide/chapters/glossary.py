"""Glossary: words of the story and words for talking about it."""

from typing import Literal

from pydantic import Field

from studyguide.guide.items import Item
from studyguide.guide.model import Chapter
from studyguide.guide.text_types import Id, Inline


class Term(Item):
    """A word and what it means here. Text points to it as ``[carers](#carer)``."""

    id: Id
    term: Inline
    """The word."""
    field: Literal["story", "genre", "form", "language"] = "story"
    """What it belongs to: the story, the genre, the form or the language."""
    definition: Inline
    """What it means here."""


class Glossary(Chapter):
    """Terms; they are printed in alphabetical order."""

    kind: Literal["glossary"]
    terms: tuple[Term, ...] = Field(min_length=1)
    """The words, in any order."""

"""Glossary: words of the story and words for talking about it."""

from typing import Literal

from pydantic import Field

from studyguide.model import Chapter, Id, Inline, Item


class Term(Item):
    """A word and what it means here. Text points to it as ``[carers](#carer)``."""

    id: Id
    term: Inline
    field: Literal["story", "genre", "form", "language"] = "story"
    definition: Inline


class Glossary(Chapter):
    """Terms; they are printed in alphabetical order."""

    kind: Literal["glossary"]
    terms: tuple[Term, ...] = Field(min_length=1)

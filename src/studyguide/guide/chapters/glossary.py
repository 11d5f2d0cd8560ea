"""Glossary: words of the story and words for talking about it."""

from collections import Counter
from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from studyguide import markdown
from studyguide.guide.items import Item, Model
from studyguide.guide.model import Chapter
from studyguide.guide.text_types import Id, Inline, Tag


class Translation(Model):
    """A word in another language, for those who speak it at home."""

    lang: Tag
    """The language: pl, uk, pt-BR."""
    word: Inline
    """The word in that language."""

    @property
    def direction(self) -> str:
        """``rtl`` for a language that is written from right to left, else empty."""
        return markdown.direction(self.lang)


class Term(Item):
    """A word and what it means here. Text points to it as ``[carers](#carer)``."""

    id: Id
    term: Inline
    """The word."""
    field: Literal["story", "genre", "form", "language"] = "story"
    """What it belongs to: the story, the genre, the form or the language."""
    definition: Inline
    """What it means here."""
    translations: tuple[Translation, ...] = ()
    """The word in the languages of the class; printed with it, on worksheets and on cards."""

    def translated(self, lang: str) -> Translation | None:
        """The translation into a language."""
        return next((each for each in self.translations if each.lang == lang), None)

    @model_validator(mode="after")
    def _one_for_each_language(self) -> Self:
        for lang, number in Counter(each.lang.lower() for each in self.translations).items():
            if number > 1:
                raise PydanticCustomError(
                    "translated_twice",
                    "there are {number} translations into '{lang}'. Keep one",
                    {"number": number, "lang": lang},
                )
        return self


class Glossary(Chapter):
    """Terms; they are printed in alphabetical order."""

    kind: Literal["glossary"]
    terms: tuple[Term, ...] = Field(min_length=1)
    """The words, in any order."""

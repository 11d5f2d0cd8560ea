"""Index: names, works and terms, and the places that mention them."""

from typing import Literal

from studyguide.guide.model import Chapter
from studyguide.guide.text_types import Plain


class Index(Chapter):
    """An index of the cast, the critics, the glossary words, and what you list here.

    An edition's index has only entries that occur in its text.
    """

    kind: Literal["index"]
    names: tuple[Plain, ...] = ()
    """More people to find: ``Alex Garland``; ``Ishiguro, Kazuo`` is also found by the family name alone."""
    titles: tuple[Plain, ...] = ()
    """Works to find, where their titles are in italics."""
    words: tuple[Plain, ...] = ()
    """Places, prizes and other words to find, as they are written."""

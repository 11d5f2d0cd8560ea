"""Index: names, works and terms, and where they are written of."""

from typing import Literal

from studyguide.model import Chapter, Plain


class Index(Chapter):
    """An index, made of the cast, the critics, the glossary, the links to them, and of what is listed here.

    An edition's index has what its text has; what is not found is left out.
    """

    kind: Literal["index"]
    names: tuple[Plain, ...] = ()
    """More people to look for: ``Alex Garland``; ``Ishiguro, Kazuo`` is found by the family name alone too."""
    titles: tuple[Plain, ...] = ()
    """Works to look for, where they stand in italics."""
    words: tuple[Plain, ...] = ()
    """Places, prizes and other words to look for, as they are written."""

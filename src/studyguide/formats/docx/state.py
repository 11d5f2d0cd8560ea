"""What a document gathers while it is written: notes, pictures, addresses, lists and bookmarks, numbered in turn."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from studyguide.formats.docx.wml import w
from studyguide.support.xhtml import Element

LONGEST_NAME = 40
"""The most characters of a bookmark's name in Word."""
FIRST_LIST = 11
"""The number of the first list that begins anew; smaller ones belong to styles."""


@dataclass(frozen=True)
class Media:
    """A picture in the package: its content and its file name extension."""

    content: bytes
    suffix: str


@dataclass
class State:
    """The parts of a document beside its blocks. Every method takes constant time."""

    targets: frozenset[str]
    """The ids that a link or the contents lead to; the others need no bookmark."""
    is_rtl: bool = False
    """Whether the language of the document is written from right to left."""
    notes: list[Element] = field(default_factory=list)
    media: dict[Media, int] = field(default_factory=dict)
    """Each picture once, with its number from 1."""
    addresses: dict[str, int] = field(default_factory=dict)
    """Each outside address once, with its number from 1."""
    lists: list[tuple[int, int, int]] = field(default_factory=list)
    """The lists that begin anew: the list of a style that each is like, the level, and the first number there."""
    shapes: int = 0
    """Pictures in the text: each needs an id of its own."""
    _names: dict[str, str] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)
    _marked: set[str] = field(default_factory=set)
    _pending: list[str] = field(default_factory=list)

    def bookmark(self, name: str) -> str:
        """The bookmark of an id: letters, digits and underscores, at most 40, and unlike all others."""
        if name not in self._names:
            plain = re.sub(r"\W", "_", name)
            plain = (plain if plain[:1].isalpha() else f"b_{plain}")[:LONGEST_NAME]
            if plain in self._taken:
                end = f"_{len(self._taken)}"
                plain = plain[: LONGEST_NAME - len(end)] + end
            self._names[name] = plain
            self._taken.add(plain)
        return self._names[name]

    def mark(self, element: Element) -> None:
        """Note the id of an element: the next paragraph gets its bookmark."""
        name = element.get("id")
        if name in self.targets and name not in self._marked:
            self._marked.add(name)
            self._pending.append(name)

    def bookmarks(self) -> Iterator[Element]:
        """The bookmarks for the paragraph that begins here."""
        first = len(self._marked) - len(self._pending)
        for number, name in enumerate(self._pending, first):
            yield w("bookmarkStart", id=number, name=self.bookmark(name))
            yield w("bookmarkEnd", id=number)
        self._pending = []

    def address(self, address: str) -> str:
        """The relationship id of an outside address."""
        return f"link{self.addresses.setdefault(address, len(self.addresses) + 1)}"

    def picture(self, media: Media) -> str:
        """The relationship id of a picture."""
        return f"picture{self.media.setdefault(media, len(self.media) + 1)}"

    def new_list(self, like: int, first: int = 1, level: int = 0) -> int:
        """The number of a list that begins anew, in the form of another."""
        self.lists.append((like, level, first))
        return FIRST_LIST + len(self.lists) - 1

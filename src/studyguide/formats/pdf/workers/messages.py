"""The messages about a part between processes, as plain data, and how they are stored between builds."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, astuple, dataclass
from typing import Any

from studyguide.support.errors import BuildError

MOST_MESSAGES = 10

USUAL, CLOSE = '<body class="usual', '<body class="close'
"""How the body of a part begins in the usual setting, and set closer together."""


@dataclass(frozen=True)
class Job:
    """A part to lay out or to write."""

    place: int
    """Its place among the parts."""
    ids: tuple[str, ...]
    """The ids of its sections; none for the front matter."""
    html: str
    skeleton: str
    """A digest of the HTML without its page numbers."""
    first: int
    """The number of its first page."""
    numbers: Mapping[str, int]
    """The page of each id that the part has a page reference to."""
    located: tuple[tuple[int, ...], ...]
    """The page numbers in each entry of an index; when they change, the printed entry may change too."""
    notes: int
    """How many notes it has."""
    blank: bool = False
    """Whether it begins with an empty left-hand page."""
    draft: bool = False
    """Whether its page numbers are placeholders or estimates, because the real ones are not known yet."""


@dataclass(frozen=True)
class PartLayout:
    """The layout of a part. Its pages are counted from 0, without an empty page before them."""

    pages: int
    anchors: Mapping[str, int]
    """The page of each id."""
    breaks: tuple[tuple[int, str, int], ...]
    """Each page with text of a section, the section's id, and the position where the page begins (`text_positions`)."""
    away: tuple[str, ...]
    """The ids in other parts that it links to, once for each link."""
    close: bool = False
    """Whether it is set closer together, which saved a page."""

    def numbers(self, first: int) -> dict[str, int]:
        """The page of each id, if the part begins on page `first`."""
        return {name: first + page for name, page in self.anchors.items()}

    def pack(self) -> bytes:
        """The layout as bytes for the cache."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def unpack(cls, packed: bytes) -> "PartLayout":
        """The layout from the bytes that `pack` returned."""
        found = json.loads(packed)
        breaks = tuple((page, name, position) for page, name, position in found["breaks"])
        return cls(found["pages"], found["anchors"], breaks, tuple(found["away"]), found["close"])


@dataclass(frozen=True)
class EmbeddedFace:
    """A font that a part uses, in one weight, style and optical size."""

    name: str
    """Its name in the part's content, which is the same in every process."""
    ascent: int
    descent: int
    widths: tuple[tuple[int, int], ...]
    """Each glyph in use, in order of number, and its width in thousandths of the type size."""
    letters: tuple[tuple[int, str], ...]
    """Each glyph in order of first use, and its text."""


@dataclass(frozen=True)
class WrittenPart:
    """A part as a separate tagged PDF, still without its fonts."""

    pdf: bytes
    faces: tuple[EmbeddedFace, ...]

    def pack(self) -> bytes:
        """The part as bytes for the cache."""
        return json.dumps([astuple(face) for face in self.faces]).encode() + b"\n" + self.pdf

    @classmethod
    def unpack(cls, packed: bytes) -> "WrittenPart":
        """The part from the bytes that `pack` returned."""
        head, _, pdf = packed.partition(b"\n")
        return cls(pdf, tuple(EmbeddedFace(*plain[:3], *map(_pairs, plain[3:])) for plain in json.loads(head)))


def _pairs(found: Sequence[Sequence[Any]]) -> tuple[tuple[Any, Any], ...]:
    return tuple((first, second) for first, second in found)


def complaint(messages: Sequence[str]) -> BuildError:
    """An error that lists the first few faults of a layout."""
    more = f"\n... and {len(messages) - MOST_MESSAGES} more" if len(messages) > MOST_MESSAGES else ""
    return BuildError("The PDF could not be laid out:\n" + "\n".join(messages[:MOST_MESSAGES]) + more)

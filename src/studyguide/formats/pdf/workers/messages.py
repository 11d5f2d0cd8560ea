"""What processes tell each other of a part, as plain data, and how it is kept between builds."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, astuple, dataclass
from typing import Any

from studyguide.support.errors import BuildError

MOST_MESSAGES = 10


@dataclass(frozen=True)
class Job:
    """A part to lay out or to write."""

    place: int
    """Its place among the parts."""
    id: str | None
    """Of its section; None for the front matter."""
    html: str
    skeleton: str
    """A digest of the HTML without its numbers."""
    first: int
    """The number of its first page."""
    numbers: Mapping[str, int]
    """The page of each id to which the part has a page reference."""
    located: tuple[tuple[int, ...], ...]
    """The numbers in each entry of an index; where they change, others may be printed."""
    notes: int
    """How many it has."""
    blank: bool = False
    """Whether it begins with an empty left-hand page."""
    draft: bool = False
    """Whether its numbers stand for others, which are not known yet."""


@dataclass(frozen=True)
class PartLayout:
    """A part on its pages, which count from 0 here; an empty page in front of them does not count."""

    pages: int
    anchors: Mapping[str, int]
    """The page of each id."""
    breaks: tuple[tuple[int, int], ...]
    """Each page that shows something of its section, and the position there (`positions`)."""
    away: tuple[str, ...]
    """The ids to which it links and that are not in it, once for each link."""

    def numbers(self, first: int) -> dict[str, int]:
        """The page of each id, where the part begins on page `first`."""
        return {name: first + page for name, page in self.anchors.items()}

    def pack(self) -> bytes:
        """As bytes to keep."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def unpack(cls, packed: bytes) -> "PartLayout":
        """What `pack` made bytes of."""
        found = json.loads(packed)
        return cls(found["pages"], found["anchors"], _pairs(found["breaks"]), tuple(found["away"]))


@dataclass(frozen=True)
class EmbeddedFace:
    """A font as a part uses it: in one weight, style and optical size."""

    name: str
    """What the part's content calls it, which is the same in every process."""
    ascent: int
    descent: int
    widths: tuple[tuple[int, int], ...]
    """Each glyph in use, in order, and its width in thousandths of the size."""
    letters: tuple[tuple[int, str], ...]
    """Each glyph in the order of first use, and what it stands for."""


@dataclass(frozen=True)
class WrittenPart:
    """A part as a tagged PDF of its own, whose fonts are yet to be put in."""

    pdf: bytes
    faces: tuple[EmbeddedFace, ...]

    def pack(self) -> bytes:
        """As bytes to keep."""
        return json.dumps([astuple(face) for face in self.faces]).encode() + b"\n" + self.pdf

    @classmethod
    def unpack(cls, packed: bytes) -> "WrittenPart":
        """What `pack` made bytes of."""
        head, _, pdf = packed.partition(b"\n")
        return cls(pdf, tuple(EmbeddedFace(*plain[:3], *map(_pairs, plain[3:])) for plain in json.loads(head)))


def _pairs(found: Sequence[Sequence[Any]]) -> tuple[tuple[Any, Any], ...]:
    return tuple((first, second) for first, second in found)


def complaint(messages: Sequence[str]) -> BuildError:
    """What is wrong with a layout, the first few things of it."""
    more = f"\n... and {len(messages) - MOST_MESSAGES} more" if len(messages) > MOST_MESSAGES else ""
    return BuildError("The PDF could not be laid out:\n" + "\n".join(messages[:MOST_MESSAGES]) + more)

"""Positions in the text of a section, counted in the same way for paper and e-readers.

A position is the number of characters before it. White space and invisible characters are not counted, because engines
change them; nor are notes, citations, addresses of sources, page references and the locators of an index, which formats
move, fill and shorten, nor what is only for print or only for screens. A picture counts as one character.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from studyguide.publication import mediums
from studyguide.support import xhtml
from studyguide.support.xhtml import Element

PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"
PICTURES = frozenset({"img", f"{{{xhtml.SVG}}}svg"})
APART = frozenset(
    {
        *("note", "page-ref", "locators", "inside", "spoiler", "citation", "citation-part", "sources", "url"),
        *(mediums.PRINT_ONLY, mediums.SCREEN_ONLY),
    }
)
"""Classes of elements whose text is not counted: formats move it, fill it, or print less or more of it."""

INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "i", "q", "small", "span", "strong", "sub", "sup"}
)
"""Elements that may be inside a word."""

DASHES = "\N{EN DASH}\N{EM DASH}/"
INVISIBLE = dict.fromkeys(map(ord, "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}"))


@dataclass(frozen=True)
class Piece:
    """A run of text without elements, or a picture."""

    owner: Element
    """The element that directly contains it; of a picture, the picture."""
    holder: Element
    """The element that has it as its text or its tail."""
    kind: Literal["text", "tail", "picture"]
    text: str


def pieces(root: Element) -> Iterator[Piece]:
    """All counted pieces below an element, in document order."""
    if root.tag in PICTURES:
        yield Piece(root, root, "picture", PICTURE)
        return
    if not APART.isdisjoint(xhtml.classes(root)):
        return
    if root.text:
        yield Piece(root, root, "text", root.text)
    for child in root:
        yield from pieces(child)
        if child.tail:
            yield Piece(root, child, "tail", child.tail)


def counted(text: str) -> str:
    """The characters of a text that count."""
    return "".join(text.translate(INVISIBLE).split())


def text(root: Element) -> str:
    """The counted characters below an element: one for every position."""
    return "".join(counted(piece.text) for piece in pieces(root))


def index(text: str, number: int) -> int:
    """The index in a text of the counted character with a number, both from 0. Raises `IndexError`."""
    return [place for place, char in enumerate(text) if counted(char)][number]


def word_start(root: Element, position: int) -> int:
    """The position at which the word around a position begins."""
    start = at = 0
    gap = True
    for piece in pieces(root):
        gap = gap or piece.kind == "picture" or piece.holder.tag not in INLINE
        for char in piece.text:
            if not counted(char):
                gap = gap or char.isspace()
                continue
            start = at if gap else start
            if at == position:
                return start
            at, gap = at + 1, char in DASHES or piece.kind == "picture"
    return position

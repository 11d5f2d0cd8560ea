"""Slides as data, without any file format: runs of text in lines, lines and pictures on slides."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

BREAK = "\N{LINE SEPARATOR}"
"""A new line inside a paragraph."""

Mark = Literal["none", "bullet", "number", "letter", "small-letter", "continued"]
"""What a paragraph of a list begins with; one that continues an entry has only its indent."""

Kind = Literal["opening", "divider", "content", "answer"]
"""What a slide shows: the title of the deck, the title of a step, a task, or an answer."""

Role = Literal["text", "quote", "timer", "answer", "lead", "care"]
"""What a paragraph is: for example, words of the work, an answer, or words above a list."""

SIZES = (36, 32, 28, 24)
"""The sizes of letters in points, the largest first. In a classroom, nothing smaller can be read from the last row."""


@dataclass(frozen=True)
class Run:
    """Text of one appearance and one language."""

    text: str
    is_strong: bool = False
    is_emphasised: bool = False
    language: str = ""
    """A BCP 47 tag; empty only while the language around it is not known."""
    address: str = ""
    """The web address that it links to."""


@dataclass(frozen=True)
class Line:
    """A paragraph."""

    runs: tuple[Run, ...]
    mark: Mark = "none"
    number: int = 1
    """The place of a number or letter in its list, from 1."""
    role: Role = "text"
    is_right_to_left: bool = False
    letter: str = ""
    """The letter that an entry has in place of the counted one."""

    @property
    def text(self) -> str:
        """Its words alone."""
        return "".join(run.text for run in self.runs)

    def pieces(self, places: Sequence[int]) -> Iterator["Line"]:
        """The line, divided at numbers of characters, which rise; white space there is left out."""
        runs: list[Run] = []
        ends = iter((*places, len(self.text) + 1))
        at, end = 0, next(ends)
        mark: Mark = self.mark
        for run in self.runs:
            text = run.text
            while at + len(text) >= end:
                runs.append(replace(run, text=text[: end - at]))
                yield replace(self, runs=_stripped(runs), mark=mark)
                mark = "continued" if mark != "none" else "none"
                text, at, end, runs = text[end - at :], end, next(ends), []
            runs.append(replace(run, text=text))
            at += len(text)
        yield replace(self, runs=_stripped(runs), mark=mark)


@dataclass(frozen=True)
class Picture:
    """A picture: an asset of the publication by its name, or a drawing; and its text alternative, if it has one."""

    name: str
    alternative: str
    svg: str = ""
    """The drawing, as a file of its own."""
    size: tuple[float, float] = (4.0, 3.0)
    """Its width and height in units or pixels: on a slide, their proportion counts."""


Block = Line | Picture


@dataclass(frozen=True)
class Slide:
    """A slide with its title, and the notes for its speaker."""

    kind: Kind
    title: Line
    blocks: tuple[Block, ...]
    notes: tuple[Line, ...] = ()
    size: int = SIZES[-1]
    """The size of its letters in points, one of `SIZES`."""
    title_size: int = SIZES[-1]
    is_beside: bool = False
    """Whether its picture is beside its text; another is above it."""

    @property
    def lines(self) -> Iterator[Line]:
        """Its paragraphs, without pictures."""
        return (block for block in self.blocks if isinstance(block, Line))

    @property
    def pictures(self) -> Iterator[Picture]:
        """Its pictures: at most one when it is divided."""
        return (block for block in self.blocks if isinstance(block, Picture))


def _stripped(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Runs without white space at both ends, and without empty ones."""
    space = f" {BREAK}"
    kept = [run for run in runs if run.text]
    begin, end = 0, len(kept)
    while begin < end and not kept[begin].text.lstrip(space):
        begin += 1
    while begin < end and not kept[end - 1].text.rstrip(space):
        end -= 1
    kept = kept[begin:end]
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip(space))
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(space))
    return tuple(kept)


def joined(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs of a paragraph: one space between words, none at the ends, and runs of one appearance joined."""
    made: list[tuple[Run, list[str]]] = []
    before = " "
    for run in runs:
        text = run.text.lstrip(" ") if before in {" ", BREAK} else run.text
        if not text:
            continue
        look = replace(run, text="")
        if made and made[-1][0] == look:
            made[-1][1].append(text)
        else:
            made.append((look, [text]))
        before = text[-1]
    return _stripped([replace(look, text="".join(texts)) for look, texts in made])

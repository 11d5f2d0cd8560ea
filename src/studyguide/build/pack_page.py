"""The start page of a pack, which explains every file. It needs no network, no script and no other file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from studyguide import markdown
from studyguide.guide.info import Edition
from studyguide.guide.model import Guide
from studyguide.languages import language_marks
from studyguide.support import templates

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""The Content-Security-Policy: only the style in the page itself."""


@dataclass(frozen=True)
class Link:
    """A file that the page leads to: its name in the pack, and the words to click."""

    name: str
    text: str


@dataclass(frozen=True)
class Entry:
    """An entry of the page, in plain text: its files, and an explanation. Without a title, the links say it all."""

    links: tuple[Link, ...]
    title: str = ""
    about: str = ""


@dataclass(frozen=True)
class Block:
    """Some entries below a heading of their own, such as the tiers of a worksheet; without one if it is empty."""

    entries: tuple[Entry, ...]
    title: str = ""
    chapter: str = ""
    """The title of the chapter that it is made from, a heading above the first of its blocks; none if it is empty."""


@dataclass(frozen=True)
class Part:
    """A part of a pack: its name, which chooses the heading, the files to explain, and every file's content."""

    name: str
    blocks: tuple[Block, ...]
    files: dict[str, bytes]
    about: str = ""
    """What all its files are for."""
    legend: Mapping[str, str] = field(default_factory=dict)
    """Titles that many entries share, each with its explanation."""


def file_list(name: str, files: Mapping[str, bytes], about: Mapping[str, str]) -> Part:
    """A part whose files lie in a folder of its name, each with an explanation."""
    entries = tuple(Entry((Link(f"{name}/{file}", file),), about=about[file]) for file in files)
    return Part(name, (Block(entries),), {f"{name}/{file}": content for file, content in files.items()})


def page(guide: Guide, edition: Edition, parts: Sequence[Part]) -> str:
    """The page, in the language of the guide."""
    info = guide.info
    text = templates.render(
        "pack/start.html.j2",
        say=info.labels.marked().markup,
        guide=info.marked(),
        direction=markdown.direction(info.language),
        edition=edition,
        parts=parts,
        policy=POLICY,
    )
    return language_marks.wrapped(text)

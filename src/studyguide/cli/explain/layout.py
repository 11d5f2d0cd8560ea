"""Layout: a page of blocks as plain text, as wide as the terminal."""

import sys
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

from studyguide.cli import own_command, terminal
from studyguide.cli.terminal import BOLD, CYAN, painted

WIDEST, NARROWEST = 100, 40
_STEP = "    "


@dataclass(frozen=True)
class Heading:
    """A line above a part of the page."""

    text: str


@dataclass(frozen=True)
class Words:
    """A paragraph."""

    text: str


@dataclass(frozen=True)
class Entry:
    """A field: its key, what to write, and what it means."""

    key: str
    kind: str
    about: str


@dataclass(frozen=True)
class Code:
    """Lines that stay as they are."""

    text: str


@dataclass(frozen=True)
class Rows:
    """Names with a few words about each, one below the other."""

    rows: tuple[tuple[str, str], ...]


Block = Heading | Words | Entry | Code | Rows


def page(blocks: Iterable[Block]) -> str:
    """The page, with an empty line between its blocks."""
    width = max(NARROWEST, min(WIDEST, terminal.columns()))
    return "\n\n".join(_block(block, width) for block in blocks)


def _block(block: Block, width: int) -> str:
    match block:
        case Heading(text):
            return painted(_wrapped(text, width), BOLD, on=sys.stdout)
        case Words(text):
            return _wrapped(text, width)
        case Code(text):
            return textwrap.indent(text, _STEP)
        case Rows(rows):
            indent = max(len(name) for name, _ in rows) + 2
            return "\n".join(_wrapped(f"{name:<{indent}}{about}", width, " " * indent) for name, about in rows)
        case Entry(key, kind, about):
            first = f"{painted(key, BOLD, CYAN, on=sys.stdout)}: "
            rest = _wrapped(f"{key}: {kind}", width, _STEP).removeprefix(f"{key}: ")
            return "\n".join(filter(None, (first + rest, _wrapped(about, width, _STEP, _STEP))))


def _wrapped(text: str, width: int, below: str = "", first: str = "") -> str:
    return textwrap.fill(
        own_command.as_started(text),
        width,
        initial_indent=first,
        subsequent_indent=below,
        break_on_hyphens=False,
        break_long_words=False,
    )

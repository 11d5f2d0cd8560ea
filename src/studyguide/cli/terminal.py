"""The terminal: whether it shows colours, and how wide it and the characters on it are."""

import os
import shutil
import unicodedata
from typing import TextIO

RED, GREEN, YELLOW, CYAN, BOLD, FAINT = "31", "32", "33", "36", "1", "2"
"""Parameters of Select Graphic Rendition (ECMA-48)."""


def has_colours(stream: TextIO) -> bool:
    """Whether to write colours to a stream: to a terminal, unless NO_COLOR is set; or if FORCE_COLOR is set."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") != "0":
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def painted(text: str, *colours: str, on: TextIO) -> str:
    """The text in colours, if the stream has them."""
    return f"\033[{';'.join(colours)}m{text}\033[0m" if text and has_colours(on) else text


def columns() -> int:
    """How many characters fit on a line."""
    return shutil.get_terminal_size((100, 24)).columns


def width(text: str) -> int:
    """How many cells of a terminal a text takes: two for an East Asian sign, none for a combining mark."""
    return sum(map(_cells, text))


def _cells(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1

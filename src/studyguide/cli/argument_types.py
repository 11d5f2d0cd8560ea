"""Argument types: functions that read the text of an argument, or raise `argparse.ArgumentTypeError`."""

import argparse
from collections.abc import Callable


def nonempty(text: str) -> str:
    """The text, or `argparse.ArgumentTypeError` for an empty one, which would count as the default."""
    if not text:
        raise argparse.ArgumentTypeError("the name is empty; leave the option out for the default")
    return text


def number(what: str, largest: int) -> Callable[[str], int]:
    """A function that reads a whole number from 1 to `largest`, or raises `argparse.ArgumentTypeError`."""

    def read(text: str) -> int:
        if text not in map(str, range(1, largest + 1)):
            raise argparse.ArgumentTypeError(f"'{text}' is not a {what}; give a whole number from 1 to {largest}")
        return int(text)

    return read

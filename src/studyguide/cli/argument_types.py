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


def editor(text: str) -> str:
    """The address of places in an editor, with ``{file}``; nothing that a browser would run, and no web address."""
    scheme, mark, _ = text.partition(":")
    if (
        not mark
        or not scheme.isascii()
        or not scheme.replace("-", "").replace("+", "").isalnum()
        or "{file}" not in text
    ):
        message = "is not an address with {file} in it, such as vscode://file/{file}:{line}:{column}"
        raise argparse.ArgumentTypeError(f"'{text}' {message}")
    if scheme.lower() in {"javascript", "data", "vbscript", "blob", "http", "https"}:
        raise argparse.ArgumentTypeError(f"'{scheme}' does not open an editor; give the scheme of one, such as vscode")
    return text

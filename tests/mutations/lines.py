"""Damage to lines."""

from pathlib import Path
from random import Random

from tests.mutations import places


def drop_line(random: Random, folder: Path) -> None:
    """A line is lost."""
    places.edit_lines(random, folder, lambda lines, at: lines.pop(at))


def double_line(random: Random, folder: Path) -> None:
    """A line is written twice."""
    places.edit_lines(random, folder, lambda lines, at: lines.insert(at, lines[at]))


def swap_lines(random: Random, folder: Path) -> None:
    """Two lines change places."""

    def swap(lines: list[str], at: int) -> None:
        other = random.randrange(len(lines))
        lines[at], lines[other] = lines[other], lines[at]

    places.edit_lines(random, folder, swap)


def indent_line(random: Random, folder: Path) -> None:
    """A line moves to the right or to the left."""

    def indent(lines: list[str], at: int) -> None:
        lines[at] = random.choice(
            (f" {lines[at]}", f"  {lines[at]}", f"\t{lines[at]}", lines[at][1:], lines[at].lstrip())
        )

    places.edit_lines(random, folder, indent)


def curly_quotes(random: Random, folder: Path) -> None:
    """A word processor has changed the quotation marks of a line, or added some."""

    def curl(lines: list[str], at: int) -> None:
        key, colon, value = lines[at].partition(": ")
        lines[at] = f"{key}{colon}“{value}”" if colon else lines[at].replace("'", "’").replace('"', "“")

    places.edit_lines(random, folder, curl)


def nest(random: Random, folder: Path) -> None:
    """Brackets in brackets, or lists in lists, too many of them."""
    depth = random.choice((5, 29, 31, 200, 3000))

    def bury(lines: list[str], at: int) -> None:
        key = lines[at].partition(":")[0]
        lines[at] = f"{key}: {random.choice(('[', '{a: '))}" + "[" * depth + "]" * depth

    places.edit_lines(random, folder, bury)

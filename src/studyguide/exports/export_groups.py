"""The commands that export: a group has the files of several programs."""

from typing import Literal, get_args

Group = Literal["quiz", "cards"]


def groups() -> tuple[Group, ...]:
    """The names of the commands."""
    return get_args(Group)

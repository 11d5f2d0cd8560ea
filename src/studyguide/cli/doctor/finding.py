"""Findings: what was looked at on this machine, its state, and the command that mends it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

State = Literal["ok", "missing", "wrong"]


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    name: str
    """What it is, such as ``Pango``."""
    state: State
    said: str
    """Its version or place; or what is wrong."""
    mend: str = ""
    """The command that mends it; empty if it is not wrong, or if no command can."""
    is_needed: bool = True
    """Whether building needs it."""

    @property
    def stops_builds(self) -> bool:
        """Whether something that building needs is missing or wrong."""
        return self.is_needed and self.state != "ok"


Check = Callable[[], Iterator[Finding]]


def looked_at(name: str, check: Check) -> Iterator[Finding]:
    """The findings of a check; if it fails, that is one, because this command must work where nothing else does."""
    try:
        yield from check()
    except Exception as error:  # noqa: BLE001 (a broken library may raise anything)
        yield Finding(name, "wrong", f"it cannot be looked at ({type(error).__name__}: {error})")

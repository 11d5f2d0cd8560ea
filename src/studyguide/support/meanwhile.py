"""Modules to load while another program works: a second processor may be idle, and they are needed afterwards."""

from contextlib import suppress
from importlib import import_module

_planned: list[str] = []


def plan(*modules: str) -> None:
    """Load these modules when this process next waits for another program, if it does."""
    _planned.extend(modules)


def load() -> None:
    """Load the modules that are planned. One that cannot be loaded is reported where it is needed."""
    while _planned:
        with suppress(ImportError, OSError):
            import_module(_planned.pop(0))

"""Modules to load while another program works: a second processor may be idle, and they are needed afterwards."""

from contextlib import suppress
from importlib import import_module

_planned: dict[str, None] = {}


def plan(*modules: str) -> None:
    """Load these modules when this process next waits for another program, if it does."""
    _planned.update(dict.fromkeys(modules))


def load() -> None:
    """Load the modules that are planned. One that cannot be loaded is reported where it is needed."""
    modules = list(_planned)
    _planned.clear()  # at once: another thread may load, too
    for module in modules:
        with suppress(ImportError, OSError):
            import_module(module)

"""Replaces functions of WeasyPrint: once in a process, and only for the thread that asks for it.

All threads share Python's modules. If a function were replaced for one layout and then restored, another thread that
uses WeasyPrint at the same time would get the replacement too. So the function is replaced by a switch when our module
is imported. Inside a `with` block of the same thread, the switch calls our function; elsewhere, WeasyPrint's.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any


class Replaced:
    """The function `name` of a module or class of WeasyPrint."""

    def __init__(self, owner: Any, name: str) -> None:
        self.original: Callable[..., Any] = getattr(owner, name)
        """WeasyPrint's function."""
        ours: ContextVar[Callable[..., Any]] = ContextVar(name, default=self.original)

        @wraps(self.original, updated=())
        def switch(*arguments: Any, **options: Any) -> Any:
            return ours.get()(*arguments, **options)

        self._ours = ours
        setattr(owner, name, switch)

    @contextmanager
    def by(self, ours: Callable[..., Any]) -> Iterator[None]:
        """Within the block, the switch calls `ours` in this thread."""
        token = self._ours.set(ours)
        try:
            yield
        finally:
            self._ours.reset(token)

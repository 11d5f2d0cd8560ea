"""Functions of WeasyPrint that are replaced: once in a process, and only for the thread that asks for it.

Python's modules belong to all threads, so a function that is replaced and put back around a layout would change what
another thread draws with WeasyPrint meanwhile. Here it is replaced by a switch when our module is imported, and the
switch leads to ours where a `with` block of the same thread says so; everywhere else, to WeasyPrint's own.
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
        """WeasyPrint's own."""
        ours: ContextVar[Callable[..., Any]] = ContextVar(name, default=self.original)

        @wraps(self.original, updated=())
        def switch(*arguments: Any, **options: Any) -> Any:
            return ours.get()(*arguments, **options)

        self._ours = ours
        setattr(owner, name, switch)

    @contextmanager
    def by(self, ours: Callable[..., Any]) -> Iterator[None]:
        """Within the block, this thread gets `ours`."""
        token = self._ours.set(ours)
        try:
            yield
        finally:
            self._ours.reset(token)

"""Allows one thread at a time to lay out and write, because all of WeasyPrint shares Pango and Fontconfig."""

from collections.abc import Callable
from functools import wraps
from threading import RLock
from typing import ParamSpec, TypeVar

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")

LOCK = RLock()
"""Held by the thread that lays out or writes. The same thread may acquire it again."""


def exclusive(function: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
    """The function, limited to one thread at a time, together with all other functions decorated like it."""

    @wraps(function)
    def called(*arguments: Arguments.args, **options: Arguments.kwargs) -> Result:
        with LOCK:
            return function(*arguments, **options)

    return called

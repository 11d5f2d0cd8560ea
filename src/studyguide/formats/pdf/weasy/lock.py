"""Lets one thread at a time lay out and write: all of WeasyPrint shares Pango and Fontconfig."""

from collections.abc import Callable
from functools import wraps
from threading import RLock
from typing import ParamSpec, TypeVar

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")

LOCK = RLock()
"""Held by the thread that lays out or writes; it may take it again."""


def exclusive(function: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
    """The function, called by one thread at a time, and by none while another such function is."""

    @wraps(function)
    def called(*arguments: Arguments.args, **options: Arguments.kwargs) -> Result:
        with LOCK:
            return function(*arguments, **options)

    return called

"""Formats: each module here writes a publication to one kind of file, and is found by its name.

A format has ``SUFFIX`` (such as ``.pdf``), ``PAGED`` (whether the paper matters) and
``write(publication, look, target)``, which returns the number of pages (None where there are none), or raises
`BuildError` and then leaves the last good file in its place.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Protocol, cast

from studyguide.errors import BuildError, UsageError, suggestion
from studyguide.publication import Publication
from studyguide.theme import Look

FORMATS: tuple[str, ...] = tuple(sorted(module.name for module in iter_modules(__path__)))
"""The names of the formats; finding them imports none of them."""


class Format(Protocol):
    """What a module in this folder provides."""

    SUFFIX: str
    PAGED: bool

    def write(self, publication: Publication, look: Look, target: Path) -> int | None:
        """Write the whole file, or raise `BuildError`; the number of its pages, if it has any."""


def known(name: str) -> str:
    """The name itself. Raises `UsageError` for a format that does not exist; imports nothing."""
    if name not in FORMATS:
        raise UsageError(f"There is no format '{name}'. {suggestion(name, FORMATS)}")
    return name


def load(name: str) -> Format:
    """The module of a format. Raises `UsageError` for one that does not exist."""
    known(name)
    return cast("Format", import_module(f"{__name__}.{name}"))


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """The name of a new file beside `target`, which takes its place if the block ends well.

    Until then the last good file stays; `OSError` (no space, no permission) becomes `BuildError`.
    """
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        yield temporary
        temporary.replace(target)
    except OSError as error:
        reason = error.strerror or str(error)
        raise BuildError(f"{target} cannot be written: {reason}. The last good file, if any, is untouched.") from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)

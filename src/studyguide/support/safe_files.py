"""Files of a guide: only regular files inside its folder, by real path."""

import stat
from collections.abc import Iterable
from pathlib import Path

_LEFT = {"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx"}
"""Files that Windows and macOS leave in folders, in lower case."""

_SUFFIXES = {"yml": "yaml", "markdown": "md", "mdown": "md", "mkd": "md"}


class RefusedError(Exception):
    """A file of the guide is not read; the message gives the reason to the author."""


def find(folder: Path, name: str, limit: int, mend: str = "split it") -> Path:
    """The real path of the file `name` (with ``/``) in `folder`, which has at most `limit` bytes.

    `mend` says what to do with a larger one.

    Raises `RefusedError` if it does not exist, is not a regular file, leads outside the folder or is too large.
    """
    if "\0" in name or name.startswith(("/", "\\")) or ".." in Path(name).parts:
        raise RefusedError(f"'{name}' leads outside the guide's folder; only files inside it are read")
    try:
        path = (folder / name).resolve(strict=True)
        status = path.stat()
    except (OSError, RuntimeError) as error:  # RuntimeError: symbolic links in a circle (Python 3.11, 3.12)
        raise RefusedError(f"there is no file '{name}' that can be read; put it there") from error
    if not path.is_relative_to(folder.resolve()):
        raise RefusedError(f"'{name}' is a link to a place outside the guide's folder; copy the file into the folder")
    if not stat.S_ISREG(status.st_mode):
        raise RefusedError(f"'{name}' is not a file; put a file in its place")
    if status.st_size > limit:
        raise RefusedError(f"'{name}' has {status.st_size:,} bytes; at most {limit:,} are allowed: {mend}")
    return path


def leads_outside(folder: Path, name: str) -> bool:
    """Whether the file `name` is outside the folder because of a symbolic link in its path."""
    try:
        return not (folder / name).resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False


def read(folder: Path, name: str, limit: int) -> bytes:
    """The content of a file, with the refusals of `find`."""
    path = find(folder, name, limit)
    try:
        with path.open("rb") as file:
            return file.read(limit)
    except OSError as error:
        raise RefusedError(f"'{name}' cannot be read ({error.strerror}); look at its permissions") from error


def listing(folder: Path, name: str = ".") -> tuple[str, ...]:
    """The names in a folder of the guide, sorted, without hidden files and those that systems and editors leave."""
    try:
        inside = (folder / name).resolve().is_relative_to(folder.resolve())  # a link may lead anywhere
        names: Iterable[str] = [path.name for path in (folder / name).iterdir()] if inside else ()
    except (OSError, RuntimeError):
        names = ()
    return tuple(sorted(name for name in names if not _is_left(name)))


def almost(name: str, names: Iterable[str]) -> str | None:
    """The name that differs from `name` only in case, spaces and the form of its suffix; None if there is none."""
    return next((each for each in names if each != name and _plain(each) == _plain(name)), None)


def _plain(name: str) -> str:
    stem, _, suffix = name.casefold().removesuffix(".txt").rpartition(".")
    return f"{stem}.{_SUFFIXES.get(suffix, suffix)}".replace(" ", "-").replace("_", "-")


def _is_left(name: str) -> bool:
    return name.startswith((".", "~$")) or name.endswith("~") or name.casefold() in _LEFT

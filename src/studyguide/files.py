"""Files of a guide: regular files inside its folder, by real path, and nothing else."""

import stat
from collections.abc import Iterable
from pathlib import Path


class RefusedError(Exception):
    """Why a file of the guide is not read, in words for the author."""


def find(folder: Path, name: str, limit: int) -> Path:
    """The real path of the file `name` (with ``/``) in `folder`, which has at most `limit` bytes.

    Raises `RefusedError` if it is not there, is not a regular file, leads outside the folder or is too large.
    """
    if "\0" in name or name.startswith(("/", "\\")) or ".." in Path(name).parts:
        raise RefusedError(f"'{name}' leads outside the guide's folder; only files inside it are read")
    try:
        path = (folder / name).resolve(strict=True)
        status = path.stat()
    except (OSError, RuntimeError) as error:  # RuntimeError: symbolic links in a circle (Python 3.11, 3.12)
        raise RefusedError(f"there is no file '{name}' that can be read") from error
    if not path.is_relative_to(folder.resolve()):
        raise RefusedError(f"'{name}' is a link to a place outside the guide's folder; copy the file into the folder")
    if not stat.S_ISREG(status.st_mode):
        raise RefusedError(f"'{name}' is not a file")
    if status.st_size > limit:
        raise RefusedError(f"'{name}' has {status.st_size:,} bytes; at most {limit:,} are allowed")
    return path


def read(folder: Path, name: str, limit: int) -> bytes:
    """The content of a file, with the refusals of `find`."""
    path = find(folder, name, limit)
    try:
        with path.open("rb") as file:
            return file.read(limit)
    except OSError as error:
        raise RefusedError(f"'{name}' cannot be read ({error.strerror}); look at its permissions") from error


def listing(folder: Path, name: str = ".") -> tuple[str, ...]:
    """The names in a folder of the guide, sorted, without hidden files and editors' backups."""
    try:
        names: Iterable[str] = [path.name for path in (folder / name).iterdir()]
    except OSError:
        names = ()
    return tuple(sorted(name for name in names if not name.startswith(".") and not name.endswith("~")))

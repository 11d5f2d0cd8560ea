"""Files and folders that are written whole or not at all; the last good one stays until then."""

import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from studyguide.support.errors import BuildError
from studyguide.support.folder_swap import alone, exchanged


@contextmanager
def naming(target: Path) -> Iterator[None]:
    """Turn disk errors in the block (no space, no permission) into a `BuildError` that names the file."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise BuildError(f"{target} cannot be written: {reason}. The last good file, if any, is untouched.") from error


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """The name of a new file beside `target`, which replaces it if the block ends without an error.

    Until then the last good file stays; `OSError` (no space, no permission) becomes `BuildError`.
    """
    temporary = _beside(target)
    try:
        with naming(target):
            with alone(target.parent):
                _recover(target)
            yield temporary
            temporary.replace(target)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        _in_use.discard(temporary.name)


def rewrite(path: Path, text: str) -> None:
    """Write an author's file whole, with the permissions it has; if that fails, the old one stays."""
    target = path.resolve()
    with replacing(target) as new:
        new.write_bytes(text.encode("utf-8"))
        shutil.copymode(target, new)


_numbers = count(1)
_in_use: set[str] = set()
"""Names of files and folders that threads of this process are writing."""


def _beside(target: Path) -> Path:
    """A unique hidden name beside a file or folder; it has the number of this process."""
    path = target.with_name(f".{target.name}.{os.getpid()}-{next(_numbers)}.part")
    _in_use.add(path.name)
    return path


MANIFEST = "studyguide-manifest.json"
"""Lists the content of a built folder; a folder without it, or with other files, is not ours."""


@contextmanager
def replacing_folder(target: Path) -> Iterator[Path]:
    """The same for a folder, which exists for the block to fill. A folder that is not ours is never replaced.

    If the system can exchange two folders at once, the last good one is in place at every moment. If not, it is moved
    aside first, and back if something goes wrong; if the process is killed in between, the next build moves it back.
    """
    new = _beside(target)
    old = new.with_suffix(".old")
    _in_use.add(old.name)
    try:
        with naming(target):
            with alone(target.parent):
                _recover(target)
                _refuse_strangers(target)
            new.mkdir()
            yield new
            _list_content(new)
            with alone(target.parent):
                _refuse_strangers(target)
                _swap(new, target, old)
    finally:
        shutil.rmtree(new, ignore_errors=True)
        if target.exists():
            shutil.rmtree(old, ignore_errors=True)
        _in_use.difference_update({new.name, old.name})


def _list_content(folder: Path) -> None:
    """Write the manifest of a folder."""
    text = json.dumps({"program": "studyguide", "files": sorted(_content(folder))}, indent=1)
    (folder / MANIFEST).write_text(text + "\n", "utf-8")


def _content(folder: Path) -> set[str]:
    """Each file in a folder, by its path inside it; of a link, the link."""
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_symlink() or path.is_file()}
    return found - {MANIFEST}


def _refuse_strangers(target: Path) -> None:
    """Raise `BuildError` if the target is not a folder of ours, or somebody has added files to it."""
    if not (target.exists() or target.is_symlink()):
        return
    if target.is_symlink() or not target.is_dir():
        raise BuildError(f"{target} cannot be written: something else has that name. Move it away.")
    if not any(target.iterdir()):
        return
    listed = _listed(target)
    if listed is None:
        raise BuildError(
            f"{target} cannot be replaced: studyguide did not write this folder, or its {MANIFEST} has gone. "
            "Move the folder away, or choose another with --output."
        )
    if added := sorted(_content(target) - listed):
        raise BuildError(
            f"{target} cannot be replaced: it also holds '{added[0]}', which studyguide did not write. Move that away."
        )


def _listed(folder: Path) -> set[str] | None:
    """The content that a folder's manifest lists; None if it has no readable one."""
    try:
        data = json.loads((folder / MANIFEST).read_text("utf-8"))
        return set(data["files"]) if data["program"] == "studyguide" else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _recover(target: Path) -> None:
    """Clean up after killed processes: move the last good folder back if the target is missing, and remove the rest."""
    left = re.compile(rf"\.{{1,2}}{re.escape(target.name)}\.(\d+)(?:-\d+)?\.(part|old)(?:\.\d+(?:-\d+)?\.part)?")
    for path in sorted(target.parent.iterdir()):
        match = left.fullmatch(path.name)
        if not match or path.is_symlink() or path.name in _in_use or _is_running(int(match[1])):
            continue
        if match[2] == "old" and not target.exists() and _listed(path) is not None:
            path.replace(target)
        elif path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def _is_running(number: int) -> bool:
    """Whether another process with that number exists, which may be writing."""
    if number == os.getpid():
        return False
    if os.name == "nt":  # on Windows, signal 0 ends a process
        return True
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it belongs to another user
        return True
    return True


def _swap(new: Path, target: Path, old: Path) -> None:
    try:
        if target.exists() and not exchanged(new, target):
            target.replace(old)
        elif target.exists():
            return
        new.replace(target)
    except BaseException:
        if old.exists() and not target.exists():
            old.replace(target)
        raise

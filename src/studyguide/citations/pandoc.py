"""Pandoc: the program that sets citations. Only this module starts it, for one document at a time.

It runs without a shell, in an empty folder, without network and other files (``--sandbox``), and with limits of memory
and time.
"""

import errno
import json
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from subprocess import DEVNULL, PIPE, Popen, TimeoutExpired, run
from tempfile import TemporaryDirectory, TemporaryFile
from typing import Any

from studyguide.support import meanwhile
from studyguide.support.cache import Cache, digest
from studyguide.support.errors import BuildError

API = (1, 23)
"""The version of Pandoc's document format that we write and read."""
OLDEST = (3, 1)
SECONDS = 60
_MOST_KEPT = 8
_LIMITS = ("+RTS", "-M1g", "-A16m", "-RTS")
"""At most a gigabyte, with few garbage collections; still fewer would take longer, because memory must be cleared."""
_SLOW = (
    "Pandoc was stopped: it took more than {} seconds for the citations. "
    "Look for a field in the sources that is very long."
)
_ARGUMENTS = ("--from=json", "--to=json", "--citeproc", "--sandbox", "--data-dir=.")
_FILES = ("--bibliography=sources.json", "--csl=style.csl")
_GET = "Install the Python package pypandoc-binary, or Pandoc {}.{} or newer from pandoc.org".format(*OLDEST)
UNREADABLE = f"Pandoc's answer about the citations cannot be read. {_GET}."
_kept: dict[str, Any] = {}


def blocks(document: dict[str, Any], sources: Any, style: str, store: Cache) -> Any:
    """The blocks of a document with its citations set, and a last block with the entries. Raises `BuildError`.

    An earlier answer is taken from this process, or from the store.
    """
    document = {"pandoc-api-version": [*API, 1], **document}
    parts = (json.dumps(part, sort_keys=True, ensure_ascii=False).encode() for part in (document, sources))
    name = f"citations-{digest(_identity(program()), style.encode(), *parts)}"
    if name not in _kept:
        answer = _read(store.get(name))
        if answer is None:
            made = _set(document, sources, style)
            answer = _read(made)
            if answer is None:
                raise BuildError(UNREADABLE)
            store.put(name, made)
            store.trim()
        while len(_kept) >= _MOST_KEPT:
            _kept.pop(next(iter(_kept)))
        _kept[name] = answer
    return _kept[name]


@cache
def program() -> str:
    """The path of Pandoc: of the package pypandoc-binary, or on PATH. Raises `BuildError` if there is none."""
    package = find_spec("pypandoc")
    folders = (package.submodule_search_locations or []) if package else []
    names = ("pandoc", "pandoc.exe")
    found = [file for folder in folders for name in names if (file := Path(folder, "files", name)).is_file()]
    path = str(found[0]) if found else which("pandoc")
    if path is None:
        raise BuildError(f"Citations are set by Pandoc, and it is not on this machine. {_GET}.")
    return path


def _identity(path: str) -> bytes:
    """An identifier of the program's version, found without starting it."""
    try:
        status = Path(path).stat()
    except OSError as error:
        raise BuildError(f"Pandoc cannot be read: {path} ({error.strerror}). {_GET}.") from error
    return f"{status.st_size} {status.st_mtime_ns}".encode()


def _read(answer: bytes | None) -> Any:
    """The blocks in Pandoc's answer; None if it is not valid."""
    try:
        content = json.loads(answer or b"")
        return content["blocks"] if tuple(content["pandoc-api-version"][:2]) == API else None
    except (ValueError, LookupError, TypeError, RecursionError):
        return None


def _set(document: dict[str, Any], sources: Any, style: str) -> bytes:
    try:
        with TemporaryDirectory(prefix="studyguide-") as folder:
            Path(folder, "sources.json").write_text(json.dumps(sources, ensure_ascii=False), "utf-8")
            Path(folder, "style.csl").write_text(style, "utf-8")
            command = [program(), *_LIMITS, *_ARGUMENTS, *_FILES]
            code, said, told = _run(command, json.dumps(document).encode(), folder)
    except OSError as error:
        if error.errno in {errno.EFBIG, errno.ENOSPC, errno.EDQUOT, errno.EROFS}:
            message = f"The citations cannot be written for Pandoc: {error.strerror}. Make room for temporary files."
            raise BuildError(message) from error
        raise BuildError(f"Pandoc cannot be started for the citations: {error.strerror}. {_GET}.") from error
    if code:
        words = " ".join(told.decode("utf-8", "replace").split())[:300] or "it gives no reason"
        raise BuildError(f"Pandoc could not set the citations: {words} (exit code {code}). {_GET}.")
    return said


def _run(command: list[str], data: bytes, folder: str) -> tuple[int, bytes, bytes]:
    """Pandoc's exit code, and what it writes to its standard output and error. This process loads modules meanwhile."""
    with TemporaryFile() as given:
        given.write(data)
        given.seek(0)
        with Popen(command, stdin=given, stdout=PIPE, stderr=PIPE, cwd=folder) as process:  # noqa: S603 (no shell, and no argument is the guide's)
            try:
                _new_enough(command[0])
                meanwhile.load()
                said, told = process.communicate(timeout=SECONDS)  # unlike `wait`, it does not look every 50 ms
            except TimeoutExpired as error:
                process.kill()
                raise BuildError(_SLOW.format(SECONDS)) from error
            except BaseException:
                process.kill()
                raise
        return process.returncode, said, told


@cache
def _new_enough(path: str) -> None:
    """Raise `BuildError` for a Pandoc that is too old."""
    try:
        done = run([path, "--version"], stdin=DEVNULL, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603 (no shell)
    except TimeoutExpired as error:
        raise BuildError(_SLOW.format(SECONDS)) from error
    except OSError as error:
        raise BuildError(f"Pandoc cannot be started: {path} ({error.strerror}). {_GET}.") from error
    said = done.stdout.decode("utf-8", "replace")
    version = re.match(r"pandoc(?:\.exe)? (\d+)\.(\d+)", said)
    if version is None:
        raise BuildError(f"The program {path} does not say which Pandoc it is. {_GET}.")
    if (int(version[1]), int(version[2])) < OLDEST:
        raise BuildError(f"Pandoc {version[1]}.{version[2]} is too old to set citations. {_GET}.")

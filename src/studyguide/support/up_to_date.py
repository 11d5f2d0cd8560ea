"""Whether everything a build was made from is unchanged. Uses only the standard library, for speed."""

import json
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from hashlib import blake2b, file_digest
from pathlib import Path

from studyguide.support import cache_key
from studyguide.support.paths import PACKAGE, styles_folder

PARTS = ("guide.yaml", "sources.yaml", "sources.json", "chapters", "images")
"""What is read of a guide beside its own citation style; what was built may stand beside it."""

LARGEST = 20_000_000
"""Bytes of a file that is read for its digest. No guide may hold a larger one, so its size and date are enough."""

FOLDER = ".studyguide"
"""Where, inside the output folder, the records are kept."""


def outputs(guide: Path, output: Path, options: Iterable[str]) -> dict[Path, int | None] | None:
    """The files of the last build with these options, with their pages, if nothing has changed since.

    Neither the files nor their sources, that is; None otherwise.
    """
    try:
        record = json.loads(_record(guide, output, options).read_text("utf-8"))
        files = {output / name: (digest, pages) for name, (digest, pages) in record["outputs"].items()}
        same = record["sources"] == fingerprint(guide) and all(_digest(f) == digest for f, (digest, _) in files.items())
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return None
    return {file: pages for file, (_, pages) in files.items()} if same else None


def remember(guide: Path, output: Path, options: Iterable[str], files: Mapping[Path, int | None], sources: str) -> None:
    """Record what was built, with its pages; `sources` is what `fingerprint` said before the build began."""
    record = _record(guide, output, options)
    outputs = {os.path.relpath(file, output): (_digest(file), pages) for file, pages in files.items()}
    text = json.dumps({"sources": sources, "outputs": outputs}, indent=1)
    with suppress(OSError):  # then the next build starts afresh; a damaged record counts as none
        record.parent.mkdir(parents=True, exist_ok=True)
        record.write_text(text, "utf-8")


def fingerprint(guide: Path) -> str:
    """A digest of everything that can change the output: guide, styles, program and `cache_key.tools`."""
    return _fingerprint([*_parts(guide), styles_folder()], dates())


def content(guide: Path) -> str:
    """A digest of everything that is read of a guide, and of where it stands."""
    return _fingerprint(_parts(Path(os.path.abspath(guide))))


@cache
def program() -> str:
    """A digest of the program and of `cache_key.tools`, as they were when this process first asked."""
    return _fingerprint([PACKAGE], cache_key.tools())


@cache
def dates() -> str:
    """What changes when the program does: its hundreds of files are not read where nothing else is to be done.

    One that was only touched makes another build, for which all that is kept can be used.
    """
    return "\n".join(map(_date, _files([PACKAGE]))) + cache_key.tools()


def _parts(guide: Path) -> list[Path]:
    """All that is read of a guide, its own citation style among it."""
    names = os.listdir(guide) if os.path.isdir(guide) else ()
    return [guide / name for name in (*PARTS, *sorted(name for name in names if name.endswith(".csl")))]


def _date(file: str) -> str:
    with suppress(OSError):  # an editor's passing file
        at = os.stat(file)  # of what a link leads to: some installers link
        return f"{file} {at.st_size} {at.st_mtime_ns} {at.st_ctime_ns}"
    return file


def _fingerprint(paths: Iterable[Path], also: str = "") -> str:
    digest = blake2b(digest_size=20)
    for file in _files(paths):
        digest.update(os.fsencode(f"{file}\0{_trace(file)}\n"))
    digest.update(os.fsencode(also))
    return digest.hexdigest()


def _record(guide: Path, output: Path, options: Iterable[str]) -> Path:
    key = json.dumps([str(guide.resolve()), *options])
    return output / FOLDER / f"{blake2b(key.encode(), digest_size=8).hexdigest()}.json"


def _files(paths: Iterable[Path]) -> Iterator[str]:
    """The paths that are no folders, and the files in those that are."""
    for folder in paths:
        if folder.is_symlink() or not folder.is_dir():
            yield str(folder)  # of a link, where it leads; it may be outside the guide
            continue
        for root, inside, names in os.walk(folder):
            inside[:] = sorted(name for name in inside if name != "__pycache__" and not name.startswith("."))
            yield from (os.path.join(root, name) for name in sorted(names))


def _trace(file: str) -> str:
    """The digest of a file; of a link, where it leads; of what is no file that can be read, nothing."""
    try:
        kind = os.lstat(file)
        if stat.S_ISREG(kind.st_mode) and kind.st_size <= LARGEST:
            return _digest(file)
        link = os.readlink(file) if stat.S_ISLNK(kind.st_mode) else ""
        there = os.stat(file) if link else kind  # only looked at: it may be outside the guide, or never end
    except OSError:
        return ""
    return f"{link} {there.st_size} {there.st_mtime_ns}"


def _digest(file: str | Path) -> str:
    """The digest of a file's content; of a folder that was built, of all its files, hidden ones too."""
    if os.path.isdir(file):
        paths = sorted(os.path.join(root, name) for root, _, names in os.walk(file) for name in names)
        parts = (os.fsencode(f"{os.path.relpath(path, file)}\0{_trace(path)}\n") for path in paths)
        return blake2b(b"".join(parts), digest_size=20).hexdigest()
    with open(file, "rb") as stream:
        return file_digest(stream, lambda: blake2b(digest_size=20)).hexdigest()

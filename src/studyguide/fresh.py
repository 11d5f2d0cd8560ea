"""Fresh: whether everything a build was made from is still the same. The standard library alone, for speed."""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from studyguide.paths import PACKAGE, styles_folder

FOLDER = ".studyguide"
"""Where, inside the output folder, the records are kept."""


def outputs(guide: Path, output: Path, options: Iterable[str]) -> tuple[Path, ...] | None:
    """The files of the last build with these options if neither they nor their sources have changed since."""
    try:
        record = json.loads(_record(guide, output, options).read_text("utf-8"))
        files = {Path(name): digest for name, digest in record["outputs"].items()}
        same = record["sources"] == fingerprint(guide) and all(_digest(f) == digest for f, digest in files.items())
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return None
    return tuple(files) if same else None


def remember(guide: Path, output: Path, options: Iterable[str], files: Iterable[Path], sources: str) -> None:
    """Record what was built; `sources` is what `fingerprint` said before the build began."""
    record = _record(guide, output, options)
    text = json.dumps({"sources": sources, "outputs": {str(file): _digest(file) for file in files}}, indent=1)
    with suppress(OSError):  # then the next build starts afresh; a damaged record counts as none
        record.parent.mkdir(parents=True, exist_ok=True)
        record.write_text(text, "utf-8")


def fingerprint(guide: Path) -> str:
    """A digest of everything that can change the output: guide, styles, program and installed versions."""
    digest = blake2b(digest_size=20)
    for file in _files((guide, PACKAGE, styles_folder())):
        digest.update(f"{file}\0{_digest(file)}\n".encode())
    digest.update(f"{sys.version}\n{sorted(_installed())}".encode())
    return digest.hexdigest()


def _record(guide: Path, output: Path, options: Iterable[str]) -> Path:
    key = json.dumps([str(guide.resolve()), *options])
    return output / FOLDER / f"{blake2b(key.encode(), digest_size=8).hexdigest()}.json"


def _files(folders: Iterable[Path]) -> Iterator[str]:
    for folder in folders:
        for root, inside, names in os.walk(folder):
            inside[:] = sorted(name for name in inside if name != "__pycache__" and not name.startswith("."))
            yield from (os.path.join(root, name) for name in sorted(names))


def _digest(file: str | Path) -> str:
    with open(file, "rb") as stream:
        return blake2b(stream.read(), digest_size=20).hexdigest()


def _installed() -> Iterator[str]:
    """Names and versions of installed packages, from the folders that pip leaves (importlib.metadata is slow)."""
    for folder in filter(os.path.isdir, sys.path):
        yield from (name for name in os.listdir(folder) if name.endswith(".dist-info"))

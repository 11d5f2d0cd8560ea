"""Whether everything a build was made from is unchanged. Uses only the standard library, for speed."""

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from studyguide.support import cache_key, file_digests
from studyguide.support.cache import Cache, digest
from studyguide.support.file_digests import digest_of
from studyguide.support.paths import styles_folder

PARTS = ("guide.yaml", "sources.yaml", "sources.json", "chapters", "images")
"""What is read of a guide beside its own citation style; what was built may stand beside it."""

FOLDER = ".studyguide"
"""Where, inside the output folder, the records are kept."""


def outputs(guide: Path, output: Path, options: Iterable[str]) -> dict[Path, int | None] | None:
    """The files of the last build with these options, with their pages, if nothing has changed since.

    Neither the files nor their sources, that is; None otherwise.
    """
    try:
        record = json.loads(Cache(output / FOLDER).get(_name(guide, options)) or b"{}")
        files = {output / name: (was, pages) for name, (was, pages) in record["outputs"].items()}
        same = record["sources"] == fingerprint(guide)
        same = same and all(digest_of(file) == was for file, (was, _) in files.items())
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return None
    return {file: pages for file, (_, pages) in files.items()} if same else None


def remember(guide: Path, output: Path, options: Iterable[str], files: Mapping[Path, int | None], sources: str) -> None:
    """Record what was built, with its pages; `sources` is what `fingerprint` said before the build began."""
    outputs = {os.path.relpath(file, output): (digest_of(file), pages) for file, pages in files.items()}
    record = json.dumps({"sources": sources, "outputs": outputs})
    Cache(output / FOLDER).put(_name(guide, options), record.encode())  # or the next build starts afresh


def fingerprint(guide: Path) -> str:
    """A digest of everything that can change the output: guide, styles, program and `cache_key.tools`."""
    return file_digests.fingerprint([*_parts(guide), styles_folder()], cache_key.dates())


def content(guide: Path) -> str:
    """A digest of everything that is read of a guide, and of where it stands."""
    return file_digests.fingerprint(_parts(Path(os.path.abspath(guide))))


def _parts(guide: Path) -> list[Path]:
    """All that is read of a guide, its own citation style among it."""
    names = os.listdir(guide) if os.path.isdir(guide) else ()
    return [guide / name for name in (*PARTS, *sorted(name for name in names if name.endswith(".csl")))]


def _name(guide: Path, options: Iterable[str]) -> str:
    return f"build-{digest(json.dumps([str(guide.resolve()), *options]).encode())}"

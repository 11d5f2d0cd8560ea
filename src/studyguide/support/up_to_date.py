"""Whether everything a build was made from is unchanged. Uses only the standard library, for speed."""

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from studyguide.support import cache_key, file_digests
from studyguide.support.cache import Cache, digest
from studyguide.support.file_digests import digest_of
from studyguide.support.paths import styles_folder

PARTS = ("guide.yaml", "words.yaml", "sources.yaml", "sources.json", "school.docx", "chapters", "images")
"""The parts of a guide that are read, besides its own citation style; built files may be in the same folder."""

FOLDER = ".studyguide"
"""The folder for the records, inside the output folder."""


def outputs(guide: Path, output: Path, options: Iterable[str]) -> dict[Path, int | None] | None:
    """The files of the last build with these options, and their numbers of pages.

    None if the files or their sources have changed since, or if there is no record.
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
    """Record the built files with their numbers of pages; `sources` is the `fingerprint` from before the build."""
    outputs = {os.path.relpath(file, output): (digest_of(file), pages) for file, pages in files.items()}
    record = json.dumps({"sources": sources, "outputs": outputs})
    Cache(output / FOLDER).put(_name(guide, options), record.encode())  # if it fails, the next build is complete


def fingerprint(guide: Path) -> str:
    """A digest of everything that can change the output: the guide, the styles, the program and `cache_key.tools`."""
    return file_digests.fingerprint([*parts(guide), styles_folder()], cache_key.dates())


def content(guide: Path) -> str:
    """A digest of what decides, besides the program, whether a guide is sound: its files and location, the styles."""
    return file_digests.fingerprint([*parts(Path(os.path.abspath(guide))), styles_folder()])


def parts(guide: Path) -> list[Path]:
    """The paths in a guide that are read, including its own citation styles."""
    names = os.listdir(guide) if os.path.isdir(guide) else ()
    return [guide / name for name in (*PARTS, *sorted(name for name in names if name.endswith(".csl")))]


def _name(guide: Path, options: Iterable[str]) -> str:
    return f"build-{digest(json.dumps([str(guide.resolve()), *options]).encode())}"

"""Files of a guide: whether they can be read, have the form of this version, and have its schemas beside them."""

import shlex
from collections.abc import Iterator
from pathlib import Path

from studyguide.cli.doctor.finding import Finding

SCHEMAS = ".schemas"
"""The folder for schemas in a guide's folder."""


def version(guide: Path) -> Iterator[Finding]:
    """Whether all files can be read, and were written for this version."""
    from studyguide import __version__
    from studyguide.guide.upgrade import upgrade

    found = upgrade(guide)
    name = shlex.quote(str(guide))
    if found.unread:
        files = ", ".join(sorted({problem.file for problem in found.unread}))
        yield Finding("guide", "wrong", f"{guide} has files that cannot be read: {files}", f"studyguide check {name}")
    elif found.files or found.remarks:
        said = f"{guide} was written for an earlier version"
        yield Finding("guide", "wrong", said, f"studyguide upgrade {name}")
    else:
        yield Finding("guide", "ok", f"{guide} has the form of studyguide {__version__}")


def schemas(guide: Path) -> Iterator[Finding]:
    """Whether the schemas that editors use are those of this version."""
    from studyguide.guide import json_schema

    folder = guide / SCHEMAS
    mend = f"studyguide schema --output {shlex.quote(str(folder))}"
    if not folder.is_dir() and "yaml-language-server: $schema=" in _text(guide, "guide.yaml").split("\n", 1)[0]:
        said = f"guide.yaml names its schemas itself, so {folder} is not needed"
        yield Finding("schemas", "ok", said, is_needed=False)
        return
    if not folder.is_dir():
        said = f"there is no folder {folder}, with which editors complete names and show mistakes"
        yield Finding("schemas", "missing", said, mend, is_needed=False)
        return
    stale = [
        name
        for name, schema in json_schema.schemas().items()
        if _text(folder, f"{name}.json") != json_schema.text(schema)
    ]
    if stale:
        said = f"{folder} has those of another version, such as {stale[0]}.json"
        yield Finding("schemas", "wrong", said, mend, is_needed=False)
    else:
        yield Finding("schemas", "ok", f"{folder} has those of this version", is_needed=False)


def _text(folder: Path, name: str) -> str:
    """The text of a file; empty if it cannot be read."""
    from studyguide.support import safe_files

    try:
        return safe_files.read(folder, name, 1_000_000).decode("utf-8", "replace").replace("\r\n", "\n")
    except safe_files.RefusedError:
        return ""

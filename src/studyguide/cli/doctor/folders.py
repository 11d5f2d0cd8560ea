"""Folders: whether files can be written where builds write them, and whether there is room."""

import shlex
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from studyguide.cli.doctor.finding import Finding
from studyguide.support import up_to_date

LEAST = 200_000_000
"""Bytes that a build of every format may take, with what it keeps."""


def folders(output: Path) -> Iterator[Finding]:
    """A line for the folder to write to, for what is kept in it, and for temporary files."""
    yield _folder("output folder", output, "studyguide build --output another-folder")
    yield _folder("cache folder", output / up_to_date.FOLDER / "cache", "studyguide build --cache another-folder")
    yield _folder("temporary folder", Path(tempfile.gettempdir()), "export TMPDIR=another-folder")


def _folder(name: str, folder: Path, elsewhere: str) -> Finding:
    """What there is to say of one folder, or of the nearest folder around it that exists."""
    near = next(each for each in (folder, *folder.absolute().parents) if each.exists())
    if not near.is_dir():
        return Finding(name, "wrong", f"{near} is a file, where a folder should be", elsewhere)
    try:
        tempfile.TemporaryFile(dir=near).close()
        free = shutil.disk_usage(near).free
    except OSError as error:
        mend = f"chmod u+rwx {shlex.quote(str(near))}" if isinstance(error, PermissionError) else elsewhere
        return Finding(name, "wrong", f"{near} cannot be written to: {error.strerror}", mend)
    room = f"{free / 1e9:,.1f} GB free"
    if free < LEAST:
        return Finding(name, "wrong", f"{near} has {room}, and {LEAST / 1e9:.1f} GB may be needed", elsewhere)
    return Finding(name, "ok", f"{folder}, {room}")

"""The shelf: what was laid out and written before, under the digest of all that it came from.

That is the HTML with its numbers, the pictures in it, the look, and this program with its tools (`cache_key`).
"""

import stat
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from studyguide.formats import Workshop
from studyguide.formats.pdf.workers.messages import Face, Job, Laid, Quire
from studyguide.publication import Publication
from studyguide.support import cache_key
from studyguide.support.cache import Store, digest
from studyguide.themes.theme import Look

Made = TypeVar("Made")

MOST_BYTES = 20_000_000
"""Of one picture, as in `fetcher`."""


class Shelf:
    """What is known of the parts of one publication in one look."""

    def __init__(self, publication: Publication, look: Look, workshop: Workshop) -> None:
        sure = all(cache_key.libraries()) and workshop.program  # what cannot be verified is not believed
        self._store = Store(workshop.cache if sure else None)
        self._look = digest(*map(str.encode, (workshop.program, look.digest())))
        self._pictures = {asset.name: digest(_content(asset.path)) for asset in publication.assets}

    def laid(self, job: Job) -> Laid | None:
        """How the part was laid out."""
        return _unpacked(Laid.unpack, self._store.get(self._key("laid", job.html)))

    def keep_laid(self, job: Job, laid: Laid) -> None:
        """Keep how a part was laid out."""
        self._store.put(self._key("laid", job.html), laid.pack())

    def quire(self, job: Job) -> Quire | None:
        """The PDF of the part."""
        return _unpacked(Quire.unpack, self._store.get(self._key("part", job.html)))

    def keep_quire(self, job: Job, quire: Quire) -> None:
        """Keep the PDF of a part."""
        self._store.put(self._key("part", job.html), quire.pack())

    def face(self, face: Face) -> bytes | None:
        """The file of a font."""
        return self._store.get(self._key("font", repr(face)))

    def keep_face(self, face: Face, file: bytes) -> None:
        """Keep the file of a font."""
        self._store.put(self._key("font", repr(face)), file)

    def trim(self) -> None:
        """Throw away what was not used for long, if there is too much."""
        self._store.trim()

    def _key(self, what: str, content: str) -> str:
        shown = (f"{name} {made}" for name, made in self._pictures.items() if name in content)
        return f"{what}-{digest(*map(str.encode, (self._look, what, content, *shown)))}"


def _unpacked(unpack: Callable[[bytes], Made], packed: bytes | None) -> Made | None:
    """What was packed; None where there is nothing, or nothing that this program packed."""
    try:
        return unpack(packed) if packed else None
    except (ValueError, LookupError, TypeError):
        return None


def _content(picture: Path) -> bytes:
    """What is in a file; nothing for one that no layout reads (`fetcher`), so that nothing is made with it."""
    try:
        status = picture.stat()
        fine = stat.S_ISREG(status.st_mode) and status.st_size <= MOST_BYTES
        return picture.read_bytes() if fine else b""
    except OSError:
        return b""

"""Parts that were laid out and written before, found by the digest of everything they were made from.

That is the HTML with its numbers, the pictures in it, the look, and this program with its tools (`cache_key`).
"""

import stat
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from studyguide.formats import LayoutOptions
from studyguide.formats.pdf.workers.messages import EmbeddedFace, Job, PartLayout, WrittenPart
from studyguide.publication import Publication
from studyguide.support.cache import digest
from studyguide.themes.theme import Look

Made = TypeVar("Made")

MOST_BYTES = 20_000_000
"""Of one picture, as in `fetcher`."""


class PartCache:
    """What is known of the parts of one publication in one look."""

    def __init__(self, publication: Publication, look: Look, layout_options: LayoutOptions) -> None:
        self._store = layout_options.store
        self._look = digest(*map(str.encode, (layout_options.program, look.digest())))
        self._pictures = {asset.name: digest(_content(asset.path)) for asset in publication.assets}

    def laid(self, job: Job) -> PartLayout | None:
        """How the part was laid out."""
        return _unpacked(PartLayout.unpack, self._store.get(self._key("laid", job.html)))

    def keep_laid(self, job: Job, laid: PartLayout) -> None:
        """Keep how a part was laid out."""
        self._store.put(self._key("laid", job.html), laid.pack())

    def written(self, job: Job) -> WrittenPart | None:
        """The PDF of the part."""
        return _unpacked(WrittenPart.unpack, self._store.get(self._key("part", job.html)))

    def keep_written(self, job: Job, written: WrittenPart) -> None:
        """Keep the PDF of a part."""
        self._store.put(self._key("part", job.html), written.pack())

    def face(self, face: EmbeddedFace) -> bytes | None:
        """The file of a font."""
        return self._store.get(self._key("font", repr(face)))

    def keep_face(self, face: EmbeddedFace, file: bytes) -> None:
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

"""Caches laid-out and written parts under a digest of everything they were made from.

The digest covers the HTML with its page numbers, its pictures, the look, and this program with its tools (`cache_key`).
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
"""The size limit for one picture, as in `url_fetcher`."""


class PartCache:
    """The cached parts of one publication in one look."""

    def __init__(self, publication: Publication, look: Look, layout_options: LayoutOptions) -> None:
        self._store = layout_options.store
        self._look = digest(*map(str.encode, (layout_options.program, look.digest)))
        self._pictures = pictures(publication)

    def laid(self, job: Job) -> PartLayout | None:
        """The cached layout of the part; None if there is none."""
        return _unpacked(PartLayout.unpack, self._store.get(self._key("laid", job.html)))

    def keep_laid(self, job: Job, laid: PartLayout) -> None:
        """Cache the layout of a part."""
        self._store.put(self._key("laid", job.html), laid.pack())

    def written(self, job: Job) -> WrittenPart | None:
        """The cached PDF of the part; None if there is none."""
        return _unpacked(WrittenPart.unpack, self._store.get(self._key("part", job.html)))

    def keep_written(self, job: Job, written: WrittenPart) -> None:
        """Cache the PDF of a part."""
        self._store.put(self._key("part", job.html), written.pack())

    def face(self, face: EmbeddedFace) -> bytes | None:
        """The cached file of a font; None if there is none."""
        return self._store.get(self._key("font", repr(face)))

    def keep_face(self, face: EmbeddedFace, file: bytes) -> None:
        """Cache the file of a font."""
        self._store.put(self._key("font", repr(face)), file)

    def trim(self) -> None:
        """Delete the least recently used entries if the cache is too large."""
        self._store.trim()

    def _key(self, what: str, content: str) -> str:
        shown = (f"{name} {made}" for name, made in self._pictures.items() if name in content)
        return f"{what}-{digest(*map(str.encode, (self._look, what, content, *shown)))}"


def pictures(publication: Publication) -> dict[str, str]:
    """A digest of each picture, by its name."""
    return {asset.name: digest(_content(asset.path)) for asset in publication.assets}


def _unpacked(unpack: Callable[[bytes], Made], packed: bytes | None) -> Made | None:
    """The unpacked object; None if there is no entry, or if this program did not write it."""
    try:
        return unpack(packed) if packed else None
    except (ValueError, LookupError, TypeError):
        return None


def _content(picture: Path) -> bytes:
    """The content of a picture file; empty for a file that layouts refuse to read (`url_fetcher`)."""
    try:
        status = picture.stat()
        fine = stat.S_ISREG(status.st_mode) and status.st_size <= MOST_BYTES
        return picture.read_bytes() if fine else b""
    except OSError:
        return b""

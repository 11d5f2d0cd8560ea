"""The container: packs files into an EPUB. The only module that imports EbookLib.

EbookLib writes the package document and the NCX. It does not parse pages: its own page type parses XHTML as
HTML, which breaks SVG and loses attributes. Its zip has the current time, so the files are zipped again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from io import BytesIO
from types import MappingProxyType
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from ebooklib import epub
from lxml import etree

from studyguide.formats.epub.metadata import MetadataEntry
from studyguide.formats.epub.navigation import Stop
from studyguide.publication import Metadata

PAGE = "application/xhtml+xml"
PACKAGE = "EPUB/content.opf"
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time of a zip entry."""


@dataclass(frozen=True)
class File:
    """A file of the book; XHTML pages are given in reading order."""

    name: str
    media_type: str
    content: bytes
    properties: tuple[str, ...] = ()
    """Manifest properties: ``nav``, ``svg``, ``cover-image``."""


def pack(
    files: Sequence[File],
    stops: Iterable[Stop],
    metadata: Metadata,
    entries: Iterable[MetadataEntry],
    beside: Mapping[str, bytes] = MappingProxyType({}),
) -> bytes:
    """The bytes of the EPUB; the same input gives the same bytes. Raises what EbookLib and lxml raise.

    The files in `beside` are in the container but not part of the book, such as licences.
    """
    book = epub.EpubBook()
    book.metadata.clear()  # drops the generator and the random identifier
    book.set_identifier(metadata.identifier)
    if metadata.direction:
        book.set_direction(metadata.direction)
    book.title = metadata.title  # for the NCX; the package document takes it from the entries
    for entry in entries:
        book.add_metadata(entry.vocabulary, entry.name, _xml(entry.value), entry.attributes)
    for number, file in enumerate(files, 1):
        item = epub.EpubItem(f"item-{number}", file.name, file.media_type, file.content)
        item.properties = list(file.properties)
        book.add_item(item)
        if file.media_type == PAGE:
            book.spine.append(item)
    book.add_item(epub.EpubNcx())
    book.toc = _contents(stops)
    modified = datetime.combine(metadata.date, time.min, tzinfo=UTC)
    return _zipped_again(_written(book, modified), metadata.language, beside)


def _xml(value: str) -> str:
    """The text itself. Raises `ValueError` for characters that XML forbids: EbookLib would omit the element."""
    etree.Element("check").text = value
    return value


def _contents(stops: Iterable[Stop]) -> list[object]:
    """The contents in the form for EbookLib's NCX: links, or pairs of a link and the links below it."""
    contents: list[object] = []
    for number, stop in enumerate(stops, 1):
        link = epub.Link(stop.href, stop.title, f"stop-{number}")
        below = [epub.Link(s.href, s.title, f"stop-{number}-{n}") for n, s in enumerate(stop.below, 1)]
        contents.append((link, below) if below else link)
    return contents


def _written(book: epub.EpubBook, modified: datetime) -> bytes:
    """EbookLib's own output. Its writer is called directly: the usual function hides failures."""
    options = {"epub2_guide": False, "epub3_pages": False, "mtime": modified, "compresslevel": 0}
    output = BytesIO()
    writer = epub.EpubWriter(output, book, options)
    writer.process()
    writer.write()
    return output.getvalue()


def _zipped_again(raw: bytes, language: str, beside: Mapping[str, bytes]) -> bytes:
    """The same files in the same order (``mimetype`` first and stored), without times, and the files in `beside`."""
    output = BytesIO()
    with ZipFile(BytesIO(raw)) as source, ZipFile(output, "w") as target:
        for name in (*source.namelist(), *beside):
            content = beside[name] if name in beside else source.read(name)
            if name == PACKAGE:
                content = _with_language(content, language)
            info = ZipInfo(name, EARLIEST)
            info.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            info.create_system = 3  # Unix, on every platform
            info.external_attr = 0o100644 << 16
            target.writestr(info, content)
    return output.getvalue()


def _with_language(package: bytes, language: str) -> bytes:
    """The package document with ``xml:lang`` on its root, which EbookLib omits."""
    return package.replace(b"<package ", f'<package xml:lang="{language}" '.encode(), 1)

"""The package of a school's document (ECMA-376 Part 2): three of its parts, within bounds, as trees."""

import zipfile
import zlib
from io import BytesIO

from studyguide.support import xhtml
from studyguide.support.xhtml import Element
from studyguide.themes.school.look import SchoolError

STYLES, DOCUMENT, THEME = "word/styles.xml", "word/document.xml", "word/theme/theme1.xml"
"""The parts that are read: of the second, only the margins, and of the third, only the fonts.

Word writes the theme there; one in another place is not looked for.
"""
MAX_PART = 5_000_000
"""Bytes of a part when unpacked. The styles of Word's own templates have a hundredth of that."""
MAX_DIRECTORY = 1_000_000
"""Bytes of the list of files in the archive, which Python reads whole: some 10,000 files."""
AGAIN = "Open it in Word or LibreOffice, and save it again as a Word document (.docx)"
NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
"""The namespaces of WordprocessingML, transitional and strict (ECMA-376 Part 1, annex A)."""
DRAWING = ("http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main")
"""Those of DrawingML, in which themes are written."""
_ROOTS = {
    STYLES: {f"{{{space}}}styles" for space in NAMESPACES},
    DOCUMENT: {f"{{{space}}}document" for space in NAMESPACES},
    THEME: {f"{{{space}}}theme" for space in DRAWING},
}
"""The root that each part may have."""
_TOO_LARGE = {
    STYLES: "Its styles have more than {:,} bytes when unpacked. Copy the styles that you need into an empty document, "
    "and save that.",
    THEME: "Its theme has more than {:,} bytes when unpacked. Choose another theme in it, and save it again.",
}

_END, _END_64, _END_LENGTH, _END_64_LENGTH = b"PK\5\6", b"PK\6\7", 22, 20
_ENCRYPTED = 0x1
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, NotImplementedError)
"""What `zipfile` raises for archives that are damaged, encrypted or packed in another way."""


def part(content: bytes, name: str) -> Element | None:
    """The root of a part; None for a theme that is not there, and for a document of more than `MAX_PART` bytes.

    Raises `SchoolError` for a file that is not a sound Word document, and for one that unpacks to too much.
    """
    try:
        data = _unpacked(content, name)
    except _FAULTS as error:
        raise SchoolError(f"This is not a Word document that can be read. {AGAIN}.") from error
    if data is None:
        return None
    if len(data) <= MAX_PART:
        return _root(data, name)
    if name == DOCUMENT:
        return None
    raise SchoolError(_TOO_LARGE[name].format(MAX_PART))


def _unpacked(content: bytes, name: str) -> bytes | None:
    """The bytes of a part, at most one more than `MAX_PART`: the archive may name another size. None without a theme.

    Raises what `_FAULTS` lists for a damaged archive, and `SchoolError` without another part.
    """
    _check_directory(content)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        if name not in archive.namelist():
            if name == THEME:
                return None
            raise SchoolError(f"This is not a Word document: it has no {name}. {AGAIN}.")
        info = archive.getinfo(name)
        if info.flag_bits & _ENCRYPTED or info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise SchoolError(f"It is encrypted, or packed in an unusual way. {AGAIN}, without a password.")
        with archive.open(info) as stream:
            return stream.read(MAX_PART + 1)


def _check_directory(content: bytes) -> None:
    """Refuse an archive with a long list of files: `zipfile` makes an object of each (APPNOTE 6.3.10, 4.3.16)."""
    end = content.rfind(_END)
    if end < 0 or len(content) < end + _END_LENGTH:
        raise zipfile.BadZipFile
    size = int.from_bytes(content[end + 12 : end + 16], "little")
    if size > MAX_DIRECTORY or content[max(end - _END_64_LENGTH, 0) : end].startswith(_END_64):
        raise SchoolError(f"It has too many files in it. {AGAIN}.")


def _root(data: bytes, name: str) -> Element:
    """The root of a part; no entity is expanded, and nothing else is read."""
    refused = SchoolError(f"Its {name} declares a DOCTYPE or entities, which no Word document has. {AGAIN}.")
    if any(each in data for each in _DECLARATIONS):  # before anything parses it
        raise refused
    try:
        root = xhtml.parse(data)
    except xhtml.SyntaxFaultError as error:
        raise SchoolError(f"Its {name} is not well-formed XML. {AGAIN}.") from error
    if root.getroottree().docinfo.doctype:  # in an encoding whose letters have other bytes
        raise refused
    if root.tag not in _ROOTS[name]:
        raise SchoolError(f"Its {name} is not {'DrawingML' if name == THEME else 'WordprocessingML'}. {AGAIN}.")
    return root

"""Workbook: whether the package of a spreadsheet (ECMA-376 Part 2) can be unpacked and parsed within bounds."""

import zipfile
import zlib
from io import BytesIO
from xml.etree.ElementTree import ParseError

from studyguide.support.errors import UsageError

MOST_FILES = 2_000
MOST_UNPACKED = 20_000_000
"""Bytes of all parts together when unpacked."""
MOST_DIRECTORY = 1_000_000
"""Bytes of the list of files in the archive, which Python reads whole."""
AGAIN = "Open it in a spreadsheet program, and save it again as .xlsx or .csv"

_END, _END_64, _END_LENGTH, _END_64_LENGTH = b"PK\5\6", b"PK\6\7", 22, 20
_ENCRYPTED = 0x1
_OLD = b"\xd0\xcf\x11\xe0"
"""The beginning of a compound file: an .xls of before 2007, or an .xlsx with a password."""
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")
FAULTS = (
    *(zipfile.BadZipFile, zlib.error, ParseError, EOFError, OSError, RuntimeError, NotImplementedError),
    *(ArithmeticError, AttributeError, LookupError, TypeError, ValueError),
)
"""What `zipfile` and openpyxl raise for workbooks that are damaged or made by hand."""


def check(data: bytes, name: str) -> None:
    """Raise `UsageError` for a workbook that would take too much room, is encrypted, or declares entities."""
    if data.startswith(_OLD):
        raise UsageError(f"{name} is an older spreadsheet, or has a password. {AGAIN}, without a password.")
    try:
        _check(data, name)
    except FAULTS as error:
        raise UsageError(f"{name} is not a spreadsheet that can be read. {AGAIN}.") from error


def _check(data: bytes, name: str) -> None:
    _check_directory(data, name)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        infos = archive.infolist()
        if len(infos) > MOST_FILES or sum(info.file_size for info in infos) > MOST_UNPACKED:
            raise UsageError(f"{name} unpacks to more than {MOST_UNPACKED:,} bytes. Copy the questions into a new one.")
        for info in infos:
            if info.flag_bits & _ENCRYPTED:
                raise UsageError(f"{name} is encrypted. {AGAIN}, without a password.")
            if info.filename.lower().endswith((".xml", ".rels", ".vml")):
                _check_part(archive.read(info), name)  # which unpacks no more than the size in `info`


def _check_part(data: bytes, name: str) -> None:
    """Refuse entities, and encodings in which they would be written with other bytes."""
    if b"\0" in data[:4] or any(each in data for each in _DECLARATIONS):
        raise UsageError(f"{name} declares a DOCTYPE or entities, which no spreadsheet has. {AGAIN}.")


def _check_directory(data: bytes, name: str) -> None:
    """Refuse a long list of files: `zipfile` makes an object of each (APPNOTE 6.3.10, 4.3.16)."""
    end = data.rfind(_END)
    if end < 0 or len(data) < end + _END_LENGTH:
        raise zipfile.BadZipFile
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    if size > MOST_DIRECTORY or data[max(end - _END_64_LENGTH, 0) : end].startswith(_END_64):
        raise UsageError(f"{name} has too many files in it. {AGAIN}.")

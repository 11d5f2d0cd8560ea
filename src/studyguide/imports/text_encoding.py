"""Text encodings: the text of a file from a spreadsheet program or a learning platform, and how it was read."""

import codecs
from dataclasses import dataclass

from studyguide.support.errors import UsageError

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_FORBIDDEN = {"\0", "\ufffe", "\uffff", *map(chr, range(0xFDD0, 0xFDF0))}
"""Characters that no text has (Unicode 16.0, 23.7)."""
_SAVE = "Save it as UTF-8: in a spreadsheet program, as “CSV UTF-8”"


@dataclass(frozen=True)
class Decoded:
    """The text of a file with line feeds as line ends."""

    text: str
    remark: str = ""
    """A sentence for the author if the encoding is not certain."""


def decoded(data: bytes, name: str) -> Decoded:
    """The text of a file: UTF-8, UTF-16 with a byte order mark, or Windows-1252. Raises `UsageError` for others."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise UsageError(f"{name} is in the encoding UTF-32. {_SAVE}.")
    mark, encoding = next((pair for pair in _MARKS if data.startswith(pair[0])), (b"", "utf-8"))
    remark = ""
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        if mark:
            raise UsageError(f"{name} is damaged: it begins as {encoding[:6].upper()}, and is not. {_SAVE}.") from error
        text, remark = _windows(data, name), f"{name} is not UTF-8, and is read as Windows-1252. Look at its accents."
    if odd := next((sign for sign in _FORBIDDEN if sign in text), None):
        line = text.count("\n", 0, text.index(odd)) + 1
        raise UsageError(f"{name} has the character U+{ord(odd):04X} on line {line}, so it is not plain text. {_SAVE}.")
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), remark)


def _windows(data: bytes, name: str) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{name} is neither UTF-8 nor Windows-1252 (line {line}). {_SAVE}.") from error

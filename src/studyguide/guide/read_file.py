"""Reads the files that authors write into trees: YAML, or Markdown with YAML front matter."""

import re
from pathlib import Path

from studyguide.guide import yaml_reader
from studyguide.guide.model import Place
from studyguide.guide.yaml_reader import Tree
from studyguide.support import safe_files

MAX_SIZE = 1_000_000
"""Bytes in one file; the longest chapter of a thick guide has a tenth of this."""

BODY = "\0body"  # no key in YAML can be this: the character is refused there
_ENCODINGS = {  # the first bytes of a file in each: a byte order mark, or an ASCII character
    "utf-32": re.compile(rb"\xff\xfe\0\0|\0\0\xfe\xff"),
    "utf-16": re.compile(rb"\xff\xfe|\xfe\xff"),
    "utf-32-le": re.compile(rb"[^\0]\0\0\0"),
    "utf-32-be": re.compile(rb"\0\0\0[^\0]"),
    "utf-16-le": re.compile(rb"[^\0]\0[^\0]\0"),
    "utf-16-be": re.compile(rb"\0[^\0]\0[^\0]"),
}
_OTHERS = {  # the first bytes of files that are not plain text
    rb"PK\x03\x04|\xd0\xcf\x11\xe0": "a document of Word or of another program",
    rb"\s*\{\\rtf": "a document in RTF",
    rb"%PDF-": "a PDF",
    rb"\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP|....ftyp": "a picture or a film",
    rb"(?i:\s*<(?:!doctype|html|head|body)\b)": "a web page",
}
_SAVE = "most editors ask for the encoding under Save As"
_FRONT_MATTER = "A Markdown chapter begins with keys (kind: prose, title: ...) between two lines of '---'. Add them."


def content(folder: Path, name: str) -> bytes | str:
    """The content of the file `name` in `folder`, or the reason why it cannot be read."""
    try:
        return safe_files.read(folder, name, MAX_SIZE)
    except safe_files.RefusedError as error:
        return str(error)


def parse(data: bytes | str, name: str, *, may_be_empty: bool = False) -> Tree:
    """The tree of a file of that `content`; a Markdown file's text is under the key `BODY`.

    `may_be_empty` allows a file of comments alone.
    """
    tree = Tree(name)
    text = _text(tree, data)
    if text is None:
        return tree
    tree = _markdown(text, name) if name.endswith(".md") else yaml_reader.read(_without_tabs(text), name)
    tree.text = text
    if tree.value is None and not may_be_empty:
        message = _FRONT_MATTER if name.endswith(".md") else "This file is empty. Fill it in, or take it away."
        if not tree.problems:
            tree.refuse(Place(name, 1, 1), message)
        tree.whole = False
    return tree


def _without_tabs(text: str) -> str:
    """JSON may be indented with tabs, which YAML forbids; elsewhere tabs are refused."""
    return text.replace("\t", " ") if text.lstrip()[:1] in {"[", "{"} else text


def _text(tree: Tree, data: bytes | str) -> str | None:
    """The file's text with line feeds as line ends; None, and a problem in the tree, if it cannot be decoded."""
    start = Place(tree.file, 1, 1)
    if isinstance(data, str):
        tree.refuse(start, f"This file is not read: {data}.", whole=False)
        return None
    data = data.removeprefix(b"\xef\xbb\xbf")
    if other := next((words for begin, words in _OTHERS.items() if re.match(begin, data, re.DOTALL)), None):
        tree.refuse(start, f"This is {other}, not a text file. Copy its text into a new file.", whole=False)
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        tree.text, message = _recoded(data, error.start)
        before = data[: error.start].decode("utf-8").splitlines(keepends=True) or [""]
        line, column = (len(before), len(before[-1]) + 1) if before[-1][-1:] != "\n" else (len(before) + 1, 1)
        tree.refuse(Place(tree.file, line, column), message, whole=False)
    else:
        if not any(begin.match(data) for begin in _ENCODINGS.values()):
            return text.replace("\r\n", "\n").replace("\r", "\n")
        tree.text, message = _recoded(data, 0)  # in UTF-16 and UTF-32; an all-ASCII text is taken as UTF-8
        tree.refuse(start, message, whole=False)
    return None


def _recoded(data: bytes, place: int) -> tuple[str, str]:
    """The probable text of a file in another encoding, so that its ids are known; and a message for its first byte."""
    for encoding, begin in _ENCODINGS.items():
        if begin.match(data):
            name = encoding.upper()[: len("UTF-16")]
            return data.decode(encoding, "replace"), f"This file is in the encoding {name}. Save it as UTF-8: {_SAVE}."
    message = f"The byte {data[place]:02X} is not UTF-8; the file seems to be in an older encoding, such as Latin-1"
    return data.decode("cp1252", "replace"), f"{message}. Save it as UTF-8: {_SAVE}. Then look at the letter here."


def _markdown(text: str, name: str) -> Tree:
    """Front matter between lines of ``---``, and the text after it."""
    lines = text.split("\n")
    marks = [number for number, line in enumerate(lines) if line.rstrip() == "---"]
    if marks[:1] != [0] or not marks[1:]:
        tree = Tree(name)
        tree.refuse(Place(name, 1, 1), _FRONT_MATTER, whole=False)
        return tree
    tree = yaml_reader.read("\n".join(lines[1 : marks[1]]), name, skip=1)
    _add_body(tree, lines, marks[1] + 1)
    return tree


def _add_body(tree: Tree, lines: list[str], start: int) -> None:
    """Put the text that begins on line `start` (from 0) into a tree of keys."""
    while start < len(lines) and not lines[start].strip():
        start += 1
    body = yaml_reader.clean(tree, "\n".join(lines[start:]), start, tabs=True)
    if body.strip() and isinstance(tree.value, dict):
        tree.value[BODY] = body
        tree.places[(BODY,)] = Place(tree.file, start + 1, 1, body, "|")

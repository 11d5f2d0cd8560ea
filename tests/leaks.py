"""Everything that a reader, or a program that reads for them, could find in a finished file."""

import base64
import json
import re
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from html import unescape
from pathlib import Path

import pikepdf
from lxml import html

from studyguide import markdown
from studyguide.editions.select import select
from studyguide.editions.spoiler_words import plainly, watched
from studyguide.guide.items import Model, Spoiler
from studyguide.guide.walk import items, strings
from studyguide.publication import Publication
from studyguide.render import render
from studyguide.support import xhtml
from studyguide.support.keep import by_identity
from tests import pdf_reader


def in_epub(file: Path) -> str:
    """All text files of the book whole, markup and file names too."""
    with zipfile.ZipFile(file) as book:
        texts = [book.read(name).decode("utf-8") for name in book.namelist() if not name.endswith((".png", ".jpg"))]
        return _plain(" ".join([*book.namelist(), *texts]))


def in_web(folder: Path) -> str:
    """All text files of the folder whole, names too, and what the index says to the script that reads it."""
    names = sorted(path for path in folder.rglob("*") if path.is_file())
    texts = [path.read_text("utf-8") for path in names if path.suffix in {".html", ".css", ".js", ".svg", ".txt"}]
    index = json.loads((folder / "index.js").read_text("utf-8").partition(" = ")[2])
    said = [part for passage in index["passages"] for part in passage[1:]]
    return _plain(" ".join([*(str(path.relative_to(folder)) for path in names), *texts, *said]))


def in_pptx(file: Path) -> str:
    """All parts of a presentation, markup too, and their text without it: slides, notes, alternatives, properties."""
    with zipfile.ZipFile(file) as parts:
        read = {name: parts.read(name) for name in parts.namelist()}
    said = [part.decode("utf-8") for name, part in read.items() if name.endswith((".xml", ".rels", ".svg"))]
    texts = [xhtml.text(xhtml.parse(part)) for name, part in read.items() if name.endswith((".xml", ".svg"))]
    return _plain(" ".join([*read, *said, *texts]))


def in_page(file: Path) -> str:
    """A web page, markup too, and its text without it; so of the drawings in it."""
    text = file.read_text("utf-8")
    drawn = [
        base64.b64decode(each).decode("utf-8") for each in re.findall(r"data:image/svg\+xml;base64,([\w+/=]+)", text)
    ]
    texts = [xhtml.text(xhtml.parse(each)) for each in drawn]
    return _plain(" ".join([text, *html.fromstring(text).itertext(), *drawn, *texts]))


def in_pdf(file: Path) -> str:
    """Text, outline, metadata, and every string in the structure and in the annotations."""
    text = " ".join(pdf_reader.pages(file))
    with pikepdf.open(file) as pdf:
        strings_ = [str(part) for part in pdf.objects if isinstance(part, pikepdf.String)]
        for part in pdf.objects:
            if isinstance(part, pikepdf.Dictionary):
                strings_ += [str(value) for value in part.values() if isinstance(value, pikepdf.String)]
        metadata = bytes(pdf.Root.Metadata.read_bytes()).decode("utf-8")
    return _plain(" ".join([re.sub(r"-\n", "", text), *strings_, metadata]))


def in_docx(file: Path) -> str:
    """The markup of all parts whole, names too, and the text of each paragraph, which runs divide."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))}
        names = archive.namelist()
    trees = [xhtml.parse(part) for part in parts.values()]
    said = ["".join(paragraph.itertext()) for tree in trees for paragraph in tree.iter("{*}p", "{*}caption")]
    values = [value for tree in trees for element in tree.iter() for value in element.attrib.values()]
    return _plain(" ".join([*names, *(part.decode("utf-8") for part in parts.values()), *said, *values]))


def in_sections(publication: Publication) -> str:
    """The texts of all sections, markup too."""
    return _plain(" ".join([section.body + xhtml.text(xhtml.parse(section.body)) for section in publication.sections]))


def in_file(path: Path) -> str:
    """All content of a finished file or folder of any kind, and its name."""
    zips = dict.fromkeys((".zip", ".apkg", ".xlsx"), in_zip)
    readers = {".pdf": in_pdf, ".epub": in_epub, ".docx": in_docx, ".pptx": in_pptx, ".html": in_page, **zips}
    if path.is_dir():
        return in_web(path) if (path / "index.js").exists() else _plain(" ".join(map(in_file, _files(path))))
    read = readers.get(path.suffix, lambda file: _read_twice(file.read_text("utf-8-sig")))
    try:
        return _plain(f"{path.name} {read(path)}")
    except UnicodeDecodeError:
        assert path.name.isdigit(), path  # a picture in a deck of Anki
        return path.name


def in_zip(file: Path) -> str:
    """All files of an archive, and of the archives in it, as if they lay in a folder."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(file) as archive:
        archive.extractall(folder)
        webs = {path.parent for path in Path(folder).rglob("index.js")}
        left = [path for path in _files(Path(folder)) if not any(web in path.parents for web in webs)]
        told = [_in_database(path) if path.suffix == ".anki2" else in_file(path) for path in left if is_text(path)]
        return " ".join([*archive.namelist(), *map(in_web, webs), *told])


def is_text(path: Path) -> bool:
    """Whether a file is not a picture or a font."""
    return path.suffix not in {".png", ".jpg", ".woff2", ".ttf", ".otf"}


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _in_database(file: Path) -> str:
    """Every value in every table of a collection of Anki."""
    with closing(sqlite3.connect(file)) as database:
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = [row for name in names for row in database.execute(f"SELECT * FROM {name}")]  # noqa: S608 (its own names)
    return _read_twice(" ".join(str(value) for row in rows for value in row))


def _read_twice(text: str) -> str:
    """A text as it is written, and as it is read: without the escapes of XML, of HTML in it, of GIFT, and of tags."""
    read = re.sub(r"\\(?=[~=#{}:\\])", "", unescape(unescape(text)))
    return f"{text} {read} {re.sub('<[^>]*>', ' ', read)} {re.sub('<[^>]*>', '', read)}"


def plain(markup: str) -> str:
    """An author's text as it would be found in what these functions return."""
    return _plain(markdown.plain(markup))


@by_identity(8)
def answers(guide, edition) -> set[str]:
    """Points of answers and pointers, of some length, that an edition does not print; those said elsewhere are none."""
    printed = " ".join(section.body for section in render(select(guide, edition), edition).sections)
    questions = [q for chapter in guide.chapters for s in getattr(chapter, "sets", ()) for q in s.questions]
    points = {_plain(markdown.plain(text)) for q in questions for text in q.points} | _pointers(guide)
    shown = _plain(xhtml.text(xhtml.parse(f"<div>{printed}</div>")))
    return {text for text in points if len(text) > 20 and text not in shown}


@by_identity(8)
def secrets(guide, edition) -> set[str]:
    """The texts, of some length, of all items that give away more than the edition reveals, or are about one.

    Pointers may mention the ending, whatever the level of their items.
    """
    found = set() if edition.reveals == Spoiler.ENDING else _pointers(guide)
    names = _hidden_names(guide, edition)
    for chapter in guide.chapters:
        hidden = [path for path, part in items(chapter) if _above(part, edition) or _is_about(part, names)]
        for path, role, text in strings(chapter):
            if role.name in {"inline", "prose"} and any(path[: len(above)] == above for above in hidden):
                found.add(_plain(markdown.plain(text)))
    return {text for text in found if len(text) > 20}


def found_in(text: str, guide, edition) -> list[str]:
    """The secrets and the watched words in a text."""
    pattern = watched(guide, edition)
    words = pattern.findall(plainly(text)) if pattern else []
    return sorted({*words, *(secret for secret in secrets(guide, edition) if secret in text)})


def _pointers(guide) -> set[str]:
    """What teachers can listen for in answers."""
    parts = (part for chapter in guide.chapters for _, part in items(chapter))
    return {_plain(markdown.plain(text)) for part in parts if (text := getattr(part, "pointer", None))}


def _hidden_names(guide, edition) -> set[str]:
    """The ids of all that is above the level of an edition, or inside something that is."""
    above = (part for chapter in guide.chapters for _, part in items(chapter) if _above(part, edition))
    return {inner.id for part in above for _, inner in items(part) if getattr(inner, "id", None)}


def _is_about(part: Model, names: set[str]) -> bool:
    return any(getattr(part, name) in names for name in part.tells_of)


def _above(part: Model, edition) -> bool:
    return getattr(part, "spoiler", Spoiler.SAFE).rank > edition.reveals.rank


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\xa0", " "))

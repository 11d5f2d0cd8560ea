"""Everything that a reader, or a program that reads for them, could find in a finished file."""

import json
import re
import zipfile
from pathlib import Path

import pikepdf

from studyguide import markdown
from studyguide.editions.select import select
from studyguide.editions.spoiler_words import plainly, watched
from studyguide.guide.items import Model, Spoiler
from studyguide.guide.walk import items, strings
from studyguide.publication import Publication
from studyguide.render import render
from studyguide.support import xhtml
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


def in_sections(publication: Publication) -> str:
    """The texts of all sections, markup too."""
    return _plain(" ".join([section.body + xhtml.text(xhtml.parse(section.body)) for section in publication.sections]))


def in_file(path: Path) -> str:
    """All content of a finished file or folder of any kind, and its name."""
    readers = {".pdf": in_pdf, ".epub": in_epub}
    if path.is_dir():
        return in_web(path)
    read = readers.get(path.suffix, lambda file: file.read_text("utf-8-sig"))
    return _plain(f"{path.name} {read(path)}")


def plain(markup: str) -> str:
    """An author's text as it would be found in what these functions return."""
    return _plain(markdown.plain(markup))


def answers(guide, edition) -> set[str]:
    """The points of answers, of some length, that an edition does not print; those that are said elsewhere are none."""
    printed = " ".join(section.body for section in render(select(guide, edition), edition).sections)
    questions = [q for chapter in guide.chapters for s in getattr(chapter, "sets", ()) for q in s.questions]
    points = {_plain(markdown.plain(text)) for q in questions for text in q.points}
    shown = _plain(xhtml.text(xhtml.parse(f"<div>{printed}</div>")))
    return {text for text in points if len(text) > 20 and text not in shown}


def secrets(guide, edition) -> set[str]:
    """The texts, of some length, of all items that give away more than the edition reveals, or are about one."""
    found = set()
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

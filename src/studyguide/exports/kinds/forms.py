"""Microsoft Forms: a Word document to import, whose plain text is the quiz.

Forms and similar importers read text, so numbers and letters are typed and not Word's own: a question begins with
``1. ``, an option with ``A. ``, and a line below says the right answer. A picture is in a paragraph below its question,
as PNG or JPEG; the README says to look whether it has arrived. The document is WordprocessingML (ECMA-376);
the templates are ``templates/exports/forms-….xml.j2``.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count, groupby
from string import ascii_uppercase
from typing import Any

from studyguide import markdown
from studyguide.exports.document_pictures import DocumentPicture, drawn
from studyguide.exports.material import Material, QuizItem
from studyguide.exports.question_list import BLANK
from studyguide.exports.refusals import Refusal, not_this_kind, pictured, too_many_gaps, too_many_options
from studyguide.support import templates
from studyguide.support.zips import zipped

GROUP = "quiz"
FILE = "forms.docx"
PROGRAM = "Microsoft Forms"
CLICK = "exports.forms"
SCHEMES = False
COUNTS = False

_KINDS = frozenset({"choice", "true-false", "short", "text", "gap"})
_PARTS = {
    "[Content_Types].xml": "types",
    "_rels/.rels": "package-links",
    "docProps/core.xml": "core",
    "word/document.xml": "document",
    "word/styles.xml": "styles",
    "word/settings.xml": "settings",
    "word/fontTable.xml": "fonts",
    "word/theme/theme1.xml": "theme",
    "word/_rels/document.xml.rels": "document-links",
}
"""Each part of the package, in its order, and its template."""
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 does not allow (2.2)."""


@dataclass(frozen=True)
class _Line:
    """A paragraph: the id of its style, its text, and whether the next paragraph belongs to it."""

    style: str
    text: str
    leads: bool = False
    picture: DocumentPicture | None = None
    """A picture in place of a text."""


def refusal(item: QuizItem) -> Refusal | None:
    """See `exports`: matching and ordering, several gaps, more options than letters, and pictures among words."""
    found = not_this_kind(item, _KINDS) or too_many_gaps(item) or too_many_options(item, len(ascii_uppercase))
    return found or pictured(item.worded)


def make(material: Material) -> bytes:
    """The document: the title, and each set below a heading. Numbers are those of the guide."""
    lines = _numbered(_clean(line) for line in _lines(material))
    pictures = [line.picture for line in lines if line.picture]
    context: dict[str, Any] = {
        "material": material,
        "lines": lines,
        "pictures": pictures,
        "title": _clean(_title(material)).text,
        "is_rtl": bool(markdown.direction(material.language)),
    }
    parts = {name: templates.render(f"exports/forms-{part}.xml.j2", **context) for name, part in _PARTS.items()}
    media = {f"word/{picture.part}": picture.content for picture in pictures}
    return zipped({**{name: text.encode() for name, text in parts.items()}, **media})


def _numbered(lines: Iterable[_Line]) -> list[_Line]:
    """The lines, their pictures counted from 1, because a name is used once in a document."""
    numbers = count(1)
    return [
        replace(each, picture=replace(each.picture, number=next(numbers))) if each.picture else each for each in lines
    ]


def _title(material: Material) -> _Line:
    return _Line("Title", material.labels.say("text.colon", head=material.title, text=material.edition))


def _lines(material: Material) -> Iterator[_Line]:
    yield _title(material)
    items = [item for item in material.items if not refusal(item)]
    for title, found in groupby(items, lambda item: item.set_title):
        yield _Line("Heading1", title, leads=True)
        for item in found:
            yield from _item(item, material)


def _item(item: QuizItem, material: Material) -> Iterator[_Line]:
    answer = _answer(item)
    passage = f"{item.passage.plain} " if item.passage else ""
    gapped = f" {BLANK.join(piece.plain for piece in item.pieces)}" if item.pieces else ""
    number = f"{item.number}. {item.part}) " if item.part else f"{item.number}. "
    goes_on = bool(item.options or answer)
    yield _Line("Normal", f"{number}{passage}{item.prompt.plain}{gapped}", leads=goes_on or bool(item.picture))
    if item.picture:
        picture = drawn(item.picture, material.assets[item.picture.name], item.number)
        yield _Line("Normal", "", leads=goes_on or bool(item.picture.plain), picture=picture)
        if item.picture.plain:
            yield _Line("Normal", item.picture.plain, leads=goes_on)
    for letter, option in zip(ascii_uppercase, item.options, strict=False):
        is_last = option is item.options[-1]
        yield _Line("List", f"{letter}. {option.text.plain}", leads=bool(answer) or not is_last)
    if answer:
        yield _Line("Normal", material.labels.say("exports.forms-answer", answer=answer))


def _answer(item: QuizItem) -> str:
    """The letters of right options, or the right words; empty for what a person marks."""
    if item.options:
        return ", ".join(
            letter for letter, option in zip(ascii_uppercase, item.options, strict=False) if option.is_right
        )
    return " / ".join(item.right or (item.gaps[0] if item.gaps else ()))


def _clean(line: _Line) -> _Line:
    """The line without characters that XML does not allow, and with no line end inside: lines mean something here."""
    picture = line.picture and replace(line.picture, alt=_NOT_XML.sub("", line.picture.alt))
    return replace(line, text=" ".join(_NOT_XML.sub("", line.text).split()), picture=picture)

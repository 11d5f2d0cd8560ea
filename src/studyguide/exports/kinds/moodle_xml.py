"""Moodle XML: questions with tags, feedback, hints, and mark schemes that only graders see.

The format: https://docs.moodle.org/en/Moodle_XML_format. The template is ``templates/exports/moodle.xml.j2``. An
ordering item is a matching item with the places as questions: Moodle has had the type *ordering* of its own only since
version 4.4. Each text has the files of its pictures in it.
"""

import base64
import re
from collections.abc import Iterator
from functools import partial
from html import escape

from studyguide.exports import pictures
from studyguide.exports.mark_schemes import bullets
from studyguide.exports.material import Material, QuizItem
from studyguide.exports.refusals import Refusal, pictured
from studyguide.support import templates

GROUP = "quiz"
FILE = "moodle.xml"
PROGRAM = "Moodle (XML)"
CLICK = "exports.moodle-xml"
SCHEMES = True
COUNTS = False

_SHARES = ("100", "50", "33.33333", "25", "20", "16.66667", "14.28571", "12.5", "11.11111", "10")
FRACTIONS = dict(enumerate(_SHARES, start=1)) | {20: "5"}
"""The percentage of each of so many right options. Moodle refuses other numbers (question/engine/bank.php)."""
_LINES = (2, 3, 5, 10, 15, 20, 25, 30, 35, 40)
"""The sizes of the box for an essay (question/type/essay/questiontype.php)."""
_CLOZE = re.compile(r'([}~#/"\\*])')
"""Characters with a meaning in an embedded answer; a star stands for any text in every short answer."""


def refusal(item: QuizItem) -> Refusal | None:
    """See `exports`: a number of right options without a fraction, and pictures to match, which are plain text."""
    return refused_choice(item) or pictured(item.sorted)


def refused_choice(item: QuizItem) -> Refusal | None:
    """Refuse a number of right options that Moodle has no fraction for."""
    right = sum(option.is_right for option in item.options)
    if item.options and right not in FRACTIONS:
        return Refusal(f"has {right} right options, and Moodle allows 1 to 10, or 20", "Ask for fewer of them.")
    return None


def make(material: Material) -> bytes:
    """The items, each set in a category of its own."""
    return templates.render(
        "exports/moodle.xml.j2",
        material=material,
        items=[item for item in material.items if not refusal(item)],
        cloze=_cloze,
        linked=_linked,
        files=partial(_files, material),
        bullets=lambda texts: bullets(text.html for text in texts),
        literal=literal,
        fractions=FRACTIONS,
        lines=_box,
    ).encode()


def literal(word: str) -> str:
    """A right short answer, in which a star is only a star."""
    return word.replace("*", r"\*")


def _linked(html: str) -> str:
    """A text with Moodle's address of each picture, whose file is beside the text."""
    return pictures.addressed(html, lambda name: f"@@PLUGINFILE@@{_folder(name)}{name.rpartition('/')[2]}")


def _files(material: Material, html: str) -> Iterator[tuple[str, str, str]]:
    """The name, the folder and the content, in base64, of each picture in a text."""
    for name in pictures.names([html]):
        yield name.rpartition("/")[2], _folder(name), base64.b64encode(material.content(name)).decode()


def _folder(name: str) -> str:
    """The folder of a picture below ``images``, between slashes."""
    return f"/{name.rpartition('/')[0]}/".replace("/images/", "/", 1)


def _cloze(item: QuizItem) -> str:
    """The text of an item with embedded answers (https://docs.moodle.org/en/Embedded_Answers_(Cloze)_question_type)."""
    answers = [f"{{1:SHORTANSWER:{'~'.join(f'={_embedded(word)}' for word in words)}}}" for words in item.gaps]
    pieces = [_plain_braces(piece.html) for piece in item.pieces]
    whole = "".join(piece + answer for piece, answer in zip(pieces, [*answers, ""], strict=True))
    return f"{_plain_braces(item.asked)}<p>{whole}</p>"


def _plain_braces(html: str) -> str:
    return html.replace("{", "&#123;")


def _embedded(word: str) -> str:
    return _CLOZE.sub(r"\\\1", escape(word, quote=False))


def _box(item: QuizItem) -> int:
    """The lines of the box: as many as on paper, in the next size that Moodle has."""
    return next((size for size in _LINES if size >= (item.lines or 10)), _LINES[-1])

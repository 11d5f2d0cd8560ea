"""Anki: a deck (``.apkg``) whose notes keep their ids, so that a rebuilt deck updates the cards of the last one.

The file is a ZIP with an SQLite database in Anki's schema 11, which all versions since 2.0 import
(https://github.com/ankidroid/Anki-Android/wiki/Database-Structure). Anki finds a note by its ``guid``, and changes it
if the file is newer: its time is the date of the guide. Pictures are files with numbers, which ``media`` names; all
decks share one folder, so a name is made of the content.
"""

import hashlib
import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from studyguide.exports import pictures
from studyguide.exports.material import Material, StudyCard
from studyguide.exports.refusals import Refusal
from studyguide.support.zips import zipped

GROUP = "cards"
FILE = "anki.apkg"
PROGRAM = "Anki"
CLICK = "exports.anki"
SCHEMES = False
COUNTS = False

MODEL = 1_745_001_001_818
"""The id of our type of note, which all guides share. Another layout of the fields needs another id."""
_SCHEMA = Path(__file__).with_name("anki.sql")
_FIELD_END = "\x1f"
_MATHS = re.compile(r"(<[^>]*>)|\\(?=[()\[\]])")
"""A tag, or a backslash that begins a formula; attributes have none."""
_CSS = ".card { font-family: sans-serif; font-size: 20px; text-align: left; } .guide { font-size: 14px; }"
_BACK = '{{FrontSide}}<hr id="answer">{{Back}}<p class="guide">{{Guide}}</p>'


def refusal(card: StudyCard) -> Refusal | None:  # noqa: ARG001 (it takes all cards)
    """See `exports`."""
    return None


def make(material: Material) -> bytes:
    """The deck."""
    shown = pictures.names(text.html for card in material.cards for text in (card.front, card.back))
    contents = {name: material.content(name) for name in shown}
    files = {name: f"studyguide-{_digest(content)[:20]}.{_suffix(name)}" for name, content in contents.items()}
    different = {files[name]: content for name, content in contents.items()}
    media = json.dumps({str(number): name for number, name in enumerate(different)})
    numbered = {str(number): content for number, content in enumerate(different.values())}
    return zipped({"collection.anki2": _database(material, files), "media": media.encode(), **numbered})


def guid(material: Material, card: StudyCard) -> str:
    """The id by which Anki knows a card, also when its words change."""
    return _digest(f"{material.identifier}#{card.key}")[:20]


def _suffix(name: str) -> str:
    return name.rpartition(".")[2].lower()


def _database(material: Material, files: Mapping[str, str]) -> bytes:
    moment = int(datetime.combine(material.date, time(), UTC).timestamp())
    deck = int(_digest(material.identifier)[:10], 16) + 2  # 1 is Anki's own deck
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(_SCHEMA.read_text("utf-8"))
        database.execute(
            "INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')",
            (moment, moment * 1000, moment * 1000, *map(json.dumps, _settings(material.title, deck, moment))),
        )
        for number, card in enumerate(material.cards):
            database.execute(
                "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')",
                _note(material, card, (moment, number), files),
            )
            row = (moment * 1000 + number, moment * 1000 + number, deck, moment, number)
            database.execute("INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')", row)
        database.commit()
        return bytes(database.serialize())


def _note(material: Material, card: StudyCard, at: tuple[int, int], files: Mapping[str, str]) -> tuple[Any, ...]:
    """The values of a note; `at`: the time, and its place among the notes."""
    moment, number = at
    htmls = (pictures.addressed(text.html, files.__getitem__) for text in (card.front, card.back))
    fields = [*(_field(material, html) for html in htmls), _plain(material.title)]
    first = card.front.plain
    checksum = int(hashlib.sha1(first.encode(), usedforsecurity=False).hexdigest()[:8], 16)
    tags = "".join(f" {_tag(tag)}" for tag in card.tags)
    ids = moment * 1000 + number, guid(material, card), MODEL, moment
    return (*ids, f"{tags} ", _FIELD_END.join(fields), first, checksum)


def _field(material: Material, html: str) -> str:
    """HTML in the language of the guide, in which Anki finds no sound, LaTeX or formula."""
    return f'<div lang="{material.language}">{_without_commands(html)}</div>'


def _without_commands(html: str) -> str:
    return _MATHS.sub(lambda found: found[1] or r"<span>\</span>", html).replace("[", "&#91;")


def _plain(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return _without_commands(escaped)


def _tag(name: str) -> str:
    """A tag, which has no spaces; two colons would put it below another."""
    return re.sub(r"[\s\"]+", "_", name).replace("::", ":")


def _settings(title: str, deck: int, moment: int) -> Iterator[dict[str, Any]]:
    """The columns conf, models, decks and dconf of the collection."""
    yield {"nextPos": 1, "curDeck": 1, "activeDecks": [1], "sortType": "noteFld", "sortBackwards": False}
    yield {str(MODEL): _model()}
    yield {str(each): _deck(each, name, moment) for each, name in ((1, "Default"), (deck, title.replace("::", ":")))}
    yield {"1": _options()}


def _model() -> dict[str, Any]:
    fields = [
        {"name": name, "ord": number, "font": "Arial", "size": 20, "media": [], "rtl": False, "sticky": False}
        for number, name in enumerate(("Front", "Back", "Guide"))
    ]
    template = {"name": "Card 1", "ord": 0, "qfmt": "{{Front}}", "afmt": _BACK, "bqfmt": "", "bafmt": "", "did": None}
    about = {"id": str(MODEL), "name": "Study guide card", "type": 0, "mod": 0, "usn": -1, "sortf": 0, "did": 1}
    latex = {"latexPre": "\\documentclass{article}\\begin{document}", "latexPost": "\\end{document}"}
    shape = {"flds": fields, "tmpls": [template], "css": _CSS, "req": [[0, "all", [0]]], "tags": [], "vers": []}
    return {**about, **latex, **shape}


def _deck(deck: int, name: str, moment: int) -> dict[str, Any]:
    today = {name: [0, 0] for name in ("newToday", "revToday", "lrnToday", "timeToday")}
    about = {"id": deck, "name": name, "mod": moment, "usn": -1, "desc": "", "dyn": 0, "conf": 1}
    return {**about, **today, "collapsed": False, "extendNew": 0, "extendRev": 50}


def _options() -> dict[str, Any]:
    new = {
        "delays": [1, 10],
        "ints": [1, 4, 7],
        "initialFactor": 2500,
        "perDay": 20,
        "order": 1,
        "bury": True,
        "separate": True,
    }
    lapse = {"delays": [10], "mult": 0, "minInt": 1, "leechFails": 8, "leechAction": 0}
    review = {"perDay": 100, "ease4": 1.3, "ivlFct": 1, "maxIvl": 36500, "fuzz": 0.05, "minSpace": 1, "bury": True}
    about = {
        "id": 1,
        "name": "Default",
        "mod": 0,
        "usn": 0,
        "maxTaken": 60,
        "timer": 0,
        "autoplay": True,
        "replayq": True,
    }
    return {**about, "new": new, "lapse": lapse, "rev": review}


def _digest(text: str | bytes) -> str:
    return hashlib.sha256(text.encode() if isinstance(text, str) else text).hexdigest()

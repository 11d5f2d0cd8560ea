"""The pictures of a question as plain data: that of the question, and those in its texts, each whole in a data URL."""

import base64
from collections.abc import Collection, Iterator
from typing import Any

from studyguide import markdown
from studyguide.guide.model import Guide
from studyguide.guide.questions.question import Question
from studyguide.guide.walk import strings
from studyguide.render.picture_files import media_type
from studyguide.support import images, safe_files

_TOLD = frozenset({"answer", "feedback", "points", "evidence", "scheme", "samples", "standards", "strand"})
"""The fields whose texts are in the data of some editions."""
_ALWAYS = frozenset({"question", "options", "pairs", "distractors", "order", "gapped", "extract", "source", "aspects"})
"""The fields whose texts are in the data of every edition, in this form or another (``matches``, ``printed``)."""


def of_question(guide: Guide, question: Question) -> dict[str, Any] | None:
    """The picture that a question is asked about: ``file``, ``alt``, ``caption``, ``credit`` and ``data``."""
    if (picture := question.picture) is None:
        return None
    caption = markdown.plain(picture.caption) if picture.caption else None
    return _entry(guide, picture.file, alt=picture.alt, caption=caption, credit=picture.credit)


def in_texts(guide: Guide, question: Question, gone: Collection[str]) -> list[dict[str, Any]]:
    """The pictures in the texts of a question: ``file``, ``alt``, ``credit`` and ``data``, each once.

    `gone` are the fields that the data lack; of parts, they lack all but the questions then.
    """
    found = {each.target: each for each in _shown(question, gone)}
    return [_entry(guide, each.target, alt=each.alt, credit=each.credit or None) for each in found.values()]


def _shown(question: Question, gone: Collection[str]) -> Iterator[markdown.Reference]:
    for path, role, text in strings(question):
        if "![" in text and role.name in {"inline", "prose"} and _is_told(path, gone):
            references = markdown.references(text, block=role.name == "prose")
            yield from (each for each in references if each.kind == "image")


def _is_told(path: tuple[str | int, ...], gone: Collection[str]) -> bool:
    name, *inside = path
    if name == "parts":
        return inside[1:] == ["question"] or not gone
    return name in _ALWAYS or (name in _TOLD and name not in gone)


def _entry(guide: Guide, name: str, **about: str | None) -> dict[str, Any]:
    content = base64.b64encode(safe_files.read(guide.folder, name, images.MAX_SIZE)).decode()
    told = {key: value for key, value in about.items() if value}
    return {"file": name, **told, "data": f"data:{media_type(name)};base64,{content}"}

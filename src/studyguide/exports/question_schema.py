"""The JSON Schema (2020-12) of ``questions.json``, for programs that read it."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

from studyguide.exports.question_list import BLANK
from studyguide.guide.items import Spoiler
from studyguide.guide.questions.types import QuestionType

NAME = "data/questions"
"""Its name for ``studyguide schema``, and that of its file below the folder of the schemas."""

_Schema = dict[str, Any]


def write(folder: Path) -> None:
    """Write the schema below a folder, as ``data/questions.json``."""
    file = folder / f"{NAME}.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(schema(), indent=2, ensure_ascii=False) + "\n", "utf-8", newline="\n")


def schema() -> _Schema:
    """The schema as data."""
    about = {
        "title": _text("The title of the guide."),
        "date": {"type": "string", "format": "date", "description": "The date of the guide."},
        "questions": _list(_ref("question"), "The questions of one edition, in the order of the guide."),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "description": "The questions of an edition of a study guide, with its answers. Texts are plain.",
        **_object(about, "title", "date", "questions"),
        "$defs": {
            "question": _object(
                {**_ABOUT, **_OF_TYPES, **_MARKED},
                "id",
                "number",
                "chapter",
                "set",
                "type",
                "question",
                "phase",
                "spoiler",
            ),
            "part": _object({"question": _text("The question."), "accept": _ACCEPT, **_MARKED}, "question"),
            "picture": _object(
                {
                    "file": _text("Its name in the guide."),
                    "alt": _text("What is seen, for readers who do not see it."),
                    "caption": _text(),
                    "credit": _text(),
                    "data": _described({"type": "string", "pattern": "^data:image/"}, "All of it, in a data URL."),
                },
                "file",
                "alt",
                "data",
            ),
            "pair": _object({"left": _text(), "right": _text()}, "left", "right"),
            "feedback": _object({"option": _place("The place of the option."), "text": _text()}, "option", "text"),
            "scheme": _object(
                {"points": _list(_ref("point")), "levels": _list(_ref("level")), "objectives": _list(_ref("objective"))}
            ),
            "point": _object({"text": _text(), "marks": _count(), "accept": _list(_text())}, "text", "marks", "accept"),
            "level": _object(
                {"level": _text(), "from": _place(), "to": _place(), "descriptor": _text()},
                "level",
                "from",
                "to",
                "descriptor",
            ),
            "objective": _object({"code": _text(), "marks": _count()}, "code", "marks"),
            "sample": _object(
                {"level": _text(), "marks": _place(), "text": _text(), "comment": _text()}, "level", "marks", "text"
            ),
        },
    }


def _object(properties: Mapping[str, _Schema], *required: str) -> _Schema:
    made = {"type": "object", "properties": dict(properties), "additionalProperties": False}
    return {**made, "required": list(required)} if required else made


def _text(description: str = "") -> _Schema:
    return _described({"type": "string", "minLength": 1}, description)


def _count(description: str = "") -> _Schema:
    return _described({"type": "integer", "minimum": 1}, description)


def _place(description: str = "") -> _Schema:
    return _described({"type": "integer", "minimum": 0}, description)


def _choice(values: tuple[str, ...], description: str) -> _Schema:
    return _described({"enum": list(values)}, description)


def _list(items: _Schema, description: str = "") -> _Schema:
    return _described({"type": "array", "items": items}, description)


def _ref(name: str) -> _Schema:
    return {"$ref": f"#/$defs/{name}"}


def _described(schema: _Schema, description: str) -> _Schema:
    return {**schema, "description": description} if description else schema


_ACCEPT = _list(_text(), "Other right answers.")
_ABOUT = {
    "id": _text("Unique in the guide, and the same in every edition."),
    "number": _count("Its number in the chapter, the same in every edition."),
    "chapter": _text("The id of the chapter."),
    "set": _text("The id of the set of questions."),
    "type": _choice(get_args(QuestionType), "How it is answered."),
    "question": _text("The question, or the statement that is true or false."),
    "picture": _ref("picture"),
    "pictures": _list(_ref("picture"), "The pictures in its texts, each once."),
    "short": _text("A shorter wording."),
    "phase": _choice(("before", "while", "after"), "When it is asked: before, while or after reading or viewing."),
    "work": _text("The id of the work that it is asked before, while or after."),
    "spoiler": _choice(tuple(each.value for each in Spoiler), "How much it gives away."),
    "about": _list(_text(), "Ids of themes, chapters, parts, scenes or people."),
    "strand": _text("What it is about: character, theme, film form …"),
    "bloom": _text("The level of Bloom's revised taxonomy."),
    "dok": _described({"type": "integer", "minimum": 1, "maximum": 4}, "The depth of knowledge (Webb)."),
    "standards": _list(_text(), "Curriculum statements that it supports."),
    "evidence": _text("Where in the work to look."),
    "word_limit": _described(_object({"from": _count(), "to": _count()}), "How many words to write."),
}
_OF_TYPES = {
    "options": _list(_text(), "Of a choice: the options, in the order of print."),
    "right": _list(_place(), "The places of the right options, from 0."),
    "feedback": _list(_ref("feedback"), "What to tell students who chose an option."),
    "shuffle": _described({"const": False}, "False, if the options must keep their order."),
    "is_true": _described({"type": "boolean"}, "Whether a statement is true."),
    "pairs": _list(_ref("pair"), "What belongs together."),
    "distractors": _list(_text(), "More entries on the right, which match nothing."),
    "left": _list(_text(), "In an edition without answers: the left sides of the pairs."),
    "matches": _list(_text(), "In an edition without answers: the right sides and the distractors, as printed."),
    "order": _list(_text(), "The steps in the right order."),
    "printed": _list(_text(), "The steps in the order of print."),
    "text": _text(f"A text with {BLANK} for each gap."),
    "gaps": _list(_list(_text()), "For each gap, the right words."),
    "extract": _text("The passage to read."),
    "source": _text("Where the passage is from."),
    "parts": _list(_ref("part"), "The questions about the passage."),
    "compare": _list(_text(), "Ids of what is compared."),
    "aspects": _list(_text(), "The aspects to compare."),
    "accept": _ACCEPT,
}
_MARKED = {
    "marks": _count("The marks for it."),
    "answer": _text("The right answer."),
    "points": _list(_text(), "Points that a good answer may contain."),
    "scheme": _ref("scheme"),
    "samples": _list(_ref("sample"), "Sample answers with their marks."),
}

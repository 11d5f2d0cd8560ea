"""The specimen with one's own text in every text field that its models have, each between marks that tell them apart.

The fields come from the models, so that a new one is filled too. A text is escaped where a field takes Markdown, and
must come out as it is: ``m12q<b>&amp;q12m`` from the twelfth field, wherever that is printed.
"""

import json
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from studyguide.guide.load import load
from studyguide.guide.questions.types import OWN
from studyguide.guide.walk import items, roles
from studyguide.support.paths import specimen_folder

SIGNS = re.compile(r"([!-/:-@\[-`{-~])")
"""All ASCII punctuation, which a backslash makes plain text (CommonMark 0.31.2, 2.4)."""

MARKED = re.compile(r"m(\d+)q(.*?)q\1m", re.DOTALL)
BEGUN = re.compile(r"m(\d+)q")

OF_SOURCES = ("<script>x</script>", "a &amp; b < c", "1 > 0 & *x*", "<img src=x onerror=y>", "[@novel] {{ x }} $y$")
"""Texts of sources; of others, styles make their own quotation marks, dashes and addresses."""

OF_GIVEN = ("<script>xy</script>", "&amp;&lt;", "*xy*>&<_ab_", "<img src=xy onerror=yz>", "[@novel]{{xy}}$yz$")
"""Texts of given names, in which styles put a full stop behind each sign that has spaces on both sides."""

NAMES = {
    *("theme", "paper", "citation_style", "kind"),  # of style sheets and the like
    "option",  # which feedback repeats word for word
    "code",  # of remarks that are not made; and codes of standards, which questions repeat
}
"""Plain fields whose text is not printed."""

UNPRINTED = {"Allowance", "Gate"}
"""Parts that are not printed."""


@dataclass(frozen=True)
class Field:
    """A field that was filled: where it is, and what must come out of it."""

    where: str
    text: str


class Filled:
    """A guide on a disk whose fields hold `texts` in turn, and what must come out."""

    def __init__(self, folder: Path, texts: Sequence[str]) -> None:
        self.folder = folder
        self.fields: list[Field] = []
        self._texts = texts
        guide = load(specimen_folder())
        shutil.copytree(specimen_folder() / "images", folder / "images")
        (folder / "chapters").mkdir()
        self._write("guide.yaml", self._dump("guide.yaml", guide.info))
        self._write("sources.yaml", [self._source(source) for source in guide.sources])
        for chapter in guide.chapters:
            data = self._dump(chapter.id, chapter)
            data.pop("id")
            self._write(f"chapters/{chapter.id}.yaml", {"kind": data.pop("kind"), **data})

    def wrong(self, said: str) -> Iterator[str]:
        """What came out of a field other than as it was written, in all that a file says."""
        whole = {match.start(): match for match in MARKED.finditer(said)}
        for begun in BEGUN.finditer(said):
            expected = self.fields[int(begun[1])]
            match = whole.get(begun.start())
            found = match[2] if match else said[begun.end() : begun.end() + 40]
            if flat(found) != flat(expected.text):
                yield f"{expected.where}: {expected.text!r} came out as {found!r}"

    def missing(self, said: str) -> set[str]:
        """The fields without any text in it."""
        found = {int(begun[1]) for begun in BEGUN.finditer(said)}
        there = {field.where for number, field in enumerate(self.fields) if number in found}
        return {field.where for field in self.fields} - there

    def _write(self, name: str, data: Any) -> None:
        (self.folder / name).write_text(json.dumps(data, ensure_ascii=False, indent=1), "utf-8")  # which YAML reads

    def _dump(self, file: str, model: BaseModel) -> dict[str, Any]:
        """A model as data, with a text in each of its fields that takes one."""
        data = model.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_unset=True)
        for path, part in items(model):
            inside: Any = data
            for step in path:
                inside = inside.get(step) if isinstance(inside, dict) else inside[step]
                if inside is None:  # it is a default, and not written
                    break
            else:
                self._fill(inside, file, part)
        return data

    def _fill(self, inside: dict[str, Any], file: str, part: BaseModel) -> None:
        for name, info in type(part).model_fields.items():
            key, role = info.alias or name, roles(type(part))[name]
            markdown = role is not None and role.name in {"inline", "prose"}
            plain = (role is None or role.name == "plain") and is_plain(info)
            if name in NAMES or type(part).__name__ in UNPRINTED or not (markdown or plain):
                continue
            if get_origin(info.annotation) is dict:
                keys = inside.get(key, {})
                inside[key] = {each: self._next(where_of(file, part, name), markdown=markdown) for each in keys}
                continue
            several = "tuple" in str(info.annotation)
            count = max(1, len(inside.get(key, ())))
            where = where_of(file, part, name)
            if type(part).__name__ == "Question" and name in OWN and (key not in inside or name == "answers"):
                continue  # it belongs to another type of question, or is among the options
            if (type(part).__name__, name) == ("Question", "gapped"):
                inside[key] = f"{self._next(where, markdown=True)} {{{self._next(where, markdown=True)}}}"
                continue
            if (type(part).__name__, name) == ("Question", "answer") and (key not in inside or inside.get("options")):
                continue  # one with an answer is asked in a quiz
            filled = [self._next(where, markdown=markdown) for _ in range(count if several else 1)]
            if filled:
                inside[key] = filled if several else filled[0]
        if "options" in inside:
            _repeat_options(inside)

    def _source(self, source: dict[str, Any]) -> dict[str, Any]:
        """A source with a text in each field that takes one; dates, addresses and kinds stay."""
        held = {
            key: value
            for key, value in source.items()
            if key in {"id", "type", "URL", "issued", "accessed", "language"}
        }
        texts = {key: self._next(f"sources.yaml: {key}") for key in source if key not in held and key not in PEOPLE}
        people = {
            key: [{part: self._next(f"sources.yaml: {key}", part) for part in name} for name in source[key]]
            for key in source
            if key in PEOPLE
        }
        return {**held, **texts, **people, "language": "fr"}  # no style changes its capitals then

    def _next(self, where: str, part: str = "", *, markdown: bool = False) -> str:
        number = len(self.fields)
        texts = OF_GIVEN if part == "given" else OF_SOURCES if where.startswith("sources.yaml") else self._texts
        text = texts[number % len(texts)]
        self.fields.append(Field(where, text))
        written = SIGNS.sub(r"\\\1", text) if markdown else text
        return f"m{number}q{written}q{number}m"


def _repeat_options(question: dict[str, Any]) -> None:
    """Write what a choice repeats of its options word for word: the right ones, and those with feedback."""
    options = question["options"]
    if "answers" in question:
        question["answers"] = options[:2]
    elif question.get("type") == "choice":
        question["answer"] = options[0]
    for option, feedback in zip(options, question.get("feedback", ()), strict=False):
        feedback["option"] = option


def where_of(file: str, part: BaseModel, name: str) -> str:
    """The name of a field in reports."""
    return f"{file}: {type(part).__name__}.{name}"


PEOPLE = {"author", "editor", "director", "translator", "composer", "guest", "interviewer", "script-writer"}


def flat(text: str) -> str:
    """A text without white space, which every medium makes its own of."""
    return "".join(text.split())


def is_plain(info: FieldInfo) -> bool:
    """Whether a field takes any text: a `str` without a pattern, or several."""
    return _takes_text(info.annotation, info.metadata)


def _takes_text(annotation: Any, metadata: Sequence[Any]) -> bool:
    if any(getattr(mark, "pattern", None) for mark in _flattened(metadata)):
        return False
    if annotation is str:
        return True
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        return _takes_text(inner, marks)
    if get_origin(annotation) is dict:
        return False
    return any(_takes_text(part, ()) for part in get_args(annotation))


def _flattened(metadata: Sequence[Any]) -> Iterator[Any]:
    for mark in metadata:
        yield from mark.metadata if isinstance(mark, FieldInfo) else (mark,)

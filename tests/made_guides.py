"""Guides made from the types of the model: every kind of chapter, so many items, with and without optional fields."""

import json
import types
import typing
from dataclasses import dataclass
from datetime import date
from itertools import count

from studyguide.guide.chapters import KINDS
from studyguide.guide.items import Item, Model
from studyguide.guide.text_types import Role

UNASKED = {"spoiler", "sources", "seen", "status", "claims", "fact", "id", "number", "marks", "kind"}
UNASKED |= {"answers", "is_true", "pairs", "distractors", "order", "gapped", "extract", "source", "parts", "compare"}
UNASKED |= {"aspects", "scheme", "samples", "exam", "accept", "feedback", "word_limit", "extract_lang"}
"""Optional fields that every item has, or that would contradict others; where they look different, tests name them."""

SHORT = "A word or two"
LONG = "They look at each other for a while, and nobody in the room says what everybody there is thinking of."
PICTURE = "images/made.svg"
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60"><circle cx="45" cy="30" r="20"/></svg>'
LANGUAGES = dict.fromkeys(("lang", "title_lang"), "fr")
WRITTEN = {"address": "https://example.org/page", "length": "4:05", "file": PICTURE, **LANGUAGES}
"""Texts that have a form of their own."""
CHOICES = {"type": "discussion", "status": "confirmed"}
OF = {
    **dict.fromkeys(("source", "target", "speaker"), "Person"),
    **dict.fromkeys(("about", "themes"), "Theme"),
    "lessons": "Lesson",
    "shows": "Activity",
    "motifs": "Motif",
}
"""The class that fields with an id point to, where that is not a scene."""
SOURCE = {"id": "made-source", "type": "book", "title": "A source"}
SETTINGS = {
    "identifier": "urn:uuid:6a0c5c0e-5d0b-5c55-9a52-2f3c1c7f1899",
    "name": "made",
    "title": "Made",
    "description": "Made by a test.",
    "language": "en-GB",
    "authors": ["A test"],
    "date": "2026-11-28",
    "rights": "Nobody's",
    "works": [{"id": "film", "type": "film", "title": "A film", "by": "A maker", "year": "2010"}],
    "editions": [{"id": "teacher", "title": "Teacher", "audience": "teacher", "openings": "any"}],
}


@dataclass(frozen=True)
class Recipe:
    """What a guide is made of."""

    many: int
    """How many items each list has."""
    deep: bool = False
    """Whether that counts for the lists in the items of one list, which then has one; or they have two."""
    optional: str = "none"
    """Which optional fields are filled: ``none``, ``all``, or only the one of this name."""


class Maker:
    """Fills the fields of models, with an id for every item that can be pointed at."""

    def __init__(self, recipe):
        self.recipe = recipe
        self.numbers = count(1)
        self.ids = {}

    def model(self, cls, depth=0):
        """The fields of one model, as in YAML."""
        identity = f"{cls.__name__.lower()}-{next(self.numbers)}"
        found = {}
        for name, field in cls.model_fields.items():
            key = field.alias or name
            if name == "id" and (field.is_required() or self.wants("id")) and issubclass(cls, Item):
                found[key] = identity
                self.ids.setdefault(cls.__name__, []).append(identity)
            elif name == "sources" and field.is_required():
                found[key] = [SOURCE["id"]]
            elif name not in {"id", "kind"} and (field.is_required() or self.wants(name)):
                made = self.value(field.annotation, name, depth, field.metadata)
                if made not in (None, []):
                    found[key] = made
        return found | choice(found)

    def wants(self, name):
        if name == "bloom" and self.recipe.optional == "level":
            return True  # a level needs one of its two scales
        return self.recipe.optional == name or (self.recipe.optional == "all" and name not in UNASKED)

    def value(self, annotation, name, depth, metadata=()):
        """Something that an annotation allows; None where there is nothing of that sort."""
        origin, inside = typing.get_origin(annotation), typing.get_args(annotation)
        if origin is typing.Annotated:
            return self.value(inside[0], name, depth, annotation.__metadata__)
        if origin in {typing.Union, types.UnionType}:
            return self.value(inside[0], name, depth, metadata)
        if origin in {dict, tuple}:
            return (
                {"film": self.value(inside[1], name, depth)} if origin is dict else self.items(inside[0], name, depth)
            )
        if origin is typing.Literal:
            given = CHOICES.get(name)
            return given if given in inside else inside[next(self.numbers) % len(inside)]
        if isinstance(annotation, type) and issubclass(annotation, Model):
            return self.model(annotation, depth)
        return self.leaf(annotation, name, metadata)

    def items(self, annotation, name, depth):
        if self.role(annotation) == "key":
            return []
        many = self.recipe.many if depth == self.recipe.deep else 1 if self.recipe.deep and not depth else 2
        if name == "options":
            return [f"{SHORT} {number}" for number in range(min(many, 20) + 1)]
        many = 1 if name == "translations" else many  # all are into one language
        made = [made for _ in range(many) if (made := self.value(annotation, name, depth + 1)) is not None]
        is_once = self.role(annotation) == "ref" or typing.get_origin(annotation) is typing.Literal
        return [*dict.fromkeys(made)] if is_once else made  # an id or a choice may be in a list only once

    def leaf(self, annotation, name, metadata):
        role = self.role(annotation, metadata)
        if role in {"ref", "key"}:
            return self.reference(name) if role == "ref" else None
        if role == "work" or name in WRITTEN:
            return WRITTEN.get(name, "film")
        if annotation is str:
            is_long = role == "prose" or name in {"view", "detail", "answer", "what", "text"}
            return LONG if is_long else f"{SHORT} {next(self.numbers)}" if name == "term" else SHORT
        if annotation is bool:
            return True
        if annotation in {int, float}:
            return {"year": 1999, "out_of": 10, "dok": 2, "high": 9, "lines": 30}.get(name, 5)
        return "2026-01-02" if annotation is date else None

    def role(self, annotation, metadata=()):
        marks = [*metadata, *getattr(annotation, "__metadata__", ())]
        return next((mark.name for mark in marks if isinstance(mark, Role)), "")

    def reference(self, name):
        """An id that fits, each in turn."""
        of = OF.get(name, "Scene")
        known = self.ids.get(of, [])
        return known[next(self.numbers) % len(known)] if known else None


def choice(found):
    """What makes a question with options a choice among them."""
    return {"type": "choice", "answer": found["options"][0]} if "options" in found else {}


def chapter(maker, kind):
    """A chapter of a kind, as in YAML."""
    return {
        "kind": kind,
        "title": f"Of the kind {kind}",
        **{key: value for key, value in maker.model(KINDS[kind]).items() if key not in {"id", "title"}},
    }


def write(folder, recipe):
    """A guide with a chapter of every kind, written to a folder; JSON is YAML."""
    maker = Maker(recipe)
    (folder / "chapters").mkdir(parents=True)
    kinds = sorted(KINDS, key=lambda kind: (kind not in {"plot", "cast"}, kind))
    for kind in kinds:
        (folder / "chapters" / f"{kind}.yaml").write_text(json.dumps(chapter(maker, kind)), "utf-8")
    (folder / PICTURE).parent.mkdir()
    (folder / PICTURE).write_text(DRAWING, "utf-8")
    (folder / "sources.yaml").write_text(json.dumps([SOURCE]), "utf-8")
    (folder / "guide.yaml").write_text(json.dumps(SETTINGS | {"chapters": kinds}), "utf-8")
    return folder


def optional_fields():
    """The name of every optional field of any kind."""
    found, seen = set(), set()

    def look(cls):
        if cls in seen:
            return
        seen.add(cls)
        for name, field in cls.model_fields.items():
            if not field.is_required() and name not in UNASKED:
                found.add(name)
            for each in _models(field.annotation):
                look(each)

    for kind in KINDS.values():
        look(kind)
    return sorted(found)


def _models(annotation):
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for each in typing.get_args(annotation):
        yield from _models(each)

"""JSON Schemas (2020-12) of guide.yaml, words.yaml, sources.yaml and every kind of chapter, for editors.

Like `load`, they accept a number in place of text (``title: 1984``), and a number in quotes.
"""

import ast
import inspect
import json
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from studyguide.guide.chapters import KINDS
from studyguide.guide.info import GuideInfo
from studyguide.guide.sources import Source
from studyguide.languages import own_words

FOLDER = Path(__file__).parents[1] / "schemas"
"""The folder of the schemas in the package; a guide's files can point to it."""


_WORDS = "Your own words in place of labels that the program prints; `studyguide words --language cy` prints a file."


@cache
def schemas() -> Mapping[str, dict[str, Any]]:
    """A schema by the name ``guide``, ``words``, ``sources`` or that of a kind of chapter; not to be changed."""
    chapters = {name: _without_id(_schema(kind)) for name, kind in KINDS.items()}
    guide, sources = _with_labels(_schema(GuideInfo)), _schema(list[Source])
    return {"guide": guide, "words": _words(), "sources": sources, **chapters}


def write(folder: Path = FOLDER) -> None:
    """Write every schema as ``<name>.json`` into a folder, which is made if it does not exist."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        (folder / f"{name}.json").write_text(text(schema), "utf-8", newline="\n")


def text(schema: Mapping[str, Any]) -> str:
    """The schema as the text of a file."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _schema(kind: Any) -> dict[str, Any]:
    schema = TypeAdapter(kind).json_schema(schema_generator=_Generator)
    parts = dict(sorted(schema.pop("$defs", {}).items()))  # pydantic lists them as they were built
    return {"$schema": _Generator.schema_dialect, **schema, **({"$defs": parts} if parts else {})}


def _with_labels(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of guide.yaml with every label that own words can replace."""
    words = schema["properties"]["words"]
    properties = {**schema["properties"], "words": {**own_words.schema(), "description": words["description"]}}
    return {**schema, "properties": properties, "$defs": dict(sorted({**schema["$defs"], **own_words.SCHEMAS}.items()))}


def _words() -> dict[str, Any]:
    """The schema of words.yaml, which may also be empty."""
    labels = {**own_words.schema(), "type": ["object", "null"]}
    return {"$schema": _Generator.schema_dialect, "description": _WORDS, **labels, "$defs": own_words.SCHEMAS}


def _without_id(schema: dict[str, Any]) -> dict[str, Any]:
    """A chapter's id is its file's name."""
    properties = {name: value for name, value in schema["properties"].items() if name != "id"}
    return {**schema, "properties": properties, "required": [name for name in schema["required"] if name != "id"]}


def descriptions(model: type[BaseModel]) -> dict[str, str]:
    """The docstring below each field in the source. Pydantic can read them too, but at every start, in 75 ms."""
    ours = [cls for cls in reversed(model.__mro__) if cls.__module__.startswith("studyguide.")]
    return {name: text for cls in ours for name, text in _documented(cls).items()}


@cache
def _documented(cls: type) -> dict[str, str]:
    """Field to description of one class; each is part of several schemas, and its source is read once."""
    try:
        (definition,) = ast.parse(inspect.getsource(cls)).body
    except OSError:  # made by a function call, which sets the descriptions
        return {}
    return dict(_described(definition))


def _described(definition: ast.stmt) -> Iterator[tuple[str, str]]:
    for field, text in pairwise(definition.body if isinstance(definition, ast.ClassDef) else ()):
        match field, text:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(words))):
                yield name, inspect.cleandoc(words)


class _Generator(GenerateJsonSchema):
    """Pydantic's generator, with descriptions, and without titles and defaults that carry no information."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        found = super().model_schema(schema)
        fields = schema["cls"].model_fields
        for name, text in descriptions(schema["cls"]).items():
            if name not in fields:  # an attribute of the class, which authors do not write
                continue
            found["properties"][fields[name].alias or name]["description"] = text
        return found

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 (pydantic's signature)
        return False

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        found = super().str_schema(schema)
        return found if "pattern" in found else {**found, "type": ["string", "number"]}

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        return {**super().int_schema(schema), "type": ["integer", "string"], "pattern": r"^-?\d+$"}

    def float_schema(self, schema: core_schema.FloatSchema) -> JsonSchemaValue:
        return {**super().float_schema(schema), "type": ["number", "string"], "pattern": r"^-?\d+(\.\d+)?$"}

    def bool_schema(self, schema: core_schema.BoolSchema) -> JsonSchemaValue:  # noqa: ARG002
        return {"enum": [True, False, "yes", "no"]}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        inner = self.generate_inner(schema["schema"])
        kinds = inner.get("type")
        if kinds is None or "enum" in inner:
            return {"anyOf": [inner, {"type": "null"}]}
        return {**inner, "type": [*([kinds] if isinstance(kinds, str) else kinds), "null"]}

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        found = super().default_schema(schema)
        if found.get("default") in (None, [], {}):
            found.pop("default", None)
        return found

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:  # noqa: ARG002
        """Keep the order of the source, which editors use for completion; code as in Markdown, not reStructuredText."""
        return json.loads(json.dumps(value).replace("``", "`"))  # type: ignore[no-any-return]

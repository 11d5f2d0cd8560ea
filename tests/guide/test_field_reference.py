"""The page with every field is made from the model, and says what the JSON Schemas say."""

import re
from itertools import takewhile
from pathlib import Path

import pytest

from studyguide.guide import json_schema
from studyguide.guide.chapters import KINDS
from tests import field_reference

PAGE = Path(__file__).parents[2] / "docs/fields.md"


def test_the_page_is_current(accept):
    accept(field_reference.page(), PAGE)


def rows(heading):
    """The rows of a section of the page, by the names of their fields: whether each is needed."""
    lines = field_reference.page().splitlines()
    after = lines[lines.index(f"## {heading}") + 1 :]
    section = takewhile(lambda line: not line.startswith("#"), after)
    found = (re.match(r"\| `([^`]+)` \| .* \| (yes|no)\b[^|]*\|", line) for line in section)
    return {row[1]: row[2] == "yes" for row in found if row}


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_kind_is_there_and_needed_where_its_schema_says_so(kind):
    schema = json_schema.schemas()[kind]
    found = {**rows("Every chapter"), **rows(kind)}
    assert {name: name in schema["required"] for name in schema["properties"]} == found


def test_every_field_of_guide_yaml_is_there_and_needed_where_its_schema_says_so():
    schema = json_schema.schemas()["guide"]
    assert {name: name in schema["required"] for name in schema["properties"]} == rows("guide.yaml")


@pytest.mark.parametrize("schema", [name for name in json_schema.schemas() if name != "sources"])
def test_every_field_says_what_it_means(schema):
    whole = json_schema.schemas()[schema]
    parts = {schema: whole, **whole.get("$defs", {})}
    assert not [
        f"{name}.{field}"
        for name, part in parts.items()
        for field, about in part.get("properties", {}).items()
        if "description" not in about
    ]


def test_every_field_of_a_source_is_named():
    page = field_reference.page()
    fields = json_schema.schemas()["sources"]["$defs"]["Source"]["properties"]
    assert not [name for name in fields if f"`{name}`" not in page]

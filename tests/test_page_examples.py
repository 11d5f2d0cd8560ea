"""Every YAML example in the documentation is what a guide may have."""

from itertools import repeat

import pytest
import yaml
from jsonschema import Draft202012Validator

from studyguide.guide import json_schema
from tests import pages
from tests.pages import PAGES


@pytest.mark.parametrize(
    ("page", "example"), [(name, example) for name in sorted(PAGES) for example in pages.blocks(name, "yaml")]
)
def test_examples_are_what_guides_may_have(page, example):
    read = yaml.load(example, yaml.BaseLoader)  # noqa: S506 (all text, as in a guide, and no objects)
    if isinstance(read, list):
        assert all(any(map(Draft202012Validator.is_valid, parts(), repeat(item))) for item in read)
    else:
        schemas = json_schema.schemas()
        Draft202012Validator(schemas[read["kind"]] if "kind" in read else incomplete(schemas["guide"])).validate(read)


def parts():
    """A validator for each type that a list in a guide has, without the fields that an example may leave out."""
    for schema in json_schema.schemas().values():
        for part in schema.get("$defs", {}).values():
            yield Draft202012Validator({**incomplete(part), "$defs": schema["$defs"]})


def incomplete(schema):
    """A schema that asks for no field."""
    return {name: value for name, value in schema.items() if name != "required"}

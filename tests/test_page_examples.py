"""Every YAML example in the documentation is what a guide may have."""

from itertools import repeat

import pytest
import yaml
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from studyguide.guide import json_schema
from studyguide.guide.chapters import KINDS
from studyguide.guide.items import Model
from tests import pages
from tests.pages import PAGES


@pytest.mark.parametrize(
    ("page", "example"), [(name, example) for name in sorted(PAGES) for example in pages.blocks(name, "yaml")]
)
def test_examples_are_what_guides_may_have(page, example):
    read = yaml.load(example, yaml.BaseLoader)  # noqa: S506 (all text, as in a guide, and no objects)
    if isinstance(read, list):
        assert all(any(map(accepts, models(Model), repeat(item))) for item in read)
    elif "kind" in read:
        KINDS[read["kind"]].model_validate({"id": "example", **read})
    else:
        Draft202012Validator(incomplete(json_schema.schemas()["guide"])).validate(read)


def models(kind):
    """Each type of item that a guide may have."""
    assert all(KINDS.values())  # which loads them
    for each in kind.__subclasses__():
        yield from (each, *models(each))


def accepts(kind, item):
    """Whether `check` accepts an item of one type, with all fields that it needs."""
    try:
        kind.model_validate(item)
    except ValidationError:
        return False
    return True


def incomplete(schema):
    """A schema that asks for no field."""
    return {name: value for name, value in schema.items() if name != "required"}

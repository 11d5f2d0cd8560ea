"""The published JSON Schemas are current, sound, and accept and refuse what `load` does."""

import json
import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from studyguide.guide import json_schema
from studyguide.guide.chapters import KINDS

TESTS = Path(__file__).parents[1]
GUIDES = (TESTS.parent / "src/studyguide/specimen", TESTS.parent / "guide")
FILES = [path for guide in GUIDES for path in (*guide.glob("*.yaml"), *guide.glob("chapters/*.yaml"))]
SCHEMAS = json_schema.schemas()


class Editor(yaml.SafeLoader):
    """YAML 1.2 (core schema), as editors read it: dates and yes are text, numbers and true are not."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 (PyYAML's way)


for tag, pattern, first in (
    ("bool", "true|false", "tf"),
    ("null", "null|~|", ["n", "~", ""]),
    ("int", r"[-+]?\d+", "-+0123456789"),
    ("float", r"[-+]?\d+\.\d*", "-+0123456789"),
):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))


def complaints(name, value):
    return [error.message for error in Draft202012Validator(SCHEMAS[name]).iter_errors(value)]


def as_edited(path):
    return yaml.load(path.read_text("utf-8"), Loader=Editor)  # noqa: S506 (a SafeLoader)


def test_published_files_are_current():
    published = {path.stem: path.read_text("utf-8") for path in json_schema.FOLDER.glob("*.json")}
    assert published == {name: json_schema.text(found) for name, found in SCHEMAS.items()}


def test_write(tmp_path):
    json_schema.write(tmp_path / "new")
    assert {path.stem for path in (tmp_path / "new").iterdir()} == {"guide", "words", "sources", *KINDS}
    assert json.loads((tmp_path / "new/cast.json").read_text("utf-8")) == SCHEMAS["cast"]


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_is_sound(name):
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert "``" not in json.dumps(SCHEMAS[name])


@pytest.mark.parametrize("kind", KINDS)
def test_chapters_have_their_kind_first_and_no_id(kind):
    properties = SCHEMAS[kind]["properties"]
    assert next(iter(properties)) == "kind"
    assert properties["kind"]["const"] == kind
    assert "id" not in properties
    assert SCHEMAS[kind]["required"][:2] == ["kind", "title"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(TESTS.parent)))
def test_guides_point_to_the_right_schema_and_fit_it(path):
    first = path.read_text("utf-8").split("\n")[0]
    target = (path.parent / first.removeprefix("# yaml-language-server: $schema=")).resolve()
    value = as_edited(path)
    name = path.stem if path.parent in GUIDES else value["kind"]
    assert target == json_schema.FOLDER.resolve() / f"{name}.json"
    assert complaints(name, value) == []


CAST = {
    "kind": "cast",
    "title": "People",
    "groups": [{"id": "a", "title": "All", "people": [{"id": "b", "name": "Ann"}]}],
}
WORK = {"id": "a", "type": "film", "title": "A", "by": "B", "year": "1931"}


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("cast", {"title": 1984}),
        ("cast", {"short": None}),
        ("cast", {"relationships": [{"from": "a", "to": "b", "label": "x", "both_ways": "yes"}]}),
        ("cast", {"relationships": [{"from": "a", "to": "b", "label": "x", "both_ways": True}]}),
    ],
)
def test_schema_accepts_what_load_accepts(name, change):
    assert complaints(name, CAST | change) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("cast", CAST | {"id": "cast"}),
        ("cast", CAST | {"titel": "People"}),
        ("cast", CAST | {"kind": "plot"}),
        ("cast", CAST | {"groups": []}),
        ("cast", CAST | {"relationships": [{"source": "a", "target": "b", "label": "x"}]}),
        ("cast", CAST | {"spoiler": "endings"}),
        ("cast", {"kind": "cast", "title": "People"}),
        ("sources", [{"id": "a", "type": "boook", "title": "A"}]),
        ("sources", {"id": "a", "type": "book", "title": "A"}),
        ("guide", {"works": [WORK | {"year": "long ago"}]}),
    ],
)
def test_schema_refuses_what_load_refuses(name, value):
    assert complaints(name, value)


@pytest.mark.parametrize("year", [1931, "1931"])
def test_numbers_may_be_typed_in_quotes(year):
    guide = as_edited(GUIDES[0] / "guide.yaml")
    assert complaints("guide", guide | {"works": [WORK | {"year": year}]}) == []

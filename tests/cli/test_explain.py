"""Pages about kinds, files, fields and codes: everything the model has, with examples that pass the check."""

import re
import shutil
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

from studyguide.build.checked_guide import review
from studyguide.cli import listing, main
from studyguide.cli.explain import examples, pages
from studyguide.guide import field_messages, json_schema, wanted_values, yaml_reader
from studyguide.guide.chapters import KINDS
from studyguide.guide.fields import fields
from studyguide.languages import own_words
from studyguide.lint import rules
from studyguide.lint.fix.texts import CODES
from studyguide.support.errors import MAX_NAMES
from studyguide.support.paths import specimen_folder

SPECIMEN = specimen_folder()


@pytest.fixture(autouse=True)
def width(monkeypatch):
    monkeypatch.setenv("COLUMNS", "90")


def test_shared_types_are_pointed_to(capsys):
    said = explained(capsys, "plot")
    assert "`studyguide explain event`" in said
    assert "\nEvent: " not in said
    assert "\nClaim: " in explained(capsys, "item")


def explained(capsys, *names):
    assert main(["explain", *names]) == 0
    return capsys.readouterr().out


def test_without_a_name_everything_is_listed(capsys):
    said = explained(capsys)
    begun = {line.split(" ")[0] for line in said.splitlines()}
    assert {*KINDS, "guide", "sources", "item", *rules.catalogue()} <= begun


@pytest.mark.parametrize("name", [*KINDS, "guide", "sources", *pages.SHARED])
def test_a_page_has_every_field_and_what_it_means(capsys, name):
    said = explained(capsys, name)
    assert max(map(len, said.partition("\nExample\n")[0].splitlines())) <= 90
    words = " ".join(said.split())
    schema = json_schema.schemas().get(name, {})
    parts = [schema, *schema.get("$defs", {}).values()]
    if name == "sources":
        parts = [schema["$defs"]["Source"]]
    shared = {*(model.__name__ for model in pages.SHARED.values()), *own_words.SCHEMAS}  # these have pages of their own
    parts = [part for part in parts if part not in [schema.get("$defs", {}).get(each) for each in shared]]
    for part in parts:
        for field, about in part.get("properties", {}).items():
            assert f" {field}: " in words or f" {field}," in words or f" {field}." in words
            if part is schema and field not in {"kind", "words"}:
                assert " ".join(about["description"].split()) in words


@pytest.mark.parametrize("kind", KINDS)
def test_the_example_of_a_kind_passes_the_check(kind, tmp_path):
    folder = Path(shutil.copytree(SPECIMEN, tmp_path / "guide"))
    stem = next(path for path in (folder / "chapters").iterdir() if f"kind: {kind}\n" in path.read_text("utf-8"))
    example = examples.of_file(kind)
    assert f"kind: {kind}\n" in example
    stem.write_text(f"{example}\n", "utf-8")
    assert [str(each) for each in review(folder).problems if each.file == f"chapters/{stem.name}"] == []


@pytest.mark.parametrize("name", ["guide", "sources"])
def test_the_example_of_a_file_passes_the_check(name, tmp_path):
    folder = Path(shutil.copytree(SPECIMEN, tmp_path / "guide"))
    (folder / f"{name}.yaml").write_text(f"{examples.of_file(name)}\n", "utf-8")
    assert [str(each) for each in review(folder).problems if each.file == f"{name}.yaml"] == []


def paths(kind):
    """The keys that lead to every value in the specimen's file of a kind."""
    tree = examples._tree(kind)  # noqa: SLF001 (the specimen's file)
    names = (tuple(step for step in path if isinstance(step, str)) for path in tree.keys)
    return list(dict.fromkeys(names))


@pytest.mark.parametrize("kind", [*KINDS, "guide"])
def test_every_field_of_the_specimen_has_a_page_with_an_example(kind):
    for names in paths(kind):
        example = examples.of_field(kind, names)
        read = yaml_reader.read(example, "example")
        assert read.problems == [], example
        assert isinstance(read.value, dict)
        assert names[-1] in read.value or f"{names[-1]}:" in example
        assert len(example.splitlines()) <= examples.MOST_OF_FIELD + 1


def test_the_page_of_a_field(capsys):
    said = explained(capsys, "plot.parts.scenes.notice")
    assert said.startswith(
        "plot.parts.scenes.notice\n\nnotice: line, at most 4,000 characters; optional\n    A question "
    )
    assert said.endswith("Example\n\n    notice: What stands in the graveyard, watching?\n")


def test_the_page_of_a_field_with_items_has_their_fields(capsys):
    said = explained(capsys, "plot.parts")
    assert "\nparts: list of: part, at least 1 entry; needed\n" in said
    assert "\nPart: A part of the work" in said
    assert "\nScene: One scene" in said


@pytest.mark.parametrize(
    ("name", "key", "kind"),
    [
        ("item", "status", "one of `confirmed`, `disputed`, `opinion`; optional; if missing, `confirmed`"),
        ("task", "marks", "whole number, 1 to 60; optional"),
        ("event", "short", "line, at most 60 characters; optional"),
        ("plot", "title", "plain text, at most 400 characters; needed"),
        ("cast", "relationships", "list of: relationship; optional"),
        ("guide", "date", "date; needed"),
    ],
)
def test_what_to_write_is_in_plain_words(capsys, name, key, kind):
    assert f"\n{key}: {kind}\n" in explained(capsys, name)


@pytest.mark.parametrize("code", rules.catalogue())
def test_a_code_is_explained_as_in_the_page_of_codes(capsys, code):
    said = explained(capsys, code.lower())
    assert said.startswith(f"{code}: ")
    words = " ".join(said.split())
    for paragraph in rules.catalogue()[code].split("\n\n"):
        assert " ".join(paragraph.replace("``", "`").split()) in words
    assert ("check --fix` corrects it" in words) is (code in CODES)
    assert (f"- {{code: {code}, where: " in said) is (code != rules.IDLE)
    assert listing.codes().count(f"**{code}**") == 1


def test_the_page_of_codes_says_what_is_corrected():
    assert listing.codes().count("`studyguide check --fix` corrects it") == len(CODES)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("plto", "There is no kind, file or code 'plto' to explain. Did you mean 'plot'?"),
        ("theme", "Did you mean 'themes'?"),
        ("xyz", "Choose one of the 33 known ones. `studyguide explain` lists them."),
        ("scene", "It is a field: close-reading.sequences.scene, permissions.content_notes.scene, plot.parts.scenes, "),
        ("options", "It is a field: questions.sets.questions.options"),
        ("SG999", "There is no code 'SG999'. "),
        ("plot.part", "'plot' has no field 'part'. Did you mean 'parts'?"),
        ("plot.parts.scenes.notise", "'plot.parts.scenes' has no field 'notise'. Did you mean 'notice'?"),
        ("plot.title.x", "'plot.title' has no field 'x'. There are none."),
        ("plot.", "'plot' has no field ''."),
        (".", "There is no kind, file or code '' to explain."),
    ],
)
def test_a_wrong_name_gets_near_ones(capsys, name, message):
    assert main(["explain", name]) == 2
    assert message in capsys.readouterr().err


def test_a_file_may_be_named_with_its_suffix(capsys):
    assert explained(capsys, "guide.yaml") == explained(capsys, "guide")


def test_names_are_completed():
    assert "plot" in [*pages.names("pl")]
    assert "plot.parts.scenes" in [*pages.names("plot.parts.")]
    assert [*pages.names("plot.title.")] == [*pages.names("nothing.")] == []


def test_fields_are_those_of_the_schema():
    for name, kind in KINDS.items():
        assert {field.key for field in fields(kind)} == {*json_schema.schemas()[name]["properties"]}


def test_examples_are_yaml_or_markdown_with_keys():
    for name in KINDS:
        example = examples.of_file(name)
        front = example.split("---\n")[1] if example.startswith("---") else example
        assert yaml.safe_load(front)["kind"] == name


def test_the_reason_to_allow_a_remark_fits_its_group(capsys):
    reasons = set()
    for code in ("SG104", "SG203", "SG301", "SG401"):
        assert main(["explain", code]) == 0
        (line,) = [line for line in capsys.readouterr().out.splitlines() if f"code: {code}" in line]
        reasons.add(line.partition("why: ")[2])
    assert len(reasons) == len({"SG1", "SG2", "SG3", "SG4"})


def _models(model=BaseModel):
    for each in model.__subclasses__():
        yield each
        yield from _models(each)


def test_a_message_about_a_model_with_many_keys_names_a_page_with_all_of_them(capsys):
    ours = {each for each in _models() if each.__module__.startswith("studyguide.")}
    many = {each.__name__: each for each in ours if len(wanted_values.fields(each)) > MAX_NAMES}
    assert many.keys() == field_messages.EXPLAINED.keys() == {"Question", "Source"}
    for name, page in field_messages.EXPLAINED.items():
        assert main(["explain", page]) == 0
        explained = capsys.readouterr().out
        assert [
            key
            for key in wanted_values.fields(many[name])
            if not re.search(rf"(?<![\w-]){re.escape(key)}(?![\w-])", explained)
        ] == []

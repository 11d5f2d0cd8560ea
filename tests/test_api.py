"""The public interface: what docs/python.md shows works, and nothing that it names is missing."""

import re
import shutil
from pathlib import Path

import pytest

from studyguide import api, formats
from tests import few_chapters

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs/python.md").read_text("utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    shutil.copytree(ROOT / "src/studyguide/specimen", tmp_path / "guide")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "guide"


def test_the_names_are_there():
    assert all(hasattr(api, name) for name in api.__all__)


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_the_examples_run(number, folder, capsys):
    exec(compile(EXAMPLES[number], f"example {number}", "exec"), {})  # noqa: S102 (our own documentation)
    said = capsys.readouterr().out
    assert ["", "build/frankenstein.epub\nbuild/frankenstein-web\n", "Frankenstein 25 chapters\n"][number] in said


def test_every_example_of_the_page_is_run():
    assert len(EXAMPLES) == TEXT.count("```python") == 3


def test_check_says_what_build_refuses(folder, tmp_path):
    file = folder / "chapters/plot.yaml"
    file.write_text(file.read_text("utf-8").replace("notice:", "notise:", 1), "utf-8")
    (problem,) = api.check(folder).problems
    assert (problem.file, problem.message[:26]) == ("chapters/plot.yaml", "There is no key 'notise' h")
    with pytest.raises(api.GuideError) as error:
        api.build(folder, api.Request(("epub",), tmp_path / "build", numbered=False))
    assert set(error.value.problems) <= set(api.check(folder).problems)
    with pytest.raises(api.GuideError):
        api.load(folder)


def test_a_folder_that_is_not_there_is_wrong_use(tmp_path):
    for function in (api.check, api.load):
        with pytest.raises(api.UsageError, match="There is no folder"):
            function(tmp_path / "nothing")


def test_a_second_build_finds_what_the_first_kept(tmp_path, monkeypatch):
    guide = few_chapters.guide(tmp_path / "guide")
    request = api.Request(("epub",), tmp_path / "build")
    first = [each.path.read_bytes() for each in api.build(guide, request)]
    monkeypatch.setattr(formats.paged(), "lay_out", None)
    assert [each.path.read_bytes() for each in api.build(guide, request)] == first

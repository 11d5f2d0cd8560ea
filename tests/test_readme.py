"""What the README and CONTRIBUTING promise is there."""

import re
import shlex
import tomllib
from itertools import chain
from pathlib import Path

import pytest

from studyguide import formats, paths
from studyguide.arguments import parser
from studyguide.chapters import KINDS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


@pytest.mark.parametrize(
    "target", sorted(set(re.findall(r"(?:`|^)make ([a-z]+)\b", README + CONTRIBUTING, re.MULTILINE)))
)
def test_make_targets_exist(target):
    assert re.search(rf"^{target}:.*##", MAKEFILE, re.MULTILINE)


@pytest.mark.parametrize("command", sorted(set(re.findall(r"(?:^|`)studyguide ([^`\n#]+)", README, re.MULTILINE))))
def test_commands_are_understood(command):
    parser().parse_args(shlex.split(command))


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#:]+)\)", re.sub("`[^`\n]*`", "", README + CONTRIBUTING)))
def test_links_and_pictures_lead_somewhere(link):
    assert (ROOT / link).exists()


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"`((?:guide|styles|src|tests|\.ci)/[^`<>*\s]+)`", README + CONTRIBUTING)))
)
def test_paths_exist(path):
    assert (ROOT / path).exists() or "interview" in path  # the kind that CONTRIBUTING invents


@pytest.mark.parametrize("name", [*KINDS, *formats.FORMATS, *paths.style_names("papers")])
def test_every_kind_format_and_paper_is_named(name):
    text = (README + CONTRIBUTING + (ROOT / "CHANGELOG.md").read_text("utf-8")).lower()
    assert name.replace("-", " ") in text or f"`{name}`" in text


def test_every_dependency_has_its_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    names = {re.split("[<>=]", requirement)[0].lower() for requirement in wanted}
    assert not {name for name in names if f"{name}" not in CONTRIBUTING.lower()}

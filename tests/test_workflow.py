"""What hosts and editors are told: the CI workflow, the hooks before a commit, and the forms of issues."""

import re
import shlex
import tomllib

import pytest
import yaml

from tests.pages import ROOT

GITHUB = ROOT / ".github"
WORKFLOW = yaml.safe_load((GITHUB / "workflows/ci.yml").read_text("utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
RELEASE = yaml.safe_load((GITHUB / "workflows/release.yml").read_text("utf-8"))
STEPS = [step for file in (WORKFLOW, RELEASE) for job in file["jobs"].values() for step in job["steps"]]


def faults(script):
    """The targets of make and the scripts of .ci that a step names, and that do not exist."""
    for line in script.splitlines():
        words = shlex.split(line, comments=True)
        if words[:1] == ["make"]:
            targets = [word for word in words[1:] if "=" not in word]
            yield from (f"make {word}" for word in targets if not re.search(rf"(?m)^{word}:.*##", MAKEFILE))
        yield from (word for word in words if word.startswith(".ci/") and not (ROOT / word).is_file())


def test_every_command_of_a_step_exists():
    scripts = [step["run"] for step in STEPS if "run" in step]
    assert {"make pdf", "make epub", "make test", "sudo bash .ci/run"} <= set(scripts)
    assert [fault for script in scripts for fault in faults(script)] == []


@pytest.mark.parametrize("script", ["make pfd", "make pdf tset", "sudo bash .ci/rnu", "make pdf\nmake jugde LONG=no"])
def test_a_command_that_does_not_exist_is_found(script):
    assert len(list(faults(script))) == 1


def test_every_system_and_python_is_tried():
    matrix = WORKFLOW["jobs"]["readme"]["strategy"]["matrix"]
    versions = [name.rpartition(" ")[2] for name in PROJECT["classifiers"] if re.search(r"Python :: 3\.\d+$", name)]
    assert matrix["os"] == ["ubuntu-latest", "macos-latest"]
    assert matrix["python"] == versions
    assert PROJECT["requires-python"] == f">={versions[0]}"


def test_pango_is_installed_where_make_may_not():
    """On Linux `.ci/setup pango` does it itself."""
    (step,) = [step for step in STEPS if "brew install" in step.get("run", "")]
    assert step["if"] == "runner.os == 'macOS'"
    assert "pango" in shlex.split(step["run"].splitlines()[0])


def test_a_release_gets_the_pack_of_every_edition():
    assert RELEASE[True] == {"release": {"types": ["published"]}}  # YAML 1.1 reads `on` as a truth value
    scripts = "\n".join(step.get("run", "") for step in RELEASE["jobs"]["packs"]["steps"])
    assert 'make pack EDITION="$edition"' in scripts
    assert 'gh release upload "$TAG" build/*-pack.zip' in scripts
    assert RELEASE["permissions"] == {"contents": "write"}


def test_actions_have_a_version():
    assert [
        step["uses"] for step in STEPS if not re.fullmatch(r"actions/[a-z-]+@v\d+", step.get("uses", "actions/a@v1"))
    ] == []


def test_hooks_need_no_network_and_run_what_lint_runs():
    lint = MAKEFILE.partition("\nlint:")[2].partition("\n\n")[0].replace("$(STUDYGUIDE)", ".venv/bin/studyguide")
    entries = [hook["entry"].replace(" --force-exclude", "") for repo in HOOKS for hook in repo["hooks"]]
    assert {repo["repo"] for repo in HOOKS} == {"local"}
    assert {hook["language"] for repo in HOOKS for hook in repo["hooks"]} == {"system"}
    assert [entry for entry in entries if entry not in lint] == []


@pytest.mark.parametrize("path", sorted((GITHUB / "ISSUE_TEMPLATE").glob("[!c]*.yml")), ids=lambda path: path.name)
def test_a_form_asks_for_something(path):
    form = yaml.safe_load(path.read_text("utf-8"))
    assert form["name"]
    assert form["description"]
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    assert all(field["attributes"]["label"] for field in fields)
    assert len({field["id"] for field in fields}) == len(fields) > 0


def test_the_pull_request_form_names_commands_that_exist():
    text = (GITHUB / "PULL_REQUEST_TEMPLATE.md").read_text("utf-8")
    commands = re.findall(r"`(make [a-z]+)`", text)
    assert commands == ["make test", "make lint"]
    assert [fault for command in commands for fault in faults(command)] == []

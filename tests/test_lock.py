"""What users get is locked: each package in one version, with the hashes of its files, and from no named index."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
EXTRAS = {"base": (), "serve": ("serve",), "dev": ("dev",), "judge": ("dev", "judge")}
ANEW = "pyproject.toml has changed: run `.ci/setup lock`"

MACHINES = [
    {**default_environment(), "python_version": version, "python_full_version": f"{version}.1", **system}
    for version in ("3.11", "3.12", "3.13", "3.14")
    for system in (
        {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
        {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
    )
]
"""The machines of the README; Windows has WSL, which is Linux."""


def lines(name):
    """The requirements of a lock, each with the rest of its entry."""
    text = (ROOT / f".ci/lock/{name}.txt").read_text("utf-8").replace("\\\n", "")
    return [line for line in text.splitlines() if not line.startswith("#")]


def locked(name):
    return [Requirement(line.partition("--hash")[0]) for line in lines(name)]


def wanted(name):
    project = PROJECT["project"]
    extras = [each for extra in EXTRAS[name] for each in project["optional-dependencies"][extra]]
    return map(Requirement, [*project["dependencies"], *extras, *PROJECT["build-system"]["requires"]])


@pytest.mark.parametrize("name", EXTRAS)
def test_every_package_has_one_version_and_its_hashes(name):
    for line in lines(name):
        assert re.fullmatch(r"[a-z0-9-]+==[\w.+]+( ; [^#@]+?)?(\s+--hash=sha256:[0-9a-f]{64})+", line)


@pytest.mark.parametrize("name", EXTRAS)
def test_no_index_is_named(name):
    assert not re.search(r"://|-i |--(extra-)?index|--find-links", (ROOT / f".ci/lock/{name}.txt").read_text("utf-8"))


@pytest.mark.parametrize("name", EXTRAS)
def test_all_that_is_asked_for_is_locked_on_every_machine(name):
    for machine in MACHINES:
        there = [each for each in locked(name) if each.marker is None or each.marker.evaluate(machine)]
        versions = {canonicalize_name(each.name): str(each.specifier).removeprefix("==") for each in there}
        assert len(there) == len(versions), "a package in two versions"
        for each in wanted(name):
            version = versions.get(canonicalize_name(each.name))
            assert version, f"{each.name} is not in .ci/lock/{name}.txt; {ANEW}"
            assert each.specifier.contains(version, prereleases=True), f"{each.name} {version}; {ANEW}"


def test_the_tools_lie_on_top_of_what_users_get():
    assert set(lines("base")) < set(lines("dev")) < set(lines("judge")), ANEW
    assert set(lines("base")) < set(lines("serve")) < set(lines("dev")), ANEW


def test_a_lock_is_used():
    setup = (ROOT / ".ci/setup").read_text("utf-8")
    assert '--require-hashes -r ".ci/lock/${1:-base}.txt"' in setup

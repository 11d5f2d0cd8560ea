"""Python, and the packages that the program requires, in versions that it works with."""

import os
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from studyguide.cli.doctor import installers
from studyguide.cli.doctor.finding import Finding

OLDEST = (3, 11)
"""The Python that pyproject.toml asks for."""


def python() -> Iterator[Finding]:
    """The version of Python."""
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info[:2] < OLDEST:
        wanted = ".".join(map(str, OLDEST))
        yield Finding("Python", "wrong", f"{version}, and {wanted} or newer is needed", installers.system("python"))
    else:
        yield Finding("Python", "ok", version)


def packages() -> Iterator[Finding]:
    """A line for all packages that are as they should be, and one for each other."""
    from packaging.requirements import Requirement

    found = 0
    for text in requirements():
        requirement = Requirement(text)
        if requirement.marker and not requirement.marker.evaluate({"extra": ""}):
            continue
        name, wanted = requirement.name, str(requirement.specifier)
        mend = installers.pip(f"{name}{wanted}")
        try:
            version = metadata.version(name)
        except metadata.PackageNotFoundError:
            yield Finding(f"package {name}", "missing", f"version {wanted or 'any'} is needed", mend)
            continue
        if requirement.specifier.contains(version, prereleases=True):
            found += 1
        else:
            yield Finding(f"package {name}", "wrong", f"{version}, and {wanted} is needed", mend)
    yield Finding("packages", "ok", f"{found} in versions that studyguide works with")


def requirements() -> list[str]:
    """What the program requires: of a copy of the project, by its pyproject.toml; by its metadata if not."""
    project = installers.checkout()
    if project:
        with (project / "pyproject.toml").open("rb") as file:
            return list(tomllib.load(file)["project"]["dependencies"])
    return [text for text in metadata.requires("studyguide") or () if "extra ==" not in text]


def environment() -> Iterator[Finding]:
    """Whether the program runs in the environment that was made for its folder: a .venv does not survive a move."""
    project = installers.checkout()
    stamp = project / ".venv/ready" if project else Path("nowhere")
    if project and stamp.is_file():
        made_for = stamp.read_text("utf-8").strip()
        if made_for == os.path.realpath(project):
            yield Finding(".venv", "ok", f"made for {project}")
        else:
            mend = f"cd {project} && .ci/setup venv"
            yield Finding(".venv", "wrong", f"made for {made_for}, from where the folder has moved", mend)

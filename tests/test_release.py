"""The version, the CHANGELOG and the tags agree, so that a release is what its tag says."""

import re
from datetime import date

import pytest

from studyguide import __version__
from tests.pages import PAGES, ROOT

HEADING = re.compile(r"(?m)^## (.*)$")
RELEASE = re.compile(r"(\d+\.\d+\.\d+) — (\d{4}-\d{2}-\d{2})")
GROUPS = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"]


def tags(git):
    """The tags of versions in a folder `.git`; none where there is no such folder, as in an unpacked archive."""
    loose = {path.name for path in (git / "refs/tags").glob("v*")}
    packed = git / "packed-refs"
    text = packed.read_text("utf-8") if packed.is_file() else ""
    return loose | set(re.findall(r"(?m)^\w+ refs/tags/(v\S+)$", text))


def numbers(version):
    return tuple(map(int, version.split(".")))


def faults(version, changelog, tagged):
    """What does not agree."""
    first, *releases = HEADING.findall(changelog)
    if first != "Unreleased":
        yield f"the first heading is {first}, not Unreleased"
    read = [RELEASE.fullmatch(heading) for heading in releases]
    if None in read or not read:
        yield "not every other heading is a version and a date"
        return
    versions = [found[1] for found in read]
    if versions[0] != version:
        yield f"the version is {version}, and the newest in the CHANGELOG {versions[0]}"
    if versions != sorted(versions, key=numbers, reverse=True) or len(set(versions)) < len(versions):
        yield "versions are not in order"
    days = [date.fromisoformat(found[2]) for found in read]
    if days != sorted(days, reverse=True):
        yield "dates are not in order"
    if tagged:  # a copy of the repository may have none
        yield from (f"v{each} is no tag" for each in versions[1:] if f"v{each}" not in tagged)
        yield from (f"{each} is not in the CHANGELOG" for each in sorted(tagged) if each[1:] not in versions)


def test_version_changelog_and_tags_agree():
    assert list(faults(__version__, PAGES["CHANGELOG.md"].read_text("utf-8"), tags(ROOT / ".git"))) == []


def test_changes_are_grouped():
    groups = re.findall(r"(?m)^### (.*)$", PAGES["CHANGELOG.md"].read_text("utf-8"))
    assert groups
    assert set(groups) <= set(GROUPS)


SOUND = "# Changelog\n\n## Unreleased\n\n## 0.3.0 — 2027-01-02\n\n## 0.2.0 — 2026-11-29\n"


@pytest.mark.parametrize("tagged", [set(), {"v0.2.0"}, {"v0.2.0", "v0.3.0"}])
def test_what_agrees_is_passed(tagged):
    assert list(faults("0.3.0", SOUND, tagged)) == []


@pytest.mark.parametrize(
    ("version", "old", "new", "tagged", "fault"),
    [
        ("0.3.1", "", "", set(), "the version is 0.3.1, and the newest in the CHANGELOG 0.3.0"),
        ("0.3.0", "## Unreleased", "## Soon", set(), "the first heading is Soon, not Unreleased"),
        ("0.3.0", "2027-01-02", "soon", set(), "not every other heading is a version and a date"),
        ("0.3.0", "2027-01-02", "2026-01-02", set(), "dates are not in order"),
        ("0.3.0", "## 0.2.0", "## 0.10.0", set(), "versions are not in order"),
        ("0.3.0", "", "", {"v0.3.0"}, "v0.2.0 is no tag"),
        ("0.3.0", "", "", {"v0.2.0", "v0.4.0"}, "v0.4.0 is not in the CHANGELOG"),
    ],
)
def test_what_does_not_agree_is_found(version, old, new, tagged, fault):
    assert list(faults(version, SOUND.replace(old, new, 1), tagged)) == [fault]


def test_tags_are_found_wherever_git_keeps_them(tmp_path):
    (tmp_path / "refs/tags").mkdir(parents=True)
    (tmp_path / "refs/tags/v0.3.0").write_text("0" * 40)
    (tmp_path / "packed-refs").write_text(f"# pack-refs\n{'0' * 40} refs/tags/v0.2.0\n{'0' * 40} refs/heads/vote\n")
    assert tags(tmp_path) == {"v0.2.0", "v0.3.0"}
    assert tags(tmp_path / "nowhere") == set()

"""A guide is parsed once for as long as its files are the same, and a file again as soon as it is not."""

import pytest

from studyguide.build import checked_guide
from studyguide.guide import read_file
from studyguide.support.errors import GuideError, UsageError
from studyguide.support.keep import Keep
from tests import few_chapters


@pytest.fixture
def guide(tmp_path):
    return few_chapters.guide(tmp_path / "guide")


@pytest.fixture
def parsed(monkeypatch):
    """The files that were parsed, one after the other."""
    names, parse = [], read_file.parse
    monkeypatch.setattr(read_file, "parse", lambda data, name: names.append(name) or parse(data, name))
    return names


def test_a_guide_is_parsed_once(guide, parsed):
    keep = Keep()
    assert checked_guide.sound(guide, keep) is checked_guide.sound(guide, keep)
    assert len(parsed) == len(set(parsed)) > 1


@pytest.mark.parametrize("name", ["guide.yaml", "chapters/glossary.yaml"])
def test_a_file_that_has_changed_is_parsed_again(guide, parsed, name):
    keep = Keep()
    first = checked_guide.sound(guide, keep)
    parsed.clear()
    with (guide / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert checked_guide.sound(guide, keep) is not first
    assert parsed == [name]


def test_a_guide_in_another_folder_is_read_for_itself(guide, tmp_path, monkeypatch):
    keep = Keep()
    (tmp_path / "elsewhere").mkdir()
    other = few_chapters.guide(tmp_path / "elsewhere/guide")
    assert checked_guide.sound(guide, keep).folder == guide
    assert checked_guide.sound(other, keep).folder == other
    monkeypatch.chdir(tmp_path)
    near = checked_guide.sound(guide.relative_to(tmp_path), keep)
    monkeypatch.chdir(tmp_path / "elsewhere")
    far = checked_guide.sound(guide.relative_to(tmp_path), keep)
    assert near.folder == far.folder


def test_an_edition_that_does_not_exist_is_refused_after_what_is_wrong(guide):
    with pytest.raises(UsageError, match="no edition 'nobody'"):
        checked_guide.sound(guide, Keep(), "nobody")
    (guide / "chapters/glossary.yaml").write_text("kind: nonsense\n", "utf-8")
    with pytest.raises(GuideError):
        checked_guide.sound(guide, Keep(), "nobody")


def test_what_is_wrong_is_said_every_time(guide):
    (guide / "chapters/glossary.yaml").write_text("kind: nonsense\n", "utf-8")
    for _ in range(2):
        with pytest.raises(GuideError):
            checked_guide.sound(guide)

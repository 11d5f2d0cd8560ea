"""Review: a guide is read once for as long as its files are the same, and again as soon as one is not."""

import pytest

from studyguide.build import checked_guide
from studyguide.support.errors import GuideError
from tests import few_chapters


@pytest.fixture
def guide(tmp_path):
    return few_chapters.guide(tmp_path / "guide")


@pytest.fixture
def readings(monkeypatch):
    """The folders that were read, one after the other."""
    folders, read = [], checked_guide.read
    monkeypatch.setattr(checked_guide, "read", lambda folder: folders.append(folder) or read(folder))
    return folders


def test_a_guide_is_read_once(guide, readings):
    assert checked_guide.sound(guide) is checked_guide.sound(guide)
    assert readings == [guide]


@pytest.mark.parametrize("name", ["guide.yaml", "chapters/glossary.yaml", "images/new.svg"])
def test_a_guide_that_has_changed_is_read_again(guide, readings, name):
    checked_guide.sound(guide)
    (guide / "images").mkdir(exist_ok=True)
    with (guide / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    checked_guide.sound(guide)
    assert len(readings) == 2


def test_a_guide_in_another_folder_is_read_for_itself(guide, tmp_path, readings, monkeypatch):
    (tmp_path / "elsewhere").mkdir()
    other = few_chapters.guide(tmp_path / "elsewhere/guide")
    assert checked_guide.sound(other).folder == other
    monkeypatch.chdir(tmp_path)
    near = checked_guide.sound(guide.relative_to(tmp_path))
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert checked_guide.sound(guide.relative_to(tmp_path)) is not near
    assert len(readings) == 3


def test_what_is_wrong_is_said_every_time(guide):
    (guide / "chapters/glossary.yaml").write_text("kind: nonsense\n", "utf-8")
    for _ in range(2):
        with pytest.raises(GuideError):
            checked_guide.sound(guide)

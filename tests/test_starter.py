"""The guide that people copy: small, sound, and with no trace of its work in names."""

import re

from studyguide.cli import main
from studyguide.guide.load import load
from studyguide.guide.walk import named
from studyguide.support.paths import starter_folder


def test_it_is_sound(capsys):
    assert main(["check", str(starter_folder()), "--strict"]) == 0, capsys.readouterr().out


def test_its_names_fit_any_work():
    guide = load(starter_folder())
    names = {guide.info.name, *(work.id for work in guide.info.works), *guide.info.chapters}
    names |= {name for chapter in guide.chapters for _, name, _ in named(chapter)}
    texts = " ".join(file.read_text("utf-8") for file in starter_folder().rglob("*.yaml"))
    people = {word.lower() for word in re.findall(r"(?<=[a-z,] )[A-Z][a-z]{3,}", texts)}
    assert {"scrooge", "dickens"} <= people
    assert not {part for name in names for part in name.split("-")} & people


def test_its_comments_say_what_to_change():
    text = (starter_folder() / "guide.yaml").read_text("utf-8")
    for key in ("name", "identifier", "date", "type", "editions"):
        (line,) = re.findall(rf"(?m)^[ -]*{key}:.*", text)
        assert "#" in line, key

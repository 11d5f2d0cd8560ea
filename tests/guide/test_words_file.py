"""words.yaml beside guide.yaml: own words in a file, below those of guide.yaml; and the file to begin with."""

import re
import shutil

import pytest
import yaml

from studyguide.build.checked_guide import review, sound
from studyguide.cli import main
from studyguide.guide.words_file import joined
from studyguide.languages import own_words, tables
from studyguide.languages.blank_words import blank_words
from studyguide.languages.labels import Labels
from studyguide.support import up_to_date
from studyguide.support.keep import Keep
from studyguide.support.paths import starter_folder

LEAF = re.compile(r"(?m)^# ( *[a-z][a-z0-9 .-]*:)  # .*$")


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(starter_folder(), tmp_path / "guide")


def test_words_of_the_file_count_below_those_of_the_guide(folder):
    (folder / "words.yaml").write_text(
        "web.close: Shut\nweb.next: On\nhandout.marks: {one: a point, other: '{n} p.'}\n"
    )
    text = (folder / "guide.yaml").read_text("utf-8")
    own = "words:\n  web.next: Onward\n  handout.marks: {other: '{n} points'}\n"
    (folder / "guide.yaml").write_text(re.sub(r"(?m)^words:.*\n", own, text), "utf-8")
    labels = sound(folder).info.labels
    assert [labels.say(f"web.{name}") for name in ("close", "next", "print")] == ["Shut", "Onward", "Print"]
    assert [labels.say("handout.marks", n=number) for number in (1, 2)] == ["a point", "2 points"]


@pytest.mark.parametrize("text", ["", "# web.close: Shut\n", "web.close: 閉じる\n"])
def test_a_file_may_be_empty_and_its_words_are_looked_at(folder, text):
    (folder / "words.yaml").write_text(text, "utf-8")
    found = [str(problem) for problem in review(folder).problems]
    assert [problem[:16] for problem in found] == (["words.yaml:1:12:"] if "閉" in text else [])


def test_a_text_in_place_of_forms_replaces_them_all():
    assert joined({"a": {"one": "x", "other": "y"}, "b": "z"}, {"a": "w", "b": {"one": "v"}}) == {
        "a": "w",
        "b": {"one": "v"},
    }


def test_the_same_file_is_not_read_twice_and_another_is(folder):
    keep = Keep()
    (folder / "words.yaml").write_text("web.close: Shut\n")
    first, again = (sound(folder, keep).info for _ in range(2))
    (folder / "words.yaml").write_text("web.close: Bye\n")
    assert first is again
    assert sound(folder, keep).info.labels.say("web.close") == "Bye"


def test_a_new_file_makes_a_finished_build_stale(folder):
    before = up_to_date.fingerprint(folder)
    (folder / "words.yaml").write_text("web.close: Shut\n")
    assert up_to_date.fingerprint(folder) != before


@pytest.mark.parametrize("language", ["cy", "ar-EG", "qaa", "en-US", "ja"])
def test_the_file_to_begin_with_is_sound_at_once_and_filled_in(language, folder):
    blank = blank_words(language)
    assert yaml.safe_load(blank) is None
    filled = yaml.safe_load(re.sub(r"(?m)^# ", "", LEAF.sub(lambda leaf: f"# {leaf[1]} {text_of(leaf[0])}", blank)))
    assert [fault.message for fault in own_words.faults(filled, language)] == []
    assert [*filled] == [*tables.table()]
    assert Labels.of(language, filled).missing == ()
    text = (folder / "guide.yaml").read_text().replace("language: en-GB", f"language: {language}")
    (folder / "guide.yaml").write_text(text)
    (folder / "words.yaml").write_text(blank, "utf-8")
    assert review(folder).problems == ()


def text_of(line):
    """The text behind the second # of a line, as YAML."""
    return "'" + line.partition(":  # ")[2].replace("'", "''") + "'"


def test_forms_for_numbers_are_those_of_the_language():
    assert "Welsh" in blank_words("cy")
    marks = blank_words("cy").partition("# handout.marks:\n")[2].splitlines()[:6]
    assert [line.split(":")[0].strip("# ") for line in marks] == ["zero", "one", "two", "few", "many", "other"]
    assert "few (2, 3, 4, 22, 23 …); many (0, 5, 6, 7, 8 …); other (fractions)" in " ".join(
        blank_words("pl").replace("\n## ", " ").split()
    )


def test_the_command_prints_it(capsys):
    assert main(["words", "--language", "cy"]) == 0
    assert capsys.readouterr().out == blank_words("cy")


def test_the_command_writes_it_and_never_replaces_one(tmp_path, capsys):
    assert main(["words", "--language", "cy", "--output", str(tmp_path)]) == 0
    assert (tmp_path / "words.yaml").read_text("utf-8") == blank_words("cy")
    (tmp_path / "words.yaml").write_text("web.close: Cau\n")
    assert main(["words", "--language", "cy", "--output", str(tmp_path)]) == 1
    assert (tmp_path / "words.yaml").read_text("utf-8") == "web.close: Cau\n"
    assert "is not replaced" in capsys.readouterr().err
    assert main(["words", "--language", "cy", "--output", str(tmp_path / "none")]) == 1


@pytest.mark.parametrize("tag", ["welsh", "../en", "EN", "en_GB", ""])
def test_the_command_wants_the_tag_of_a_language(tag, capsys):
    assert main(["words", "--language", tag]) == 2
    assert "is not the tag of a language" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("spoiler.pill:\npremise: x\n  ending: y\n", "2:1", "This is a form of a label. Put two spaces in front of it"),
        ("handout.marks:\none: x\nother: '{n} x'\n", "2:1", "This is a form of a label. Put two spaces in front of it"),
        ("# web.next:  # Next\n web.close: Shut\n", "2:2", "A label begins at the beginning of its line. Take"),
        ("# spoiler.pill:\n  premise: x\n", "2:3", "This is a form of the label on line 1. Take the # and"),
    ],
)
def test_a_line_that_begins_too_far_left_or_right_says_which_way(folder, text, place, message):
    (folder / "words.yaml").write_text(text, "utf-8")
    found = [str(problem) for problem in review(folder).problems if problem.file == "words.yaml"]
    assert found[0].startswith(f"words.yaml:{place}: {message}")


def test_no_label_has_the_name_of_a_form():
    names = {name for form in tables.table().values() if not isinstance(form, str) for name in form}
    assert not any("." in name for name in names)
    assert all("." in key for key in tables.table())

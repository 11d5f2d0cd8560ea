"""The command that begins a guide: whatever is typed, the guide is sound; nothing is overwritten."""

import io
import json
import re
import sys
from pathlib import Path

import pytest
import yaml

from studyguide.build.checked_guide import review
from studyguide.cli import main
from studyguide.guide.chapters import KINDS
from studyguide.guide.new_guide import kinds, slug
from studyguide.guide.starter_texts import NOBODY, UNKNOWN, UNKNOWN_YEAR, is_in_file
from studyguide.guide.works import TYPES
from studyguide.languages.labels import Labels
from studyguide.support.paths import templates_folder

HOSTILE = [
    "A: b",
    "- x",
    "# y",
    "<b>&</b>",
    "{{ 7 * 7 }}",
    "’“”",
    "Ünïcode",
    "1984",
    "yes",
    "*a*",
    "[b](#c)",
    "^[d]",
]


LEFT = "SG122"
"""The code of the remark on texts of a new guide."""
LEAST_MARKED = 30


def written(folder):
    """The text of each YAML file of a guide, by its name."""
    return {str(file.relative_to(folder)): file.read_text("utf-8") for file in folder.rglob("*.yaml")}


def left(folder):
    return [remark for remark in review(folder).remarks if remark.code == LEFT]


def texts_to_replace():
    """The texts that templates mark with ``fill``."""
    files = (templates_folder() / "new/chapters").iterdir()
    return {text for file in files for text in re.findall(r'fill\("([^"]+)"\)', file.read_text("utf-8"))}


def files_named(line):
    return set(re.findall(r"[a-z/-]+\.yaml", line))


def begun(folder, *words):
    assert main(["new", str(folder), *words]) == 0
    return yaml.safe_load((folder / "guide.yaml").read_text("utf-8"))


def test_a_title_is_enough(tmp_path, capsys):
    guide = begun(tmp_path / "one", "--title", "Macbeth")
    said = capsys.readouterr().out
    assert main(["check", str(tmp_path / "one")]) == 0
    assert guide["title"] == "Macbeth"
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", guide["identifier"])
    for mark in (NOBODY, UNKNOWN, UNKNOWN_YEAR):
        (line,) = [line for line in said.splitlines() if f"({mark})" in line]
        assert files_named(line) == {name for name, text in written(tmp_path / "one").items() if mark in text}


def test_a_work_that_nobody_described_is_said_to_be_a_novel_with_every_place_to_change(tmp_path, capsys):
    folder = tmp_path / "one"
    begun(folder, "--title", "Macbeth")
    (line,) = [line for line in capsys.readouterr().out.splitlines() if "is taken for a novel" in line]
    changed = {"guide.yaml": "type: novel", "chapters/overview.yaml": 'label: "Novel"', "sources.yaml": "type: book"}
    assert files_named(line) == {*changed}
    assert all(written(folder)[name].count(text) == 1 for name, text in changed.items())
    begun(tmp_path / "two", "--title", "Macbeth", "--work", "play: Macbeth; Shakespeare; 1606")
    assert "novel" not in capsys.readouterr().out


def test_every_text_that_is_to_be_replaced_has_a_remark(tmp_path):
    folder = tmp_path / "one"
    words = [word for name in kinds() for word in ("--kind", name)]
    begun(folder, "--title", "X", "--work", "play: X", "--work", "film: X", *words)
    found = {(remark.place.file, remark.place.line) for remark in left(folder)}
    marked = {
        (name, number)
        for name, text in written(folder).items()
        for number, line in enumerate(text.splitlines(), start=1)
        if any(mark in line for mark in (NOBODY, UNKNOWN, UNKNOWN_YEAR)) or is_in_file(line, "en")
    }
    assert found == marked
    assert len(marked) > LEAST_MARKED


def test_texts_that_were_replaced_have_no_remark(tmp_path):
    folder = tmp_path / "one"
    begun(folder, "--title", "X", "--author", "A. Teacher", "--work", "play: X; Y; 1600")
    assert left(folder)
    for name, text in written(folder).items():
        replaced = text
        for mark in sorted(texts_to_replace(), key=len, reverse=True):
            replaced = replaced.replace(mark, f"Words in place of {len(mark)} and {sum(map(ord, mark))} more")
        (folder / name).write_text(replaced, "utf-8")
    found = review(folder)
    assert found.problems == ()
    assert left(folder) == []


@pytest.mark.parametrize("language", ["de", "fr", "he", "da"])
def test_english_texts_are_not_left_in_another_language_unnoticed(tmp_path, capsys, language):
    folder = tmp_path / "one"
    begun(folder, "--title", "X", "--author", "A. Teacher", "--work", "novel: X; Y; 1600", "--language", language)
    (line,) = [line for line in capsys.readouterr().out.splitlines() if "translate" in line]
    found = left(folder)
    assert files_named(line) == {remark.place.file for remark in found}
    titles = {remark.message.split("'")[1] for remark in found if "Translate" in remark.message}
    assert {"A study guide", "Student edition", "The story", "Works cited"} <= titles
    overview = yaml.safe_load((folder / "chapters/overview.yaml").read_text("utf-8"))
    say = Labels.of(language).say
    assert overview["title"] == say("overview.glance")
    assert overview["card"][0]["label"] == say("work.head", by="novel")


def test_no_two_guides_have_the_same_identifier(tmp_path):
    assert begun(tmp_path / "a", "--title", "X")["identifier"] != begun(tmp_path / "b", "--title", "X")["identifier"]


@pytest.mark.parametrize("kind", TYPES)
def test_any_work_may_be_studied_in_any_kind_of_chapter(tmp_path, kind):
    words = [word for name in kinds() for word in ("--kind", name)]
    work = ["--work", f"{kind}: A title; An author; 1900", "--work", f"{kind}: Another; An author; 1901"]
    guide = begun(tmp_path / "one", "--title", "Two works", "--author", "A. Teacher", *work, *words)
    assert [each["type"] for each in guide["works"]] == [kind, kind]
    found = review(tmp_path / "one")
    assert found.problems == ()
    assert {remark.code for remark in found.remarks} == {LEFT}


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_typed_is_a_text(tmp_path, text):
    folder = tmp_path / "one"
    guide = begun(folder, "--title", text, "--author", text, "--work", f"play: {text}; {text}; 1600")
    assert (guide["title"], guide["authors"]) == (text, [text])
    assert guide["works"][0]["title"] == guide["works"][0]["by"] == text
    assert main(["check", str(folder)]) == 0


def test_every_chapter_has_its_schema_beside_it(tmp_path):
    begun(tmp_path / "one", "--title", "X", "--kind", "plot", "--kind", "glossary")
    for file in (tmp_path / "one").rglob("*.yaml"):
        schema = file.parent / file.read_text("utf-8").splitlines()[0].partition("$schema=")[2]
        assert json.loads(schema.read_text("utf-8"))["$schema"].startswith("https://json-schema.org/")
    assert json.loads((tmp_path / "one/.vscode/settings.json").read_text("utf-8"))


def test_every_kind_to_begin_with_is_a_kind_of_chapter():
    assert {"overview", "plot", "questions"} <= set(kinds()) <= set(KINDS)


def test_nothing_is_overwritten(tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("kept")
    assert main(["new", str(tmp_path), "--title", "X"]) == 2
    assert "is there already" in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], "needs a title"),
        (["--title", "X", "--kind", "plott"], "Did you mean 'plot'?"),
        (["--title", "X", "--work", "ply: Y"], "Did you mean 'play'?"),
        (["--title", "X", "--work", "play"], "has no title"),
        (["--title", "X", "--work", "play: Y; Z; 1600; more"], "more than a title"),
        (["--title", "X", "--work", "play: Y; Z; soon"], "'year'"),
        (["--title", "X", "--work", f"play: Y; Z; {'1' * 50}"], "'year'"),
        (["--title", "X", "--language", "english"], "'language'"),
        (["--title", "X\0Y"], "cannot begin"),
        (["--title", "X", "--reading-age", "14"], "not a reading age"),
        (["--title", "X", "--reading-age", "14-11"], "reading_age"),
        (["--title", "X", "--kind", "adaptation"], "compares two works"),
    ],
)
def test_what_is_wrong_is_refused_before_anything_is_written(tmp_path, capsys, monkeypatch, words, expected):
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert main(["new", str(tmp_path / "one"), *words]) == 2
    assert expected in capsys.readouterr().err
    assert not (tmp_path / "one").exists()


@pytest.fixture
def typed(tmp_path, monkeypatch):
    """A function that types answers at a terminal; returns the exit code."""

    class Terminal(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.chdir(tmp_path)

    def type_(*answers, words=()):
        monkeypatch.setattr(sys, "stdin", Terminal("".join(f"{answer}\n" for answer in answers)))
        return main(["new", *words])

    return type_


def test_at_a_terminal_it_asks(tmp_path, typed, capsys):
    assert typed("My guide", "play: Macbeth; William Shakespeare; 1606", "", "A. Teacher", "9-13") == 0
    guide = yaml.safe_load((tmp_path / "my-guide/guide.yaml").read_text("utf-8"))
    assert (guide["title"], guide["authors"], guide["works"][0]["by"]) == (
        "My guide",
        ["A. Teacher"],
        "William Shakespeare",
    )
    assert guide["reading_age"] == [9, 13]
    assert "Fill in" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ("Macbeth", "'play: Macbeth; William Shakespeare; 1606'"),
        ("ply: Macbeth", "Did you mean 'play'?"),
        ("play: Macbeth; Shakespeare; soon", "play: Macbeth; William Shakespeare; 1606"),
        ("play: a; b; 1600; c", "'play: Macbeth; William Shakespeare; 1606'"),
    ],
)
def test_a_work_that_is_not_understood_is_asked_for_again(tmp_path, typed, capsys, wrong, expected):
    assert typed("My guide", wrong, "film: Emma; Autumn de Wilde; 2020", "", "A. Teacher", "") == 0
    assert (
        expected
        in capsys.readouterr().out.partition(" written: ")[0].partition("Type one on a line")[2].partition("\n")[2]
    )
    works = yaml.safe_load((tmp_path / "my-guide/guide.yaml").read_text("utf-8"))["works"]
    assert [(work["type"], work["title"]) for work in works] == [("film", "Emma")]


@pytest.mark.parametrize("wrong", ["14", "14-11", "young", "3-400"])
def test_a_reading_age_that_is_not_understood_is_asked_for_again(tmp_path, typed, capsys, wrong):
    assert typed("My guide", "play: Macbeth; Shakespeare; 1606", "", "A. Teacher", wrong, "11-14") == 0
    assert "11-14" in capsys.readouterr().out.partition("(Enter: not checked): ")[2].partition("(Enter")[0]
    assert yaml.safe_load((tmp_path / "my-guide/guide.yaml").read_text("utf-8"))["reading_age"] == [11, 14]


def test_a_title_is_asked_for_until_there_is_one_or_the_input_ends(tmp_path, typed, capsys):
    assert typed("", "  ", "Emma", "novel: Emma", "", "A. Teacher", "") == 0
    assert capsys.readouterr().out.count("A guide needs a title, such as Macbeth.") == 2
    assert (tmp_path / "emma/guide.yaml").is_file()
    assert typed("") == 2
    assert "A guide needs a title. Give one with --title." in capsys.readouterr().err


def test_what_is_wrong_in_several_files_is_said_once(tmp_path, capsys):
    assert main(["new", str(tmp_path / "one"), "--title", "\U00013000"]) == 2
    assert capsys.readouterr().err.count("U+13000") == 1


def test_a_title_without_quotation_marks_is_told_to_have_them(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit, match="2"):
        main(["new", "--title", "Lord", "of", "the", "Flies"])
    assert "the Flies (a title or another name that has spaces goes between quotation marks)" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_title_whose_folder_is_taken_is_asked_for_again(tmp_path, typed):
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken/mine.txt").write_text("kept")
    assert typed("Taken", "Free", "play: X", "", "A. Teacher", "") == 0
    assert {path.name for path in tmp_path.iterdir()} == {"taken", "free"}


def test_a_folder_that_is_taken_is_refused_before_anything_is_asked(tmp_path, typed, capsys):
    (tmp_path / "mine.txt").write_text("kept")
    assert typed("X", words=[str(tmp_path)]) == 2
    assert "Title" not in capsys.readouterr().out


def test_the_type_of_a_work_is_asked_for_where_no_work_is_described(tmp_path, typed, capsys):
    assert typed("Emma; a guide", "", "flim", "film", "A. Teacher", "") == 0
    assert "Did you mean 'film'?" in capsys.readouterr().out
    (work,) = yaml.safe_load((tmp_path / "emma-a-guide/guide.yaml").read_text("utf-8"))["works"]
    assert (work["type"], work["title"]) == ("film", "Emma; a guide")


def test_all_files_end_with_one_line_end(tmp_path):
    begun(
        tmp_path / "one",
        "--title",
        "X",
        *(word for name in kinds() for word in ("--kind", name)),
        "--work",
        "film: X",
        "--work",
        "play: X",
    )
    ends = {file.name: file.read_bytes()[-2:] for file in (tmp_path / "one").rglob("*") if file.is_file()}
    assert {name for name, end in ends.items() if end[1:] != b"\n" or end == b"\n\n"} == set()


@pytest.mark.parametrize(("title", "lost"), [("שיר 1", "שיר"), ("Skatteøen", "")])
def test_letters_that_a_name_cannot_have_are_named(tmp_path, capsys, title, lost):
    begun(tmp_path / "one", "--title", title, "--work", "play: X")
    said = capsys.readouterr().out
    assert ("has no letters for" in said) == bool(lost)
    assert lost in said
    assert f"called {yaml.safe_load((tmp_path / 'one/guide.yaml').read_text('utf-8'))['name']}," in said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Frühling, 1", "fruhling-1"),
        ("罗密欧", ""),
        ("  A--B ", "a-b"),
        ("Skatteøen", "skatteoen"),
        ("Łąka þar Æsa Đuro", "laka-thar-aesa-duro"),
        ("Die Straße", "die-strasse"),
        ("Вишнёвый сад", "vishnevyi-sad"),
        ("Οδύσσεια", "odysseia"),
    ],
)
def test_a_name_for_files_is_made_of_a_title(text, expected):
    assert slug(text) == expected


@pytest.mark.parametrize(("language", "is_kept"), [("en-US", True), ("ca", False), ("pl", False)])
def test_a_reading_age_is_kept_only_in_english_which_alone_is_judged(tmp_path, monkeypatch, capsys, language, is_kept):
    monkeypatch.chdir(tmp_path)
    assert main(["new", "x", "--title", "X", "--language", language, "--reading-age", "14-16"]) == 0
    assert ("reading_age" in yaml.safe_load(Path("x/guide.yaml").read_text("utf-8"))) == is_kept
    assert ("The reading age is left out of guide.yaml" in capsys.readouterr().out) != is_kept


@pytest.mark.parametrize("language", ["ca", "eu", "fi"])
def test_the_description_of_a_guide_without_labels_has_no_english_words(tmp_path, monkeypatch, language):
    monkeypatch.chdir(tmp_path)
    work = "novel: La plaça del Diamant; Mercè Rodoreda; 1962"
    assert main(["new", "x", "--title", "X", "--language", language, "--work", work]) == 0
    guide = yaml.safe_load(Path("x/guide.yaml").read_text("utf-8"))
    assert guide["description"] == "La plaça del Diamant (Mercè Rodoreda, 1962)"

"""New questions go into a chapter whose other lines stay, or nothing is changed."""

from pathlib import Path

import pytest

from studyguide.guide import read_file
from studyguide.guide.upgrade.files import GuideFile
from studyguide.imports.chapter import insertion
from studyguide.imports.chapter.insertion import NewSet
from studyguide.support.paths import specimen_folder, starter_folder

FLAGSHIP = Path(__file__).parents[2] / "guide"
NEW = ({"id": "q-new", "type": "essay", "question": "Why: and *how*?", "phase": "after", "marks": 2},)
HEAD = "kind: questions\ntitle: Q\nsets:\n"
ONE = "  - id: set-a\n    title: A\n    questions:\n      - {id: q-a, type: essay, question: Why?, phase: after}\n"


def file(text, name="chapters/questions.yaml"):
    return GuideFile(name, text, read_file.parse(text.encode(), name))


def added(text, *sets):
    return insertion.chapter(file(text), sets)


def lines_stay(before, after):
    """Whether all lines of a text are in another, in the same order."""
    rest = iter(after.splitlines())
    return all(line in rest for line in before.splitlines())


@pytest.mark.parametrize(
    "folder", [specimen_folder(), starter_folder(), FLAGSHIP], ids=["specimen", "starter", "flagship"]
)
def test_every_chapter_of_questions_takes_more_in_every_set(folder):
    tried = 0
    for path in sorted((folder / "chapters").glob("*.yaml")):
        text = path.read_text("utf-8")
        if "\nkind: questions\n" not in f"\n{text}":
            continue
        for position in (*range(len(file(text).tree.value["sets"])), None):
            after = added(text, NewSet(position, "set-new", "New", NEW))
            assert after is not None
            assert lines_stay(text, after)
            tried += 1
    assert tried


def test_several_sets_get_questions_at_once():
    text = HEAD + ONE + ONE.replace("-a", "-b") + "exam: {title: T, minutes: 5}\n"
    after = added(text, NewSet(1, "", "", NEW), NewSet(0, "", "", NEW), NewSet(None, "set-c", "C", NEW))
    assert after is not None
    value = file(after).tree.value
    assert [[each["id"] for each in part["questions"]] for part in value["sets"]] == [
        ["q-a", "q-new"],
        ["q-b", "q-new"],
        ["q-new"],
    ]
    assert [*value] == ["kind", "title", "sets", "exam"]


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("", ""),
        ("\n\n# the end\n", "\n\n# the end\n"),
        ("        # about q-a\n", ""),
        ("\n  # another set will follow\nexam: {title: T, minutes: 5}\n", "\n  # another set will follow\nexam: "),
    ],
)
def test_comments_stay_with_what_they_are_about(before, behind):
    after = added(HEAD + ONE + before, NewSet(0, "", "", NEW))
    assert after is not None
    assert after.startswith(HEAD + ONE + before.removesuffix(behind) if not behind else HEAD + ONE)
    assert behind in after.partition("q-new")[2] or not behind
    assert not before.strip().startswith("# about") or after.index("# about") < after.index("q-new")


@pytest.mark.parametrize(
    "change", [lambda t: t.replace("\n", "\r\n"), lambda t: t.rstrip("\n"), lambda t: "\ufeff" + t]
)
def test_line_ends_marks_and_missing_last_line_ends_are_kept(change):
    text = change(HEAD + ONE)
    after = added(text, NewSet(0, "", "", NEW), NewSet(None, "set-c", "C", NEW))
    assert after is not None
    assert after.startswith(text)
    assert ("\r\n" in after) == ("\r\n" in text)
    assert "\n" not in after.replace("\r\n", "") or "\r\n" not in text


@pytest.mark.parametrize(
    "text",
    [
        "kind: questions\ntitle: Q\nsets: [{id: set-a, title: A, questions: [{id: q-a}]}]\n",
        HEAD + "  - {id: set-a, title: A, questions: [{id: q-a}]}\n",
        HEAD + "  - id: set-a\n    title: A\n    questions: [{id: q-a}]\n",
        '{"kind": "questions", "title": "Q", "sets": [{"id": "set-a", "title": "A", "questions": [{"id": "q-a"}]}]}',
        HEAD + "  -\n    id: set-a\n    title: A\n    questions: []\n",
    ],
)
def test_a_chapter_written_in_another_way_is_left_alone(text):
    assert added(text, NewSet(0, "", "", NEW)) is None


def test_a_last_text_with_lines_of_its_own_stays_whole():
    text = HEAD + ONE.replace(
        "{id: q-a, type: essay, question: Why?, phase: after}",
        "id: q-a\n        extract: |\n          # a\n\n          b\n\n",
    )
    after = added(text, NewSet(0, "", "", NEW))
    assert after is not None
    assert file(after).tree.value["sets"][0]["questions"][0]["extract"] == "# a\n\nb\n"


def test_a_kept_last_line_end_is_never_lost():
    text = HEAD + ONE.replace(
        "{id: q-a, type: essay, question: Why?, phase: after}", "id: q-a\n        extract: |+\n          a\n\n\n"
    )
    assert added(text, NewSet(0, "", "", NEW)) is None


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("name: g\nchapters:\n  - a # first\n  - b # last\neditions: []\n", "  - b # last\n  - new\neditions"),
        ("name: g\nchapters:\n- a\n- b", "- b\n- new\n"),
        ("chapters: [a, b] # all\nname: g\n", "chapters: [a, b, new] # all\n"),
        ("chapters: [\n  a,\n  'b'\n]\n", "  'b', new\n]"),
    ],
)
def test_the_list_of_chapters_takes_one_more(text, after):
    found = insertion.chapter_list(file(text, "guide.yaml"), "new")
    assert found is not None
    assert after in found


@pytest.mark.parametrize(
    "text", ["name: g\n", "chapters: []\n", "chapters:\n", "chapters: a\n", "chapters:\n  -\n    a\n"]
)
def test_another_list_of_chapters_is_left_alone(text):
    assert insertion.chapter_list(file(text, "guide.yaml"), "new") is None

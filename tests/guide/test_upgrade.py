"""Guides of an earlier version are changed at the right places, and nowhere else."""

import shutil
from pathlib import Path

import pytest

from studyguide.cli import main
from studyguide.guide.load import load
from studyguide.guide.upgrade import upgrade
from studyguide.guide.upgrade.edits import Edit, applied, moved

BASE = Path(__file__).parents[1] / "lint/problems/base"
BOTH = """\
  - {id: book, type: novel, title: T, by: A, year: 1900}
  - {id: film, type: film, title: T, by: B, year: 1999}
"""

BLOCK = """\
kind: adaptation   # a comment
title: From page to screen
rows:
  # before the row
  - id: change-a
    element: One
    novel: "A text: quoted"  # of the book
    # between
    film: >-
      A folded
      text.

    effect: E
  - novel: |
      # Not a comment
      text
    element: Two
    id: change-b
    # about the film
    film: plain and
      continued
    effect: 'E'   # kept
"""
BLOCK_AFTER = """\
kind: adaptation   # a comment
title: From page to screen
rows:
  # before the row
  - id: change-a
    element: One
    works:
      book: "A text: quoted"  # of the book
      # between
      film: >-
        A folded
        text.

    effect: E
  - works:
      book: |
        # Not a comment
        text
      # about the film
      film: plain and
        continued
    element: Two
    id: change-b
    effect: 'E'   # kept
"""
FLOW = """\
{"kind": "adaptation", "title": "T", "rows": [
  {"id": "a", "element": "E", "novel": "N, n", "effect": "X", "film": "F"},
  {id: b, element: E, film: 'It''s F', novel: N, effect: X} ]}
"""
FLOW_AFTER = """\
{"kind": "adaptation", "title": "T", "rows": [
  {"id": "a", "element": "E", "works": {"book": "N, n", "film": "F"}, "effect": "X"},
  {id: b, element: E, works: {film: 'It''s F', book: N}, effect: X} ]}
"""


@pytest.fixture
def guide(tmp_path):
    """A guide with the works `BOTH`, and a function that writes one of its chapters."""
    folder = Path(shutil.copytree(BASE, tmp_path / "guide"))
    works(folder, BOTH)
    return folder


def works(folder, text):
    path = folder / "guide.yaml"
    lines = path.read_text("utf-8").split("\n")
    start = lines.index("works:")
    end = next(n for n, line in enumerate(lines) if n > start and not line.startswith((" ", "-")))
    path.write_text("\n".join([*lines[: start + 1], *text.rstrip("\n").split("\n"), *lines[end:]]), "utf-8")


def listed(folder):
    """Put the chapter of the tests on the guide's list."""
    path = folder / "guide.yaml"
    path.write_text(path.read_text("utf-8").replace("chapters: [", "chapters: [change, "), "utf-8")


def written(folder, text, name="change.yaml"):
    path = folder / "chapters" / name
    path.write_bytes(text.encode("utf-8"))
    return path


def told(problems):
    return [(problem.file, problem.line, problem.column) for problem in problems]


@pytest.mark.parametrize("before_after", [(BLOCK, BLOCK_AFTER), (FLOW, FLOW_AFTER)])
@pytest.mark.parametrize("end_mark", [("\n", ""), ("\r\n", ""), ("\n", "\ufeff"), ("\r\n", "\ufeff")])
def test_keys_move_into_a_group_and_nothing_else_changes(guide, before_after, end_mark, capsys):
    (before, after), (end, mark) = before_after, end_mark
    path = written(guide, mark + before.replace("\n", end))
    assert main(["upgrade", str(guide)]) == 0
    assert path.read_bytes().decode("utf-8") == mark + after.replace("\n", end)
    said = capsys.readouterr().out.splitlines()
    assert "'novel' (as 'book') and 'film' are now below 'works'." in said[0]
    assert said[-1].endswith(": 2 changes")
    assert main(["upgrade", str(guide)]) == 0
    assert path.read_bytes().decode("utf-8") == mark + after.replace("\n", end)
    assert capsys.readouterr().out.endswith(": no changes\n")


def test_each_change_has_its_place_in_the_new_file(guide):
    written(guide, BLOCK)
    works(guide, BOTH.replace("type: novel", "type: book"))
    found = upgrade(guide)
    assert told(found.done) == [("chapters/change.yaml", 7, 5), ("chapters/change.yaml", 15, 5), ("guide.yaml", 10, 22)]
    assert "type: novel" in found.files["guide.yaml"]
    assert "Check it: it may be a memoir" in found.done[-1].message


def test_motifs_may_have_one_of_the_keys(guide):
    before = "kind: themes\ntitle: T\nmotifs:\n- {id: m, title: M, film: F, use: U}\n- {id: n, title: N, use: U}\n"
    written(guide, before)
    assert upgrade(guide).files == {"chapters/change.yaml": before.replace("film: F", "works: {film: F}")}


@pytest.mark.parametrize(
    ("given", "film", "novel"),
    [
        ("- {id: p, type: play}\n- {id: f, type: film}", "f", "p"),
        ("- {id: p, type: play}", None, "p"),
        ("- {id: f, type: film}", "f", None),
        ("- {id: f, type: film}\n- {id: g, type: film}", None, None),
        ("- {id: a, type: play}\n- {id: b, type: poem}\n- {id: f, type: film}", "f", None),
        ("- {id: n, type: novel}\n- {id: s, type: series}", "s", "n"),
    ],
)
def test_a_key_means_the_only_work_that_it_can_mean(guide, given, film, novel):
    works(guide, given)
    for key, meant in (("film", film), ("novel", novel)):
        written(guide, f"kind: themes\ntitle: T\nmotifs:\n- {{id: m, title: M, {key}: X, use: U}}\n")
        found = upgrade(guide)
        if meant:
            assert f"works: {{{meant}: X}}" in found.files["chapters/change.yaml"]
        else:
            assert not found.files
            assert told(found.remarks) == [("chapters/change.yaml", 4, 21)]


def test_what_cannot_be_decided_is_left_and_said(guide, capsys):
    rows = (
        "{id: a, element: E, novel: N, works: {film: F}, effect: X}",
        "{id: b, element: E, novel: [N], film: F, effect: X}",
    )
    path = written(guide, "kind: adaptation\ntitle: T\nrows:\n" + "".join(f"- {row}\n" for row in rows))
    before = path.read_bytes()
    assert main(["upgrade", str(guide)]) == 1
    assert path.read_bytes() == before
    said = capsys.readouterr()
    assert said.err.count("an old and a new form, or no text") == 2
    assert said.out.endswith(": no changes, 2 places to change by hand\n")


def test_a_file_that_cannot_be_read_is_left(guide, capsys):
    bad = written(guide, BLOCK + "  - novel: [\n", "bad.yaml")
    latin = guide / "chapters/latin.yaml"
    latin.write_bytes("title: caf\xe9".encode("latin-1"))
    good = written(guide, FLOW)
    before = bad.read_bytes(), latin.read_bytes()
    assert main(["upgrade", str(guide)]) == 1
    assert (bad.read_bytes(), latin.read_bytes()) == before
    assert "works" in good.read_text("utf-8")
    said = capsys.readouterr()
    assert "bad.yaml" in said.err
    assert "latin.yaml:1:11" in said.err
    assert said.out.endswith(": 2 changes, 2 files not read\n")


def test_a_file_that_cannot_be_written_stays(guide, monkeypatch, capsys):
    path = written(guide, BLOCK)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    assert main(["upgrade", str(guide)]) == 1
    assert path.read_text("utf-8") == BLOCK
    assert "cannot be written: No space left on device" in capsys.readouterr().err
    assert not [each for each in path.parent.iterdir() if each.name.endswith(".part")]


def test_check_points_to_the_command_once_for_each_key(guide, capsys):
    written(guide, FLOW)
    listed(guide)
    works(guide, BOTH.replace("type: novel", "type: book"))
    assert main(["check", str(guide)]) == 1
    said = capsys.readouterr().err
    assert said.count("Run `studyguide upgrade` on this guide's folder.") == 5
    assert "'type: book' is of an earlier version." in said
    assert "'works' is missing" not in said


def test_an_upgraded_guide_loads(guide):
    written(guide, BLOCK)
    listed(guide)
    assert main(["upgrade", str(guide)]) == 0
    chapter = next(each for each in load(guide).chapters if each.id == "change")
    assert chapter.rows[0].works == {"book": "A text: quoted", "film": "A folded text."}
    assert chapter.rows[1].works == {"book": "# Not a comment\ntext\n".strip(), "film": "plain and continued"}


def test_edits_are_applied_by_place_and_move_what_follows():
    edits = [Edit(4, 6, "x"), Edit(0, 0, ">> "), Edit(2, 2, "-")]
    assert applied("abcdefg", edits) == ">> ab-cdxg"
    assert moved(Edit(6, 7, ""), edits).start == 9
    assert moved(edits[2], edits).start == 5


def test_a_plot_of_several_works_is_asked_for_its_work(guide):
    scenes = "parts: [{id: p, title: P, scenes: [{id: s, title: S, text: T}]}]\n"
    written(guide, f"kind: plot\ntitle: T\n{scenes}")
    assert told(upgrade(guide).remarks) == [("chapters/change.yaml", 1, 1)]
    written(guide, f"kind: plot\ntitle: T\nwork: film\n{scenes}")
    assert not upgrade(guide).remarks
    written(guide, f"kind: plot\ntitle: T\n{scenes}")
    works(guide, "\n".join(reversed(BOTH.splitlines())))
    assert not upgrade(guide).remarks, "the first work is the film"


@pytest.mark.parametrize(
    ("text", "line"), [(BLOCK, "works: [book, film]\nrows:"), (FLOW, '"works": ["book", "film"], "rows"')]
)
def test_columns_keep_their_order_if_the_guide_has_the_film_first(guide, text, line):
    written(guide, text)
    works(guide, "\n".join(reversed(BOTH.splitlines())))
    assert line in upgrade(guide).files["chapters/change.yaml"]
    assert main(["upgrade", str(guide)]) == 0
    assert not upgrade(guide).files


@pytest.mark.parametrize("kind", ["[film]", "{film: 1}", "7", "", "~"])
def test_a_type_that_is_no_text_is_left_to_check(guide, kind):
    works(guide, f"  - {{id: a, type: {kind}, title: A, by: B, year: 1990}}\n")
    path = written(guide, BLOCK)
    written(guide, "kind: plot\ntitle: P\nparts: []\n", "plot.yaml")
    assert main(["upgrade", str(guide)]) == 1
    assert path.read_text("utf-8") == BLOCK

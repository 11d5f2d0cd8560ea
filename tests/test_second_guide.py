"""Another guide than the flagship builds all that there is, without touching code."""

from pathlib import Path

from studyguide.cli import main
from studyguide.guide.load import load

SECOND = Path(__file__).parents[1] / "src/studyguide/specimen"


def test_every_edition_is_built_in_both_formats(tmp_path, layout_options, capsys):
    options = ["--output", str(tmp_path), "--cache", str(layout_options.cache)]
    assert main(["build", str(SECOND), "--all-editions", *options]) == 0
    editions = [edition.id for edition in load(SECOND).info.editions]
    names = [f"frankenstein{'' if number == 0 else f'-{name}'}" for number, name in enumerate(editions)]
    assert {"teacher", "large-print"} < set(editions)
    assert sorted(path.name for path in tmp_path.glob("f*")) == sorted(
        f"{name}.{suffix}" for name in names for suffix in ("epub", "pdf")
    )
    assert capsys.readouterr().out.count(" written") == 2 * len(editions)


def test_every_edition_is_built_for_the_web(tmp_path, capsys):
    options = ["--all-editions", "--format", "web", "--output", str(tmp_path)]
    assert main(["build", str(SECOND), *options]) == 0
    assert main(["build", str(SECOND), *options]) == 0
    editions = load(SECOND).info.editions
    folders = [path for path in tmp_path.glob("f*") if (path / "index.html").is_file()]
    assert len(folders) == len(editions)
    out = capsys.readouterr().out
    assert (out.count("-web written"), out.count("-web is up to date")) == (len(editions), len(editions))


SHEETS = ("while", "viewing-log")
"""A worksheet of a phase, and one that is a table; `test_allowed_markup` makes the bodies of all of them."""
PLANS = ("lesson-storm", "route-two")
"""A lesson plan, and an overview of a route."""


def asked(names):
    return [f"--sheet={name}" for name in names]


def test_every_kind_of_handout_is_built(tmp_path):
    for group, options in (
        ("worksheets", ["--tier", "core", "--paper", "letter", *asked(SHEETS)]),
        ("organiser", []),
        ("flashcards", []),
        ("bookmark", []),
        ("lessons", asked(PLANS)),
    ):
        assert main([group, str(SECOND), "--output", str(tmp_path), *options]) == 0
    sheets = {path.stem for path in (tmp_path / "frankenstein-worksheets-letter").glob("*.pdf")}
    assert {f"{name}-core" for name in SHEETS} == sheets
    plans = {path.stem for path in (tmp_path / "frankenstein-teacher-lessons").glob("*.pdf")}
    assert {*PLANS} == plans
    assert {path.name for path in tmp_path.glob("*.pdf")} == {
        "frankenstein-organiser.pdf",
        "frankenstein-flashcards.pdf",
        "frankenstein-bookmark.pdf",
    }

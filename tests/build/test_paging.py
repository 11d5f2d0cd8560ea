"""A layout is made once: for the PDF, for the e-book's page numbers, and for the page maps of other editions."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from studyguide import formats
from studyguide.build import Request, build
from studyguide.cli import main
from studyguide.formats import LayoutOptions
from studyguide.support import cache_key
from tests import few_chapters, page_proof

SECOND = Path(__file__).parents[2] / "src/studyguide/specimen"


@pytest.fixture
def layouts(monkeypatch):
    """Count whole layouts."""
    module, made = formats.paged(), []
    lay_out = module.lay_out
    monkeypatch.setattr(module, "lay_out", lambda *given: made.append(given) or lay_out(*given))
    return made


def books(folder, *names, guide, edition=None):
    """The bytes of what is built, by format; JSON last. Every layout begins with nothing."""
    options = LayoutOptions(folder / "kept", program=cache_key.program())
    request = Request(names, folder, edition, layout_options=options)
    return {file.path.suffix: file.path.read_bytes() for file in build(guide, request)}


def test_one_layout_is_enough_in_any_order_and_gives_the_same_bytes(tmp_path, layouts):
    guide = few_chapters.guide(tmp_path / "guide")
    both = books(tmp_path / "a", "pdf", "epub", guide=guide)
    assert len(layouts) == 1
    assert books(tmp_path / "b", "epub", "pdf", guide=guide) == both
    assert len(layouts) == 2
    assert books(tmp_path / "b", "epub", guide=guide)[".epub"] == both[".epub"]
    assert len(layouts) == 2
    (memo,) = (tmp_path / "b/kept").glob("pages-*")
    memo.write_text("{}")
    assert books(tmp_path / "b", "epub", guide=guide)[".epub"] == both[".epub"]
    assert len(layouts) == 3


def with_page_maps(guide):
    """A copy of the specimen, whose teacher's edition gets the page numbers of others."""
    settings = (guide / "guide.yaml").read_text("utf-8")
    teacher = "    audience: teacher\n"
    settings = settings.replace(teacher, f"{teacher}    page_maps: [student, large-print]\n")
    (guide / "guide.yaml").write_text(settings, "utf-8")
    return guide


def test_a_page_map_leads_to_the_pages_that_show_the_same_words(tmp_path, layout_options):
    mapped = with_page_maps(Path(shutil.copytree(SECOND, tmp_path / "guide")))
    large, _ = build(mapped, Request(("pdf", "epub"), tmp_path, "large-print", layout_options=layout_options))
    teacher, book, data = build(mapped, Request(("pdf", "epub"), tmp_path, "teacher", layout_options=layout_options))
    found = json.loads(data.path.read_text("utf-8"))
    assert (found["edition"], found["paper"], list(found["editions"])) == ("teacher", "a4", ["student", "large-print"])
    pages, openings = page_proof.printed(large.path), {each.label: each for each in page_proof.markers(book.path)}
    assert len(found["pages"]) > 10
    for row in found["pages"]:
        assert row["student"] == row["page"]
        assert re.search(openings[row["page"]].pattern, pages[row["large-print"]])
    last = list(page_proof.printed(teacher.path).values())[-1]
    assert "Studentedition:thesamenumbersashere." in last.replace("-", "")
    assert all(f"{row['page']}{row['large-print']}" in last for row in found["pages"])
    assert list(page_proof.disagreements(teacher.path, book.path)) == []


def test_a_page_map_of_half_sheets_leads_to_large_print_on_whole_ones(tmp_path, layout_options):
    mapped = with_page_maps(few_chapters.guide(tmp_path / "guide"))
    numbers = []
    for paper in ("a4", "a5"):
        *_, data = build(mapped, Request(("pdf",), tmp_path, "teacher", paper=paper, layout_options=layout_options))
        numbers.append({row["large-print"] for row in json.loads(data.path.read_text("utf-8"))["pages"]})
    assert max(map(int, numbers[0])) == max(map(int, numbers[1]))


def test_an_edition_with_a_page_map_has_the_same_bytes_with_any_cache(tmp_path, layouts):
    mapped = with_page_maps(few_chapters.guide(tmp_path / "guide"))
    first = books(tmp_path / "a", "pdf", "epub", edition="teacher", guide=mapped)
    assert len(layouts) == 3
    assert books(tmp_path / "a", "pdf", "epub", edition="teacher", guide=mapped) == first
    assert len(layouts) == 4
    assert books(tmp_path / "a", "epub", edition="teacher", guide=mapped) == {k: first[k] for k in (".epub", ".json")}
    assert len(layouts) == 4
    assert books(tmp_path / "b", "epub", "pdf", edition="teacher", guide=mapped) == first


def test_all_editions_have_their_maps(tmp_path, layout_options, capsys):
    mapped = with_page_maps(few_chapters.guide(tmp_path / "guide"))
    options = ["--all-editions", "--format", "epub", "--output", str(tmp_path), "--cache", str(layout_options.cache)]
    assert main(["build", str(mapped), *options]) == 0
    written = [line for line in capsys.readouterr().out.splitlines() if line.endswith(" written")]
    assert [line.rpartition("/")[2] for line in written[-2:]] == [
        "frankenstein-teacher.epub written",
        "frankenstein-teacher-pages.json written",
    ]
    assert len(written) == 6


def test_without_pango_an_e_book_says_in_one_line_that_it_has_no_page_numbers(tmp_path, layout_options):
    output = tmp_path / "build"
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library libgobject-2.0-0')")
    options = ["--format", "epub", "--output", str(output)]
    command = [sys.executable, "-m", "studyguide", "build", SECOND, *options]
    here = os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), *filter(None, sys.path)])}
    run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60, env=here)
    file = output / "frankenstein.epub"
    assert run.stderr == ""
    assert run.stdout == (
        "student: spoilers to the end, answers to the quiz\n"
        f"{file} written; it has no page numbers, for they are those of the printed pages, "
        "and Pango, which lays these out, is missing\n"
    )
    with zipfile.ZipFile(file) as book:
        package = book.read("EPUB/content.opf").decode("utf-8")
    assert "page" not in package.replace("_page.xhtml", "").lower().replace('"itempage"', "")
    assert page_proof.markers(file) == page_proof.page_list(file) == []
    assert main(["build", str(SECOND), *options, "--cache", str(layout_options.cache)]) == 0
    assert page_proof.page_list(file)

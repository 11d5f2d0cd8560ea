"""A PDF that is bound from its parts is that of one document, whatever was kept, and however many worked on it."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from studyguide.formats import LayoutOptions, pdf
from studyguide.formats.pdf.layout.html import parts
from studyguide.formats.pdf.layout.page_numbers import NumberedParts
from studyguide.formats.pdf.layout.part import PartState
from studyguide.formats.pdf.merge.fonts import union
from studyguide.formats.pdf.part_cache import PartCache
from studyguide.formats.pdf.workers.messages import EmbeddedFace
from studyguide.formats.pdf.workers.pool import WorkerPool
from studyguide.formats.pdf.workers.worker import Worker
from studyguide.publication import Asset
from studyguide.support import xhtml
from studyguide.support.errors import BuildError
from studyguide.themes import theme
from tests import generator, same_pdf, whole_pdf
from tests.formats import pdf_samples

ROOT = Path(__file__).parents[2]
SCRIPT = """
import sys
from pathlib import Path
from studyguide.themes import theme
from studyguide.formats import LayoutOptions, pdf
from tests import generator

if __name__ == "__main__":
    layout_options = LayoutOptions(Path(sys.argv[2]), workers=int(sys.argv[3]), program="tests")
    pdf.write(generator.publication(10), theme.look("pdf"), Path(sys.argv[1]), layout_options)
"""


def laid_out(publication, layout_options, look=None):
    """The book, how many of its parts were laid out or stamped, and its bytes."""
    book = pdf.lay_out(publication, look or theme.look("pdf"), layout_options)
    target = layout_options.cache.with_suffix(".pdf")
    book.write(target)
    return book, book.layouts, target.read_bytes()


def start(folder, cache, *, workers=1, **environment) -> subprocess.Popen:
    """Build the guide in a process of its own."""
    (folder / "script.py").write_text(SCRIPT)
    here = os.environ | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"} | environment
    command = [sys.executable, str(folder / "script.py"), str(folder / "out.pdf"), str(cache), str(workers)]
    return subprocess.Popen(command, env=here)


@pytest.fixture(scope="module")
def guide():
    return generator.publication(10)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("bound")


@pytest.fixture(scope="module")
def kept(folder):
    """A layout_options in which the guide was built once, so that all of it is kept."""
    return LayoutOptions(folder / "kept", program="tests")


@pytest.fixture(scope="module")
def cold(guide, kept):
    """The bytes of the guide, from nothing."""
    _, layouts, content = laid_out(guide, kept)
    assert layouts >= len(guide.sections) + 1
    return content


def check(publication, look, folder):
    """Write a publication both ways and compare."""
    whole, bound = folder / "whole.pdf", folder / "bound.pdf"
    pages = whole_pdf.write(publication, look, whole)
    assert pdf.write(publication, look, bound) == pages
    assert same_pdf.portrait(bound) == same_pdf.portrait(whole)
    assert same_pdf.faults(bound) == same_pdf.faults(whole) == []
    with pikepdf.open(bound) as opened:
        assert opened.check_pdf_syntax() == []


def test_it_is_the_same_as_one_document(guide, folder):
    check(guide, theme.look("pdf"), folder)


@pytest.mark.parametrize("paper", ["a5", "letter"])
def test_left_and_right_pages_are_the_same(guide, folder, paper):
    few = replace(guide, sections=guide.sections[:2], openings="right")
    sections = [replace(section, body=_pointing_to(section.body, few)) for section in few.sections]
    check(replace(few, sections=tuple(sections)), theme.look("pdf", theme="large-print", paper=paper), folder)


def _chapters(number, *, openings="any"):
    """Many short chapters, of one, two or three pages, that point to each other."""
    made = pdf_samples.publication(
        *(
            f'<p>Here <span class="page-ref" data-ref="c{(place * 7) % number + 1}"/>.</p>'
            + "<p>Text.</p>" * (20 + place * 13 % 90)
            for place in range(number)
        )
    )
    return replace(made, openings=openings)


@pytest.mark.parametrize(("openings", "number"), [("any", 14), ("right", 8)])
def test_many_chapters_settle_however_many_work(openings, number, folder):
    made = _chapters(number, openings=openings)
    one, several = (
        laid_out(made, LayoutOptions(folder / f"{openings}-{n}", workers=n, program="tests")) for n in (1, 2)
    )
    assert several[2] == one[2]
    assert one[1] <= number * (2 if openings == "any" else 3) + 2
    whole = folder / "whole.pdf"
    whole_pdf.write(made, theme.look("pdf"), whole)
    bound = (folder / f"{openings}-1").with_suffix(".pdf")
    assert same_pdf.portrait(bound) == same_pdf.portrait(whole)


def test_what_was_built_before_does_not_decide(folder):
    made = _chapters(12)
    shop = LayoutOptions(folder / "before", program="tests")
    cold = laid_out(made, shop)[2]
    for words in (5, 40, 300):
        longer = made.sections[2].body.replace("<p>Text.", "<p>" + "More text. " * words, 1)
        laid_out(
            replace(made, sections=(*made.sections[:2], replace(made.sections[2], body=longer), *made.sections[3:])),
            shop,
        )
        assert laid_out(made, shop)[2] == cold


def _pointing_to(body, publication):
    """A body without references to what is not in the publication."""
    known = {heading.id for section in publication.sections for heading in section.headings}
    root = xhtml.parse(body)
    for mark in list(root.iter("a", "span")):
        target = mark.get("data-ref") or (mark.get("href") or "").removeprefix("#")
        if target and target not in known:
            xhtml.remove(mark)
    return xhtml.serialise(root)


def test_what_was_kept_is_the_same_and_nothing_is_laid_out(guide, kept, cold):
    assert laid_out(guide, kept)[1:] == (0, cold)


def test_several_workers_make_the_same(guide, folder, cold):
    assert laid_out(guide, LayoutOptions(folder / "several", workers=3, program="tests"))[2] == cold


@pytest.mark.parametrize("workers", [1, 2])
def test_nothing_of_it_stays_in_the_temporary_folder(tmp_path, workers):
    with tempfile.TemporaryDirectory() as place:  # whose name is short enough for a socket in it
        with start(tmp_path, tmp_path / "cache", workers=workers, TMPDIR=place) as process:
            assert process.wait() == 0
        assert list(Path(place).iterdir()) == []


def test_an_edited_paragraph_costs_its_chapter(guide, kept, cold, folder):
    body = guide.sections[1].body.replace(". ", ", as was said. ", 1)
    edited = replace(guide, sections=(guide.sections[0], replace(guide.sections[1], body=body), *guide.sections[2:]))
    _, layouts, content = laid_out(edited, kept)
    assert layouts <= 2  # a draft, and its numbers
    assert content != cold
    assert content == laid_out(edited, LayoutOptions(folder / "edited"))[2]


def test_a_longer_chapter_moves_those_behind_it(guide, kept, cold, folder):
    body = guide.sections[0].body.replace("<p>", "<p>Much longer. </p>" * 60 + "<p>", 1)
    longer = replace(guide, sections=(replace(guide.sections[0], body=body), *guide.sections[1:]))
    book, _, content = laid_out(longer, kept)
    assert content == laid_out(longer, LayoutOptions(folder / "longer"))[2]
    assert book.breaks[-1].label == str(len(pikepdf.open(kept.cache.with_suffix(".pdf")).pages))


def test_another_program_or_look_takes_nothing_of_it(guide, kept, cold):
    assert laid_out(guide, replace(kept, program="another"))[1] >= len(guide.sections) + 1
    assert laid_out(guide, kept, theme.look("pdf", theme="dyslexia-friendly"))[1] >= len(guide.sections) + 1


def test_damaged_entries_are_made_again(guide, kept, cold):
    entries = sorted(kept.cache.iterdir())
    for number, entry in enumerate(entries):
        content = entry.read_bytes()
        entry.write_bytes((b"", content[: len(content) // 2], content[:-9] + b"x" * 9)[number % 3])
    _, layouts, content = laid_out(guide, kept)
    assert (layouts >= len(guide.sections) + 1, content) == (True, cold)
    assert laid_out(guide, kept)[1:] == (0, cold)


def test_two_at_once_and_one_that_is_killed(cold, tmp_path):
    for name in ("one", "two", "killed"):
        (tmp_path / name).mkdir()
    cache = tmp_path / "cache"
    killed = start(tmp_path / "killed", cache, workers=2)
    while not list(cache.glob("*")) and killed.poll() is None:
        time.sleep(0.01)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    both = [start(tmp_path / name, cache) for name in ("one", "two")]
    assert [process.wait(timeout=300) for process in both] == [0, 0]
    assert [(tmp_path / name / "out.pdf").read_bytes() for name in ("one", "two")] == [cold, cold]
    assert not (tmp_path / "killed/out.pdf").exists()


def test_an_edition_takes_the_chapters_of_another(guide, kept, cold):
    other = replace(guide, metadata=replace(guide.metadata, edition="Teacher's edition"))
    assert laid_out(other, kept)[1] == 2  # the cover names it: a draft, and its numbers


def test_another_picture_of_the_same_name_is_seen(folder, tmp_path):
    picture = tmp_path / "lamp.svg"
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="{}" height="5"/></svg>'
    body = '<p><img src="images/lamp.svg" alt="A lamp"/></p>'
    made = pdf_samples.publication("<p>Text</p>", body, assets=(Asset("images/lamp.svg", "image/svg+xml", picture),))
    layouts = []
    for width in (3, 5):
        picture.write_text(drawing.format(width))
        layouts.append(laid_out(made, LayoutOptions(folder / "pictures", program="tests"))[1])
    assert layouts[1] == 2 < layouts[0]  # the draft, and its numbers


def test_a_link_to_nowhere_in_any_part_is_an_error(folder):
    publication = pdf_samples.publication('<p><a href="#c2">There</a> and <a href="#gone">gone</a>.</p>', "<p>Text</p>")
    with pytest.raises(BuildError, match="No anchor #gone for internal URI reference"):
        pdf.write(publication, theme.look("pdf"), folder / "link.pdf")


def test_errors_in_worker_processes_are_reported(folder):
    publication = pdf_samples.publication('<p><img src="images/lamp.svg" alt="A lamp"/></p>', "<p>Text</p>")
    with pytest.raises(BuildError, match="it is not part of the guide"):
        pdf.write(publication, theme.look("pdf"), folder / "wrong.pdf", LayoutOptions(workers=2))


@pytest.mark.parametrize(("paper", "move"), [("a4", 1), ("a4", 5), ("a4", 98), ("a5", 4), ("letter", 1)])
def test_stamped_pages_are_those_that_were_laid_out(guide, paper, move):
    look = theme.look("pdf", paper=paper)
    setting = NumberedParts(
        [*map(PartState, parts(guide))], PartCache(guide, look, LayoutOptions()), WorkerPool(guide, look, 1)
    )
    setting.run()
    sheet = setting.sheets[2]
    job = sheet.final
    worker = Worker(guide, look)
    to = job.first + move
    moved = replace(job, first=to, html=sheet.part.html(setting.numbers(), to))
    worker.lay_out(job)
    assert worker.stamped(moved)
    stamped = worker.write(moved)
    worker.lay_out(moved)
    assert worker.write(moved) == stamped
    worker.lay_out(job)
    assert not worker.stamped(replace(job, skeleton="another"))


def test_a_right_hand_page_does_not_become_a_left_hand_one_by_its_number(guide):
    look = theme.look("pdf", paper="a5")
    setting = NumberedParts(
        [*map(PartState, parts(guide))], PartCache(guide, look, LayoutOptions()), WorkerPool(guide, look, 1)
    )
    (job,) = setting.drafts(setting.sheets[1:2]).values()
    worker = Worker(guide, look)
    worker.lay_out(job)
    assert not worker.stamped(replace(job, first=job.first + 1))


def test_the_comparison_finds_what_is_wrong(kept, cold, folder):
    file = folder / "wrong.pdf"
    with pikepdf.open(kept.cache.with_suffix(".pdf")) as opened:
        opened.pages[3].StructParents, opened.pages[4].StructParents = 4, 3
        opened.save(file)
    assert any("is not found" in fault for fault in same_pdf.faults(file))


def test_a_font_of_several_parts_has_the_letters_of_all():
    one, two = (
        EmbeddedFace("A", 9, -3, ((1, 500), (2, 600)), ((2, "b"), (1, "a"))),
        EmbeddedFace("A", 8, -3, ((1, 500),), ((1, "α"),)),
    )
    other = EmbeddedFace("A", 9, -3, ((2, 601),), ((2, "b"),))
    first, second, third = union([[one], [two], [other]])
    assert first["A"] == second["A"] == one
    assert third["A"] == other

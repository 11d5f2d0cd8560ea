"""Packs: what is in them for teachers and for students, the start page, names, and the same bytes."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from studyguide import formats, handouts
from studyguide.build import handout_files, pack_names
from studyguide.build import pack as packing
from studyguide.build.file_names import clashes
from studyguide.cli import main
from studyguide.editions.select import find, select
from studyguide.exports.export_kinds import of_group
from studyguide.guide.info import Edition
from studyguide.handouts import handout_kinds, order
from studyguide.handouts.sheet import Tier
from studyguide.support.errors import BuildError, UsageError
from studyguide.support.paths import specimen_folder
from tests import sound_guides
from tests.exports.exported import unzipped


class Page(HTMLParser):
    """The links, headings and elements of a page."""

    def __init__(self, text):
        super().__init__()
        self.links, self.tags, self.loaded, self.ids, self.named = [], [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        given = dict(attrs)
        self.links += [given["href"]] if tag == "a" else []
        self.ids += [given["id"]] if "id" in given else []
        self.named += given.get("aria-labelledby", "").split()
        self.loaded += [value for name, value in given.items() if name == "src" or (name == "href" and tag == "link")]

    @property
    def headings(self):
        """The levels of the headings, in their order."""
        return [int(tag[1]) for tag in self.tags if re.fullmatch("h[1-6]", tag)]


@pytest.fixture
def unpaged(monkeypatch):
    """Packs without what is laid out on pages, which takes long and has tests of its own."""
    monkeypatch.setattr(formats, "FORMATS", ("web",))
    monkeypatch.setattr(handout_kinds, "groups", lambda: ())


def packed(tmp_path, edition, guide=None):
    built = packing.pack(guide or sound_guides.specimen(), packing.PackOptions(tmp_path, edition))
    return built.path, unzipped(built.path.read_bytes())


def test_a_teachers_pack_has_every_part_and_explains_each_file(tmp_path, unpaged):
    path, files = packed(tmp_path, "teacher")
    assert path.name == "frankenstein-teacher-pack.zip"
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    assert next(iter(files)) == "start.html"
    assert {name.partition("/")[0] for name in files} == {"start.html", "web", "quiz", "cards", "data", "licences"}
    assert {f"quiz/{each.FILE}" for each in of_group("quiz")} < files.keys()
    text = files["start.html"].decode()
    page = Page(text)
    inside = {link for link in page.links if not link.startswith("#")}
    assert {link[1:] for link in page.links if link.startswith("#")} == {"guide", "quiz", "cards", "data", "licences"}
    assert {*page.ids} >= {"guide", "quiz", "cards", "data", "licences"}
    assert len(set(page.ids)) == len(page.ids)
    assert page.headings == sorted(page.headings)
    assert inside - {"https://creativecommons.org/licenses/by-sa/4.0/"} <= files.keys()
    left = {name for name in files if not name.startswith("web/")} - {"start.html", *page.links}
    assert left == set()
    assert page.loaded == []
    assert "script" not in page.tags
    assert page.tags.count("h1") == 1
    assert page.tags.index("main") < page.tags.index("h1")
    assert '<html lang="en-GB">' in text
    assert "do not hand it to students" in text
    assert b"SIL" in files["licences/Literata.txt"]


def test_a_students_pack_has_no_quizzes_and_no_answers(tmp_path, unpaged):
    for edition in ("student", "taster"):
        _, files = packed(tmp_path, edition)
        assert not [name for name in files if name.startswith(("quiz/", "data/"))]
        assert "cards/anki.apkg" in files
    assert "This pack is for students" in files["start.html"].decode()


def test_a_students_pack_has_no_keys(monkeypatch, tmp_path):
    asked = []
    monkeypatch.setattr(formats, "FORMATS", ("web",))
    monkeypatch.setattr(
        "studyguide.build.pack_parts.parallel.run", lambda job, guide, requests, *_: asked.extend(requests) or []
    )
    with pytest.raises(KeyError):  # nothing was laid out
        packed(tmp_path, "student")
    assert asked
    assert {str(request.tier) for request in asked} <= {"support", "core", "extension"}


@pytest.fixture
def written(monkeypatch):
    """Packs whose guide and handouts are files of one byte, because laying them out takes long."""

    def build(_folder, request, _report):
        return [packing.Built(_file(request.output / f"guide{formats.load(n).SUFFIX}"), None) for n in request.formats]

    def run(_job, _guide, asked, *_):
        for each in asked:
            to = each.asked.output / f"{each.sheet}-{each.tier}"
            files = [_file(to.with_name(f"{to.name}.{name}")) for name in each.asked.formats]
            yield each, tuple(packing.Built(file, 1) for file in files)

    def _file(path):
        file = path if path.suffix else path / "index.html"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"x")
        return path

    monkeypatch.setattr("studyguide.build.pack_parts.build", build)
    monkeypatch.setattr("studyguide.build.pack_parts.parallel.run", run)


@pytest.mark.parametrize("edition", ["teacher", "student"])
def test_handouts_are_in_every_format_that_they_can_have(tmp_path, written, edition):
    _, files = packed(tmp_path, edition)
    found = {}
    for name in files:
        folder, _, file = name.rpartition("/")
        found.setdefault(folder, set()).add(file.rpartition(".")[2])
    assert found["guide"] == {"pdf", "docx", "epub"}
    assert "index.html" in {name.rpartition("/")[2] for name in files if name.startswith("web/")}
    assert found["worksheets"] == {"pdf", "docx"}
    assert found["slides"] == {"pptx", "web"}  # these are names of formats
    assert all(found[group] == {"pdf"} for group in ("organiser", "flashcards", "bookmark"))
    assert found.get("lessons") == ({"pdf", "docx"} if edition == "teacher" else None)
    assert any("-key." in name for name in files) == (edition == "teacher")
    page = Page(files["start.html"].decode())
    assert {name for name in files if name.startswith(("worksheets/", "slides/", "lessons/"))} <= {*page.links}
    assert page.headings[:2] == [1, 2]
    assert all(after <= before + 1 for before, after in pairwise(page.headings))
    assert {*page.named} <= {*page.ids}
    assert len(set(page.ids)) == len(page.ids)


def test_sheets_are_listed_in_the_order_of_the_guide_below_its_chapters(tmp_path, written):
    _, files = packed(tmp_path, "teacher")
    text = files["start.html"].decode()
    whole = sound_guides.specimen()
    chapters = [chapter.title for chapter in select(whole, find(whole, "teacher")).chapters]
    for group in ("worksheets", "lessons", "slides"):
        part = text.partition(f'<section aria-labelledby="{group}">')[2].partition("</section>")[0]
        heads = re.findall(r'<h3 class="chapter"[^>]*>(.*?)</h3>', part)
        assert len(heads) > 1
        assert heads == sorted(heads, key=chapters.index)
        assert len(heads) == len({*heads})
    homes = order.homes(whole, find(whole, "teacher"), "worksheets")
    named = {"theme-care": "themes", "reading-storm": "close-reading", "vocabulary": "glossary", "quiz": "questions"}
    ids = {chapter.id: chapter.title for chapter in whole.chapters}
    assert {name: homes[name].chapter for name in named} == {name: ids[chapter] for name, chapter in named.items()}


def test_the_start_page_begins_with_the_pdf_and_explains_the_table_of_pages(tmp_path, written, monkeypatch):
    def build(_folder, request, _report):
        names = [f"guide{formats.load(each).SUFFIX}" for each in request.formats if each != "web"]
        for name in (*names, "guide-teacher-pages.json"):
            (request.output / name).write_bytes(b"x")
            yield packing.Built(request.output / name, None)

    monkeypatch.setattr("studyguide.build.pack_parts.build", build)
    whole = sound_guides.specimen()
    mapped = [each.model_copy(update={"page_maps": ("student",)}) for each in whole.info.editions]
    info = whole.info.model_copy(update={"editions": tuple(mapped)})
    _, files = packed(tmp_path, "teacher", replace(whole, info=info))
    text = files["start.html"].decode()
    links = [link for link in Page(text).links if link.startswith("guide/")]
    assert [link.partition(".")[2] for link in links[:2]] == ["pdf", "docx"]
    assert links[-1] == "guide/guide-teacher-pages.json"
    assert "Where to find the first words of a page of this edition in another." in text
    assert "another format" not in text


@pytest.mark.parametrize("edition", ["teacher", "student", "taster"])
@pytest.mark.parametrize("group", handout_kinds.groups())
def test_every_sheet_has_a_home(edition, group):
    whole = sound_guides.specimen()
    chosen = find(whole, edition)
    assert handouts.names(whole, chosen, group).keys() <= order.homes(whole, chosen, group).keys()


def test_what_a_sheet_could_have_better_is_said_with_its_file(tmp_path, written, monkeypatch, capsys):
    def run(_job, _guide, asked, *_):
        for each in asked:
            file = each.asked.output / f"{each.sheet}-{each.tier}.pdf"
            file.write_bytes(b"x")
            remark = "chapters/x.yaml:1:2: Most of its page would be white." if each.sheet == "quiz" else None
            yield each, tuple(packing.Built(file, 1, remark) for _ in each.asked.formats)

    monkeypatch.setattr("studyguide.build.pack_parts.parallel.run", run)
    assert main(["pack", str(specimen_folder()), "--edition", "student", "--output", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "worksheets/quiz-core.pdf: chapters/x.yaml:1:2: Most of its page would be white.\n" in said
    assert said.count("would be white") == 2 * len([*Tier]) - 2, "in each format and tier but the key"
    assert main(["pack", str(specimen_folder()), "--edition", "student", "--output", str(tmp_path)]) == 0
    assert "is up to date" in capsys.readouterr().out


def test_the_formats_of_handouts_are_those_that_the_command_takes():
    for group in handout_kinds.groups():
        possible = handout_files.possible_formats(group)
        for name in possible:
            handout_files.require_format(handout_files.HandoutOptions(group, Path(), formats=(name,)))
        for name in () if group == "slides" else {*formats.FORMATS} - {*possible}:
            with pytest.raises(UsageError):
                handout_files.require_format(handout_files.HandoutOptions(group, Path(), formats=("pdf", name)))


def test_what_formats_and_handouts_are_added_is_found_by_name(tmp_path, unpaged, monkeypatch):
    class Written:
        SUFFIX, PAGED, NUMBERED, ON_PAPER = ".docx", False, False, True

        @staticmethod
        def write(publication, look, target):
            target.write_bytes(b"document")

    load = formats.load
    monkeypatch.setattr(formats, "FORMATS", ("docx", "web"))
    monkeypatch.setattr(formats, "load", lambda name: Written if name == "docx" else load(name))
    _, files = packed(tmp_path, "student")
    assert files["guide/frankenstein.docx"] == b"document"
    assert "To edit with Word" in files["start.html"].decode()


def test_the_same_guide_makes_the_same_pack(tmp_path, unpaged):
    one, _ = packed(tmp_path / "one", "teacher")
    other, _ = packed(tmp_path / "other", "teacher")
    assert one.read_bytes() == other.read_bytes()


def test_names_fit_the_systems_of_schools(tmp_path, unpaged):
    _, files = packed(tmp_path, "teacher")
    for name in files:
        assert re.fullmatch(r"[A-Za-z0-9._/-]{1,100}", name)


@pytest.mark.parametrize("name", ["a" * 100, "web/images/a_1.png", "web/c_plot.html"])
def test_a_good_name_is_taken(name):
    assert pack_names.checked(name) == name


@pytest.mark.parametrize("name", ["a" * 101, "a b.pdf", "ä.pdf", "web/nul.html", "a./b", "../b", "con", ""])
def test_a_name_that_a_school_refuses_stops_the_pack(name):
    with pytest.raises(BuildError, match="The pack was not written"):
        pack_names.checked(name)


@pytest.mark.parametrize("name", ["pack", "quiz", "cards", "pack-letter"])
def test_no_edition_has_the_name_of_a_pack(name):
    guide = sound_guides.specimen()
    added = Edition(id=name, title="X")
    whole = replace(guide, info=guide.info.model_copy(update={"editions": (*guide.info.editions[:1], added)}))
    places = {**guide.places["guide.yaml"], ("editions", 1, "id"): guide.places["guide.yaml"]["editions", 1, "id"]}
    assert [problem.message for problem in clashes(replace(whole, places={**guide.places, "guide.yaml": places}))]

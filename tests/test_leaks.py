"""Nothing leaks: what an edition hides is nowhere in its files; and the search would find it if it were."""

import base64
import shutil
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from studyguide import formats, handouts
from studyguide.build import Request, build, edition_publication, export_files, handout_files
from studyguide.build import pack as packing
from studyguide.build.checked_guide import sound
from studyguide.build.edition_publication import publish
from studyguide.cli import main
from studyguide.editions.select import find, select
from studyguide.exports import fact_list
from studyguide.guide.chapters.questions import Questions
from studyguide.guide.info import Gate
from studyguide.guide.items import Spoiler
from studyguide.handouts import handout_kinds
from studyguide.handouts.sheet import Tier, of_kind
from studyguide.support.errors import BuildError, GuideError
from studyguide.support.paths import specimen_folder
from tests import few_chapters, leaks, sound_guides

ROOT = Path(__file__).parents[1]
GROUPS = handout_kinds.groups()


@pytest.fixture(scope="module")
def guide():
    return sound_guides.flagship()


@pytest.fixture(scope="module")
def files(tmp_path_factory, layout_options):
    folder = tmp_path_factory.mktemp("safe")
    request = Request(("epub", "web", "docx", "pdf"), folder, "before-viewing", layout_options=layout_options)
    booklet = replace(request, formats=("pdf",), booklet=True)
    return [built.path for each in (request, booklet) for built in build(ROOT / "guide", each)]


def test_hidden_text_is_not_in_the_files(guide, files):
    edition = find(guide, "before-viewing")
    assert len(leaks.secrets(guide, edition)) > 100
    assert [file.suffix for file in files] == [".epub", "", ".docx", ".pdf", ".pdf"]
    for file in files:
        assert leaks.found_in(leaks.in_file(file), guide, edition) == [], file


def test_no_answer_is_in_the_files_of_an_edition_without_answers(guide, files):
    edition = find(guide, "before-viewing")
    kept = leaks.answers(guide, edition)
    assert len(kept) > 100
    for file in files:
        text = leaks.in_file(file)
        assert [answer for answer in kept if answer in text] == [], file


def test_the_search_for_answers_finds_them_where_they_are(guide, tmp_path):
    built = build(ROOT / "guide", Request(("epub", "docx"), tmp_path, "teacher", numbered=False))
    kept = leaks.answers(guide, find(guide, "before-viewing"))
    for text in (leaks.in_file(each.path) for each in built):
        assert len([answer for answer in kept if answer in text]) > 100


SHEETS = [
    *(
        (handout_files.HandoutOptions("worksheets", Path(), fillable=fillable), "before", tier)
        for tier in Tier
        for fillable in (False, True)
    ),
    *((handout_files.HandoutOptions("worksheets", Path(), formats=("docx",)), "before", tier) for tier in Tier),
    (handout_files.HandoutOptions("worksheets", Path()), "vocabulary", Tier.KEY),
    (handout_files.HandoutOptions("organiser", Path()), "organiser", Tier.CORE),
    (handout_files.HandoutOptions("flashcards", Path()), "flashcards", Tier.CORE),
]


@pytest.mark.parametrize(("asked", "sheet", "tier"), SHEETS)
def test_hidden_text_is_not_in_the_files_of_handouts(guide, tmp_path, asked, sheet, tier):
    edition = find(guide, "before-viewing")
    here = replace(asked, output=tmp_path, edition=edition.id)
    (built,) = handout_files.hand_out(guide, handout_files.HandoutRequest(here, sheet, tier))
    text = leaks.in_file(built.path)
    assert leaks.found_in(text, guide, edition) == []
    if tier != Tier.KEY:
        assert [answer for answer in leaks.answers(guide, edition) if answer in text] == []


def test_hidden_text_is_in_no_handout_of_a_guide_with_all_kinds():
    guide = sound_guides.specimen()
    edition, seen = find(guide, "taster"), set()
    assert len(leaks.secrets(guide, edition)) > 10
    for group in GROUPS:
        for name, tiers in handouts.names(guide, edition, group).items():
            for tier in tiers:
                text = leaks.in_sections(handouts.publish(guide, edition, name, tier))
                assert leaks.found_in(text, guide, edition) == [], (name, tier)
                told = [answer for answer in leaks.answers(guide, edition) if answer in text]
                assert tier == Tier.KEY or told == [], (name, tier)
                seen.add(name)
    assert {"exam", "quotation-cards", "bookmark", "film-terms", "retrieval-1"} <= seen


def test_hidden_text_is_in_no_word_document_of_a_guide_with_all_kinds(tmp_path):
    guide = sound_guides.specimen()
    edition = find(guide, "taster")
    build(specimen_folder(), Request(("docx",), tmp_path, "taster"))
    asked = handout_files.HandoutOptions("worksheets", tmp_path, edition="taster", formats=("docx",))
    for request in handout_files.requests(guide, asked):
        handout_files.hand_out(guide, request)
    files = sorted(tmp_path.rglob("*.docx"))
    assert len(files) > 20
    for file in files:
        text = leaks.in_file(file)
        assert leaks.found_in(text, guide, edition) == [], file
        told = [answer for answer in leaks.answers(guide, edition) if answer in text]
        assert file.stem.endswith("-key") or told == [], file


def test_the_search_of_word_documents_finds_what_runs_divide_and_pictures_say(tmp_path):
    build(specimen_folder(), Request(("docx",), tmp_path, "teacher"))
    text = leaks.in_file(tmp_path / "frankenstein-teacher.docx")
    assert "What stands in the graveyard, watching?" in text
    assert "Extreme close-up. " in text
    guide = sound_guides.specimen()
    assert leaks.found_in(text, guide, find(guide, "taster")) != []


@pytest.mark.parametrize(("group", "sheet"), [("bookmark", "bookmark"), ("flashcards", "quotation-cards")])
def test_hidden_text_is_not_in_the_files_of_new_handouts(group, sheet, tmp_path):
    guide = sound_guides.specimen()
    here = handout_files.HandoutOptions(group, tmp_path, edition="taster")
    (built,) = handout_files.hand_out(guide, handout_files.HandoutRequest(here, sheet, Tier.CORE))
    assert leaks.found_in(leaks.in_file(built.path), guide, find(guide, "taster")) == []


def slides_of(guide, folder, name):
    """The text of all decks of an edition, in both of their formats."""
    here = handout_files.HandoutOptions("slides", folder, edition=name, formats=tuple(formats.DECKS))
    built = [each for asked in handout_files.requests(guide, here) for each in handout_files.hand_out(guide, asked)]
    assert {each.path.suffix for each in built} == {".pptx", ".html"}
    return {each.path: leaks.in_file(each.path) for each in built}


def test_hidden_text_and_answers_are_not_in_the_files_of_slides(tmp_path):
    guide = sound_guides.specimen()
    for name in ("taster", "student"):
        edition = find(guide, name)
        kept = leaks.answers(guide, edition)
        for path, text in slides_of(guide, tmp_path, name).items():
            assert leaks.found_in(text, guide, edition) == [], path
            assert [answer for answer in kept if answer in text] == [], path


def test_the_search_finds_what_is_in_the_slides_of_teachers(tmp_path):
    guide = sound_guides.specimen()
    texts = slides_of(guide, tmp_path, "teacher")
    hidden, kept = leaks.secrets(guide, find(guide, "taster")), leaks.answers(guide, find(guide, "taster"))
    for suffix in (".pptx", ".html"):
        text = " ".join(text for path, text in texts.items() if path.suffix == suffix)
        assert len([secret for secret in hidden if secret in text]) > 3
        assert len([answer for answer in kept if answer in text]) > 3


def test_hidden_text_and_answers_are_not_in_data(tmp_path):
    guide = sound_guides.specimen()
    edition = find(guide, "taster")
    assert main(["questions", str(specimen_folder()), "--edition", "taster", "--output", str(tmp_path)]) == 0
    text = leaks.in_file(tmp_path / "questions.json")
    assert leaks.found_in(text, guide, edition) == []
    assert [answer for answer in leaks.answers(guide, edition) if answer in text] == []


PICTURED = """\
        picture: {file: images/zzhidden.svg, alt: A zzalt, caption: A zzcaption, credit: A zzcredit}
"""
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><!-- zzdrawing --><circle r="4"/></svg>'


@pytest.fixture(scope="module")
def pictured(tmp_path_factory):
    """A few chapters, with a picture in each question that gives away the ending."""
    folder = few_chapters.guide(tmp_path_factory.mktemp("pictured") / "guide")
    (folder / "images/zzhidden.svg").write_bytes(DRAWING)
    file = folder / "chapters/questions.yaml"
    text = file.read_text("utf-8")
    made = text.replace("        spoiler: ending\n", f"        spoiler: ending\n{PICTURED}")
    assert made.count("zzhidden") == 3
    file.write_text(made, "utf-8")
    settings = (folder / "guide.yaml").read_text("utf-8")
    held = f"openings: any, chapters: [{', '.join(few_chapters.CHAPTERS)}]"
    early = f"  - {{id: early, title: Early, reveals: premise, answers: quiz, {held}}}\n"
    (folder / "guide.yaml").write_text(settings.replace("  - id: taster\n", f"{early}  - id: taster\n"), "utf-8")
    return folder


def everything(folder, output, edition):
    """All that an edition writes: the guide in all formats, handouts in theirs, quizzes, cards and data."""
    guide = sound(folder)
    build(folder, Request(("epub", "web", "docx"), output, edition))
    for group, kinds in (("worksheets", ("docx",)), ("slides", (*formats.DECKS,)), ("flashcards", ("pdf",))):
        here = handout_files.HandoutOptions(group, output, edition=edition, formats=kinds)
        for asked in handout_files.requests(guide, here):
            handout_files.hand_out(guide, asked)
    for group in ("quiz", "cards"):
        if not export_files.missing(guide, find(guide, edition), group):
            export_files.export(guide, group, edition, output)
    main(["questions", str(folder), "--edition", edition, "--output", str(output)])


def traces(output):
    """The files with a trace of the hidden picture: its name, its words, or its content in any form."""
    words = (b"zzhidden", b"zzalt", b"zzcaption", b"zzcredit", b"zzdrawing", base64.b64encode(DRAWING))
    for path in sorted(each for each in output.rglob("*") if each.is_file()):
        whole = [str(path).encode(), path.read_bytes()]
        if path.suffix in {".epub", ".docx", ".pptx", ".zip", ".apkg", ".xlsx"}:
            with ZipFile(path) as archive:
                whole += [part for name in archive.namelist() for part in (name.encode(), archive.read(name))]
        if any(word in part for part in whole for word in words):
            yield path.name


def test_the_picture_of_a_hidden_question_is_in_no_file(pictured, tmp_path):
    everything(pictured, tmp_path / "early", "early")
    assert len([*(tmp_path / "early").rglob("*")]) > 60
    assert list(traces(tmp_path / "early")) == []
    everything(pictured, tmp_path / "teacher", "teacher")
    found = {*traces(tmp_path / "teacher")}
    assert {name.rpartition(".")[2] for name in found} >= {"epub", "html", "svg", "docx", "pptx", "zip", "xml", "apkg"}
    assert "questions.json" in found


@pytest.mark.parametrize("secret", ["zzalt", "zzcaption", "zzcredit", "zzhidden"])
def test_a_gate_looks_at_all_words_of_a_picture(pictured, tmp_path, secret, capsys):
    folder = shutil.copytree(pictured, tmp_path / "guide")
    file = folder / "chapters/questions.yaml"
    file.write_text(file.read_text("utf-8").replace(f"        spoiler: ending\n{PICTURED}", PICTURED), "utf-8")
    with (folder / "guide.yaml").open("a", encoding="utf-8") as settings:
        settings.write(f"gates:\n  - {{words: [{secret}], level: ending}}\n")
    assert main(["check", str(folder)]) == 1
    line = next(n for n, each in enumerate(file.read_text("utf-8").splitlines(), 1) if secret in each)
    assert f"questions.yaml:{line}:" in (said := capsys.readouterr().err)
    assert "gives something away" in said


@pytest.mark.parametrize("group", ["quiz", "cards"])
def test_hidden_text_and_answers_are_not_in_exports(group, tmp_path):
    guide = sound_guides.specimen()
    early = find(guide, "student").model_copy(update={"id": "early", "reveals": Spoiler.PREMISE})
    whole = replace(guide, info=guide.info.model_copy(update={"editions": (*guide.info.editions, early)}))
    done = export_files.export(whole, group, "early", tmp_path)
    for file in done.files:
        text = leaks.in_file(done.path / file)
        assert leaks.found_in(text, whole, early) == [], file
        assert [answer for answer in leaks.answers(whole, early) if answer in text] == [], file
    everything = leaks.in_file(export_files.export(whole, group, "teacher", tmp_path).path)
    assert leaks.found_in(everything, whole, early)
    assert group == "cards" or len([answer for answer in leaks.answers(whole, early) if answer in everything]) > 5


def test_hidden_text_and_answers_are_not_in_a_pack(tmp_path, monkeypatch):
    monkeypatch.setattr(formats, "FORMATS", ("web",))
    monkeypatch.setattr(handout_kinds, "groups", lambda: ())  # the files of handouts have tests of their own
    guide = sound_guides.specimen()
    edition = find(guide, "taster")
    built = packing.pack(guide, packing.PackOptions(tmp_path, "taster"))
    text = leaks.in_file(built.path)
    assert "start.html" in text
    assert leaks.found_in(text, guide, edition) == []
    assert [answer for answer in leaks.answers(guide, edition) if answer in text] == []
    whole = leaks.in_file(packing.pack(guide, packing.PackOptions(tmp_path, "teacher")).path)
    assert len(leaks.found_in(whole, guide, edition)) > 10


@pytest.mark.parametrize("name", ["taster", "student"])
def test_no_file_of_a_students_pack_has_hidden_text_or_answers(name, tmp_path, layout_options):
    whole = sound(few_chapters.guide(tmp_path / "guide"))
    edition = find(whole, name)
    options = packing.PackOptions(tmp_path, name, layout_options=layout_options)
    with ZipFile(packing.pack(whole, options).path) as archive:
        archive.extractall(tmp_path / "pack")
    files = [path for path in (tmp_path / "pack").rglob("*") if path.is_file() and leaks.is_text(path)]
    folders = {path.parent.name for path in files}
    assert folders >= {"guide", "web", "worksheets", "flashcards", "organiser", "slides", "cards"}
    assert not folders & {"quiz", "data"}
    assert {path.suffix for path in files} >= {".pdf", ".docx", ".epub", ".pptx", ".html", ".apkg"}
    assert not [path for path in files if path.stem.endswith("-key")]
    kept = leaks.answers(whole, edition)
    assert len(kept) > 5
    for path in files:
        text = leaks.in_file(path)
        assert leaks.found_in(text, whole, edition) == [], path
        assert [answer for answer in kept if answer in text] == [], path


@pytest.mark.parametrize(("name", "asked", "pointed"), [("none", 0, False), ("quiz", 10, False), ("all", 10, True)])
def test_flashcards_have_the_answers_that_an_edition_prints(guide, tmp_path, name, asked, pointed):
    edition = find(guide, "student").model_copy(update={"id": name, "answers": name})
    whole = replace(guide, info=guide.info.model_copy(update={"editions": (edition,)}))
    here = handout_files.HandoutOptions("flashcards", tmp_path)
    (built,) = handout_files.hand_out(whole, handout_files.HandoutRequest(here, "flashcards", Tier.CORE))
    text = leaks.in_file(built.path)
    quiz = [q for chapter in of_kind(guide, Questions) for each in chapter.sets for q in each.questions if q.answer]
    assert sum(leaks.plain(question.question) in text for question in quiz) == asked
    points = [leaks.plain(question.points[0]) for question in quiz if question.points]
    assert len(points) > 7
    assert any(point in text for point in points) == pointed


def test_hidden_text_is_not_in_a_page_map(tmp_path, layout_options):
    folder = few_chapters.guide(tmp_path / "guide")
    settings = (folder / "guide.yaml").read_text("utf-8")
    mapped = settings.replace("    reveals: premise\n", "    reveals: premise\n    page_maps: [student]\n")
    (folder / "guide.yaml").write_text(mapped, "utf-8")
    built = build(folder, Request(("pdf",), tmp_path / "build", "taster", layout_options=layout_options))
    assert [each.path.name for each in built] == ["frankenstein-taster.pdf", "frankenstein-taster-pages.json"]
    whole = sound(folder)
    assert len(leaks.secrets(whole, find(whole, "taster"))) > 3
    for each in built:
        assert leaks.found_in(leaks.in_file(each.path), whole, find(whole, "taster")) == []


RIGHT_WORDS = ("lightning", "storm")
"""The words that are right in a gap of the specimen."""


@pytest.mark.parametrize(("name", "told"), [("none", False), ("quiz", True), ("all", True)])
@pytest.mark.parametrize("audience", ["student", "teacher"])
def test_what_marks_a_quiz_is_only_in_web_pages_of_an_edition_that_prints_its_answers(tmp_path, name, told, audience):
    folder = shutil.copytree(ROOT / "src/studyguide/specimen", tmp_path / "guide")
    settings = (folder / "guide.yaml").read_text("utf-8")
    (folder / "guide.yaml").write_text(settings.replace("answers: quiz", f"answers: {name}"), "utf-8")
    book, pages = build(folder, Request(("epub", "web"), tmp_path, audience, numbered=False))
    assert "data-right" not in leaks.in_epub(book.path)
    found = {path.name: path.read_text("utf-8").count("data-right") for path in pages.path.glob("*.html")}
    assert found.pop("questions.html") == (8 if told else 0)  # four choices, pairs, steps, and two gaps
    assert set(found.values()) == {0}
    script = (pages.path / "quiz.js").read_bytes() + (pages.path / "labels.js").read_bytes()
    assert not [word for word in RIGHT_WORDS if word.encode() in script]


def test_what_marks_a_quiz_is_on_no_sheet():
    guide = sound_guides.specimen()
    edition = find(guide, "student")
    for group in GROUPS:
        for name, tiers in handouts.names(guide, edition, group).items():
            for tier in tiers:
                assert "data-right" not in leaks.in_sections(handouts.publish(guide, edition, name, tier)), (name, tier)


SAID = {
    "chapters/themes.yaml": (
        "    evidence:\n",
        "      - {scene: scene-mill, point: 'He cannot say it, though he tries.'}\n",
    ),
    "chapters/overview.yaml": (
        "setup: |\n",
        "  All wait. Look at [what the miller does](#scene-mill). Who is afraid?\n\n",
    ),
}
"""What a copy of the specimen says of a hidden scene in places of no level, each behind a line that it has."""


def test_nothing_that_is_said_of_a_hidden_scene_is_in_the_files(tmp_path):
    folder = tmp_path / "guide"
    shutil.copytree(ROOT / "src/studyguide/specimen", folder)
    for name, (line, more) in SAID.items():
        before = (folder / name).read_text("utf-8")
        assert line in before
        (folder / name).write_text(before.replace(line, line + more, 1), "utf-8")
    whole = sound(folder)
    for edition, printed in (("taster", False), ("student", True)):
        asked = Request(("epub", "web"), tmp_path / edition, edition, numbered=False)
        for built in build(folder, asked):
            text = leaks.in_file(built.path)
            assert [each in text for each in ("He cannot say it", "what the miller does")] == [printed, printed]
            assert "Who is afraid?" in text
        key = leaks.in_sections(handouts.publish(whole, find(whole, edition), "theme-care", Tier.KEY))
        assert ("He cannot say it" in key) == printed
    secrets = leaks.secrets(whole, find(whole, "taster"))
    assert "He cannot say it, though he tries." in secrets


def test_facts_have_what_they_are_made_of(guide, tmp_path):
    edition = find(guide, "before-viewing")
    secrets = leaks.secrets(guide, edition)
    for made_of, wanted in ((select(guide, edition), False), (guide, True)):
        for file in fact_list.write(made_of, tmp_path):
            text = leaks.in_file(file)
            assert any(secret in text for secret in secrets) == wanted, file


def test_hidden_text_is_not_on_the_sheets(guide):
    edition = find(guide, "before-viewing")
    sheets = {name: tiers for group in GROUPS for name, tiers in handouts.names(guide, edition, group).items()}
    assert {"before", "vocabulary"} < set(sheets)
    for name, tiers in sheets.items():
        for tier in tiers:
            text = leaks.in_sections(handouts.publish(guide, edition, name, tier))
            assert leaks.found_in(text, guide, edition) == [], (name, tier)


def test_the_search_finds_what_a_missing_gate_lets_through(guide, tmp_path, monkeypatch):
    monkeypatch.setattr(edition_publication, "select", lambda whole, _edition: whole)
    monkeypatch.setattr(edition_publication.spoiler_words, "slips", lambda *_: ())
    monkeypatch.setattr(edition_publication.spoiler_words, "prove", lambda *_: None)
    asked = Request(("epub", "web"), tmp_path, "before-viewing", numbered=False)  # no page need be laid out for this
    book, web = build(ROOT / "guide", asked)
    for text in (leaks.in_epub(book.path), leaks.in_web(web.path), _index(web.path)):
        assert len(leaks.found_in(text, guide, find(guide, "before-viewing"))) > 100


def _index(folder):
    """The index alone, from which the search of a web edition takes what it shows."""
    return (folder / "index.js").read_text("utf-8")


def test_a_watched_word_in_a_safe_item_is_named_at_its_place(guide):
    edition = find(guide, "before-viewing")
    gates = (Gate(words=("Boarding-School story",)),)
    whole = replace(guide, info=guide.info.model_copy(update={"gates": gates}))
    with pytest.raises(GuideError) as caught:
        publish(whole, edition)
    assert {problem.file for problem in caught.value.problems} == {"chapters/overview.yaml", "chapters/questions.yaml"}
    assert "'boarding-school story' gives something away" in str(caught.value)


def test_a_watched_word_that_comes_some_other_way_stops_the_build(guide, monkeypatch):
    monkeypatch.setattr(edition_publication.spoiler_words, "slips", lambda *_: ())
    edition = find(guide, "before-viewing")
    whole = replace(guide, info=guide.info.model_copy(update={"gates": (Gate(words=("gallery",)),)}))
    with pytest.raises(BuildError, match="would give something away: 'Gallery' in "):
        publish(whole, edition)

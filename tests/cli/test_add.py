"""`studyguide add`, from outside: what is written, what is said, and that a sound guide stays sound."""

import io
import shutil
import time

import pytest
from PIL import Image

from studyguide.build import checked_guide
from studyguide.cli import main
from studyguide.guide.load import load, read
from studyguide.support.paths import specimen_folder, starter_folder

ROWS = "type,question,answer,phase\nshort,Who is he?,Ann\n"
HEAD = "id,set,type,question,answer,phase,about,marks\n"


@pytest.fixture
def guide(tmp_path):
    shutil.copytree(starter_folder(), tmp_path / "guide")
    return tmp_path / "guide"


def add(guide, text, *options, name="Week 1.csv"):
    file = guide.parent / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return main(["add", "questions", str(file), "--guide", str(guide), *options])


def content(guide):
    return {path: path.read_bytes() for path in sorted(guide.rglob("*")) if path.is_file()}


def questions(guide):
    (chapter,) = (chapter for chapter in load(guide).chapters if chapter.kind == "questions")
    return {question.id: question for each in chapter.sets for question in each.questions}


def test_questions_go_into_a_new_set_named_after_the_file(guide, capsys):
    assert add(guide, ROWS, "--phase", "after") == 0
    said = capsys.readouterr()
    assert said.out == (f"1 question added to a new set 'Week 1'\n{guide / 'chapters/questions.yaml'} written\n")
    assert said.err == ""
    assert questions(guide)["q-who-is-he"].answer == "Ann"
    assert load(guide).chapters[-1].sets[-1].title == "Week 1"
    assert main(["check", str(guide)]) == 0


@pytest.mark.parametrize("folder", [".", "guide"])
def test_the_guide_of_the_current_folder_need_not_be_named(guide, folder, monkeypatch, capsys):
    (guide.parent / "Week 1.csv").write_text(ROWS)
    Image.new("RGB", (900, 600)).save(guide.parent / "lamp.png")
    monkeypatch.chdir(guide.parent if folder == "." else guide)
    above = "" if folder == "." else "../"
    assert main(["add", "questions", f"{above}Week 1.csv", "--phase", "after"]) == 0
    assert main(["add", "picture", f"{above}lamp.png"]) == 0
    assert (guide / "images/lamp.png").is_file()


def test_a_dry_run_says_the_same_and_writes_nothing(guide, capsys):
    before = content(guide)
    assert add(guide, ROWS, "--phase", "after", "--dry-run") == 0
    assert "1 question would be added" in capsys.readouterr().out
    assert content(guide) == before


def test_sets_are_found_by_their_id_or_heading(guide):
    rows = HEAD + ",set-one,short,A?,a,after,,\n,think and TALK,short,B?,b,after,,\n,New *one*,short,C?,c,after,,\n"
    assert add(guide, rows) == 0
    sets = load(guide).chapters[-1].sets
    assert [(each.id, each.title) for each in sets][2:] == [("set-new-one", r"New \*one\*")]
    assert [each.id for each in sets[0].questions][-2:] == ["q-a", "q-b"]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("question-1,,short,A?,a,after,,", "already something with the id 'question-1'"),
        ("Q 1,,short,A?,a,after,,", "such as 'q-1'"),
        (",,short,A?,a,sometime,,", "'phase' is 'sometime'"),
        (",,riddle,A?,a,after,,", "'type' is 'riddle'"),
        (",,short,A?,,after,,", "needs an 'answer'"),
        (",,short,A?,a,after,no-such-thing,", "no-such-thing"),
        (",,short,A?,a,after,,many", "'marks' is 'many'"),
        (f",,short,{'x' * 4_001},a,after,,", "at most 4,000 characters"),
        (",,short,A\x07?,a,after,,", "U+0007"),
        (",,choice,A?,a,after,,", "at least two options"),
    ],
)
def test_a_question_that_is_wrong_is_named_and_nothing_is_written(guide, capsys, row, words):
    before = content(guide)
    rows = f"{HEAD},,short,First?,a,after,,\n{row}\n,,short,Last?,a,after,,\n"
    assert add(guide, rows) == 1
    said = capsys.readouterr()
    problem, last = said.err.splitlines()
    assert problem.startswith(f"{guide.parent / 'Week 1.csv'}:3:")
    assert words in problem
    assert (
        last
        == "studyguide: 1 question cannot be taken; nothing was written. Correct them, or add the others with --partly."
    )
    assert said.out == ""
    assert content(guide) == before
    assert add(guide, rows, "--partly") == 1
    assert {"q-first", "q-last"} <= questions(guide).keys()
    assert "the others were added" in capsys.readouterr().err


def test_a_spreadsheet_that_grew_adds_only_its_new_rows(guide, capsys):
    rows = HEAD + ",,short,A?,a,after,,\n"
    assert add(guide, rows) == 0
    capsys.readouterr()
    assert add(guide, rows + ",,short,B?,b,after,,\n") == 0
    assert "1 question is in the chapter already, word for word: skipped" in capsys.readouterr().out
    assert [name for name in questions(guide) if name in {"q-a", "q-a-2", "q-b"}] == ["q-a", "q-b"]
    assert add(guide, rows.replace("A?,a", "A?,other")) == 0
    assert "skipped" not in capsys.readouterr().out
    assert questions(guide)["q-a-2"].answer == "other"


def test_a_spreadsheet_whose_rows_are_all_there_changes_nothing(guide, capsys):
    rows = HEAD + "my-id,,short,A?,a,after,,\n,,short,B?,b,after,,\n"
    assert add(guide, rows) == 0
    before = content(guide)
    capsys.readouterr()
    assert add(guide, rows) == 0
    said = capsys.readouterr()
    assert said.out == "2 questions are in the chapter already, word for word: skipped\n"
    assert content(guide) == before


def test_the_first_hint_says_that_lines_go(guide, capsys):
    head = HEAD.rstrip("\n") + ",hints\n"
    for words, expected in (("A?,a,after,,,", False), ("B?,b,after,,,Look up.", True), ("C?,c,after,,,Look.", False)):
        assert add(guide, f"{head},,short,{words}\n") == 0
        assert ("answer_space: lines" in capsys.readouterr().out) == expected


def test_problems_that_the_guide_has_already_are_not_in_the_way(guide):
    (guide / "chapters/story.yaml").write_text("kind: plot\ntitle: \n", "utf-8")
    before = checked_guide.review(guide).problems
    assert before
    assert add(guide, ROWS, "--phase", "after") == 0
    assert len(checked_guide.review(guide).problems) == len(before)


def test_words_behind_a_gate_are_found_before_they_are_written(guide, capsys):
    info = guide / "guide.yaml"
    text = info.read_text("utf-8").replace("  - id: student\n", "  - id: student\n    reveals: safe\n")
    info.write_text(text + "gates:\n  - {words: [spectre], level: ending}\n", "utf-8")
    before = content(guide)
    assert add(guide, HEAD + ",,short,A spectre?,a,after,,\n") == 1
    assert "spectre" in capsys.readouterr().err
    assert content(guide) == before


def test_a_guide_without_questions_gets_a_chapter_that_is_listed(guide):
    (guide / "chapters/questions.yaml").unlink()
    info = (guide / "guide.yaml").read_text("utf-8").replace("  - questions\n", "")
    (guide / "guide.yaml").write_text("\n".join(line for line in info.split("\n") if "SG242" not in line), "utf-8")
    assert add(guide, ROWS, "--phase", "after") == 0
    assert load(guide).info.chapters == ("overview", "story", "questions")
    assert load(guide).chapters[-1].title == "Questions"
    assert "# the files in the folder chapters, in reading order" in (guide / "guide.yaml").read_text("utf-8")
    assert main(["check", str(guide)]) == 0


def test_a_chapter_can_be_named_and_is_made_if_there_is_none(guide, capsys):
    assert add(guide, ROWS, "--phase", "after", "--chapter", "quiz") == 0
    assert load(guide).info.chapters[-1] == "quiz"
    assert add(guide, ROWS, "--phase", "before") == 2
    assert "several chapters with questions: questions, quiz. Choose one with --chapter" in capsys.readouterr().err
    assert add(guide, ROWS, "--phase", "before", "--chapter", "overview") == 2
    assert "not 'questions'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("file", "options", "words"),
    [
        (("q.xls", b""), [], "Save it as .xlsx"),
        (("q.docx", b""), [], "--template"),
        (("q.unknown", b""), [], "not a file of questions"),
        (("q.csv", b""), [], "is empty"),
        (("q.csv", b"type,question\n"), [], "has no questions"),
        (("q.gift", b"// only\n"), [], "has no questions"),
        (("q.csv", ROWS.encode()), ["--sheet", "One"], "--sheet is for .xlsx"),
        (("q.gift", b"Who? {T}"), ["--skip", "One"], "--skip is for spreadsheets"),
        (("q.csv", b"x" * 10_000_001), [], "more than 10,000,000 bytes"),
    ],
)
def test_a_file_that_cannot_be_used_is_wrong_use(guide, capsys, file, options, words):
    before = content(guide)
    name, data = file
    assert add(guide, data, *options, name=name) == 2
    assert words in capsys.readouterr().err
    assert content(guide) == before


def test_missing_files_are_named(guide, capsys):
    for what in ("questions", "picture"):
        assert main(["add", what, str(guide / "none.csv"), "--guide", str(guide)]) == 2
        assert "There is no file" in capsys.readouterr().err
    assert main(["add", "questions", "--guide", str(guide)]) == 2
    assert "--template" in capsys.readouterr().err
    assert main(["add", "picture", "x.png", "--guide", str(guide / "none")]) == 2


def test_a_column_can_be_left_out(guide):
    assert add(guide, "type,question,answer,phase,Author\nshort,Who?,Ann,after,me\n", "--skip", "author") == 0


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_the_template_is_written_once_and_read_back(guide, capsys, suffix):
    file = guide.parent / f"template.{suffix}"
    assert main(["add", "questions", "--template", str(file)]) == 0
    assert main(["add", "questions", str(file), "--guide", str(guide)]) == 0
    assert "8 questions added to a new set" in capsys.readouterr().out
    assert main(["check", str(guide)]) == 0
    assert main(["add", "questions", "--template", str(file)]) == 2
    assert "already a file" in capsys.readouterr().err
    assert main(["add", "questions", "--template", "x.ods"]) == 2


def test_two_thousand_questions_take_a_few_seconds(guide):
    rows = HEAD + "".join(f",,short,What is {number} and one?,{number},after,,\n" for number in range(2_000))
    start = time.process_time()
    assert add(guide, rows) == 0
    assert time.process_time() - start < 60
    assert len(questions(guide)) == 2_004


def test_more_than_a_chapter_can_hold_is_refused(guide, capsys):
    before = content(guide)
    rows = HEAD + "".join(f",,short,{number} {'x' * 700},{number},after,,\n" for number in range(1_900))
    assert add(guide, rows) == 2
    assert "at most" in (said := capsys.readouterr().err) or "are allowed" in said
    assert content(guide) == before


def test_a_chapter_between_brackets_is_left_alone(guide, capsys):
    path = guide / "chapters/questions.yaml"
    path.write_text(
        "kind: questions\ntitle: Q\nsets: [{id: set-a, title: A, questions: [{id: q-a, type: essay, question: Why?, "
        "phase: after}]}]\n",
        "utf-8",
    )
    assert add(guide, ROWS, "--phase", "after") == 2
    assert "Begin each entry on a line of its own" in capsys.readouterr().err


def test_nothing_is_written_outside_the_guide(guide, capsys):
    elsewhere = guide.parent / "elsewhere"
    shutil.move(guide / "chapters", elsewhere)
    (guide / "chapters").symlink_to(elsewhere)
    before = content(elsewhere)
    for chapter in ((), ("--chapter", "new")):
        assert add(guide, ROWS, "--phase", "after", *chapter) == 2
        assert "a link to a place outside" in capsys.readouterr().err
    assert content(elsewhere) == before


def test_files_count_before_they_are_saved(guide):
    new = b"kind: prose\ntitle: New\ntext: Some.\n"
    info = (guide / "guide.yaml").read_bytes().replace(b"  - questions\n", b"  - questions\n  - new\n")
    assert read(guide, unsaved={"chapters/new.yaml": new, "guide.yaml": info}).problems == ()
    (problem,) = read(guide, unsaved={"chapters/new.yaml": new}).problems
    assert "not listed" in problem.message
    broken = {"chapters/story.yaml": b"kind: plot\n", "guide.yaml": info}
    assert {problem.file for problem in checked_guide.new_problems(guide, broken)} >= {"chapters/story.yaml"}
    assert checked_guide.new_problems(guide, {}) == ()


def picture(image, format_="PNG"):
    file = io.BytesIO()
    image.save(file, format_)
    return file.getvalue()


def test_a_picture_is_written_and_its_lines_are_printed(guide, capsys):
    file = guide.parent / "My Lamp.PNG"
    file.write_bytes(picture(Image.effect_noise((1200, 900), 80).convert("RGB")))
    command = ["add", "picture", str(file), "--guide", str(guide)]
    assert main([*command, "--alt", "A lamp", "--caption", "The lamp", "--credit", "Me, CC BY 4.0"]) == 0
    said = capsys.readouterr().out
    assert f"{guide / 'images/my-lamp.jpg'} written: a photograph, JPEG, 1200 x 900 pixels" in said
    lines = '      ![A lamp](images/my-lamp.jpg "Me, CC BY 4.0")\n      The lamp\n'
    assert said.endswith(lines)
    assert (guide / "images/my-lamp.jpg").is_file()
    assert main(command) == 0
    assert "is there already" in (said := capsys.readouterr().out)
    assert "Then write what it shows between the brackets" in said
    file.write_bytes(picture(Image.new("RGB", (900, 900), "red"), "JPEG"))
    kept = (guide / "images/my-lamp.jpg").read_bytes()
    assert main([*command, "--name", "My-lamp"]) in {0, 2}
    assert (guide / "images/my-lamp.jpg").read_bytes() == kept


def test_the_printed_lines_make_a_sound_guide_once_they_are_filled_in(guide, capsys):
    file = guide.parent / "lamp.png"
    file.write_bytes(picture(Image.effect_noise((1200, 900), 80)))
    main(["add", "picture", str(file), "--guide", str(guide)])
    pasted = "".join(line for line in capsys.readouterr().out.splitlines(keepends=True) if "![" in line)
    chapter = guide / "chapters/lamp.yaml"
    chapter.write_text(f"kind: prose\ntitle: Lamp\ntext: |\n{pasted}", "utf-8")
    info = guide / "guide.yaml"
    info.write_text(info.read_text("utf-8").replace("  - questions\n", "  - questions\n  - lamp\n"), "utf-8")
    (problem,) = checked_guide.review(guide).problems
    assert "has no text for readers who do not see it" in problem.message
    chapter.write_text(chapter.read_text("utf-8").replace("![]", "![A lamp]"), "utf-8")
    assert checked_guide.review(guide).problems == ()


def test_a_picture_that_cannot_be_used_leaves_no_folder(guide, capsys):
    file = guide.parent / "x.pdf"
    file.write_bytes(b"%PDF-1.7")
    assert main(["add", "picture", str(file), "--guide", str(guide)]) == 2
    assert "is a PDF" in capsys.readouterr().err
    assert not (guide / "images").exists()


def test_adding_to_the_specimen_keeps_every_line(tmp_path):
    shutil.copytree(specimen_folder(), tmp_path / "guide")
    path = tmp_path / "guide/chapters/questions.yaml"
    before = path.read_text("utf-8").splitlines()
    assert add(tmp_path / "guide", ROWS, "--phase", "after", "--set", "set-all") == 0
    rest = iter(path.read_text("utf-8").splitlines())
    assert all(line in rest for line in before)

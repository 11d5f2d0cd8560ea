"""The command line, from outside: exit codes, messages, and the promise that nothing good is lost."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pikepdf
import pytest

from studyguide.cli import main
from studyguide.formats import pdf
from studyguide.support.errors import BuildError
from studyguide.support.paths import PACKAGE
from tests import few_chapters

SECOND = Path(__file__).parents[2] / "src/studyguide/specimen"


@pytest.fixture
def guide(tmp_path, layout_options):
    """A guide, and beside it what other tests have laid out, where a build looks for what an earlier one has."""
    cache = tmp_path / "build/.studyguide/cache"
    cache.parent.mkdir(parents=True)
    cache.symlink_to(layout_options.cache)
    return few_chapters.guide(tmp_path / "guide")


PRINTS = "student: spoilers to the end, answers to the quiz\n"
"""What the first edition of the specimen prints; said before its files."""


def build(guide, *options):
    return main(["build", str(guide), "--format", "epub", "--output", str(guide.parent / "build"), *options])


def test_a_build_says_what_it_wrote_and_then_that_it_is_up_to_date(guide, capsys):
    assert build(guide) == 0
    first = capsys.readouterr().out
    assert build(guide) == 0
    second = capsys.readouterr().out
    (file,) = (guide.parent / "build").glob("*.epub")
    assert (first, second) == (f"{PRINTS}{file} written\n", f"{file} is up to date\n")


def test_force_builds_anyway(guide, capsys):
    build(guide)
    build(guide, "--force")
    assert capsys.readouterr().out.count("written") == 2


def test_mistakes_are_all_shown_with_their_places_and_the_last_good_file_stays(guide, capsys):
    build(guide)
    (file,) = (guide.parent / "build").glob("*.epub")
    good = file.read_bytes()
    yaml = guide / "guide.yaml"
    yaml.write_text(yaml.read_text() + "tilte: oops\nothre: oops\n")
    assert build(guide) == 1
    error = capsys.readouterr().err
    assert error.count(f"{yaml}:") == 2
    assert "2 problems found; nothing was written." in error
    assert file.read_bytes() == good


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--edition", "techer"], "There is no edition 'techer'"),
        (["--format", "pfd"], "There is no format 'pfd'. Did you mean 'pdf'?"),
        (["--theme", "loud"], "There is no theme 'loud'"),
        (["--paper", "a6"], "There is no paper 'a6'"),
        (["--theme", "large-print-24", "--paper", "a5"], "'large-print-24' is not made for pages of a5"),
        (["--edition", "large-print", "--paper", "half-letter"], "Choose a4 or letter, or another theme."),
        (
            ["--edition", "large-print", "--format", "epub", "--paper", "a5"],
            "'large-print' is not made for pages of a5",
        ),
    ],
)
def test_wrong_use_is_2_and_names_what_there_is(guide, capsys, options, message):
    assert build(guide, *options) == 2
    assert message in capsys.readouterr().err


def test_large_print_is_not_folded(guide, capsys):
    assert booklet(guide, "--edition", "large-print") == 2
    assert "The theme 'large-print' is not made for pages of a5" in capsys.readouterr().err


def booklet(guide, *options):
    return main(["booklet", str(guide), "--output", str(guide.parent / "build"), *options])


def test_a_booklet_says_what_printing_takes_and_then_that_it_is_up_to_date(guide, capsys):
    file = guide.parent / "build" / "frankenstein-booklet-letter.pdf"
    assert booklet(guide, "--paper", "letter") == 0
    written = capsys.readouterr().out
    assert booklet(guide, "--paper", "letter", "--class", "28") == 0
    found = re.fullmatch(rf"{PRINTS}{file} (written: (\d+) pages; (\d+) sheets, folded into one booklet)\n", written)
    assert found
    sheets = int(found[3])
    assert sheets == -(-int(found[2]) // 4)
    now = found[1].replace("written", "is up to date")
    assert capsys.readouterr().out == f"{file} {now}; for a class of 28: {28 * sheets} sheets\n"
    with pikepdf.open(file) as pdf:
        assert len(pdf.pages) == 2 * sheets


def test_a_pdf_says_what_printing_takes_and_an_epub_does_not(guide, capsys):
    assert build(guide, "--format", "pdf", "--paper", "a5", "--class", "2") == 0
    prints, epub, pdf = capsys.readouterr().out.splitlines()
    assert prints == PRINTS.strip()
    assert epub.endswith("frankenstein-a5.epub written")
    found = re.search(
        r"frankenstein-a5\.pdf written: (\d+) pages; (\d+) sheets printed on both sides, (\d+) on one; ", pdf
    )
    with pikepdf.open(guide.parent / "build" / "frankenstein-a5.pdf") as file:
        assert len(file.pages) == int(found[1]) == int(found[3])
    assert pdf.endswith(f"for a class of 2: {2 * int(found[2])} sheets on both sides, {2 * int(found[1])} on one")


def test_the_paper_changes_the_page_numbers_of_an_e_book_and_its_name(guide):
    assert build(guide) == build(guide, "--paper", "a5") == 0
    a4, a5 = (guide.parent / "build" / f"frankenstein{paper}.epub" for paper in ("", "-a5"))
    assert pages_named_in(a4)
    assert pages_named_in(a5)
    assert page_starts(a4) != page_starts(a5)


def page_starts(book):
    """The words at which each printed page begins."""
    with zipfile.ZipFile(book) as file:
        texts = [file.read(name).decode() for name in file.namelist() if name.endswith(".xhtml")]
    return re.findall(r'id="_page_(\d+)"[^>]*>(.{80})', "".join(texts), re.DOTALL)


def pages_named_in(book):
    return zipfile.ZipFile(book).read("EPUB/contents_page.xhtml").count(b"#_page_")


def test_the_paper_changes_nothing_in_an_e_book_without_page_numbers(guide):
    assert build(guide, "--no-pages") == 0
    (file,) = (guide.parent / "build").glob("*.epub")
    usual = file.read_bytes()
    assert not pages_named_in(file)
    assert build(guide, "--no-pages", "--paper", "a5") == 0
    assert file.read_bytes() == usual


@pytest.mark.parametrize("paper", ["a5", "half-letter"])
def test_what_is_half_a_sheet_cannot_be_folded(guide, capsys, paper):
    assert booklet(guide, "--paper", paper) == 2
    message = (
        f"A booklet is printed on sheets of a4 or letter, folded to pages of half their size; '{paper}' is not one"
    )
    assert message in capsys.readouterr().err
    assert not list(guide.parent.glob("build/*.pdf"))


def test_an_edition_on_half_a_sheet_is_folded_from_the_whole(guide, capsys):
    yaml = guide / "guide.yaml"
    yaml.write_text(yaml.read_text().replace("editions:\n  - id:", "editions:\n  - paper: half-letter\n    id:"))
    assert booklet(guide) == 0
    assert "frankenstein-booklet.pdf written" in capsys.readouterr().out
    with pikepdf.open(guide.parent / "build" / "frankenstein-booklet.pdf") as file:
        assert [float(at) for at in file.pages[0].MediaBox] == [0, 0, 792, 612]


@pytest.mark.parametrize("size", ["0", "1001", "28.0", "-1", "", "many", "9" * 5000])
@pytest.mark.parametrize("command", [build, booklet])
def test_a_wrong_class_size_is_wrong_use_in_words(guide, capsys, command, size):
    with pytest.raises(SystemExit, match="2"):
        command(guide, f"--class={size}")
    assert "give a whole number from 1 to 1000" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["build", "booklet", "check"])
def test_a_folder_that_is_not_there(tmp_path, capsys, command):
    assert main([command, str(tmp_path / "none")]) == 2
    assert "There is no folder" in capsys.readouterr().err


def test_an_output_that_is_not_a_folder(guide, capsys):
    (guide.parent / "file").touch()
    assert main(["build", str(guide), "--format", "epub", "--output", str(guide.parent / "file")]) == 1
    assert "cannot be made" in capsys.readouterr().err


def test_check_counts_chapters(guide, capsys):
    assert main(["check", str(guide)]) == 0
    assert "chapters, no problems" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("what", "name"),
    [
        ("kinds", "works-cited"),
        ("formats", "epub"),
        ("themes", "quiet"),
        ("papers", "letter"),
        ("papers", "half-letter"),
        ("editions", "student"),
    ],
)
def test_list(guide, capsys, what, name):
    assert main(["list", what, str(guide)]) == 0
    assert name in capsys.readouterr().out.split("\n")


def test_list_has_every_language_with_its_name(capsys):
    assert main(["list", "languages"]) == 0
    listed = dict(line.split(" ", 1) for line in capsys.readouterr().out.splitlines())
    assert {*listed} == {file.stem for file in (PACKAGE / "languages").glob("*.yaml")}
    assert (listed["cy"], listed["pt-BR"]) == ("Welsh", "Portuguese (Brazil)")


def test_schema(capsys, tmp_path):
    assert main(["schema", "plot"]) == 0
    assert '"const": "plot"' in capsys.readouterr().out
    assert main(["schema", "plto"]) == 2
    assert "Did you mean 'plot'?" in capsys.readouterr().err
    assert main(["schema", "--output", str(tmp_path)]) == 0
    assert (tmp_path / "plot.json").is_file()


def test_check_and_epub_do_without_weasyprint(guide):
    """They must work, and start fast, where Pango is missing."""
    code = (
        "import sys; sys.modules['weasyprint'] = None\n"
        "from studyguide.cli import main\n"
        f"print(main(['build', {str(guide)!r}, '--format', 'epub', '--output', {str(guide.parent / 'build')!r}]))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert run.stdout.endswith("0\n")


def test_nothing_heavy_is_imported_before_there_is_work(guide):
    build(guide)
    code = (
        "import sys\nfrom studyguide.cli import main\n"
        f"main(['build', {str(guide)!r}, '--format', 'epub', '--output', {str(guide.parent / 'build')!r}])\n"
        "print(sorted({'yaml', 'jinja2', 'pydantic', 'lxml', 'weasyprint', 'markdown_it'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert run.stdout.endswith("is up to date\n[]\n")


@pytest.mark.parametrize("command", [["check", str(SECOND)], ["list", "kinds"], ["schema", "plot"]])
def test_a_closed_pipe_is_not_a_failure(command):
    read, write = os.pipe()
    os.close(read)
    run = [sys.executable, "-m", "studyguide", *command]
    done = subprocess.run(run, stdout=write, stderr=subprocess.PIPE, text=True, check=False, timeout=60)
    os.close(write)
    assert (done.returncode, done.stderr) == (0, "")


def test_names_that_the_terminal_cannot_show_are_escaped(tmp_path):
    guide = Path(shutil.copytree(SECOND, tmp_path / os.fsdecode(b"gu\xffide \xc3\xa9")))
    run = [sys.executable, "-m", "studyguide", "check", guide]
    ascii_only = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(run, capture_output=True, text=True, check=False, timeout=60, env=ascii_only)
    assert (done.returncode, done.stderr) == (0, "")
    assert "gu\\udcffide \\xe9: " in done.stdout


def test_schemas_that_cannot_be_written(tmp_path, capsys):
    (tmp_path / "file").touch()
    assert main(["schema", "--output", str(tmp_path / "file")]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_a_build_that_is_ended_leaves_the_last_good_file_and_nothing_else(guide, monkeypatch, capsys):
    build(guide)
    (file,) = (guide.parent / "build").glob("*.epub")
    good = file.read_bytes()

    def ended(_temporary, _target):
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(10)

    monkeypatch.setattr(Path, "replace", ended)
    assert build(guide, "--force") == 130
    assert "unchanged" in capsys.readouterr().err
    assert file.read_bytes() == good
    assert {path.name for path in file.parent.iterdir()} == {file.name, ".studyguide"}


def test_the_specimen_is_built_in_a_theme(tmp_path, capsys):
    assert main(["specimen", "--theme", "warm", "--format", "epub", "--no-pages", "--output", str(tmp_path)]) == 0
    assert [path.name for path in (tmp_path / "specimen/warm").glob("*.epub")] == ["frankenstein.epub"]
    assert "written" in capsys.readouterr().out


@pytest.fixture
def without_layout(monkeypatch):
    """No pages can be laid out; how often it was tried."""
    tried = []

    def lay_out(*_):
        tried.append("a layout")
        raise BuildError("No pages today.")

    monkeypatch.setattr(pdf, "lay_out", lay_out)
    return tried


@pytest.mark.parametrize("order", [("pdf", "epub", "web"), ("epub", "web", "pdf")])
def test_formats_do_not_depend_on_each_other(guide, capsys, without_layout, order):
    formats = [option for name in order for option in ("--format", name)]
    output = guide.parent / "elsewhere"
    assert main(["build", str(guide), *formats, "--output", str(output), "--workers", "1"]) == 1
    told = capsys.readouterr()
    assert {path.suffix or path.name for path in output.iterdir() if path.name[0] != "."} == {
        ".epub",
        "frankenstein-web",
    }
    assert re.search(
        r"frankenstein\.epub written; it has no page numbers, .* cannot be laid out: No pages today\.", told.out
    )
    assert "frankenstein-web written" in told.out
    assert "The format 'pdf' was not written. No pages today." in told.err
    assert without_layout == ["a layout"]


def test_a_failed_write_is_tried_again(guide, capsys, without_layout):
    for _ in range(2):
        assert build(guide, "--format", "pdf", "--workers", "1") == 1
    assert len(without_layout) == 2
    assert capsys.readouterr().err.count("The format 'pdf' was not written.") == 2


def test_a_folder_of_somebody_else_stops_one_format(guide, capsys):
    (guide.parent / "build/frankenstein-web").mkdir()
    (guide.parent / "build/frankenstein-web/letter.txt").write_text("Dear", "utf-8")
    assert build(guide, "--no-pages", "--format", "web") == 1
    told = capsys.readouterr()
    assert "frankenstein.epub written" in told.out
    assert "The format 'web' was not written. " in told.err


def test_an_output_folder_that_cannot_be_written_to_is_found_before_pages_are_laid_out(
    guide, capsys, without_layout, monkeypatch
):
    def full(**_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("studyguide.build.TemporaryFile", full)
    assert build(guide, "--format", "pdf") == 1
    assert "cannot be written to: No space left on device. Choose another with --output." in capsys.readouterr().err
    assert without_layout == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["flashcards", "--format", "docx"], "Flashcards have two sides that meet on paper"),
        (["organiser", "--format", "docx"], "A knowledge organiser is one page"),
        (["bookmark", "--format", "docx"], "Bookmarks are cut out of a page"),
        (["booklet", "--format", "docx"], "A booklet is a PDF"),
        (["worksheets", "--format", "docx", "--fillable"], "leave out --fillable"),
        (["worksheets", "--format", "epub"], "Handouts cannot be made as epub"),
        (["lessons", "--format", "dock"], "There is no format 'dock'. Did you mean 'docx'?"),
    ],
)
def test_what_is_made_for_paper_is_not_made_for_word(arguments, message, tmp_path, capsys):
    command, *options = arguments
    assert main([command, str(SECOND), "--output", str(tmp_path), *options]) == 2
    assert message in capsys.readouterr().err
    assert list(tmp_path.rglob("*.docx")) == []


def test_word_documents_of_a_guide_and_its_sheets_have_the_names_of_their_pdfs(tmp_path, capsys):
    options = ["--format", "docx", "--output", str(tmp_path), "--workers", "1"]
    assert main(["build", str(SECOND), "--paper", "letter", *options]) == 0
    assert main(["worksheets", str(SECOND), "--sheet", "quiz", *options]) == 0
    assert main(["lessons", str(SECOND), "--sheet", "letter-film", *options]) == 0
    names = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.docx")}
    sheets = {f"frankenstein-worksheets/quiz-{tier}.docx" for tier in ("support", "core", "extension", "key")}
    assert names == {"frankenstein-letter.docx", "frankenstein-teacher-lessons/letter-film.docx", *sheets}
    assert "the files *-key.docx have the answers" in capsys.readouterr().out
    with zipfile.ZipFile(tmp_path / "frankenstein-letter.docx") as archive:
        assert b'w:w="12240" w:h="15840"' in archive.read("word/document.xml")
    assert main(["worksheets", str(SECOND), "--sheet", "quiz", *options]) == 0
    assert capsys.readouterr().out.count("is up to date") == 4

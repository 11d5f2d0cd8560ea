"""Every judge can say no: good samples pass, and each spoiled one is failed for its own reason."""

import runpy
import subprocess
import sys
from pathlib import Path

import epub_judges
import pdf_judges
import pytest
from judge_samples import ONE, TWO, write_book, write_paper
from verdict import NoReportError, Verdict

CI = Path(epub_judges.__file__).parent

PICTURE = '<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="/></p></body>'

WIDE = "<p style='width: 90em'>"
FAR_AWAY = "<p style='position: relative; top: -9999px'>"

# judge, part of the book, what it becomes, words of the finding
SPOILED_BOOKS = {
    "broken link": ("EPUBCheck", "two", TWO.replace("<p>A", '<p><a href="three.xhtml">x</a> A', 1), "RSC-007"),
    "usage message": ("EPUBCheck", "two", TWO.replace("<p>", "<p epub:type='x'>", 1), "OPF-088"),
    "picture without alt": ("Ace", "two", TWO.replace("</body>", PICTURE), "image-alt"),
    "no language": ("Ace", "two", TWO.replace('lang="en" xml:lang="en"', ""), "html-has-lang"),
    "script that fails": (
        "foliate-js",
        "two",
        TWO.replace("</head>", "<script>throw 1</script></head>"),
        "uncaught: 1",
    ),
    "chapter without its title": ("foliate-js", "two", TWO.replace("<h1>The second", "<h1>Other"), "The second"),
    "empty chapter": ("foliate-js", "two", TWO[: TWO.index("<h1>")] + "</body></html>", "is empty"),
    "lost target": ("foliate-js", "one", ONE.replace('id="first"', ""), "has no target"),
    "not well-formed": ("foliate-js", "two", TWO.replace("</h1>", ""), "console"),
    "picture from elsewhere": (
        "foliate-js",
        "two",
        TWO.replace("</body>", '<img alt="x" src="http://198.51.100.1/x.png"/></body>'),
        "another machine",
    ),
    "text wider than the screen": ("foliate-js", "two", TWO.replace("<p>", WIDE, 1), "wider"),
    "text out of reach": ("foliate-js", "two", TWO.replace("<p>", FAR_AWAY, 1), "no page showed"),
}


def test_a_good_book_passes(tmp_path):
    book = write_book(tmp_path / "good.epub")
    for judge in epub_judges.JUDGES.values():
        assert judge(book).findings == ()


@pytest.mark.parametrize("case", SPOILED_BOOKS)
def test_a_spoiled_book_fails(tmp_path, case):
    judge, part, text, words = SPOILED_BOOKS[case]
    verdict = epub_judges.JUDGES[judge](write_book(tmp_path / "bad.epub", **{part: text}))
    assert words in "\n".join(verdict.findings)
    assert str(verdict).startswith("FAIL")


def test_a_good_paper_passes(tmp_path):
    paper = write_paper(tmp_path / "good.pdf")
    for judge in pdf_judges.JUDGES.values():
        assert judge(paper).findings == ()


@pytest.mark.parametrize("judge", ["outloud", "pdfua"])
def test_a_paper_without_tags_fails(tmp_path, judge):
    findings = pdf_judges.JUDGES[judge](write_paper(tmp_path / "bad.pdf", variant=None)).findings
    assert any("StructTreeRoot" in finding for finding in findings)


def test_a_damaged_paper_fails(tmp_path):
    paper = write_paper(tmp_path / "bad.pdf")
    paper.write_bytes(paper.read_bytes()[:-200])
    assert any("damaged" in finding for finding in pdf_judges.qpdf(paper).findings)


@pytest.mark.parametrize("name", ["empty.epub", "empty.pdf"])
def test_a_file_that_cannot_be_read_fails_with_every_judge(tmp_path, name):
    (tmp_path / name).write_bytes(b"")
    done = judge(tmp_path / name)
    assert done.returncode == 1
    assert " pass  " not in done.stdout


def test_an_unreadable_one_is_not_a_fault_of_the_others(tmp_path):
    """Several are given to one judge at once."""
    good, bad = write_paper(tmp_path / "good.pdf"), write_paper(tmp_path / "bad.pdf", variant=None)
    (empty := tmp_path / "empty.pdf").write_bytes(b"")
    verdicts = pdf_judges.outloud_together([good, empty, bad, good])
    assert [verdict.subject for verdict in verdicts] == [good, empty, bad, good]
    assert [verdict.word for verdict in verdicts] == ["pass", "FAIL", "FAIL", "pass"]
    assert verdicts[2] == pdf_judges.outloud(bad)
    assert "unreadable" in verdicts[1].findings[0]


def judge(*places, **environment):
    """Run the command as `make judge` does."""
    command = [sys.executable, CI, *places]
    return subprocess.run(command, capture_output=True, text=True, env=environment or None, check=False)


def test_a_missing_judge_is_a_failure(tmp_path):
    book, paper = write_book(tmp_path / "good.epub"), write_paper(tmp_path / "good.pdf")
    done = judge(book, paper, PATH=str(tmp_path))
    assert done.returncode == 1
    for name in ("EPUBCheck", "Ace", "ebook-convert", "foliate-js", "qpdf"):
        assert any(f"FAIL  {name} " in line and "MISSING" in line for line in done.stdout.splitlines())


def test_nothing_to_judge_is_a_failure(tmp_path):
    assert judge(tmp_path).returncode == 1
    assert judge(tmp_path / "absent").returncode == 2


def test_the_table_has_one_row_for_each_file(tmp_path):
    write_paper(tmp_path / "a.pdf")
    write_paper(tmp_path / "b.pdf", variant=None)
    done = judge(tmp_path)
    assert done.returncode == 1
    *table, count = (
        "a.pdf  outloud pass  pdfua pass  qpdf pass",
        "b.pdf  outloud FAIL  pdfua FAIL  qpdf pass",
        "6 verdicts, 2 of them FAIL",
    )
    lines = done.stdout.splitlines()
    end = lines.index(count)
    assert lines[end - len(table) : end] == table
    once_more = [line.split()[:2] for line in lines[end + 1 :] if not line.startswith(" ")]
    assert once_more == [["FAIL", "outloud"], ["FAIL", "pdfua"]]


def test_a_judge_who_falls_over_is_asked_once_more_and_one_who_says_no_is_not():
    asked = []

    def bench(answers):
        def answer(files):
            asked.append(files)
            if isinstance(word := answers.pop(0), Exception):
                raise word
            return [word]

        return answer

    words = runpy.run_path(str(CI / "__main__.py"))["words"]
    file = Path("good.epub")
    yes, no = Verdict("reader", file, "all"), Verdict("reader", file, "some", ("a line is missing",))
    fallen = NoReportError("it fell over")
    assert words("reader", bench([fallen, yes]), [file]) == [yes]
    assert words("reader", bench([no, yes]), [file]) == [no]
    assert len(asked) == 3
    assert words("reader", bench([fallen, fallen, yes]), [file])[0].word == "FAIL"

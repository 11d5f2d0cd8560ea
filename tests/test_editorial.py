"""One folder for each remark: files laid over a sound guide, and all that the author then reads."""

import inspect
import shutil
from pathlib import Path

import pytest

from studyguide import catalogue, editorial
from studyguide.cli import main
from studyguide.editorial import Remark
from studyguide.findings import Findings
from studyguide.model import Place
from studyguide.review import review

ROOT = Path(__file__).parents[1]
BASE = ROOT / "tests/problems/base"
FOLDERS = ROOT / "tests/editorial"
CODES = sorted(path.name for path in FOLDERS.iterdir())


@pytest.fixture
def guide(tmp_path):
    return Path(shutil.copytree(BASE, tmp_path / "guide"))


def lay(code, guide):
    """The sound guide with the files of a code over it."""
    shutil.copytree(FOLDERS / code / "in", guide, dirs_exist_ok=True)
    return guide


def test_base_needs_no_remark(guide):
    assert review(guide).remarks == ()


@pytest.mark.parametrize("code", CODES)
def test_remark(code, guide, accept):
    found = review(lay(code, guide))
    assert found.problems == ()
    assert {remark.code for remark in found.remarks} == {code}
    accept("".join(f"{remark}\n" for remark in found.remarks), FOLDERS / code / "expected.txt")


def test_no_code_lacks_a_folder_and_no_folder_a_code():
    assert list(editorial.catalogue()) == CODES


@pytest.mark.parametrize("code", [code for code in CODES if code != editorial.IDLE])
def test_without_its_rule_nothing_is_said(code, guide, monkeypatch):
    others = {name: rule for name, rule in editorial.rules().items() if name != code}
    monkeypatch.setattr(editorial, "rules", lambda: others)
    assert review(lay(code, guide)).remarks == ()


@pytest.mark.parametrize("code", [code for code in CODES if code != editorial.IDLE])
def test_what_is_allowed_is_not_said(code, guide):
    lay(code, guide)
    files = {remark.place.file for remark in review(guide).remarks}
    entries = "".join(f"  - {{code: {code}, where: {file}, why: It is a test.}}\n" for file in sorted(files))
    with (guide / "guide.yaml").open("a") as file:
        file.write(f"allow:\n{entries}")
    assert review(guide).remarks == ()


def test_a_chapter_may_be_named_by_its_id(guide):
    code = next(code for code in CODES if code != editorial.IDLE)
    lay(code, guide)
    with (guide / "guide.yaml").open("a") as file:
        file.write(f"allow: [{{code: {code}, where: text, why: It is a test.}}]\n")
    assert not [remark for remark in review(guide).remarks if "text" in remark.place.file]


def test_rules_are_named_by_codes_and_described_by_a_sentence():
    for code, rule in editorial.rules().items():
        assert code[:2] == "SG"
        assert code[2:].isdigit()
        assert list(inspect.signature(rule).parameters) == ["findings"]
        assert editorial.catalogue()[code].splitlines()[0].endswith(".")


def test_the_page_of_codes_is_current(accept):
    accept(catalogue.codes(), ROOT / "docs/codes.md")


def test_remarks_come_in_the_order_of_the_files(guide, monkeypatch):
    places = [Place("b", 1, 1), Place("a", 2, 1), Place("a", 1, 9), Place("a", 1, 2)]

    def rule(findings):
        """Say something of every place."""
        assert isinstance(findings, Findings)
        return ((place, "x") for place in places)

    monkeypatch.setattr(editorial, "rules", lambda: {"SG901": rule, "SG900": rule})
    found = editorial.remarks(review(guide).guide)
    both = [(place, code) for place in reversed(places) for code in ("SG900", "SG901")]
    assert found == tuple(Remark(code, place, "x") for place, code in both)


@pytest.mark.parametrize("name", ["guide", "tests/golden/second/in"])
def test_our_guides_are_clean(name):
    found = review(ROOT / name)
    assert [*found.problems, *found.remarks] == []


def test_remarks_fail_only_if_strict(guide, capsys):
    lay("SG001", guide)
    assert main(["check", str(guide)]) == 0
    said = capsys.readouterr()
    assert said.out == f"{guide}: 3 chapters, no problems, 1 remark\n"
    assert said.err.startswith(f"{guide}/guide.yaml:13:11: SG001 ")
    assert main(["check", "--strict", str(guide)]) == 1


def test_problems_come_first_and_fail(guide, capsys):
    lay("SG001", guide)
    (guide / "chapters/text.md").write_text("---\nkind: prose\ntitle: Text\n---\n[Ann](#bob)\n")
    assert main(["check", str(guide)]) == 1
    said = capsys.readouterr()
    assert [line.split(":")[0].rpartition("/")[2] for line in said.err.splitlines()] == ["text.md", "guide.yaml"]
    assert said.out.endswith("1 problem, 1 remark\n")


def test_no_remark_is_made_while_a_file_cannot_be_read(guide):
    lay("SG001", guide)
    (guide / "chapters/text.md").write_text("")
    found = review(guide)
    assert found.problems
    assert found.remarks == ()

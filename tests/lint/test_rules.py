"""One folder for each remark: files laid over a sound guide, and all that the author then reads."""

import inspect
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyguide.build.checked_guide import review, sound
from studyguide.cli import listing, main
from studyguide.guide.model import Place
from studyguide.guide.texts import Findings
from studyguide.lint import rules
from studyguide.lint.rules import Remark
from studyguide.support import paths

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests/lint/problems/base"
FOLDERS = ROOT / "tests/lint/rules"
CODES = sorted(path.name for path in FOLDERS.iterdir())


SIGNS = [
    *("the the ", "...", " -- ", '"', "[here](#ann)", "*mise-en-scène* ", "3 May ", "May 4, 2010 ", " ,", "Kathy "),
    *("[a]{lang=fr}", "^[", "]", "[^1]", "[^1]: ", "# ", "### ", "![a](images/dot.png)", "\n", "\n\n", "    ", "- "),
]


@pytest.fixture
def guide(tmp_path):
    folder = Path(shutil.copytree(BASE, tmp_path / "guide"))
    (folder / "chapters/works-cited.yaml").write_text("kind: works-cited\ntitle: Works cited\nfurther: [known]\n")
    return folder


@pytest.fixture
def lay(guide, monkeypatch):
    """A function that lays the files of a code over the sound guide, and its style sheets over ours."""

    def over(code):
        shutil.copytree(FOLDERS / code / "in", guide, dirs_exist_ok=True)
        if (styles := FOLDERS / code / "styles").is_dir():
            monkeypatch.setattr(paths, "styles_folder", lambda: styles)
        return guide

    return over


def test_base_needs_no_remark(guide):
    assert review(guide).remarks == ()


@pytest.mark.parametrize("code", CODES)
def test_remark(code, lay, accept):
    found = review(lay(code))
    assert found.problems == ()
    assert {remark.code for remark in found.remarks} == {code}
    accept("".join(f"{remark}\n" for remark in found.remarks), FOLDERS / code / "expected.txt")


def test_no_code_lacks_a_folder_and_no_folder_a_code():
    assert list(rules.catalogue()) == CODES


@pytest.mark.parametrize("code", [code for code in CODES if code != rules.IDLE])
def test_without_its_rule_nothing_is_said(code, lay, monkeypatch):
    others = {name: rule for name, rule in rules.rules().items() if name != code}
    monkeypatch.setattr(rules, "rules", lambda: others)
    assert review(lay(code)).remarks == ()


@pytest.mark.parametrize("code", [code for code in CODES if code != rules.IDLE])
def test_allowed_remarks_are_not_reported(code, guide, lay):
    lay(code)
    files = {remark.place.file for remark in review(guide).remarks}
    entries = "".join(f"  - {{code: {code}, where: {file}, why: It is a test.}}\n" for file in sorted(files))
    with (guide / "guide.yaml").open("a") as file:
        file.write(f"allow:\n{entries}")
    assert review(guide).remarks == ()


def test_a_chapter_may_be_named_by_its_id(guide, lay):
    code = next(code for code in CODES if code != rules.IDLE)
    lay(code)
    with (guide / "guide.yaml").open("a") as file:
        file.write(f"allow: [{{code: {code}, where: text, why: It is a test.}}]\n")
    assert not [remark for remark in review(guide).remarks if "text" in remark.place.file]


def test_rules_are_named_by_codes_and_described_by_a_sentence():
    for code, rule in rules.rules().items():
        assert code[:2] == "SG"
        assert code[2:].isdigit()
        assert list(inspect.signature(rule).parameters) == ["findings"]
        assert rules.catalogue()[code].splitlines()[0].endswith(".")


def test_the_page_of_codes_is_current(accept):
    accept(listing.codes(), ROOT / "docs/codes.md")


def test_remarks_come_in_the_order_of_the_files(guide, monkeypatch):
    places = [Place("b", 1, 1), Place("a", 2, 1), Place("a", 1, 9), Place("a", 1, 2)]

    def rule(findings):
        """Say something of every place."""
        assert isinstance(findings, Findings)
        return ((place, "x") for place in places)

    monkeypatch.setattr(rules, "rules", lambda: {"SG901": rule, "SG900": rule})
    found = rules.remarks(review(guide).guide)
    both = [(place, code) for place in reversed(places) for code in ("SG900", "SG901")]
    assert found == tuple(Remark(code, place, "x") for place, code in both)


@pytest.mark.parametrize("name", ["guide", "src/studyguide/specimen"])
def test_our_guides_are_clean(name):
    found = review(ROOT / name)
    assert [*found.problems, *found.remarks] == []


@given(st.lists(st.sampled_from(SIGNS), max_size=14).map("".join))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_places_of_remarks_are_always_inside_the_file(guide, text):
    file = guide / "chapters/text.md"
    file.write_text(f"---\nkind: prose\ntitle: Text\n---\n{text}\n", "utf-8")
    lines = [*file.read_text("utf-8").split("\n"), ""]
    places = [remark.place for remark in review(guide).remarks if remark.place.file == "chapters/text.md"]
    assert [place for place in places if place.column > len(lines[place.line - 1]) + 1] == []


@pytest.mark.parametrize(("declared", "wanted"), [("", "False"), ("reading_age: [9, 13]\n", "True")])
def test_syllables_are_counted_only_where_an_age_is_declared(guide, declared, wanted):
    with (guide / "guide.yaml").open("a") as file:
        file.write(declared)
    (guide / "chapters/text.md").write_text("---\nkind: prose\ntitle: Text\n---\n" + "Somebody says so. " * 40)
    code = (
        f"import sys; from studyguide.cli import main; main(['check', {str(guide)!r}]); print('syllapy' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == wanted


def test_a_build_takes_no_notice(lay):
    assert sound(lay("SG104")).chapters


def test_remarks_fail_only_if_strict(guide, lay, capsys):
    lay("SG001")
    assert main(["check", str(guide)]) == 0
    said = capsys.readouterr()
    assert said.out == f"{guide}: 3 chapters, no problems, 1 remark\n"
    assert said.err.startswith(f"{guide}/guide.yaml:15:12: SG001 ")
    assert main(["check", "--strict", str(guide)]) == 1


def test_problems_come_last_and_fail(guide, lay, capsys):
    lay("SG001")
    (guide / "chapters/text.md").write_text("---\nkind: prose\ntitle: Text\n---\n[Ann](#bob)\n")
    assert main(["check", str(guide)]) == 1
    said = capsys.readouterr()
    assert [line.split(":")[0].rpartition("/")[2] for line in said.err.splitlines()] == ["guide.yaml", "text.md"]
    assert said.out.endswith("1 problem, 1 remark\n")


def test_a_chapter_that_cannot_be_read_is_counted_too(guide, capsys):
    (guide / "chapters/text.md").write_text("---\nkind: prose\ntitle: 'Text\n---\n")
    assert main(["check", str(guide)]) == 1
    assert capsys.readouterr().out.startswith(f"{guide}: 2 of 3 chapters can be read, 1 problem")


def test_no_remark_is_made_while_a_file_cannot_be_read(guide, lay):
    lay("SG001")
    (guide / "chapters/text.md").write_text("")
    found = review(guide)
    assert found.problems
    assert found.remarks == ()

"""Completion in real shells, and what each argument is completed with."""

import os
import shutil
import subprocess
import sys

import pytest

from studyguide.cli import main
from studyguide.cli.help_arguments import SHELLS
from studyguide.support.paths import specimen_folder

SPECIMEN = specimen_folder()


@pytest.fixture
def completed(tmp_path):
    """What the program answers a shell that asks what may follow a line; a guide is in the current folder."""
    shutil.copytree(SPECIMEN, tmp_path / "guide")

    def ask(line):
        answer = tmp_path / "answer"
        asked = {"COMP_LINE": line, "COMP_POINT": str(len(line)), "_ARGCOMPLETE": "1", "_ARGCOMPLETE_IFS": "\n"}
        env = {**os.environ, **asked, "_ARGCOMPLETE_STDOUT_FILENAME": str(answer), "_ARGCOMPLETE_SUPPRESS_SPACE": "1"}
        done = run([sys.executable, "-m", "studyguide"], env, tmp_path)
        assert (done.returncode, done.stdout) == (0, "")
        assert "Traceback" not in done.stderr
        return answer.read_text("utf-8").splitlines()

    return ask


def run(arguments, env, folder):
    return subprocess.run(arguments, env=env, cwd=folder, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize(
    ("line", "there", "not_there"),
    [
        ("studyguide ", {"build", "check", "doctor", "explain"}, {"--help"}),
        ("studyguide bu", {"build"}, {"check"}),
        ("studyguide check --f", {"--fix", "--format"}, {"--strict"}),
        ("studyguide check --format ", {"text", "json", "github"}, {"pdf"}),
        ("studyguide build --edition ", {"student", "teacher"}, {"guide"}),
        ("studyguide build guide --theme q", {"quiet"}, {"warm"}),
        ("studyguide pdf --paper ", {"a4", "letter"}, {"warm"}),
        ("studyguide build --format e", {"epub"}, {"pdf"}),
        ("studyguide worksheets --format ", {"pdf", "docx"}, {"epub"}),
        ("studyguide worksheets --sheet quo", {"quotations"}, {"quiz"}),
        ("studyguide lessons guide --sheet letter", {"letter-film"}, {"quiz"}),
        ("studyguide explain plot.parts.sc", {"plot.parts.scenes"}, {"plot.parts.id"}),
        ("studyguide explain SG10", {"SG101"}, {"SG201"}),
        ("studyguide schema qu", {"questions", "quotations"}, {"plot"}),
        ("studyguide list ed", {"editions"}, {"kinds"}),
        ("studyguide completion ", {*SHELLS}, {"guide"}),
        ("studyguide check gu", {"guide/"}, {"bin/"}),
    ],
)
def test_a_line_is_completed(completed, line, there, not_there):
    found = {*completed(line)}
    assert there <= found
    assert not not_there & found


def test_a_guide_with_problems_completes_nothing(completed, tmp_path):
    (tmp_path / "guide/guide.yaml").write_text("a: [b", "utf-8")
    for line in ("studyguide build --edition ", "studyguide worksheets --sheet ", "studyguide build x --edition "):
        assert completed(line) == []


def test_every_shell_has_a_script(capsys):
    for shell in SHELLS:
        assert main(["completion", shell]) == 0
        assert "studyguide" in capsys.readouterr().out


def test_a_build_does_not_load_what_completes(tmp_path):
    code = "import sys; from studyguide.cli import main; main(['list', 'themes']); print('argcomplete' in sys.modules)"
    assert run([sys.executable, "-c", code], os.environ, tmp_path).stdout.endswith("False\n")

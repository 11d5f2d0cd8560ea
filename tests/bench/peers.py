"""Other programs that make PDF of the same guide: where each is found, and how it is asked."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from tests.bench.commands import Desk
from tests.bench.meter import ROOT, Cost, cost

BIN = Path(".ci/peers/node_modules/.bin")
"""Where `.ci/setup peers` puts programs of Node.js."""


@dataclass(frozen=True)
class Peer:
    """A program beside ours."""

    name: str
    program: str
    goal: float
    """Our time, measured in its."""
    delivers: str
    install: str
    command: Callable[[Desk, int, str], list[str | Path]]
    """What is run, for a guide of so many pages, given the program's path."""

    def path(self) -> str | None:
        """Where it is, if it is on this machine."""
        return shutil.which(self.program, path=os.pathsep.join([str(ROOT / BIN), os.environ["PATH"]]))

    def version(self) -> str:
        """Its name and number."""
        said = subprocess.run([self.path() or "", "--version"], capture_output=True, text=True, check=False).stdout
        number = re.search(r"TeX Live \d+", said) or re.search(r"\d+(\.\d+)+", said) or _of_package(self.path() or "")
        return f"{self.name} {number.group()}" if number else self.name

    def pages(self, desk: Desk) -> int:
        """How many pages the guide has become, in the look of this program."""
        with pikepdf.open(desk.folder / f"{self.program}.pdf") as pdf:
            return len(pdf.pages)

    def measure(self, desk: Desk, size: int) -> Callable[[], Cost]:
        """A build of the guide by this program."""
        command = self.command(desk, size, self.path() or self.program)
        chromium = {"PUPPETEER_EXECUTABLE_PATH": shutil.which("chromium") or ""}
        return lambda: cost(command, chromium)


def _of_package(path: str) -> re.Match[str] | None:
    """The version in the package.json of a program of Node.js that does not say it."""
    packages = (folder / "package.json" for folder in Path(path).resolve().parents)
    found = next((file for file in packages if file.is_file()), None)
    return re.search(r'(?<="version": ")[0-9.]+', found.read_text("utf-8")) if found else None


def _target(desk: Desk, program: str) -> Path:
    return desk.folder / f"{Path(program).name}.pdf"


def _asciidoctor(desk: Desk, size: int, program: str) -> list[str | Path]:
    look = ["--attribute", "toc", "--attribute", "pdf-page-size=A4", "--doctype", "book"]
    return [program, *look, "--out-file", _target(desk, program), desk.asciidoc(size)]


def _paged(desk: Desk, size: int, program: str) -> list[str | Path]:
    root = ["--browserArgs", "--no-sandbox"]  # without which Chromium does not run as root
    return [program, desk.plain_html(size), "--output", _target(desk, program), *root]


def _xelatex(desk: Desk, size: int, program: str) -> list[str | Path]:
    look = ["--toc", "--variable", "documentclass=report", "--variable", "papersize=a4"]
    engine = [f"--pdf-engine={program}", "--output", _target(desk, program)]
    return [*desk.pandoc_command(size), "--variable", "geometry:margin=25mm", *look, *engine]


PEERS = (
    Peer(
        "asciidoctor-pdf",
        "asciidoctor-pdf",
        1.00,
        "untagged; contents with page numbers; notes at the end of each chapter; no page numbers in cross references; "
        "citations are set beforehand by pandoc, which is not timed; its own look",
        "apt-get install ruby-asciidoctor-pdf",
        _asciidoctor,
    ),
    Peer(
        "paged.js",
        "pagedjs-cli",
        0.75,
        "tagged by Chromium, not for PDF/UA; contents with page numbers; notes at the foot; page numbers in cross "
        "references; citations are in the HTML that all get; our HTML and style sheets, with each `:is()` written out",
        "apt-get install chromium; .ci/setup peers",
        _paged,
    ),
    Peer(
        "pandoc with XeLaTeX",
        "xelatex",
        0.50,
        "untagged; contents with page numbers; notes at the foot; page numbers in cross references; citations; its "
        "own look (report, A4)",
        "apt-get install texlive-xetex texlive-latex-recommended texlive-fonts-recommended lmodern",
        _xelatex,
    ),
)

FAILED: list[str] = []
"""The programs that ended with an error when they were tried."""

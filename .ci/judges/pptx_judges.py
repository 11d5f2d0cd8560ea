"""The judges of slides: openxml-audit and ooxml-integrity for the file, LibreOffice for how it opens; axe-core on the web."""

import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import pypdfium2
from verdict import CI, Judge, Verdict, chromium, existing, no_report, program, report, run, unexplained

SLIDE = "ppt/slides/slide"
"""How the name of a part that is a slide begins."""

ALLOWED = {"PPT007"}
"""A font that is not installed here: widths are then those of another, as on many machines."""


def _tool(name: str) -> Path:
    """Find a command that was installed beside this Python."""
    return existing(Path(sys.executable).with_name(name), "pip install -e '.[judge]'")


def audit(file: Path) -> Verdict:
    """Judge the parts by the schemas and rules of Office: no error, no warning."""
    done = run(_tool("openxml-audit"), "--output", "json", "--max-errors", "0", file)
    reports: Any = report(done)
    said = reports[0]
    findings = [f"{each['severity']} {each['part_uri']} {each['path']}: {each['description']}" for each in said["errors"]]
    summary = f"{said['error_count']} errors, {said['warning_count']} warnings; {said['verdict']['prediction']}"
    return Verdict("openxml-audit", file, summary, tuple(unexplained(done, findings)))


def integrity(file: Path) -> Verdict:
    """Judge the references between parts, and whether text fits its box: no finding but the allowed one."""
    done = run(_tool("ooxml-integrity"), "check", "--json", "--no-config", file)
    (said,) = report(done)["files"]
    found = [each for each in said["findings"] if each["code"] not in ALLOWED]
    counts = "{error} errors, {warn} warnings".format(**said["summary"])
    return Verdict("ooxml-integrity", file, counts, tuple(unexplained(done, list(map(_finding, found)))))


def _finding(found: dict[str, Any]) -> str:
    return f"{found['severity']} {found['code']} {found.get('where', '')}: {found['message']}"


def libreoffice(file: Path) -> Verdict:
    """Open the file and turn it into a PDF, with a page for each slide."""
    with tempfile.TemporaryDirectory() as out:
        own = f"-env:UserInstallation={Path(out, 'user').as_uri()}"  # so that several can run at once
        done = run(program("soffice", "libreoffice"), own, "--headless", "--convert-to", "pdf", "--outdir", out, file)
        made = Path(out, f"{file.stem}.pdf")
        if not made.exists():
            raise no_report(done)
        with pypdfium2.PdfDocument(made) as pdf:
            pages = len(pdf)
    with zipfile.ZipFile(file) as parts:
        slides = sum(name.startswith(SLIDE) for name in parts.namelist())
    findings = [] if pages == slides else [f"{slides} slides became {pages} pages"]
    return Verdict("LibreOffice", file, f"{pages} pages", tuple(unexplained(done, findings)))


def web(file: Path) -> Verdict:
    """Open the page from the disk at three widths, show every slide with the keys, and print it."""
    existing(CI / "node_modules/axe-core/axe.min.js", ".ci/setup node")
    existing(CI / "node_modules/playwright-core", ".ci/setup node")
    done = run(program("node"), CI / "judges/slides.mjs", file, chromium(), timeout=600)
    said = report(done)
    return Verdict("axe-core", file, said["summary"], tuple(unexplained(done, said["findings"])))


JUDGES: dict[str, Judge] = {"LibreOffice": libreoffice, "openxml-audit": audit, "ooxml-integrity": integrity}
WEB_JUDGES: dict[str, Judge] = {"axe-core": web}

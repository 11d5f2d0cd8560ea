"""The judges of a Word document: openxml-audit, ooxml-integrity, and LibreOffice, which lays it out."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from verdict import Judge, Verdict, existing, no_report, program, report, run, unexplained

INSTALL = "pip install -e '.[judge]'"
SHOWN = 20
"""Findings of one judge that are shown."""


def openxml_audit(file: Path) -> Verdict:
    """Judge the parts by the schemas and rules of Office: no error and no warning."""
    command = existing(Path(sys.executable).with_name("openxml-audit"), INSTALL)
    done = run(command, "--output", "json", "--max-errors", "0", file)
    (said,) = _list(report(done))
    found = [_fault(error) for error in said["errors"]]
    return Verdict("openxml-audit", file, f"{len(found)} findings", tuple(unexplained(done, found[:SHOWN])))


def _list(said: Any) -> list[dict[str, Any]]:
    return list(said)


def _fault(error: dict[str, Any]) -> str:
    return " ".join(str(error.get(name) or "") for name in ("severity", "part", "node", "description")).strip()


def integrity(file: Path) -> Verdict:
    """Judge what an editor would repair: references, numbers, relationships; no error and no warning."""
    command = existing(Path(sys.executable).with_name("ooxml-integrity"), INSTALL)
    done = run(command, "check", "--no-config", "--quiet", "--fail-on", "warn", file)
    said = [line.strip() for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    found = said[:SHOWN] if done.returncode else []
    return Verdict("integrity", file, f"{len(found)} findings", tuple(unexplained(done, found)))


def libreoffice(file: Path) -> Verdict:
    """Open the document, and lay it out: a PDF of at least one page."""
    command = program("soffice", "libreoffice")
    with tempfile.TemporaryDirectory() as out:
        profile = f"-env:UserInstallation={Path(out, 'profile').as_uri()}"
        done = run(command, profile, "--headless", "--convert-to", "pdf", "--outdir", out, file)
        pdf = Path(out, file.stem + ".pdf")
        if not pdf.exists():
            raise no_report(done)
        pages = int(run(program("qpdf"), "--show-npages", pdf).stdout or 0)
    findings = [] if pages > 0 else ["it has no pages"]
    return Verdict("LibreOffice", file, f"{pages} pages", tuple(findings))


JUDGES: dict[str, Judge] = {"LibreOffice": libreoffice, "openxml-audit": openxml_audit, "integrity": integrity}

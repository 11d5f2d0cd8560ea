"""The judges of a PDF: outloud and pdfua for its tags, qpdf for its syntax."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from repeated_lines import explained
from verdict import Bench, Judge, Verdict, existing, no_report, program, report, run, unexplained

# pdfua 0.1.3 cannot run its check for empty headings where a heading holds more than one piece of text: it
# stops with "cannot get key '/is_integer'". outloud's HDG rules look at the same headings.
CANNOT_RUN = {"UA-14-001"}


def _tool(name: str) -> Path:
    """Find a command that was installed beside this Python."""
    return existing(Path(sys.executable).with_name(name), "pip install -e '.[judge]'")


def outloud(file: Path) -> Verdict:
    """Judge the tags, and what a screen reader would say: no error, no warning."""
    return outloud_together([file])[0]


def outloud_together(files: Sequence[Path]) -> list[Verdict]:
    """The same for each of several files; where the program says no and names nothing, to all of them."""
    done = run(_tool("outloud"), "--fail-on", "never", "--json", "-", *files)
    results = report(done)["results"]
    if [result["path"] for result in results] != [str(file) for file in files]:
        raise no_report(done)
    verdicts = [_verdict(file, result) for file, result in zip(files, results, strict=True)]
    if any(verdict.findings for verdict in verdicts):
        return verdicts
    return [replace(verdict, findings=tuple(unexplained(done, []))) for verdict in verdicts]


def _verdict(file: Path, result: dict[str, Any]) -> Verdict:
    counts, pages = result["counts"], result["stats"].get("pages", 0)
    ran = sum(rule["status"] == "ran" for rule in result["rules"])
    summary = f"{counts['error']} errors, {counts['warning']} warnings; {ran} rules on {pages} pages"
    found = [each for each in result["findings"] if each["severity"] != "info"]
    findings = [_finding(each) for each in found if not explained(file, each)]
    if known := len(found) - len(findings):
        summary += f", {known} about repeated lines explained"
    unread = [f"{result['verdict']}: {result['error']}"] if result["error"] else []
    return Verdict("outloud", file, summary, tuple(unread + findings))


def _finding(found: dict[str, Any]) -> str:
    where = f" page {found['page']}" if "page" in found else ""
    evidence = f" ({found['evidence']!r})" if "evidence" in found else ""
    return f"{found['severity']} {found['rule']}{where}: {found['message']}{evidence}, {found['count']} times"


def pdfua(file: Path) -> Verdict:
    """Judge the tags once more, by another hand: no finding, and every rule run but the known one."""
    done = run(_tool("pdfua"), "check", "--format", "json", file)
    said = report(done)
    counts, skipped = said["summary"], {rule["rule_id"]: rule["reason"] for rule in said["skipped"]}
    findings = [f"{f['severity']} {f['rule_id']} {f['location']}: {f['message']}" for f in said["findings"]]
    findings += [f"{rule} was not run: {skipped[rule]}" for rule in skipped.keys() - CANNOT_RUN]
    summary = f"{counts['errors']} errors, {counts['warnings']} warnings; {counts['rules_run']} checks"
    if known := sorted(skipped.keys() & CANNOT_RUN):
        summary += f", {' '.join(known)} could not be run"
    return Verdict("pdfua", file, summary, tuple(unexplained(done, findings)))


def qpdf(file: Path) -> Verdict:
    """Judge the file's syntax and its cross-reference table."""
    done = run(program("qpdf"), "--check", file)
    findings = [line for line in done.stderr.splitlines() if line.strip()]
    return Verdict("qpdf", file, f"{len(findings)} faults", tuple(unexplained(done, findings)))


JUDGES: dict[str, Judge] = {"outloud": outloud, "pdfua": pdfua, "qpdf": qpdf}

TOGETHER: dict[str, Bench] = {"outloud": outloud_together}

"""What a judge says of one file, and how a judge's program is run."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CI = Path(__file__).parent.parent


class MissingJudgeError(Exception):
    """A judge's program is not on this machine."""


class NoReportError(Exception):
    """A judge ended without a report; the message is what it wrote last."""


@dataclass(frozen=True)
class Verdict:
    """One judge's word on one file: a summary of one line, and what was found. A finding fails the file."""

    judge: str
    subject: Path
    summary: str
    findings: tuple[str, ...] = ()

    @property
    def word(self) -> str:
        """The verdict in one word."""
        return "FAIL" if self.findings else "pass"

    def __str__(self) -> str:
        """Give the line that is printed, and the findings below it."""
        head = f"{self.word}  {self.judge:<13} {self.subject.name}: {self.summary}"
        return "\n        ".join([head, *self.findings])


Judge = Callable[[Path], Verdict]

Bench = Callable[[Sequence[Path]], list[Verdict]]
"""A judge who takes longer to come than to look at a small file, and looks at several: a verdict for each, in order."""


def program(*names: str) -> str:
    """Find the first of these programs; MissingJudgeError if there is none."""
    for name in names:
        if found := shutil.which(name):
            return found
    raise MissingJudgeError(f"{' or '.join(names)} is not installed; .ci/setup judges installs it")


def existing(path: Path, remedy: str) -> Path:
    """Give the path back; MissingJudgeError, with what to type, if nothing is there."""
    if not path.exists():
        raise MissingJudgeError(f"{path.name} is not installed; {remedy} installs it")
    return path


def chromium() -> str:
    """Find the browser that the EPUB judges drive."""
    chosen = os.environ.get("PUPPETEER_EXECUTABLE_PATH")
    return chosen or program("chromium", "chromium-browser", "google-chrome")


def run(*command: str | Path, timeout: float = 300, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a judge to its end, at most `timeout` seconds; its exit code is for the caller to judge."""
    return subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        check=False,
        env=os.environ | environment,
        stdin=subprocess.DEVNULL,
        text=True,
        timeout=timeout,
    )


def report(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    """Read the JSON a judge printed; NoReportError if it printed none."""
    try:
        read: dict[str, Any] = json.loads(done.stdout)
    except json.JSONDecodeError:
        raise no_report(done) from None
    return read


def no_report(done: subprocess.CompletedProcess[str]) -> NoReportError:
    """Say with which code a judge ended, and what it wrote last."""
    last = (done.stderr or done.stdout).strip().splitlines()[-6:]
    return NoReportError("\n        ".join([f"no report, exit code {done.returncode}", *last]))


def unexplained(done: subprocess.CompletedProcess[str], findings: list[str]) -> list[str]:
    """Add a finding if the exit code says no although the report names nothing."""
    return findings or ([f"exit code {done.returncode} without a reason"] if done.returncode else [])

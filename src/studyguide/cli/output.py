"""The output of the command: files with their printing cost, problems, progress."""

import argparse
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from studyguide.cli import own_command, print_cost
from studyguide.support.errors import GuideError, StudyguideError, UsageError, shown

if TYPE_CHECKING:
    from studyguide.build import Built
    from studyguide.build.checked_guide import Review
    from studyguide.cli.problem_lines import Shown


STAGES_END = "\r\033[K"
"""Back to the start of the line, and clear it: progress on a terminal leaves nothing behind."""


def files(options: argparse.Namespace, done: Mapping[Path, int | None], what: str) -> None:
    """A line for each file: ``build/guide.pdf written: 69 pages; 35 sheets ...``."""
    for file, pages in done.items():
        print(f"{_clear()}{shown(f'{file} {what}')}{_cost(options, file, pages)}")


def built(options: argparse.Namespace, done: "Iterable[Built]") -> None:
    """The same for files just written, with their remarks; first a line on what their edition prints."""
    done = tuple(done)
    for prints in dict.fromkeys(each.prints for each in done if each.prints):
        print(f"{_clear()}{prints}")
    for each in done:
        files(options, {each.path: each.pages}, _told(each))


def _told(done: "Built") -> str:
    """What is said of a file: its remark, which is a sentence unless the number of pages follows."""
    remark = (done.remark or "").removesuffix("." if done.pages else "")
    return f"written; {remark}" if remark else "written"


def line(said: str) -> None:
    """A line of its own, unless it is empty."""
    if said:
        print(f"{_clear()}{own_command.as_started(said)}")


def pack(options: argparse.Namespace, done: Iterable[tuple[Path, int | None]]) -> None:
    """A last line: the printing cost of all worksheets for one student."""
    pages = [number for file, number in done if number and file.stem.endswith(("-core", "-core-fillable"))]
    if len(pages) > 1:
        print(f"{_clear()}One of each sheet: {print_cost.pack(pages, copies=options.copies)}")


def progress(stage: str) -> None:
    """Show the current stage, on a terminal only."""
    if sys.stderr.isatty():
        print(f"{STAGES_END}{stage} ...", end="", file=sys.stderr, flush=True)


def end_of_progress() -> None:
    """Clear the progress display."""
    if sys.stderr.isatty():
        print(STAGES_END, end="", file=sys.stderr, flush=True)


def explained(error: StudyguideError, options: argparse.Namespace, *, some: bool = False) -> int:
    """Print an error in full and return its exit code; `some`: whether other files were written."""
    if isinstance(error, GuideError):
        from studyguide.cli.problem_lines import Shown  # not needed if nothing has changed

        end_of_progress()
        Shown(options.guide).each((problem, "") for problem in error.problems)
        left = "the files with problems were not written" if some else "nothing was written"
        return failed(f"{count(len(error.problems), 'problem')} found; {left}.")
    return failed(str(error), code=2 if isinstance(error, UsageError) else 1)


def review(folder: Path, found: "Review", lines: "Shown") -> None:
    """Print remarks, then problems, and a last line that counts them."""
    from studyguide.cli.terminal import GREEN, RED, painted

    lines.each((remark.problem()._replace(message=remark.message), remark.code) for remark in found.remarks)
    lines.each((problem, "") for problem in found.problems)
    print(painted(shown(counts(folder, found)), RED if found.problems else GREEN, on=sys.stdout))


def counts(folder: Path, found: "Review") -> str:
    """How many chapters a guide has, and how many problems and remarks: ``guide: 3 chapters, no problems``.

    If some cannot be read, both numbers: ``guide: 2 of 3 chapters can be read, 1 problem``.
    """
    problems = count(len(found.problems), "problem") if found.problems else "no problems"
    remarks = f", {count(len(found.remarks), 'remark')}" if found.remarks else ""
    number, listed = len(found.guide.chapters), len(found.guide.info.chapters)
    chapters = f"{number} of {count(listed, 'chapter')} can be read" if number < listed else count(number, "chapter")
    return f"{folder}: {chapters}, {problems}{remarks}"


def failed(message: str, code: int = 1) -> int:
    """Print why the command failed, and return its exit code."""
    said = own_command.as_started(message)
    print("studyguide:", "\n".join(map(shown, said.split("\n"))), file=sys.stderr)
    return code


def count(number: int, noun: str) -> str:
    """``1 chapter``, ``2 chapters``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _clear() -> str:
    return STAGES_END if sys.stderr.isatty() else ""


def _cost(options: argparse.Namespace, file: Path, pages: int | None) -> str:
    """The printing cost of a file, after its name; empty for one without pages. A class needs one key."""
    copies = None if options.run == "worksheets" and file.stem.endswith("-key") else options.copies
    return f": {print_cost.words(pages, folded=options.run == 'booklet', copies=copies)}" if pages else ""

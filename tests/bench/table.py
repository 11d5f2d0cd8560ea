"""What ``make bench`` measured, as a page in Markdown with a table, and a chart beside it."""

from collections.abc import Sequence
from pathlib import Path

from tests.bench import chart
from tests.bench.rows import Row

HEAD = ("what", "against", "ours", "theirs", "ratio of time", "of processor time", "goal", "met")

OPENING = """\
# How fast a build is

Made by `make bench`: medians, as ratios within one run, in which we and the rivals take turns. A ratio below 1 is
faster than the rival. Cold processes, unless it says otherwise; the time that passes is judged, which every core
shortens, and a page of a thousand by its processor time, of all processes. All dummy guides have notes, citations,
cross references with page numbers, and contents.
"""

WORDS = """\
- *Stock WeasyPrint* is `weasyprint --pdf-variant pdf/ua-1` with the HTML and style sheets that we hand to WeasyPrint
  ourselves, its page numbers by `target-counter`.
- *A paragraph edited* is the whole command again, in a new process, after a word was changed in the middle of the
  guide; *in a warm process* it is a second build in a process that has just done the first.
- *A second edition* is what building it adds in a process that has just built the students’ edition of the same
  guide, with as many processes to lay out as a cold build has, against a cold build of that same edition. The one
  that shares no page is in large print; the other has six chapters of the eight letter for letter, and two others in
  place of the last two.
- *Small PDFs* have about four pages each, with a cover; all are built by one command, which keeps nothing. Two
  processes are to be 1.85 times as fast as one, which is a ratio of 0.54. Dask has two workers of one thread on this
  machine, which have begun before time is taken, without their profiler.
- *Memory* is the most that a process had at a time (VmHWM of Linux), with what it shares with the one that it was
  forked from.
"""


def page(about: str, rows: Sequence[Row], delivers: Sequence[str], missing: Sequence[str]) -> str:
    """The page docs/bench.md; `missing` says what was not measured."""
    lines = [line(row) for row in rows]
    picture = "![Ratios to the rivals, and the goals](bench.svg)"
    parts = [OPENING, about, "", picture, "", f"| {' | '.join(HEAD)} |", "|" + " --- |" * len(HEAD), *lines, ""]
    if missing:
        parts += ["Left out in this run:", "", *(f"- {each}" for each in missing), ""]
    return "\n".join([*parts, "## What is measured", "", WORDS, "## What each delivers", "", *delivers, ""])


def line(row: Row) -> str:
    """A line of the table."""
    met = "yes" if row.met else "**no**"
    cells = (row.what, row.against, row.ours, row.theirs, row.wall, row.cpu, row.goal, met)
    return f"| {' | '.join(cells)} |"


def write(folder: Path, page: str, rows: Sequence[Row]) -> None:
    """Write both files."""
    (folder / "bench.md").write_text(page, "utf-8")
    (folder / "bench.svg").write_text(chart.draw(rows), "utf-8")

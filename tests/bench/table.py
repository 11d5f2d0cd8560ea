"""What ``make bench`` measured, as a page in Markdown with a table, and a chart beside it."""

from collections.abc import Sequence
from pathlib import Path

from tests.bench import chart
from tests.bench.rows import Row

HEAD = ("what", "against", "ours", "theirs", "ratio of time", "of processor time", "goal", "met")

OPENING = """\
# How fast a build is

`make bench` writes this page. Figures are medians; ratios are from one run, where studyguide and its rivals take
turns. A ratio below 1 is faster than the rival. Processes start cold unless a row says “warm”. Goals are for elapsed
time, which more cores shorten; the goal for a thousand pages is for the processor time of all processes. All test
guides have notes, citations, cross references with page numbers, and contents.
"""

WORDS = """\
- *Stock WeasyPrint* is `weasyprint --pdf-variant pdf/ua-1` with the same HTML and style sheets that studyguide gives
  WeasyPrint, and page numbers by `target-counter`.
- *A paragraph edited* is the whole command again, in a new process, after changing a word in the middle of the guide.
  *In a warm process*, it is a second build in a process that has just done the first.
- *A second edition* is the time it adds in a process that has just built the students’ edition of the same guide,
  with as many layout processes as a cold build, compared with a cold build of that same edition. The edition that
  shares no page is in large print. The other has six of the eight chapters letter for letter, and two others in place
  of the last two.
- *Small PDFs* have about four pages each, with a cover. One command builds them all and keeps nothing. Two processes
  should be 1.85 times as fast as one, a ratio of 0.54. Dask has two workers with one thread each on this machine;
  they start before the clock does, without their profiler.
- *Preview* is `studyguide serve` with the flagship, after its PDF was built once: medians of twenty saves, through the
  whole chain, in headless Chromium; a page is seen when two frames have been drawn with it. The EPUB is without page
  numbers.
- *Memory* is the peak of one process (VmHWM on Linux), including what it shares with the process it was forked from.
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

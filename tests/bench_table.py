"""What ``make bench`` measured, as a table in Markdown and a chart in SVG."""

from dataclasses import dataclass
from html import escape
from pathlib import Path

HEAD = ("what", "ours", "theirs", "ratio of time", "of processor time", "goal", "met")
BAR, STEP, LABELS, WIDTH = 12, 22, 330, 620
"""Lengths of the chart, in pixels."""


@dataclass(frozen=True)
class Row:
    """A line of the table; `ratio` and `goal` are of time that passes, None where a goal is a time."""

    cells: tuple[str, ...]
    ratio: float | None = None
    goal: float | None = None


def table(about: str, rows: list[Row]) -> str:
    """The page docs/bench.md."""
    lines = [f"| {' | '.join(row.cells)} |" for row in rows]
    text = (
        "# How fast a build is\n\n"
        "Made by `make bench`: medians, as ratios within one run. A ratio below 1 is faster than the rival.\n"
    )
    chart = "![Ratios of time to the rivals, and the goals](bench.svg)"
    return "\n".join([text, about, "", chart, "", f"| {' | '.join(HEAD)} |", "|" + " --- |" * len(HEAD), *lines, ""])


def chart(rows: list[Row]) -> str:
    """A bar for each ratio, from 0 to 1 and a little beyond, with a stroke where the goal is."""
    barred = [row for row in rows if row.ratio is not None]
    scale = (WIDTH - LABELS - 60) / max(1.0, *(row.ratio or 0 for row in barred))
    parts = [_bar(row, STEP * number + 10, scale) for number, row in enumerate(barred)]
    height = STEP * len(barred) + 20
    one = LABELS + scale
    grid = f'<line x1="{one:.0f}" x2="{one:.0f}" y1="4" y2="{height - 4}" stroke="#888" stroke-dasharray="3 3"/>'
    title = "<title>Ratios of time to the rivals, and the goals</title>"
    font = 'font-family="sans-serif" font-size="12"'
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" {font}>'
    ground = f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>'
    return "\n".join([opening, title, ground, grid, *parts, "</svg>\n"])


def _bar(row: Row, top: float, scale: float) -> str:
    ratio, goal = row.ratio or 0, row.goal or 0
    end, aim = LABELS + ratio * scale, LABELS + goal * scale
    return (
        f'<text x="{LABELS - 8}" y="{top + BAR - 2:.0f}" text-anchor="end">{escape(row.cells[0])}</text>'
        f'<rect x="{LABELS}" y="{top:.0f}" width="{ratio * scale:.1f}" height="{BAR}" fill="#3b6ea5"/>'
        f'<path d="M{aim:.1f} {top - 3:.0f}v{BAR + 6}" stroke="#111" stroke-width="2"/>'
        f'<text x="{max(end, aim) + 6:.0f}" y="{top + BAR - 2:.0f}">{ratio:.2f}</text>'
    )


def write(folder: Path, about: str, rows: list[Row]) -> None:
    """Write both files."""
    (folder / "bench.md").write_text(table(about, rows), "utf-8")
    (folder / "bench.svg").write_text(chart(rows), "utf-8")

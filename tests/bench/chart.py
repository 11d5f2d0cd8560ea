"""A chart of ratios: a bar for each, from 0 to 1 and a little beyond, with a stroke where the goal is."""

from collections.abc import Sequence
from html import escape

from tests.bench.rows import Row

BAR, STEP, TOP, FOOT = 14, 40, 34, 26
LEFT, WIDTH, END = 16, 640, 80
"""Lengths in pixels; labels stand above their bars, so that they may be long."""

MOST = 1.5
"""What is longer is cut off there, and says so by its number."""

MET, MISSED, RULE = "#3b6ea5", "#b5532d", "#777"


def draw(rows: Sequence[Row]) -> str:
    """The chart as SVG. What missed its goal is told by colour and by a word."""
    barred = [row for row in rows if row.ratio is not None]
    scale = (WIDTH - LEFT - END) / max([1.0, *(min(row.ratio or 0, MOST) for row in barred)])
    height = TOP + STEP * len(barred) + FOOT
    title = "<title>Ratios to the rivals, and the goals</title>"
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        'font-family="sans-serif" font-size="13">'
    )
    ground = f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>'
    bars = [_bar(row, TOP + STEP * number, scale) for number, row in enumerate(barred)]
    return "\n".join([opening, title, ground, _key(), _rival(LEFT + scale, height), *bars, "</svg>\n"])


def _key() -> str:
    return (
        f'<path d="M{LEFT + 1} 6v16" stroke="#111" stroke-width="2"/>'
        f'<text x="{LEFT + 10}" y="18">the goal; shorter bars are faster</text>'
    )


def _rival(x: float, height: int) -> str:
    line = f'<path d="M{x:.1f} {TOP - 6}V{height - FOOT}" stroke="{RULE}" stroke-dasharray="3 3"/>'
    return f'{line}<text x="{x:.1f}" y="{height - 8}" text-anchor="middle" fill="#444">the rival: 1</text>'


def _bar(row: Row, top: float, scale: float) -> str:
    ratio = row.ratio or 0
    end, aim = LEFT + min(ratio, MOST) * scale, LEFT + row.aim * scale
    label = escape(f"{row.what}, against {row.against}")
    number = f"{ratio:.2f}" if row.met else f"{ratio:.2f}, missed"
    middle, colour = top + 16, MET if row.met else MISSED
    return (
        f'<text x="{LEFT}" y="{top + 11:.0f}">{label}</text>'
        f'<rect x="{LEFT}" y="{middle:.0f}" width="{end - LEFT:.1f}" height="{BAR}" fill="{colour}"/>'
        f'<path d="M{aim:.1f} {middle - 2:.0f}v{BAR + 4}" stroke="#fff" stroke-width="5"/>'
        f'<path d="M{aim:.1f} {middle - 2:.0f}v{BAR + 4}" stroke="#111" stroke-width="2"/>'
        f'<text x="{max(end, aim) + 6:.0f}" y="{middle + BAR - 3:.0f}">{number}</text>'
    )

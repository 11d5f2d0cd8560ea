"""Changes: how many things an adaptation keeps, alters, moves, merges, cuts and invents."""

from dataclasses import dataclass

from studyguide.guide.chapters.adaptation import Adaptation, Change
from studyguide.render.diagrams import text_width
from studyguide.themes.theme import Drawing

LEFT = 70
"""The x of the first square."""
STEP = 15
RIGHT = 40
"""White space after the squares, for their number."""
KINDS = ("kept", "altered", "moved", "merged", "cut", "invented")
_SIZE = 12


@dataclass(frozen=True)
class Count:
    """A kind of change, its number of occurrences, and the positions of its squares (y from the top of its row)."""

    kind: str
    number: int
    rows: tuple[Change, ...]
    y: float
    squares: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Counts:
    """All kinds that occur."""

    height: float
    kinds: tuple[Count, ...]
    words: str


def counts(chapter: Adaptation, drawing: Drawing) -> Counts:
    """The changes of a comparison by kind; entries of the list `kept` are counted with rows of the kind kept."""
    per_row = (drawing.width - LEFT - RIGHT) // STEP
    found, y = [], 0.0
    for kind in KINDS:
        rows = tuple(row for row in chapter.rows if row.change == kind)
        number = len(rows) + (len(chapter.kept) if kind == "kept" else 0)
        if number:
            squares = tuple((LEFT + n % per_row * STEP, n // per_row * STEP) for n in range(number))
            found.append(Count(kind, number, rows, y, squares))
            y += squares[-1][1] + 1.7 * _SIZE * text_width.LEADING
    words = ", ".join(f"{count.number} {count.kind}" for count in found)
    return Counts(round(y, 1), tuple(found), f"{words[:1].upper()}{words[1:]}.")

"""Changes: how many things an adaptation keeps, alters, moves, merges, cuts and invents."""

from dataclasses import dataclass

from studyguide.guide.chapters.adaptation import Adaptation, Change
from studyguide.languages.labels import Labels
from studyguide.render.diagrams import text_width
from studyguide.themes.theme import Drawing

LEFT = 70
"""The least x of the first square."""
GAP = 8
STEP = 15
RIGHT = 40
"""White space after the squares, for their number."""
KINDS = ("kept", "altered", "moved", "merged", "cut", "invented")
_SIZE = 12


@dataclass(frozen=True)
class Count:
    """A kind of change, its number of occurrences, and the positions of its squares (y from the top of its row)."""

    kind: str
    head: str
    """The kind, as readers see it."""
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


def counts(chapter: Adaptation, labels: Labels, drawing: Drawing) -> Counts:
    """The changes of a comparison by kind; entries of the list `kept` are counted with rows of the kind kept."""
    heads = [labels.say("change.kind", by=kind) for kind in KINDS]
    left = max(LEFT, round(text_width.widest(heads, _SIZE, bold=True)) + GAP)
    per_row = (drawing.width - left - RIGHT) // STEP
    found, y = [], 0.0
    for kind in KINDS:
        rows = tuple(row for row in chapter.rows if row.change == kind)
        number = len(rows) + (len(chapter.kept) if kind == "kept" else 0)
        if number:
            squares = tuple((left + n % per_row * STEP, n // per_row * STEP) for n in range(number))
            found.append(Count(kind, labels.say("change.kind", by=kind), number, rows, y, squares))
            y += squares[-1][1] + 1.7 * _SIZE * text_width.LEADING
    words = ", ".join(labels.say("changes.count", by=count.kind, number=count.number) for count in found)
    return Counts(round(y, 1), tuple(found), labels.say("changes.counts", counts=f"{words[:1].upper()}{words[1:]}"))

"""``python -m tests.bench.ablation``: what each of the program's speed tricks saves, as a table in Markdown.

Each is taken out of the program by itself (`tricks`). The flagship and a made guide are built with it and without it,
in turns: from nothing, again after a line was changed that changes no page, after a paragraph was changed, and with
nothing changed. Options choose guides, a format, tricks, and how often; a log keeps every figure, and is read first::

    python -m tests.bench.ablation --guide 67 --runs 5 --log pairs.jsonl stamping "cut fonts kept"
"""

import argparse
import json
import re
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.bench import guides, without
from tests.bench.commands import TOOLS
from tests.bench.meter import ROOT, Cost, cost
from tests.bench.tricks import NOTHING, TRICKS

EDITED = {"flagship": "chapters/themes.yaml", "67": "chapters/chapter-3.md"}
"""The guides, and the chapter of each in which a paragraph is changed."""

WORD = re.compile(r"(?<=[a-z] )([a-z]{5})(?= [a-z])")
STEPS = ("cold", "warm", "edit", "nothing")


@dataclass(frozen=True)
class Pair:
    """A run with a trick and one without it: what each step took."""

    guide: str
    trick: str
    costs: dict[str, Cost]
    less: dict[str, Cost]

    def ratio(self, step: str, what: str) -> float:
        """Without to with: of time that passes (``wall``) or of processor time (``cpu``)."""
        return float(getattr(self.less[step], what) / getattr(self.costs[step], what))


def guide(name: str, folder: Path) -> Path:
    """A copy of a guide that may be changed."""
    if name == "flagship":
        shutil.copytree(ROOT / "guide", folder)
    else:
        guides.write(folder, int(name))
    return folder


def comment(folder: Path) -> None:
    """Change a line that changes no page."""
    with (folder / "guide.yaml").open("a", encoding="utf-8") as file:
        file.write("# A line that nobody prints.\n")


def edit(folder: Path, chapter: str) -> None:
    """Let a paragraph in the middle of a chapter have two words more."""
    file = folder / chapter
    text = file.read_text("utf-8")
    middle = len(text) // 2
    file.write_text(text[:middle] + WORD.sub(r"\1 and \1", text[middle:], count=1), "utf-8")


def run(name: str, form: str, trick: str) -> dict[str, Cost]:
    """What each step takes without a trick."""
    with tempfile.TemporaryDirectory(prefix="studyguide-bench-") as place:
        folder = guide(name, Path(place, "guide"))
        environment = without.environment(trick, Path(place, "start"))
        command = [TOOLS / "studyguide", "build", folder, "--output", Path(place, "out"), "--format", form]

        def built(change: Callable[[], None] = lambda: None) -> Cost:
            change()
            return cost(command, environment)

        changes = (built(), built(lambda: comment(folder)), built(lambda: edit(folder, EDITED[name])), built())
        return dict(zip(STEPS, changes, strict=True))


def measured(names: Sequence[str], form: str, tricks: Sequence[str], runs: int) -> Iterator[Pair]:
    """Every pair; in every second one, the run without the trick is the first."""
    for number in range(runs):
        for name in names:
            for trick in tricks:
                order = [NOTHING, trick] if number % 2 == 0 else [trick, NOTHING]
                found = {each: run(name, form, each) for each in order}
                yield Pair(name, trick, found[NOTHING], found[trick])


def table(pairs: Sequence[Pair]) -> str:
    """Medians of the ratios, and the least and the most of them; then the median of those of processor time."""
    names = [name for name in EDITED if any(pair.guide == name for pair in pairs)]
    head = ["without", *(f"{name}, {step}" for name in names for step in STEPS)]
    lines = [f"| {' | '.join(head)} |", "|" + " --- |" * len(head)]
    for trick in dict.fromkeys(pair.trick for pair in pairs):
        own = [pair for pair in pairs if pair.trick == trick]
        cells = [_cell([each for each in own if each.guide == name], step) for name in names for step in STEPS]
        lines.append(f"| {' | '.join([trick, *cells])} |")
    return "\n".join([*lines, ""])


def _cell(pairs: Sequence[Pair], step: str) -> str:
    if not pairs:
        return ""
    wall, cpu = (sorted(pair.ratio(step, what) for pair in pairs) for what in ("wall", "cpu"))
    return f"{statistics.median(wall):.2f} ({wall[0]:.2f}–{wall[-1]:.2f}); {statistics.median(cpu):.2f}"


def read(log: Path | None) -> list[Pair]:
    """The pairs in a log."""
    lines = log.read_text("utf-8").splitlines() if log and log.exists() else []
    found = [json.loads(line) for line in lines]
    return [Pair(each["guide"], each["trick"], *map(_costs, (each["costs"], each["less"]))) for each in found]


def _costs(found: dict[str, dict[str, float]]) -> dict[str, Cost]:
    return {step: Cost(**plain) for step, plain in found.items()}


def main() -> None:
    """Measure what is asked for, and write the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.ablation")
    parser.add_argument("--guide", action="append", choices=[*EDITED])
    parser.add_argument("--format", default="pdf")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--log", type=Path)
    parser.add_argument("tricks", nargs="*", metavar="trick")
    options = parser.parse_args()
    tricks = options.tricks or [*TRICKS]
    if wrong := set(tricks) - set(TRICKS):
        parser.error(f"There is no trick called {', '.join(sorted(wrong))}. Choose from: {', '.join(TRICKS)}")
    found = read(options.log)
    for pair in measured(options.guide or [*EDITED], options.format, tricks, options.runs):
        found.append(pair)
        if options.log:
            with options.log.open("a", encoding="utf-8") as log:
                log.write(json.dumps(asdict(pair)) + "\n")
    sys.stdout.write(table(found))


if __name__ == "__main__":
    main()

"""Builds of what was built before: nothing changed, a paragraph changed, another edition."""

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench import rows, warm
from tests.bench.commands import TOOLS, Desk
from tests.bench.meter import ROOT, Cost, cost, medians

EDIT_GOAL, WARM_GOAL, EPUB_GOAL = 0.12, 0.10, 0.42
EDITION_GOAL, SHARED_GOAL = 0.65, 0.35
COMMAND_GOAL = 0.060
MAKE_GOAL = COMMAND_GOAL + 0.010  # it asks the command
RUNS, MOMENTS = 3, 20
"""How often each is timed; what takes milliseconds more often."""


def edited(desk: Desk) -> Iterator[rows.Row]:
    """A word is changed in one paragraph."""
    guide = desk.guide(67)
    build = desk.ours(guide, "pdf")
    build()
    ours, theirs = medians(RUNS, _changed(guide, build), desk.stock(67))
    yield rows.builds("one paragraph edited, about 67 pages", "stock WeasyPrint’s whole run", ours, theirs, EDIT_GOAL)
    ours, theirs = medians(RUNS, _again(desk.guide(14), 1, "student", "edit"), desk.stock(14))
    what = "the same in a warm process, about 14 pages"
    yield rows.builds(what, "stock WeasyPrint’s whole run", ours, theirs, WARM_GOAL)
    build = desk.ours(guide, "epub", "--no-pages")
    build()
    ours, theirs = medians(RUNS, _changed(guide, build), desk.ours(guide, "epub", "--no-pages", "--no-cache"))
    what = "one paragraph edited, EPUB of about 67 pages"
    yield rows.builds(what, "ours, cold, of the same guide", ours, theirs, EPUB_GOAL)


def _changed(guide: Path, build: Callable[[], Cost]) -> Callable[[], Cost]:
    """A build after a word has changed, another one each time."""
    words = iter(("quite", "never", "often", "there", "about"))

    def measure() -> Cost:
        warm.edit(guide, next(words))
        return build()

    return measure


def editions(desk: Desk) -> Iterator[rows.Row]:
    """What an edition adds to a run in which another was built, against a cold build of it, by as many processes."""
    workers = os.cpu_count() or 1
    for guide, second, what, goal in (
        (desk.guide(67), "large-print", "a second edition, which shares no page", EDITION_GOAL),
        (desk.with_other(67), "other", "a second edition, three quarters the same", SHARED_GOAL),
    ):
        cold = desk.ours(guide, "pdf", "--no-cache", "--edition", second)
        ours, theirs = medians(RUNS, _again(guide, workers, "student", second), cold)
        yield rows.builds(what, "ours, cold, of the same edition", ours, theirs, goal)


def nothing(desk: Desk) -> Iterator[rows.Row]:
    """Nothing has changed."""
    guide = desk.guide(14)
    command = [TOOLS / "studyguide", "build", guide, "--output", desk.folder / "idle", "--format", "pdf"]
    make = ["make", "--silent", "pdf", f"GUIDE={guide}"]
    built = ROOT / "build" / "dummy-14.pdf"
    cost(command)
    cost(make)
    try:
        for what, each, goal in (("make", make, MAKE_GOAL), ("the command", command, COMMAND_GOAL)):
            yield rows.moment(f"nothing changed, {what}", _moment(each), goal)
    finally:
        built.unlink(missing_ok=True)


def _moment(command: list[str | Path]) -> float:
    return medians(MOMENTS, lambda: cost(command))[0].wall


def _again(guide: Path, workers: int, first: str, second: str) -> Callable[[], Cost]:
    def measure() -> Cost:
        with tempfile.TemporaryDirectory() as output:
            return warm.again(guide, Path(output), workers, first, second)

    return measure

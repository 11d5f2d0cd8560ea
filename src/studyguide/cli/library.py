"""A library: several guides at once, with one progress display and one summary; one that fails stops no other."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studyguide import fresh
from studyguide.cli import orders, reports
from studyguide.errors import StudyguideError, UsageError

if TYPE_CHECKING:
    from studyguide.build import Built, Request


@dataclass(frozen=True)
class Order:
    """An edition of one guide of a library."""

    guide: Path
    request: "Request"


class Library:
    """What is to be built of several guides, and what has come of it."""

    def __init__(self, options: argparse.Namespace, formats: tuple[str, ...]) -> None:
        folders = dict.fromkeys((options.guide, *options.others))
        self.each = {folder: argparse.Namespace(**{**vars(options), "guide": folder}) for folder in folders}
        self._formats = formats
        self._before = {folder: fresh.fingerprint(folder) for folder in folders}
        self._failed: set[Path] = set()
        self.code = 0
        """How bad what was wrong before anything was built is, as an exit code."""
        self._files = {"written": 0, "up to date": 0}

    def stale(self) -> tuple[list[Order], list[Order]]:
        """What is not up to date, in two rounds: the second needs the pages of the first."""
        found: tuple[list[Order], list[Order]] = ([], [])
        for folder in self.each:
            try:
                orders.require_folder(folder)
                for late, names in enumerate(self._editions(folder)):
                    found[late].extend(self._stale(folder, names))
            except StudyguideError as error:
                self._failed.add(folder)
                self.code = max(self.code, reports.explained(error, self.each[folder]))
        return found

    @property
    def sound(self) -> list[Path]:
        """The guides with which nothing was wrong so far."""
        return [folder for folder in self.each if folder not in self._failed]

    def done(self, order: Order, built: "tuple[Built, ...]") -> None:
        """Take in the files of an order."""
        options = self.each[order.guide]
        chosen = orders.choices(options, self._formats, order.request.edition)
        orders.remember(options, chosen, built, self._before[order.guide])
        self._files["written"] += len(built)

    def told(self, outcomes: "Iterator[tuple[Order, tuple[Built, ...] | Exception]]") -> int:
        """Tell of outcomes as they come, and remember whose went wrong. The exit code."""
        return orders.told(self._noting(outcomes), lambda order: self.each[order.guide], self.done)

    def summary(self) -> str:
        """A last line."""
        files = ", ".join(f"{reports.count(number, 'file')} {what}" for what, number in self._files.items() if number)
        failed = f"{len(self._failed)} failed: {', '.join(map(str, sorted(self._failed)))}" if self._failed else ""
        return f"{reports.count(len(self.each), 'guide')}: {'; '.join(filter(None, (files, failed)))}"

    def _editions(self, folder: Path) -> Sequence[Sequence[str | None]]:
        if not self.each[folder].all_editions:
            return ((self.each[folder].edition,),)
        from studyguide import catalogue

        return catalogue.rounds(folder)

    def _stale(self, folder: Path, names: Sequence[str | None]) -> Iterator[Order]:
        options = self.each[folder]
        for name in names:
            fine = orders.up_to_date(options, orders.choices(options, self._formats, name))
            self._files["up to date"] += len(fine)
            if not fine:
                yield Order(folder, orders.request(options, self._formats, name, 1))

    def _noting(self, outcomes: Iterator[tuple[Order, Any]]) -> Iterator[tuple[Order, Any]]:
        for order, outcome in outcomes:
            if isinstance(outcome, StudyguideError):
                self._failed.add(order.guide)
            yield order, outcome


def build(options: argparse.Namespace, formats: tuple[str, ...]) -> int:
    """Build several guides, as many at once as there are cores. Raises `UsageError` for two options at odds."""
    if options.scheduler and options.workers:
        raise UsageError("--workers counts processes of this machine, and --scheduler has its own. Leave one out.")
    library = Library(options, formats)
    rounds = library.stale()
    whole, number, code = sum(map(len, rounds)), count(1), 0
    if whole:
        _refuse_namesakes(library.sound)

        def told(_: int) -> None:
            reports.progress(f"{next(number)} of {whole} editions built")

        with _builders(options, formats) as run:
            for stale in rounds:
                code = max(code, library.told(run(stale, told)))
    print(library.summary())
    return max(code, library.code)


@contextmanager
def _builders(
    options: argparse.Namespace, formats: tuple[str, ...]
) -> "Iterator[Callable[[list[Order], Callable[[int], None]], Iterator[Any]]]":
    """Who builds orders and tells how many are done: processes of this machine, or the workers of a scheduler."""
    from studyguide import cluster, pool

    if options.scheduler is None:
        pool.prepare(paged=orders.paged(options, formats))
        yield lambda stale, told: pool.run(_build, None, stale, told, orders.workers(options))
        return
    with cluster.executor(options.scheduler) as crew:
        yield lambda stale, told: cluster.run(crew, {each: (each.guide, each.request) for each in stale}, told)


def _build(_nothing: None, order: Order) -> "tuple[Built, ...]":
    from studyguide.build import build

    return build(order.guide, order.request)


def _refuse_namesakes(folders: "Sequence[Path]") -> None:
    """Raise `UsageError` for two guides whose files would have one name."""
    from studyguide import catalogue

    owners: dict[str, Path] = {}
    for folder in folders:
        for stem in catalogue.stems(folder):
            if owners.setdefault(stem, folder) != folder:
                raise UsageError(
                    f"{owners[stem]} and {folder} both have files called '{stem}', so one would replace the other's. "
                    "Change `name` in one guide.yaml, or build them to two folders with --output."
                )

"""Several guides at once, with one progress display and one summary; one that fails does not stop the others."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studyguide.cli import build_options, output
from studyguide.support import up_to_date
from studyguide.support.errors import StudyguideError, UsageError

if TYPE_CHECKING:
    from studyguide.build import Built, Request


@dataclass(frozen=True)
class EditionOfMany:
    """An edition of one guide of a library."""

    guide: Path
    request: "Request"


class Library:
    """What to build of several guides, and the outcome so far."""

    def __init__(self, options: argparse.Namespace, formats: tuple[str, ...]) -> None:
        folders = dict.fromkeys((options.guide, *options.others))
        self.each = {folder: argparse.Namespace(**{**vars(options), "guide": folder}) for folder in folders}
        self._formats = formats
        self._before = {folder: up_to_date.fingerprint(folder) for folder in folders}
        self._failed: set[Path] = set()
        self.code = 0
        """The exit code for what was wrong before anything was built."""
        self._files = {"written": 0, "up to date": 0}

    def stale(self) -> tuple[list[EditionOfMany], list[EditionOfMany]]:
        """Orders for what is not up to date, in two rounds: the second needs the pages of the first."""
        found: tuple[list[EditionOfMany], list[EditionOfMany]] = ([], [])
        for folder in self.each:
            try:
                build_options.require_folder(folder)
                for late, names in enumerate(self._editions(folder)):
                    found[late].extend(self._stale(folder, names))
            except StudyguideError as error:
                self._failed.add(folder)
                self.code = max(self.code, output.explained(error, self.each[folder]))
        return found

    @property
    def sound(self) -> list[Path]:
        """The guides without a failure so far."""
        return [folder for folder in self.each if folder not in self._failed]

    def done(self, order: EditionOfMany, built: "tuple[Built, ...]") -> None:
        """Record the files of an order."""
        options = self.each[order.guide]
        chosen = build_options.choices(options, self._formats, order.request.edition)
        build_options.remember(options, chosen, built, self._before[order.guide])
        self._files["written"] += len(built)

    def told(self, outcomes: "Iterator[tuple[EditionOfMany, tuple[Built, ...] | Exception]]") -> int:
        """Report outcomes as they come, note which guides failed, and return the exit code."""
        return build_options.told(self._noting(outcomes), lambda order: self.each[order.guide], self.done)

    def summary(self) -> str:
        """The last line: how many files were written or up to date, and which guides failed."""
        files = ", ".join(f"{output.count(number, 'file')} {what}" for what, number in self._files.items() if number)
        failed = f"{len(self._failed)} failed: {', '.join(map(str, sorted(self._failed)))}" if self._failed else ""
        return f"{output.count(len(self.each), 'guide')}: {'; '.join(filter(None, (files, failed)))}"

    def _editions(self, folder: Path) -> Sequence[Sequence[str | None]]:
        if not self.each[folder].all_editions:
            return ((self.each[folder].edition,),)
        from studyguide.cli import listing

        return listing.rounds(folder)

    def _stale(self, folder: Path, names: Sequence[str | None]) -> Iterator[EditionOfMany]:
        options = self.each[folder]
        for name in names:
            fine = build_options.finished(options, build_options.choices(options, self._formats, name))
            self._files["up to date"] += len(fine)
            if not fine:
                yield EditionOfMany(folder, build_options.request(options, self._formats, name, 1))

    def _noting(self, outcomes: Iterator[tuple[EditionOfMany, Any]]) -> Iterator[tuple[EditionOfMany, Any]]:
        for order, outcome in outcomes:
            if isinstance(outcome, StudyguideError):
                self._failed.add(order.guide)
            yield order, outcome


def build(options: argparse.Namespace, formats: tuple[str, ...]) -> int:
    """Build several guides, one on each core. Raises `UsageError` for options that exclude each other."""
    if options.scheduler and options.workers:
        raise UsageError("--workers is for this machine, and --scheduler has workers of its own. Leave one out.")
    library = Library(options, formats)
    rounds = library.stale()
    whole, number, code = sum(map(len, rounds)), count(1), 0
    if whole:
        _refuse_namesakes(library.sound)

        def told(_: int) -> None:
            output.progress(f"{next(number)} of {whole} editions built")

        with _builders(options, formats) as run:
            for stale in rounds:
                code = max(code, library.told(run(stale, told)))
    print(library.summary())
    return max(code, library.code)


@contextmanager
def _builders(
    options: argparse.Namespace, formats: tuple[str, ...]
) -> "Iterator[Callable[[list[EditionOfMany], Callable[[int], None]], Iterator[Any]]]":
    """A function that builds orders and reports progress: by processes of this machine, or by a Dask cluster."""
    from studyguide.build import dask, parallel

    if options.scheduler is None:
        build_options.prepare_many(options, paged=build_options.paged(options, formats))
        yield lambda stale, told: parallel.run(_build, None, stale, told, build_options.workers(options))
        return
    with dask.executor(options.scheduler) as workers:
        yield lambda stale, told: dask.run(workers, {each: (each.guide, each.request) for each in stale}, told)


def _build(_nothing: None, order: EditionOfMany) -> "tuple[Built, ...]":
    from studyguide.build import build

    return build(order.guide, order.request)


def _refuse_namesakes(folders: "Sequence[Path]") -> None:
    """Raise `UsageError` for two guides whose files would have the same name."""
    from studyguide.cli import listing

    owners: dict[str, Path] = {}
    for folder in folders:
        for stem in listing.stems(folder):
            if owners.setdefault(stem, folder) != folder:
                raise UsageError(
                    f"{owners[stem]} and {folder} both have files called '{stem}', so one would replace the other's. "
                    "Change `name` in one guide.yaml, or build them to two folders with --output."
                )

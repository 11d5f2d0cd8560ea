"""Orders as the command line gives them: what is to be built, whether it is up to date, and what came of it."""

import argparse
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studyguide import fresh
from studyguide.cli import reports
from studyguide.errors import GuideError, Problem, StudyguideError, UsageError

if TYPE_CHECKING:
    from studyguide.build import Built, Request


def require_folder(folder: Path) -> None:
    """Raise `UsageError` for what is no folder."""
    if not folder.is_dir():
        raise UsageError(f"There is no folder '{folder}'. Give the folder that holds guide.yaml.")


def request(options: argparse.Namespace, formats: tuple[str, ...], edition: str | None, workers: int) -> "Request":
    """One edition of the guide, to be built by so many processes."""
    from studyguide.build import Request
    from studyguide.formats import Workshop

    booklet = options.run == "booklet"
    cache = None if options.no_cache else options.cache or options.output / fresh.FOLDER / "cache"
    workshop = Workshop(cache, max(1, workers), fresh.program(), whole=options.one_document)
    return Request(
        formats,
        options.output,
        edition,
        options.paper,
        options.theme,
        booklet=booklet,
        numbered=not options.no_pages,
        workshop=workshop,
    )


def workers(options: argparse.Namespace) -> int:
    """How many processes may work at once: as many as was said, or one for each core."""
    from studyguide import service  # which a build with nothing to do does not need

    return options.workers or service.cores()


def prepare(options: argparse.Namespace, formats: tuple[str, ...]) -> None:
    """Begin to load what lays out pages in processes beside this one, if any will."""
    if workers(options) > 1 and not options.one_document and paged(options, formats):
        from studyguide.formats import paged as printing

        printing().prepare()


def paged(options: argparse.Namespace, formats: tuple[str, ...]) -> bool:
    """Whether pages are laid out, for themselves or for their numbers."""
    from studyguide.formats import PAGED, load

    return PAGED in formats or (not options.no_pages and any(load(name).NUMBERED for name in formats))


def choices(options: argparse.Namespace, formats: tuple[str, ...], edition: str | None) -> tuple[str, ...]:
    """What was chosen that decides the files of an edition."""
    pages = ("no pages",) if options.no_pages else ()
    whole = ("one document",) if options.one_document else ()
    return (*formats, options.run, *pages, *whole, *look(options, edition))


def look(options: argparse.Namespace, edition: str | None) -> tuple[str, ...]:
    """The part of it that all commands have."""
    return (f"edition {edition}", f"paper {options.paper}", f"theme {options.theme}")


def up_to_date(options: argparse.Namespace, chosen: tuple[str, ...]) -> dict[Path, int | None]:
    """The files of the last build, and their pages, if they still hold; else none."""
    done = {} if options.force else fresh.outputs(options.guide, options.output, chosen) or {}
    reports.files(options, done, "is up to date")
    return done


def remember(options: argparse.Namespace, chosen: tuple[str, ...], built: "Sequence[Built]", before: str) -> None:
    """Record what was built, so that it need not be built again; `before` is `fresh.fingerprint` when it began."""
    if not any(each.remark for each in built):  # what it lacks, the next build may have
        fresh.remember(options.guide, options.output, chosen, {each.path: each.pages for each in built}, before)


def told(
    outcomes: "Iterable[tuple[Any, tuple[Built, ...] | Exception]]",
    whose: Callable[[Any], argparse.Namespace],
    done: "Callable[[Any, tuple[Built, ...]], None]",
) -> int:
    """Tell of each outcome as it comes, and at the end of all problems, guide by guide. The exit code.

    `whose` has the options of a request, and `done` gets the good outcomes.
    """
    code, some = 0, False
    problems: dict[Path, tuple[argparse.Namespace, list[Problem]]] = {}
    for asked, outcome in outcomes:
        options = whose(asked)
        if isinstance(outcome, GuideError):
            problems.setdefault(options.guide, (options, []))[1].extend(outcome.problems)
        elif isinstance(outcome, StudyguideError):
            reports.built(options, getattr(outcome, "built", ()))
            code = max(code, reports.explained(outcome, options))
        elif isinstance(outcome, Exception):
            raise outcome
        else:
            some = True
            done(asked, outcome)
            reports.built(options, outcome)
    for options, found in problems.values():
        code = max(code, reports.explained(GuideError(found), options, some=some))
    return code

"""The commands that build: guides, booklets and handouts."""

import argparse
from collections.abc import Callable, Iterable, Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studyguide import fresh
from studyguide.cli import reports
from studyguide.errors import GuideError, Problem, StudyguideError

if TYPE_CHECKING:
    from studyguide.build import Built, Request


def build(options: argparse.Namespace) -> int:
    """Build a guide, as pages or as a booklet. A build with nothing changed does no work."""
    formats = tuple(dict.fromkeys(options.format or ("pdf", "epub")))
    return _build_all(options, formats) if options.all_editions else _build_one(options, formats)


def show(options: argparse.Namespace) -> int:
    """Build the specimen, in a folder named after the theme."""
    options.output = options.output / "specimen" / (options.theme or "quiet")
    return build(options)


def hand_out(options: argparse.Namespace) -> int:
    """Build handouts of one group, several at once; one that fails does not stop the others."""
    which = (options.run, *options.sheet, "tiers", *options.tier, f"fillable {options.fillable}")
    choices = (*which, *_look(options, options.edition))
    if done := _up_to_date(options, choices):
        reports.pack(options, done.items())
        return 0
    from studyguide import handing, pool
    from studyguide.review import sound

    before = fresh.fingerprint(options.guide)
    guide = sound(options.guide)
    asked = handing.Asked(
        group=options.run,
        output=options.output,
        sheets=tuple(options.sheet),
        tiers=tuple(options.tier),
        fillable=options.fillable,
        edition=options.edition,
        paper=options.paper,
        theme=options.theme,
    )
    requests = handing.requests(guide, asked)
    built: list[Built] = []
    outcomes = pool.run(handing.hand_out, guide, requests, _counted(len(requests), "handouts"))
    code = _told(options, outcomes, lambda _request, done: built.extend(done))
    reports.pack(options, [(each.path, each.pages) for each in built])
    if not code:
        _remember(options, choices, built, before)
    return code


def _build_one(options: argparse.Namespace, formats: tuple[str, ...]) -> int:
    choices = _choices(options, formats, options.edition)
    if _up_to_date(options, choices):
        return 0
    from studyguide.build import build

    before = fresh.fingerprint(options.guide)
    built = build(options.guide, _request(options, formats, options.edition), reports.progress)
    _remember(options, choices, built, before)
    reports.built(options, built)
    return 0


def _build_all(options: argparse.Namespace, formats: tuple[str, ...]) -> int:
    """Every edition, several at once; one that fails does not stop the others.

    Those that print the page numbers of others come last, when these have been laid out.
    """
    from studyguide import catalogue, pool
    from studyguide.build import build

    rounds = [
        [name for name in names if not _up_to_date(options, _choices(options, formats, name))]
        for names in catalogue.rounds(options.guide)
    ]
    before = fresh.fingerprint(options.guide)
    requests = [[_request(options, formats, name) for name in stale] for stale in rounds]
    number, told = count(1), _counted(sum(map(len, requests)), "editions")
    outcomes = (
        outcome for each in requests for outcome in pool.run(build, options.guide, each, lambda _: told(next(number)))
    )
    return _told(
        options,
        outcomes,
        lambda request, built: _remember(options, _choices(options, formats, request.edition), built, before),
    )


def _told(
    options: argparse.Namespace,
    outcomes: "Iterable[tuple[Any, tuple[Built, ...] | Exception]]",
    done: "Callable[[Any, tuple[Built, ...]], None]",
) -> int:
    """Tell of each outcome as it comes, and at the end of all problems; `done` gets the good ones. The exit code."""
    code, problems, some = 0, list[Problem](), False
    for request, outcome in outcomes:
        if isinstance(outcome, GuideError):
            problems += outcome.problems
        elif isinstance(outcome, StudyguideError):
            code = max(code, reports.explained(outcome, options))
        elif isinstance(outcome, Exception):
            raise outcome
        else:
            some = True
            done(request, outcome)
            reports.built(options, outcome)
    return max(code, reports.explained(GuideError(problems), options, some=some)) if problems else code


def _counted(whole: int, what: str) -> Callable[[int], None]:
    return lambda number: reports.progress(f"{number} of {whole} {what} built")


def _request(options: argparse.Namespace, formats: tuple[str, ...], edition: str | None) -> "Request":
    from studyguide.build import Request

    booklet = options.run == "booklet"
    return Request(
        formats,
        options.output,
        edition,
        options.paper,
        options.theme,
        booklet=booklet,
        numbered=not options.no_pages,
    )


def _choices(options: argparse.Namespace, formats: tuple[str, ...], edition: str | None) -> tuple[str, ...]:
    pages = ("no pages",) if options.no_pages else ()
    return (*formats, options.run, *pages, *_look(options, edition))


def _look(options: argparse.Namespace, edition: str | None) -> tuple[str, ...]:
    return (f"edition {edition}", f"paper {options.paper}", f"theme {options.theme}")


def _up_to_date(options: argparse.Namespace, choices: tuple[str, ...]) -> dict[Path, int | None]:
    """The files of the last build, and their pages, if they still hold; else none."""
    done = {} if options.force else fresh.outputs(options.guide, options.output, choices) or {}
    reports.files(options, done, "is up to date")
    return done


def _remember(options: argparse.Namespace, choices: tuple[str, ...], built: "Sequence[Built]", before: str) -> None:
    if not any(each.remark for each in built):  # what it lacks, the next build may have
        fresh.remember(options.guide, options.output, choices, {each.path: each.pages for each in built}, before)

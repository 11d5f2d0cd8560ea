"""The commands that build: guides, booklets and handouts."""

import argparse
from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING

from studyguide import fresh
from studyguide.cli import orders, reports

if TYPE_CHECKING:
    from studyguide.build import Built, Request


def build(options: argparse.Namespace) -> int:
    """Build a guide or several, as pages or as booklets. A build with nothing changed does no work."""
    formats = tuple(dict.fromkeys(options.format or ("pdf", "epub")))
    if getattr(options, "others", ()) or getattr(options, "scheduler", None) is not None:
        from studyguide.cli import library  # many things that one guide does not need

        return library.build(options, formats)
    return _build_all(options, formats) if options.all_editions else _build_one(options, formats)


def show(options: argparse.Namespace) -> int:
    """Build the specimen, in a folder named after the theme."""
    options.output = options.output / "specimen" / (options.theme or "quiet")
    return build(options)


def hand_out(options: argparse.Namespace) -> int:
    """Build handouts of one group, several at once; one that fails does not stop the others."""
    which = (options.run, *options.sheet, "tiers", *options.tier, f"fillable {options.fillable}")
    choices = (*which, *orders.look(options, options.edition))
    if done := orders.up_to_date(options, choices):
        reports.pack(options, done.items())
        return 0
    from studyguide import handing, pool
    from studyguide.review import sound

    before = fresh.fingerprint(options.guide)
    pool.prepare(paged=True)
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
    reports.line(handing.notice(guide, asked))
    built: list[Built] = []
    told = _counted(len(requests), "handouts")
    outcomes = pool.run(handing.hand_out, guide, requests, told, orders.workers(options))
    code = orders.told(outcomes, lambda _: options, lambda _request, done: built.extend(done))
    reports.pack(options, [(each.path, each.pages) for each in built])
    if not code:
        orders.remember(options, choices, built, before)
    return code


def _build_one(options: argparse.Namespace, formats: tuple[str, ...]) -> int:
    choices = orders.choices(options, formats, options.edition)
    if orders.up_to_date(options, choices):
        return 0
    orders.prepare(options, formats)
    from studyguide.build import SomeFailedError, build

    before = fresh.fingerprint(options.guide)
    request = orders.request(options, formats, options.edition, orders.workers(options))
    try:
        built = build(options.guide, request, reports.progress)
    except SomeFailedError as error:
        reports.built(options, error.built)
        raise
    orders.remember(options, choices, built, before)
    reports.built(options, built)
    return 0


def _build_all(options: argparse.Namespace, formats: tuple[str, ...]) -> int:
    """Every edition, several at once; one that fails does not stop the others.

    Those that print the page numbers of others come last, when these have been laid out.
    """
    from studyguide import catalogue, pool
    from studyguide.build import build

    rounds = [
        [name for name in names if not orders.up_to_date(options, orders.choices(options, formats, name))]
        for names in catalogue.rounds(options.guide)
    ]
    if any(rounds):
        pool.prepare(paged=orders.paged(options, formats))
    before, hands = fresh.fingerprint(options.guide), orders.workers(options)
    requests = [[orders.request(options, formats, name, hands // len(stale)) for name in stale] for stale in rounds]
    number, told = count(1), _counted(sum(map(len, requests)), "editions")
    outcomes = (
        outcome
        for each in requests
        for outcome in pool.run(build, options.guide, each, lambda _: told(next(number)), hands)
    )

    def done(request: "Request", built: "tuple[Built, ...]") -> None:
        orders.remember(options, orders.choices(options, formats, request.edition), built, before)

    return orders.told(outcomes, lambda _: options, done)


def _counted(whole: int, what: str) -> Callable[[int], None]:
    return lambda number: reports.progress(f"{number} of {whole} {what} built")

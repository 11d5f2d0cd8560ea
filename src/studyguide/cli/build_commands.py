"""The commands that build: guides, booklets and handouts."""

import argparse
from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING

from studyguide.cli import build_options, output
from studyguide.cli.arguments import SLIDE_FORMATS
from studyguide.support import up_to_date
from studyguide.support.errors import UsageError

if TYPE_CHECKING:
    from studyguide.build import Built, Request


def build(options: argparse.Namespace) -> int:
    """Build one guide or several, as pages or as booklets. If nothing has changed, nothing is built."""
    formats = tuple(dict.fromkeys(options.format or ("pdf", "epub")))
    if options.run == "booklet" and formats != ("pdf",):
        raise UsageError("A booklet is a PDF, because its pages must meet on folded sheets. Leave out --format.")
    if getattr(options, "others", ()) or getattr(options, "scheduler", None) is not None:
        from studyguide.cli import many_guides  # imports a lot that one guide does not need

        return many_guides.build(options, formats)
    return _build_all(options, formats) if options.all_editions else _build_one(options, formats)


def show(options: argparse.Namespace) -> int:
    """Build the specimen, in a folder named after the theme."""
    options.output = options.output / "specimen" / (options.theme or "quiet")
    return build(options)


def hand_out(options: argparse.Namespace) -> int:
    """Build handouts of one group, several at once; one that fails does not stop the others."""
    is_slides = options.run == "slides"
    tiers = tuple(options.tier) or (("core",) if is_slides else ())
    wanted = tuple(dict.fromkeys(options.format or SLIDE_FORMATS)) if is_slides else (options.format,)
    which = (options.run, *wanted, *options.sheet, "tiers", *tiers, f"fillable {options.fillable}")
    choices = (*which, *build_options.look(options, options.edition))
    if done := build_options.finished(options, choices):
        output.pack(options, done.items())
        return 0
    from studyguide import formats

    build_options.prepare_many(options, "sheet", paged=formats.PAGED in wanted)
    from studyguide.build import handout_files, parallel
    from studyguide.build.checked_guide import sound

    before = up_to_date.fingerprint(options.guide)
    asked = handout_files.HandoutOptions(
        group=options.run,
        output=options.output,
        sheets=tuple(options.sheet),
        tiers=tiers,
        formats=wanted if is_slides else (formats.known(options.format),),
        fillable=options.fillable,
        edition=options.edition,
        paper=options.paper,
        theme=options.theme,
    )
    handout_files.require_format(asked)
    guide = sound(options.guide)
    requests = handout_files.requests(guide, asked)
    output.line(handout_files.notice(guide, asked))
    built: list[Built] = []
    told = _counted(len(requests), "handouts")
    outcomes = parallel.run(handout_files.hand_out, guide, requests, told, build_options.workers(options))
    code = build_options.told(outcomes, lambda _: options, lambda _request, done: built.extend(done))
    output.pack(options, [(each.path, each.pages) for each in built])
    if not code:
        build_options.remember(options, choices, built, before)
    return code


def _build_one(options: argparse.Namespace, formats: tuple[str, ...]) -> int:
    choices = build_options.choices(options, formats, options.edition)
    if build_options.finished(options, choices):
        return 0
    build_options.prepare(options, formats)
    from studyguide.build import SomeFailedError, build

    before = up_to_date.fingerprint(options.guide)
    request = build_options.request(options, formats, options.edition, build_options.workers(options))
    try:
        built = build(options.guide, request, output.progress)
    except SomeFailedError as error:
        output.built(options, error.built)
        raise
    build_options.remember(options, choices, built, before)
    output.built(options, built)
    return 0


def _build_all(options: argparse.Namespace, formats: tuple[str, ...]) -> int:
    """Every edition, several at once; one that fails does not stop the others.

    Editions that print the page numbers of others come last, after these have been laid out.
    """
    from studyguide.cli import listing

    rounds = [
        [name for name in names if not build_options.finished(options, build_options.choices(options, formats, name))]
        for names in listing.rounds(options.guide)
    ]
    if any(rounds):
        build_options.prepare_many(options, paged=build_options.paged(options, formats))
    from studyguide.build import build, parallel

    before, workers = up_to_date.fingerprint(options.guide), build_options.workers(options)
    requests = [
        [build_options.request(options, formats, name, workers // len(stale)) for name in stale] for stale in rounds
    ]
    number, told = count(1), _counted(sum(map(len, requests)), "editions")
    outcomes = (
        outcome
        for each in requests
        for outcome in parallel.run(build, options.guide, each, lambda _: told(next(number)), workers)
    )

    def done(request: "Request", built: "tuple[Built, ...]") -> None:
        build_options.remember(options, build_options.choices(options, formats, request.edition), built, before)

    return build_options.told(outcomes, lambda _: options, done)


def _counted(whole: int, what: str) -> Callable[[int], None]:
    return lambda number: output.progress(f"{number} of {whole} {what} built")

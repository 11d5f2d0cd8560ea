"""From arguments to requests: what to build, whether it is up to date, and a report of the outcome."""

import argparse
import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studyguide.cli import default_guide, output
from studyguide.support import cache_key, up_to_date
from studyguide.support.errors import GuideError, Problem, StudyguideError, UsageError

if TYPE_CHECKING:
    from studyguide.build import Built, Request
    from studyguide.formats import LayoutOptions

MOST_BYTES = 100_000
"""How much of a guide's first file is read to guess its look."""
JOBS = "studyguide.build.handout_files"
"""The module that every process of `build.parallel` imports; it imports `build`. Its name is known here, so that
loading it can begin before this process loads it, too."""


def require_folder(folder: Path) -> None:
    """Raise `UsageError` unless this is a folder."""
    if not folder.is_dir():
        raise UsageError(default_guide.missing(folder))


def request(options: argparse.Namespace, formats: tuple[str, ...], edition: str | None, workers: int) -> "Request":
    """A request for one edition of the guide, built by at most `workers` processes."""
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
        layout_options=layout_options(options, workers),
    )


def layout_options(options: argparse.Namespace, workers: int) -> "LayoutOptions":
    """The cache and at most so many processes for layout."""
    from studyguide.formats import LayoutOptions

    cache = None if options.no_cache else options.cache or options.output / up_to_date.FOLDER / "cache"
    return LayoutOptions(cache, max(1, workers), cache_key.program())


def workers(options: argparse.Namespace) -> int:
    """How many processes may work at once: as many as asked for, or one for each core."""
    from studyguide.support import processes  # not needed if nothing has changed

    return options.workers or processes.cores()


def prepare(options: argparse.Namespace, formats: tuple[str, ...]) -> None:
    """If other processes will lay out pages, begin to load the modules they need."""
    if workers(options) > 1 and paged(options, formats):
        from studyguide.formats import prepare

        prepare(look=guessed_look(options, "guide"))


def prepare_many(options: argparse.Namespace, what: str = "guide", *, paged: bool) -> None:
    """Begin to load the modules of processes that do whole builds; `paged`: whether pages are laid out."""
    from studyguide import formats
    from studyguide.support import processes

    if paged:
        formats.prepare([JOBS], guessed_look(options, what))
    else:
        processes.prepare([JOBS])


def guessed_look(options: argparse.Namespace, what: str) -> str:
    """The look that pages will probably have, for `formats.prepare`; `what` is ``guide`` or ``sheet``.

    Reading the guide takes longer than a guess from the text of its first file, and nothing depends on it.
    """
    text, settings = "", options.guide / "guide.yaml"
    with suppress(OSError):
        if settings.is_file():
            with settings.open("rb") as file:
                text = file.read(MOST_BYTES).decode("utf-8", "replace")
    edition = getattr(options, "edition", None)
    its_own = text.partition(f"id: {edition}")[2].partition("id: ")[0] if edition else ""
    theme = options.theme or _value("theme", its_own) or "quiet"
    paper = options.paper or _value("paper", its_own) or "a4"
    return f"{theme},{paper},{_value('language', text) or 'en'},{what}"


def _value(key: str, text: str) -> str:
    """The plain value of a key in YAML."""
    found = re.search(rf"\b{key}: *['\"]?([\w-]+)", text)
    return found[1] if found else ""


def paged(options: argparse.Namespace, formats: tuple[str, ...]) -> bool:
    """Whether pages are laid out, for themselves or for their numbers."""
    from studyguide.formats import PAGED, load

    return PAGED in formats or (not options.no_pages and any(load(name).NUMBERED for name in formats))


def choices(options: argparse.Namespace, formats: tuple[str, ...], edition: str | None) -> tuple[str, ...]:
    """The choices that decide the files of an edition."""
    pages = ("no pages",) if options.no_pages else ()
    return (*formats, options.run, *pages, *look(options, edition))


def look(options: argparse.Namespace, edition: str | None) -> tuple[str, ...]:
    """The choices that every command has."""
    return (f"edition {edition}", f"paper {options.paper}", f"theme {options.theme}")


def finished(options: argparse.Namespace, chosen: tuple[str, ...]) -> dict[Path, int | None]:
    """The files of the last build with their numbers of pages, if they are up to date; empty if not."""
    done = {} if options.force else up_to_date.outputs(options.guide, options.output, chosen) or {}
    output.files(options, done, "is up to date")
    return done


def remember(options: argparse.Namespace, chosen: tuple[str, ...], built: "Sequence[Built]", before: str) -> None:
    """Record what was built, so it need not be built again; `before` is the guide's fingerprint at the start."""
    if not any(each.remark for each in built):  # the next build may have the missing feature
        up_to_date.remember(options.guide, options.output, chosen, {each.path: each.pages for each in built}, before)


def told(
    outcomes: "Iterable[tuple[Any, tuple[Built, ...] | Exception]]",
    whose: Callable[[Any], argparse.Namespace],
    done: "Callable[[Any, tuple[Built, ...]], None]",
) -> int:
    """Report each outcome as it comes, and at the end all problems, guide by guide; return the exit code.

    `whose` returns the options of a request; `done` is called with each success.
    """
    code, some = 0, False
    problems: dict[Path, tuple[argparse.Namespace, list[Problem]]] = {}
    for asked, outcome in outcomes:
        options = whose(asked)
        if isinstance(outcome, GuideError):
            problems.setdefault(options.guide, (options, []))[1].extend(outcome.problems)
        elif isinstance(outcome, StudyguideError):
            output.built(options, getattr(outcome, "built", ()))
            code = max(code, output.explained(outcome, options))
        elif isinstance(outcome, Exception):
            raise outcome
        else:
            some = True
            done(asked, outcome)
            output.built(options, outcome)
    for options, found in problems.values():
        code = max(code, output.explained(GuideError(found), options, some=some))
    return code

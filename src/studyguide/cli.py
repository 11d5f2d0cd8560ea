"""The command line: it alone prints and picks exit codes (0 done, 1 the guide has problems, 2 wrong use)."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from studyguide import cost, fresh, process
from studyguide.arguments import parser
from studyguide.errors import GuideError, StudyguideError, UsageError

if TYPE_CHECKING:
    from studyguide.build import Built, Request

STAGES_END = "\r\033[K"
"""Back to the start of the line, and clear it: progress on a terminal leaves nothing behind."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    process.prepare_streams()
    options = parser().parse_args(arguments)
    try:
        with process.ending_like_an_interrupt():
            code = COMMANDS[options.run](options)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads, such as `head`, has had enough
        process.close_stdout()
        return 0
    except StudyguideError as error:
        return _explained(error, options)
    except KeyboardInterrupt:
        return _failed("Stopped; the last finished files are untouched.", code=130)
    return code


def _build(options: argparse.Namespace) -> int:
    """Build a guide, as pages or as a booklet. A build with nothing changed does no work."""
    _require_folder(options.guide)
    formats = tuple(dict.fromkeys(options.format or ("pdf", "epub")))
    try:
        return _build_all(options, formats) if options.all_editions else _build_one(options, formats)
    finally:
        if sys.stderr.isatty():
            print(STAGES_END, end="", file=sys.stderr, flush=True)


def _build_one(options: argparse.Namespace, formats: tuple[str, ...]) -> int:
    if _up_to_date(options, formats, options.edition):
        return 0
    from studyguide.build import build

    before = fresh.fingerprint(options.guide)
    request = _request(options, formats, options.edition)
    _written(options, request, build(options.guide, request, _progress), before)
    return 0


def _build_all(options: argparse.Namespace, formats: tuple[str, ...]) -> int:
    """Every edition, several at once; one that fails does not stop the others."""
    from studyguide import catalogue, pool

    names = [name for name in catalogue.names("editions", options.guide) if not _up_to_date(options, formats, name)]
    before = fresh.fingerprint(options.guide)
    requests = [_request(options, formats, name) for name in names]
    code = 0
    for request, outcome in pool.build_all(options.guide, requests, _progress) if requests else ():
        if isinstance(outcome, StudyguideError):
            code = max(code, _explained(outcome, options))
        elif isinstance(outcome, Exception):
            raise outcome
        else:
            _written(options, request, outcome, before)
    return code


def _request(options: argparse.Namespace, formats: tuple[str, ...], edition: str | None) -> "Request":
    from studyguide.build import Request

    return Request(formats, options.output, edition, options.paper, options.theme, booklet=_folded(options))


def _folded(options: argparse.Namespace) -> bool:
    return bool(options.run == "booklet")


def _choices(options: argparse.Namespace, formats: tuple[str, ...], edition: str | None) -> tuple[str, ...]:
    return (*formats, options.run, f"edition {edition}", f"paper {options.paper}", f"theme {options.theme}")


def _up_to_date(options: argparse.Namespace, formats: tuple[str, ...], edition: str | None) -> bool:
    choices = _choices(options, formats, edition)
    done = None if options.force else fresh.outputs(options.guide, options.output, choices)
    for file, pages in (done or {}).items():
        print(f"{file} is up to date{_cost(options, pages)}")
    return bool(done)


def _written(options: argparse.Namespace, request: "Request", built: tuple["Built", ...], before: str) -> None:
    choices = _choices(options, request.formats, request.edition)
    fresh.remember(options.guide, options.output, choices, {each.path: each.pages for each in built}, before)
    for each in built:
        print(f"{STAGES_END if sys.stderr.isatty() else ''}{each.path} written{_cost(options, each.pages)}")


def _cost(options: argparse.Namespace, pages: int | None) -> str:
    """What it takes to print a file, after its name; nothing for one without pages."""
    return f": {cost.words(pages, folded=_folded(options), copies=options.copies)}" if pages else ""


def _check(options: argparse.Namespace) -> int:
    """Check a guide: every problem in one run, as file:line:column, what was found and what to do."""
    _require_folder(options.guide)
    from studyguide.build import sound

    guide = sound(options.guide)
    print(f"{options.guide}: {_count(len(guide.chapters), 'chapter')}, no problems")
    return 0


def _list(options: argparse.Namespace) -> int:
    """Print names, one a line."""
    from studyguide import catalogue

    if options.what == "editions":
        _require_folder(options.guide)
    print("\n".join(catalogue.names(options.what, options.guide)))
    return 0


def _schema(options: argparse.Namespace) -> int:
    """JSON Schemas (2020-12) for guide.yaml, sources.yaml and every kind of chapter."""
    from studyguide import schema
    from studyguide.errors import suggestion

    if options.output:
        _write_schemas(options.output)
        return 0
    schemas = schema.schemas()
    if options.name not in schemas:
        what = f"There is no schema '{options.name}'." if options.name else "Name a schema, or a folder by --output."
        raise UsageError(f"{what} {suggestion(options.name or '', schemas)}")
    print(json.dumps(schemas[options.name], indent=2, ensure_ascii=False))
    return 0


def _write_schemas(folder: Path) -> None:
    from studyguide import schema
    from studyguide.errors import BuildError

    try:
        schema.write(folder)
    except OSError as error:
        raise BuildError(f"The schemas cannot be written to {folder}: {error.strerror}.") from error


def _require_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise UsageError(f"There is no folder '{folder}'. Give the folder that holds guide.yaml.")


def _explained(error: StudyguideError, options: argparse.Namespace) -> int:
    """Say what went wrong, in full, and return the exit code for it."""
    if isinstance(error, GuideError):
        for problem in error.problems:
            place = f"{options.guide / problem.file}:{problem.line}:{problem.column}"
            print(f"{place}: {problem.message}", file=sys.stderr)
        return _failed(f"{_count(len(error.problems), 'problem')} found; nothing was written.")
    return _failed(str(error), code=2 if isinstance(error, UsageError) else 1)


def _progress(stage: str) -> None:
    if not sys.stderr.isatty():
        return
    print(f"{STAGES_END}{stage} ...", end="", file=sys.stderr, flush=True)


def _failed(message: str, code: int = 1) -> int:
    print(f"studyguide: {message}", file=sys.stderr)
    return code


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


COMMANDS = {"build": _build, "booklet": _build, "check": _check, "list": _list, "schema": _schema}

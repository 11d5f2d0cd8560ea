"""The command line: it alone prints and picks exit codes (0 done, 1 the guide has problems, 2 wrong use)."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from studyguide import process
from studyguide.arguments import parser
from studyguide.cli import builds, orders, reports
from studyguide.errors import StudyguideError, UsageError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    process.prepare_streams()
    arguments = sys.argv[1:] if arguments is None else arguments
    options = parser(arguments).parse_args(arguments)
    try:
        with process.ending_like_an_interrupt():
            code = COMMANDS[options.run](options)
            sys.stdout.flush()
    except BrokenPipeError:  # whoever reads, such as `head`, has had enough
        process.close_stdout()
        return 0
    except StudyguideError as error:
        return reports.explained(error, options)
    except OSError as error:
        if error.filename is not None:
            raise
        process.close_stdout()
        return reports.failed(f"What there is to say cannot be written: {error.strerror}.")
    except KeyboardInterrupt:
        return reports.failed("Stopped; the last finished files are untouched.", code=130)
    return code


def _building(command: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    """A command that builds something of a guide's folder, and shows progress."""

    def run(options: argparse.Namespace) -> int:
        if not getattr(options, "others", ()):
            orders.require_folder(options.guide)
        try:
            return command(options)
        finally:
            reports.end_of_progress()

    return run


def _check(options: argparse.Namespace) -> int:
    """Check a guide: every problem and remark in one run, as file:line:column, what was found and what to do."""
    orders.require_folder(options.guide)
    from studyguide.review import review

    found = review(options.guide)
    reports.review(options.guide, found)
    return int(bool(found.problems or (options.strict and found.remarks)))


def _facts(options: argparse.Namespace) -> int:
    """Write the facts of a guide as data."""
    orders.require_folder(options.guide)
    from studyguide import build, ledger
    from studyguide.review import sound

    guide = sound(options.guide)
    build.make(options.output)
    for path in ledger.write(guide, options.output):
        print(f"{path} written")
    return 0


def _list(options: argparse.Namespace) -> int:
    """Print names, one a line."""
    from studyguide import catalogue

    if options.what in {"editions", "worksheets"}:
        orders.require_folder(options.guide)
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


COMMANDS = {
    "build": _building(builds.build),
    "specimen": _building(builds.show),
    "booklet": _building(builds.build),
    "worksheets": _building(builds.hand_out),
    "organiser": _building(builds.hand_out),
    "flashcards": _building(builds.hand_out),
    "check": _check,
    "facts": _facts,
    "list": _list,
    "schema": _schema,
}

"""The command line: it alone prints and picks exit codes (0 done, 1 the guide has problems, 2 wrong use)."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from studyguide import __version__, fresh, process
from studyguide.errors import GuideError, StudyguideError, UsageError

STAGES_END = "\r\033[K"
"""Back to the start of the line, and clear it: progress on a terminal leaves nothing behind."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    process.prepare_streams()
    options = _parser().parse_args(arguments)
    try:
        with process.ending_like_an_interrupt():
            code = int(options.run(options))
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads, such as `head`, has had enough
        process.close_stdout()
        return 0
    except GuideError as error:
        for problem in error.problems:
            print(
                f"{options.guide / problem.file}:{problem.line}:{problem.column}: {problem.message}",
                file=sys.stderr,
            )
        return _failed(f"{_count(len(error.problems), 'problem')} found; nothing was written.")
    except UsageError as error:
        return _failed(str(error), code=2)
    except StudyguideError as error:
        return _failed(str(error))
    except KeyboardInterrupt:
        return _failed("Stopped; the last finished files are untouched.", code=130)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="studyguide",
        description="Build accessible PDF and EPUB study guides from a folder of chapters.",
        epilog="Exit codes: 0 done, 1 the guide has problems or could not be written, 2 wrong use.",
    )
    parser.add_argument("--version", action="version", version=f"studyguide {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    build = commands.add_parser("build", help="write a guide to PDF, EPUB, ...", description=_build.__doc__)
    build.add_argument("guide", type=Path, help="the folder with guide.yaml")
    build.add_argument(
        "--format",
        action="append",
        metavar="NAME",
        help="pdf, epub, ... (may be repeated; default: pdf and epub)",
    )
    build.add_argument("--edition", metavar="NAME", help="an edition that guide.yaml declares (default: its first)")
    build.add_argument("--paper", metavar="NAME", help="a4 or letter (default: the edition's, or a4)")
    build.add_argument(
        "--theme", metavar="NAME", help="a style sheet in styles/themes (default: the edition's, or quiet)"
    )
    build.add_argument(
        "--output",
        type=Path,
        metavar="DIR",
        default=Path("build"),
        help="the folder to write to (default: build)",
    )
    build.add_argument("--force", action="store_true", help="build even if nothing has changed")
    build.set_defaults(run=_build)

    check = commands.add_parser("check", help="look for problems and write nothing", description=_check.__doc__)
    check.add_argument("guide", type=Path, help="the folder with guide.yaml")
    check.set_defaults(run=_check)

    names = commands.add_parser("list", help="name what there is", description=_list.__doc__)
    names.add_argument("what", choices=("kinds", "formats", "themes", "papers", "editions"), help="what to list")
    names.add_argument(
        "guide",
        type=Path,
        nargs="?",
        default=Path("guide"),
        help="the guide whose editions to list (default: guide)",
    )
    names.set_defaults(run=_list)

    schema = commands.add_parser(
        "schema", help="print or write the JSON Schemas of guide files", description=_schema.__doc__
    )
    schema.add_argument("name", nargs="?", help="guide, sources, or a kind of chapter")
    schema.add_argument("--output", type=Path, metavar="DIR", help="write every schema to this folder instead")
    schema.set_defaults(run=_schema)
    return parser


def _build(options: argparse.Namespace) -> int:
    """Build a guide. A build with nothing changed does no work; a failed one leaves the last good files."""
    _require_folder(options.guide)
    formats = tuple(dict.fromkeys(options.format or ("pdf", "epub")))
    choices = (*formats, f"edition {options.edition}", f"{options.paper} {options.theme}")
    done = None if options.force else fresh.outputs(options.guide, options.output, choices)
    for file in done or ():
        print(f"{file} is up to date")
    if done:
        return 0
    from studyguide.build import Request, build

    before = fresh.fingerprint(options.guide)
    request = Request(formats, options.output, options.edition, options.paper, options.theme)
    try:
        files = build(options.guide, request, _progress if sys.stderr.isatty() else lambda _stage: None)
    finally:
        if sys.stderr.isatty():
            print(STAGES_END, end="", file=sys.stderr, flush=True)
    fresh.remember(options.guide, options.output, choices, files, before)
    for file in files:
        print(f"{file} written")
    return 0


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


def _progress(stage: str) -> None:
    print(f"{STAGES_END}{stage} ...", end="", file=sys.stderr, flush=True)


def _failed(message: str, code: int = 1) -> int:
    print(f"studyguide: {message}", file=sys.stderr)
    return code


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

"""Arguments: the commands and options of the command line."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from studyguide import __version__
from studyguide.cli import descriptions
from studyguide.cli.argument_types import nonempty, number
from studyguide.support import paths

TIERS = ("support", "core", "extension", "key")
LARGEST_CLASS = 1000
MOST_WORKERS = 1000


def parser(arguments: Sequence[str] = ()) -> argparse.ArgumentParser:
    """The parser of the command line; its namespaces have ``run``, the name of a subcommand.

    If `arguments` begin with a subcommand, the parser knows only that one: setting up all of them takes longer than
    finding that nothing has changed.
    """
    whole = argparse.ArgumentParser(
        prog="studyguide",
        description="Build accessible PDF and EPUB study guides from a folder of chapters.",
        epilog="Exit codes: 0 done, 1 the guide has problems or could not be written, 2 wrong use.",
    )
    whole.add_argument("--version", action="version", version=f"studyguide {__version__}")
    commands = whole.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for name in [name for name in arguments[:1] if name in COMMANDS] or COMMANDS:
        in_short, description, add = COMMANDS[name]
        command = commands.add_parser(name, help=in_short, description=description)
        command.set_defaults(run=name)
        add(command)
    return whole


def _add_build(build: argparse.ArgumentParser) -> None:
    _add_choices(build)
    _add_formats(build)
    build.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="build on the Dask cluster at this address, such as tcp://host:8786 (extra: cluster)",
    )
    build.add_argument(
        "others", type=Path, nargs="*", metavar="guide", help="more guides; one that fails does not stop the others"
    )


def _add_specimen(specimen: argparse.ArgumentParser) -> None:
    _add_choices(specimen, guide=False)
    _add_formats(specimen)
    specimen.set_defaults(guide=paths.specimen_folder())


def _add_booklet(booklet: argparse.ArgumentParser) -> None:
    _add_choices(booklet)
    _add_workshop(booklet)
    booklet.set_defaults(format=["pdf"], no_pages=False)


def _add_worksheets(worksheets: argparse.ArgumentParser) -> None:
    _add_choices(worksheets, editions=False)
    _add_tiers(worksheets)


def _add_one_sheet(sheet: argparse.ArgumentParser) -> None:
    """A handout that comes in one tier."""
    _add_choices(sheet, editions=False)
    sheet.set_defaults(sheet=(), tier=(), fillable=False)


def _add_lessons(lessons: argparse.ArgumentParser) -> None:
    """Handouts for teachers, in one tier."""
    _add_choices(lessons, editions=False)
    _add_sheet(lessons, "lessons")
    lessons.set_defaults(tier=(), fillable=False)


def _add_check(check: argparse.ArgumentParser) -> None:
    _add_guide(check)
    check.add_argument("--strict", action="store_true", help="fail (exit code 1) for remarks as well")


def _add_facts(facts: argparse.ArgumentParser) -> None:
    _add_guide(facts)
    _add_output(facts)


def _add_questions(questions: argparse.ArgumentParser) -> None:
    _add_guide(questions)
    questions.add_argument("--edition", help="the edition whose questions are written (default: the first)")
    _add_output(questions)


def _add_list(names: argparse.ArgumentParser) -> None:
    what = ("kinds", "formats", "themes", "papers", "codes", "editions", "worksheets", "lessons")
    names.add_argument("what", choices=what, help="what to list")
    names.add_argument(
        "guide",
        type=Path,
        nargs="?",
        default=Path("guide"),
        help="the folder whose editions, worksheets or lessons to list (default: guide)",
    )


def _add_schema(schema: argparse.ArgumentParser) -> None:
    schema.add_argument("name", nargs="?", help="guide, sources, or a kind of chapter")
    schema.add_argument("--output", type=Path, metavar="DIR", help="write all schemas to this folder instead")


def _add_formats(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format",
        action="append",
        metavar="NAME",
        help="one of `studyguide list formats` (repeatable; default: pdf and epub)",
    )
    parser.add_argument("--no-pages", action="store_true", help="leave the printed page numbers out of the e-book")
    _add_workshop(parser)


def _add_sheet(parser: argparse.ArgumentParser, group: str) -> None:
    parser.add_argument(
        "--sheet",
        action="append",
        default=[],
        metavar="NAME",
        help=f"one of `studyguide list {group}` (repeatable; default: all)",
    )


def _add_tiers(parser: argparse.ArgumentParser) -> None:
    _add_sheet(parser, "worksheets")
    parser.add_argument(
        "--tier", action="append", default=[], choices=TIERS, help="the tier to write (repeatable; default: all four)"
    )
    parser.add_argument("--fillable", action="store_true", help="add form fields, to fill in on a screen")


def _add_workshop(parser: argparse.ArgumentParser) -> None:
    """Options for how pages are laid out; they do not change the files."""
    kept = parser.add_mutually_exclusive_group()
    kept.add_argument(
        "--cache",
        type=Path,
        metavar="DIR",
        help="keep laid-out chapters in this folder (default: inside the output folder)",
    )
    kept.add_argument("--no-cache", action="store_true", help="keep nothing, and lay out everything")


def _add_guide(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("guide", type=Path, help="the folder that contains guide.yaml")


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--output", type=Path, metavar="DIR", default=Path("build"), help="the folder to write to (default: build)"
    )


def _add_choices(shared: argparse.ArgumentParser, *, guide: bool = True, editions: bool = True) -> None:
    """The arguments of all commands that build; `guide`: one can be named, `editions`: all can be built at once."""
    if guide:
        _add_guide(shared)
    which = shared.add_mutually_exclusive_group()
    which.add_argument(
        "--edition",
        type=nonempty,
        metavar="NAME",
        help="one of `studyguide list editions` (default: the first)",
    )
    if editions:
        which.add_argument("--all-editions", action="store_true", help="build every edition, several at once")
    shared.add_argument(
        "--paper",
        type=nonempty,
        metavar="NAME",
        help="one of `studyguide list papers` (default: the edition's, or a4)",
    )
    shared.add_argument(
        "--theme",
        type=nonempty,
        metavar="NAME",
        help="one of `studyguide list themes` (default: the edition's, or quiet)",
    )
    _add_output(shared)
    shared.add_argument("--force", action="store_true", help="build even if nothing has changed")
    shared.add_argument(
        "--workers",
        type=number("number of processes", MOST_WORKERS),
        metavar="N",
        help="the most processes to run at once (default: one for each core)",
    )
    shared.add_argument(
        "--class",
        type=number("class size", LARGEST_CLASS),
        metavar="N",
        dest="copies",
        help="also say what printing takes for a class of N",
    )


def _first(text: str) -> str:
    """The first clause of a description, for a list of commands."""
    return text.partition(":")[0].rstrip(".").replace("Write", "write")


COMMANDS: dict[str, tuple[str, str, Callable[[argparse.ArgumentParser], None]]] = {
    "build": ("write a guide as PDF, EPUB, ...", descriptions.BUILD, _add_build),
    "specimen": ("show everything a theme sets", descriptions.SPECIMEN, _add_specimen),
    "booklet": ("write a PDF to print, fold and staple", descriptions.BOOKLET, _add_booklet),
    "worksheets": (_first(descriptions.WORKSHEETS), descriptions.WORKSHEETS, _add_worksheets),
    "organiser": (_first(descriptions.ORGANISER), descriptions.ORGANISER, _add_one_sheet),
    "flashcards": (_first(descriptions.FLASHCARDS), descriptions.FLASHCARDS, _add_one_sheet),
    "bookmark": (_first(descriptions.BOOKMARK), descriptions.BOOKMARK, _add_one_sheet),
    "lessons": (_first(descriptions.LESSONS), descriptions.LESSONS, _add_lessons),
    "check": ("look for problems, and write nothing", descriptions.CHECK, _add_check),
    "upgrade": ("change a guide of an earlier version", descriptions.UPGRADE, _add_guide),
    "facts": ("write every fact with its sources, as data", descriptions.FACTS, _add_facts),
    "questions": ("write the questions with their answers, as data", descriptions.QUESTIONS, _add_questions),
    "list": ("list kinds, formats, themes, editions, ...", descriptions.LIST, _add_list),
    "schema": ("print or write the JSON Schemas of guide files", descriptions.SCHEMA, _add_schema),
}
"""In the order of the help: a short and a full description, and the function that adds the arguments."""

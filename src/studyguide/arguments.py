"""Arguments: what the command line understands."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from studyguide import __version__, paths

BUILD = "Build a guide. A build with nothing changed does no work; a failed one leaves the last good files."
BOOKLET = (
    "Build a PDF to print on both sides (flip on the short edge), fold in the middle and staple: two pages on a side, "
    "in the order that folded sheets need. A long guide becomes several booklets in one file."
)
SPECIMEN = (
    "Build a very small guide that has one of everything, to see a theme by: every kind of chapter, box, table and "
    "picture. It is written to a folder named after the theme, in `specimen` in the output folder."
)
CHECK = (
    "Check a guide: every problem in one run, as file:line:column, what was found and what to do; then remarks on "
    "what could be better, each with a code (see `studyguide list codes`)."
)
FACTS = (
    "Write facts.json and facts.csv: every fact of a guide with its status, sources and place, for authors and "
    "teachers who check. Nothing is left out for an edition: do not hand these files to students."
)
LIST = "Print names, one a line."
SCHEMA = "JSON Schemas (2020-12) for guide.yaml, sources.yaml and every kind of chapter."

WORKSHEETS = "Write worksheets: one for each phase and theme, and more, in three tiers, each with an answer key."
ORGANISER = "Write a knowledge organiser: the whole guide on one page."
FLASHCARDS = (
    "Write flashcards to print on both sides and cut out: words, and the quiz questions whose answers it prints."
)

TIERS = ("support", "core", "extension", "key")
LARGEST_CLASS = 1000
MOST_WORKERS = 1000


def parser(arguments: Sequence[str] = ()) -> argparse.ArgumentParser:
    """The command; what it returns has ``run``, the name of a subcommand.

    If `arguments` begin with a subcommand, it understands that one alone: to set all of them up takes longer than to
    find that nothing has changed.
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
        help="build on a Dask cluster, such as tcp://host:8786 (extra: cluster)",
    )
    build.add_argument(
        "others", type=Path, nargs="*", metavar="guide", help="more guides: one that fails does not stop the others"
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


def _add_check(check: argparse.ArgumentParser) -> None:
    _add_guide(check)
    check.add_argument("--strict", action="store_true", help="fail (exit code 1) for remarks too")


def _add_facts(facts: argparse.ArgumentParser) -> None:
    _add_guide(facts)
    _add_output(facts)


def _add_list(names: argparse.ArgumentParser) -> None:
    what = ("kinds", "formats", "themes", "papers", "codes", "editions", "worksheets")
    names.add_argument("what", choices=what, help="what to list")
    names.add_argument(
        "guide",
        type=Path,
        nargs="?",
        default=Path("guide"),
        help="the guide whose editions or worksheets to list (default: guide)",
    )


def _add_schema(schema: argparse.ArgumentParser) -> None:
    schema.add_argument("name", nargs="?", help="guide, sources, or a kind of chapter")
    schema.add_argument("--output", type=Path, metavar="DIR", help="write every schema to this folder instead")


def _add_formats(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format",
        action="append",
        metavar="NAME",
        help="pdf, epub, ... (may be repeated; default: pdf and epub)",
    )
    parser.add_argument(
        "--no-pages", action="store_true", help="leave the page numbers of the printed guide out of an e-book"
    )
    _add_workshop(parser)


def _add_tiers(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--sheet",
        action="append",
        default=[],
        metavar="NAME",
        help="one of `studyguide list worksheets` (may be repeated; default: all)",
    )
    parser.add_argument(
        "--tier", action="append", default=[], choices=TIERS, help="(may be repeated; default: all, the key too)"
    )
    parser.add_argument("--fillable", action="store_true", help="with form fields, to be filled in on a screen")


def _add_workshop(parser: argparse.ArgumentParser) -> None:
    """How pages are laid out; what comes of it is the same."""
    kept = parser.add_mutually_exclusive_group()
    kept.add_argument(
        "--cache",
        type=Path,
        metavar="DIR",
        help="keep chapters that are laid out in this folder (default: inside the folder to write to)",
    )
    kept.add_argument("--no-cache", action="store_true", help="keep nothing, and lay everything out")
    parser.add_argument(
        "--one-document",
        action="store_true",
        help="lay out and write the PDF in one piece, as a measure for what is put together of chapters",
    )


def _add_guide(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("guide", type=Path, help="the folder with guide.yaml")


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--output", type=Path, metavar="DIR", default=Path("build"), help="the folder to write to (default: build)"
    )


def _add_choices(shared: argparse.ArgumentParser, *, guide: bool = True, editions: bool = True) -> None:
    """What the commands that build share; `guide` where it can be any, `editions` where they can build all at once."""
    if guide:
        _add_guide(shared)
    which = shared.add_mutually_exclusive_group()
    which.add_argument("--edition", metavar="NAME", help="an edition that guide.yaml declares (default: its first)")
    if editions:
        which.add_argument("--all-editions", action="store_true", help="build every edition, several at once")
    shared.add_argument(
        "--paper", metavar="NAME", help="the paper to print on, such as a4 (default: the edition's, or a4)"
    )
    shared.add_argument(
        "--theme", metavar="NAME", help="a style sheet in styles/themes (default: the edition's, or quiet)"
    )
    _add_output(shared)
    shared.add_argument("--force", action="store_true", help="build even if nothing has changed")
    shared.add_argument(
        "--workers",
        type=_number("number of processes", MOST_WORKERS),
        metavar="N",
        help="let no more than so many processes work at once (default: one for each core)",
    )
    shared.add_argument(
        "--class",
        type=_number("class", LARGEST_CLASS),
        metavar="N",
        dest="copies",
        help="say what printing takes for a class of so many",
    )


def _number(what: str, largest: int) -> Callable[[str], int]:
    """What reads a whole number from 1, and raises `argparse.ArgumentTypeError` for what is none: no `what`."""

    def number(text: str) -> int:
        if text not in map(str, range(1, largest + 1)):
            raise argparse.ArgumentTypeError(f"'{text}' is no {what}; give a whole number from 1 to {largest}")
        return int(text)

    return number


def _first(text: str) -> str:
    """The first clause of a description, for a list of commands."""
    return text.partition(":")[0].rstrip(".").replace("Write", "write")


COMMANDS: dict[str, tuple[str, str, Callable[[argparse.ArgumentParser], None]]] = {
    "build": ("write a guide to PDF, EPUB, ...", BUILD, _add_build),
    "specimen": ("show everything there is in a theme", SPECIMEN, _add_specimen),
    "booklet": ("write a PDF to print, fold and staple", BOOKLET, _add_booklet),
    "worksheets": (_first(WORKSHEETS), WORKSHEETS, _add_worksheets),
    "organiser": (_first(ORGANISER), ORGANISER, _add_one_sheet),
    "flashcards": (_first(FLASHCARDS), FLASHCARDS, _add_one_sheet),
    "check": ("look for problems and write nothing", CHECK, _add_check),
    "facts": ("write every fact with its sources, as data", FACTS, _add_facts),
    "list": ("name what there is", LIST, _add_list),
    "schema": ("print or write the JSON Schemas of guide files", SCHEMA, _add_schema),
}
"""In the order of the help: what each does in short and in full, and what adds its arguments to a parser."""

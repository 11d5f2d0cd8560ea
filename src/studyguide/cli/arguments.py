"""Arguments: the commands and options of the command line."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from studyguide import __version__
from studyguide.cli import add, author_arguments, check_arguments, descriptions, help_arguments, make_arguments
from studyguide.cli.argument_types import nonempty
from studyguide.cli.default_guide import default_guide
from studyguide.cli.shared_arguments import add_choices, add_format, add_guide, add_output, add_sheet, add_workshop
from studyguide.support import paths

TIERS = ("support", "core", "extension", "key")
SLIDE_FORMATS = ("pptx", "web")


def parser(arguments: Sequence[str] = ()) -> argparse.ArgumentParser:
    """The parser of the command line; its namespaces have ``run``, the name of a subcommand; empty if none is given.

    If `arguments` begin with a subcommand, the parser knows only that one: setting up all of them takes longer than
    finding that nothing has changed.
    """
    whole = argparse.ArgumentParser(
        prog="studyguide",
        description="Build accessible study guides and worksheets from a folder of chapters: PDF, EPUB, web, Word.",
        epilog="Exit codes: 0 done, 1 the guide has problems or could not be written, 2 wrong use.",
    )
    whole.add_argument("--version", action="version", version=f"studyguide {__version__}")
    whole.set_defaults(run="")
    commands = whole.add_subparsers(title="commands", metavar="COMMAND")
    for name in [name for name in arguments[:1] if name in COMMANDS] or COMMANDS:
        in_short, description, add = COMMANDS[name]
        command = commands.add_parser(name, help=in_short, description=description)
        command.set_defaults(run=name)
        add(command)
    return whole


def _add_build(build: argparse.ArgumentParser) -> None:
    add_choices(build)
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
    add_choices(specimen, guide=False)
    _add_formats(specimen)
    specimen.set_defaults(guide=paths.specimen_folder())


def _add_booklet(booklet: argparse.ArgumentParser) -> None:
    add_choices(booklet)
    add_workshop(booklet)
    booklet.add_argument("--format", action="append", help=argparse.SUPPRESS)  # refused, with the reason
    booklet.set_defaults(format=["pdf"], no_pages=False)


def _add_worksheets(worksheets: argparse.ArgumentParser) -> None:
    add_choices(worksheets, editions=False)
    add_format(worksheets)
    _add_tiers(worksheets)


def _add_one_sheet(sheet: argparse.ArgumentParser) -> None:
    """A handout that comes in one tier, and only on paper."""
    add_choices(sheet, editions=False)
    sheet.add_argument("--format", default="pdf", help=argparse.SUPPRESS)  # another is refused, with the reason
    sheet.set_defaults(sheet=(), tier=(), fillable=False)


def _add_lessons(lessons: argparse.ArgumentParser) -> None:
    """Handouts for teachers, in one tier."""
    add_choices(lessons, editions=False)
    add_format(lessons)
    add_sheet(lessons, "lessons")
    lessons.set_defaults(tier=(), fillable=False)


def _add_slides(slides: argparse.ArgumentParser) -> None:
    add_choices(slides, editions=False, paper=False)
    add_sheet(slides, "slides")
    slides.add_argument(
        "--tier",
        action="append",
        default=[],
        choices=[tier for tier in TIERS if tier != "key"],
        help="the tier to write (repeatable; default: core)",
    )
    slides.add_argument(
        "--format",
        action="append",
        choices=SLIDE_FORMATS,
        metavar="NAME",
        help=f"{' or '.join(SLIDE_FORMATS)} (repeatable; default: both)",
    )
    slides.set_defaults(fillable=False, paper=None, copies=None)


def _add_facts(facts: argparse.ArgumentParser) -> None:
    add_guide(facts)
    add_output(facts)


def _add_export(export: argparse.ArgumentParser) -> None:
    """Data of one edition."""
    add_guide(export)
    export.add_argument(
        "--edition",
        type=nonempty,
        metavar="NAME",
        help="one of `studyguide list editions` (default: the first)",
    )
    add_output(export)


def _add_pack(pack: argparse.ArgumentParser) -> None:
    add_choices(pack, editions=False)
    add_workshop(pack)


def _add_list(names: argparse.ArgumentParser) -> None:
    program = ("kinds", "formats", "themes", "papers", "languages", "codes")
    what = (*program, "editions", "worksheets", "lessons", "slides")
    names.add_argument("what", choices=what, help="what to list")
    names.add_argument(
        "guide",
        type=Path,
        nargs="?",
        default=default_guide(),
        help="the folder whose editions or handouts to list (default: this folder, or 'guide' in it)",
    )


def _add_words(words: argparse.ArgumentParser) -> None:
    words.add_argument(
        "--language", required=True, metavar="TAG", help="the language of the guide, such as cy or pt-BR"
    )
    words.add_argument("--output", type=Path, metavar="DIR", help="write words.yaml to this folder instead")


def _add_schema(schema: argparse.ArgumentParser) -> None:
    schema.add_argument(
        "name", nargs="?", help="guide, words, sources, a kind of chapter, data/questions or data/problems"
    )
    schema.add_argument("--output", type=Path, metavar="DIR", help="write all schemas to this folder instead")


def _add_formats(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format",
        action="append",
        metavar="NAME",
        help="one of `studyguide list formats` (repeatable; default: pdf and epub)",
    )
    parser.add_argument("--no-pages", action="store_true", help="leave the printed page numbers out of the e-book")
    add_workshop(parser)


def _add_tiers(parser: argparse.ArgumentParser) -> None:
    add_sheet(parser, "worksheets")
    parser.add_argument(
        "--tier", action="append", default=[], choices=TIERS, help="the tier to write (repeatable; default: all four)"
    )
    parser.add_argument("--fillable", action="store_true", help="add form fields, to fill in on a screen")


def _first(text: str) -> str:
    """The first clause of a description, for a list of commands."""
    return text.partition(":")[0].rstrip(".").replace("Write", "write")


COMMANDS: dict[str, tuple[str, str, Callable[[argparse.ArgumentParser], None]]] = {
    "build": ("write a guide as PDF, EPUB, ...", descriptions.BUILD, _add_build),
    **make_arguments.COMMANDS,
    "specimen": ("show everything a theme sets", descriptions.SPECIMEN, _add_specimen),
    "booklet": ("write a PDF to print, fold and staple", descriptions.BOOKLET, _add_booklet),
    "worksheets": (_first(descriptions.WORKSHEETS), descriptions.WORKSHEETS, _add_worksheets),
    "organiser": (_first(descriptions.ORGANISER), descriptions.ORGANISER, _add_one_sheet),
    "flashcards": (_first(descriptions.FLASHCARDS), descriptions.FLASHCARDS, _add_one_sheet),
    "bookmark": (_first(descriptions.BOOKMARK), descriptions.BOOKMARK, _add_one_sheet),
    "lessons": (_first(descriptions.LESSONS), descriptions.LESSONS, _add_lessons),
    "slides": (_first(descriptions.SLIDES), descriptions.SLIDES, _add_slides),
    **author_arguments.COMMANDS,
    **check_arguments.COMMANDS,
    "upgrade": ("change a guide of an earlier version", descriptions.UPGRADE, add_guide),
    "add": ("add a picture, or questions", add.DESCRIPTION, add.add_arguments),
    "quiz": (_first(descriptions.QUIZ), descriptions.QUIZ, _add_export),
    "cards": (_first(descriptions.CARDS), descriptions.CARDS, _add_export),
    "pack": (_first(descriptions.PACK), descriptions.PACK, _add_pack),
    "facts": ("write every fact with its sources, as data", descriptions.FACTS, _add_facts),
    "questions": ("write the questions with their answers, as data", descriptions.QUESTIONS, _add_export),
    "words": ("print the labels of a language, to fill in", descriptions.WORDS, _add_words),
    "list": ("list kinds, formats, themes, editions, ...", descriptions.LIST, _add_list),
    "schema": ("print or write the JSON Schemas of guide files", descriptions.SCHEMA, _add_schema),
    **help_arguments.COMMANDS,
}
"""In the order of the help: a short and a full description, and the function that adds the arguments."""

"""Arguments that several commands share."""

import argparse
from pathlib import Path

from studyguide.cli.argument_types import nonempty, number
from studyguide.cli.default_guide import default_guide

LARGEST_CLASS = 1000
MOST_WORKERS = 1000


def add_sheet(parser: argparse.ArgumentParser, group: str) -> None:
    """The option that names single sheets of a group of handouts."""
    parser.add_argument(
        "--sheet",
        action="append",
        default=[],
        metavar="NAME",
        help=f"one of `studyguide list {group}` (repeatable; default: all)",
    )


def add_format(parser: argparse.ArgumentParser) -> None:
    """The format of handouts."""
    parser.add_argument(
        "--format", metavar="NAME", default="pdf", help="pdf, or docx to edit in a word processor (default: pdf)"
    )


def add_workshop(parser: argparse.ArgumentParser) -> None:
    """Options for how pages are laid out; they do not change the files."""
    kept = parser.add_mutually_exclusive_group()
    kept.add_argument(
        "--cache",
        type=Path,
        metavar="DIR",
        help="keep laid-out chapters in this folder (default: inside the output folder)",
    )
    kept.add_argument("--no-cache", action="store_true", help="keep nothing, and lay out everything")


def add_guide(parser: argparse.ArgumentParser) -> None:
    """The folder of a guide."""
    parser.add_argument(
        "guide",
        type=Path,
        nargs="?",
        default=default_guide(),
        help="the folder that contains guide.yaml (default: this folder, or 'guide' in it)",
    )


def add_output(parser: argparse.ArgumentParser, usual: str = "build") -> None:
    """The folder to write to; if `usual` is not a folder, the command chooses one."""
    parser.add_argument(
        "--output",
        type=Path,
        metavar="DIR",
        default=Path(usual) if usual == "build" else None,
        help=f"the folder to write to (default: {usual})",
    )


def add_choices(
    shared: argparse.ArgumentParser,
    *,
    guide: bool = True,
    editions: bool = True,
    paper: bool = True,
    output: str = "build",
) -> None:
    """The arguments of all commands that build.

    `guide`: one can be named, `editions`: all can be built at once, `paper`: the result is printed, `output`: the usual
    folder to write to, see `add_output`.
    """
    if guide:
        add_guide(shared)
    which = shared.add_mutually_exclusive_group()
    which.add_argument(
        "--edition",
        type=nonempty,
        metavar="NAME",
        help="one of `studyguide list editions` (default: the first)",
    )
    if editions:
        which.add_argument("--all-editions", action="store_true", help="build every edition, several at once")
    if paper:
        add_paper(shared)
    shared.add_argument(
        "--theme",
        type=nonempty,
        metavar="NAME",
        help="one of `studyguide list themes` (default: the edition's, or quiet)",
    )
    add_output(shared, output)
    shared.add_argument("--force", action="store_true", help="build even if nothing has changed")
    shared.add_argument(
        "--workers",
        type=number("number of processes", MOST_WORKERS),
        metavar="N",
        help="the most processes to run at once (default: one for each core)",
    )


def add_paper(shared: argparse.ArgumentParser) -> None:
    """The options of what is printed."""
    shared.add_argument(
        "--paper",
        type=nonempty,
        metavar="NAME",
        help="one of `studyguide list papers` (default: the edition's, or a4)",
    )
    shared.add_argument(
        "--class",
        type=number("class size", LARGEST_CLASS),
        metavar="N",
        dest="copies",
        help="also say what printing takes for a class of N",
    )

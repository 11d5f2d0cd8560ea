"""Arguments of the commands of an author's day: to begin a guide, and to see it while writing."""

import argparse
from collections.abc import Callable
from pathlib import Path

from studyguide.cli import descriptions
from studyguide.cli.argument_types import editor, nonempty, number
from studyguide.cli.shared_arguments import add_guide, add_output, add_workshop

LAST_PORT = 65_535


def _add_new(new: argparse.ArgumentParser) -> None:
    new.add_argument("folder", type=Path, nargs="?", help="the folder to write (default: the title in small letters)")
    new.add_argument("--title", type=nonempty, help="the title of the guide; asked for if missing")
    new.add_argument(
        "--work",
        action="append",
        default=[],
        metavar="'TYPE: TITLE; AUTHOR; YEAR'",
        help="a work that it is about, such as 'play: Macbeth; William Shakespeare; 1606'; may be repeated",
    )
    new.add_argument("--author", action="append", default=[], help="who writes the guide; may be repeated")
    new.add_argument("--language", default="en-GB", metavar="TAG", help="its language, such as en-US (default: en-GB)")
    new.add_argument("--reading-age", metavar="11-14", help="how old readers should be to read it easily, in years")
    new.add_argument(
        "--kind",
        action="append",
        default=[],
        help="a kind of chapter to begin with; may be repeated (default: overview, plot and "
        "questions, with works-cited)",
    )
    new.set_defaults(type=None)  # what only the questions ask


def _add_serve(serve: argparse.ArgumentParser) -> None:
    add_guide(serve)
    serve.add_argument(
        "--edition",
        type=nonempty,
        metavar="NAME",
        help="the edition to begin with (default: the first)",
    )
    serve.add_argument(
        "--port",
        type=number("port", LAST_PORT),
        metavar="N",
        default=8765,
        help="the first port to try (default: 8765)",
    )
    serve.add_argument(
        "--editor",
        type=editor,
        metavar="ADDRESS",
        default="vscode://file/{file}:{line}:{column}",
        help="how places open in your editor, with {file}, {line} and {column} (default: VS Code)",
    )
    serve.add_argument(
        "--open",
        action=argparse.BooleanOptionalAction,
        help="open a browser, or not (default: open one if there is a screen)",
    )
    add_output(serve)
    add_workshop(serve)


COMMANDS: dict[str, tuple[str, str, Callable[[argparse.ArgumentParser], None]]] = {
    "new": ("begin a guide of your own", descriptions.NEW, _add_new),
    "serve": ("show a guide in the browser while you write", descriptions.SERVE, _add_serve),
}

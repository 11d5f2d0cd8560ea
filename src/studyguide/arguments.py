"""Arguments: what the command line understands."""

import argparse
from pathlib import Path

from studyguide import __version__

BUILD = "Build a guide. A build with nothing changed does no work; a failed one leaves the last good files."
CHECK = "Check a guide: every problem in one run, as file:line:column, what was found and what to do."
LIST = "Print names, one a line."
SCHEMA = "JSON Schemas (2020-12) for guide.yaml, sources.yaml and every kind of chapter."


def parser() -> argparse.ArgumentParser:
    """The whole command; what it returns has ``run``, the name of a subcommand."""
    whole = argparse.ArgumentParser(
        prog="studyguide",
        description="Build accessible PDF and EPUB study guides from a folder of chapters.",
        epilog="Exit codes: 0 done, 1 the guide has problems or could not be written, 2 wrong use.",
    )
    whole.add_argument("--version", action="version", version=f"studyguide {__version__}")
    commands = whole.add_subparsers(title="commands", required=True, metavar="COMMAND")

    build = commands.add_parser("build", help="write a guide to PDF, EPUB, ...", description=BUILD)
    build.add_argument("guide", type=Path, help="the folder with guide.yaml")
    build.add_argument(
        "--format",
        action="append",
        metavar="NAME",
        help="pdf, epub, ... (may be repeated; default: pdf and epub)",
    )
    which = build.add_mutually_exclusive_group()
    which.add_argument("--edition", metavar="NAME", help="an edition that guide.yaml declares (default: its first)")
    which.add_argument("--all-editions", action="store_true", help="build every edition, several at once")
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
    build.set_defaults(run="build")

    check = commands.add_parser("check", help="look for problems and write nothing", description=CHECK)
    check.add_argument("guide", type=Path, help="the folder with guide.yaml")
    check.set_defaults(run="check")

    names = commands.add_parser("list", help="name what there is", description=LIST)
    names.add_argument("what", choices=("kinds", "formats", "themes", "papers", "editions"), help="what to list")
    names.add_argument(
        "guide",
        type=Path,
        nargs="?",
        default=Path("guide"),
        help="the guide whose editions to list (default: guide)",
    )
    names.set_defaults(run="list")

    schema = commands.add_parser("schema", help="print or write the JSON Schemas of guide files", description=SCHEMA)
    schema.add_argument("name", nargs="?", help="guide, sources, or a kind of chapter")
    schema.add_argument("--output", type=Path, metavar="DIR", help="write every schema to this folder instead")
    schema.set_defaults(run="schema")
    return whole

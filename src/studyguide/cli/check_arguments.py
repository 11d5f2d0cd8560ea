"""Arguments of the command that looks for problems."""

import argparse
from collections.abc import Callable

from studyguide.cli.descriptions import CHECK
from studyguide.cli.shared_arguments import add_guide

FORMATS = ("text", "json", "github")


def _add_check(check: argparse.ArgumentParser) -> None:
    add_guide(check)
    check.add_argument("--strict", action="store_true", help="fail (exit code 1) for remarks as well")
    check.add_argument(
        "--fix",
        action="store_true",
        help="first correct quotation marks, dashes, dots and spaces (SG105 to SG109 and SG119), and show each change",
    )
    check.add_argument("--dry-run", action="store_true", help="show what --fix would change, and write nothing")
    check.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="text for people, json for editors (`studyguide schema data/problems`), or github for annotations in "
        "GitHub Actions (default: text)",
    )
    check.add_argument(
        "--context", action="store_true", help="show the line of each place, as on a terminal, in other output too"
    )


COMMANDS: dict[str, tuple[str, str, Callable[[argparse.ArgumentParser], None]]] = {
    "check": ("look for problems, and correct typography", CHECK, _add_check),
}

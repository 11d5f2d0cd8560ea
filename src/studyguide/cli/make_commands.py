"""The commands that do what the targets of the Makefile do, each for one format."""

import argparse
from pathlib import Path

from studyguide.cli import build_commands


def build(options: argparse.Namespace) -> int:
    """Build the guide in the format that the command is named after."""
    options.output = _output(options)
    options.run = "build"
    return build_commands.build(options)


def word(options: argparse.Namespace) -> int:
    """Build the guide, the worksheets and, if the guide has any, the lesson plans; stop at the first that fails."""
    options.output = _output(options)
    whole = argparse.Namespace(**{**vars(options), "run": "build", "format": ["docx"]})
    sheets = argparse.Namespace(**{**vars(options), "run": "worksheets", "format": "docx"})
    code = build_commands.build(whole) or build_commands.hand_out(sheets)
    from studyguide.cli import listing

    if code or not listing.names("lessons", options.guide):
        return code
    sheets.run, sheets.edition = "lessons", None  # they are in the teacher's edition alone
    return build_commands.hand_out(sheets)


def _output(options: argparse.Namespace) -> Path:
    """The folder to write to: ``build``, and with a theme a folder in it, so that each look has files of its own."""
    if options.output is not None:
        return Path(options.output)
    from studyguide.support import paths

    return Path("build", options.theme) if options.theme in paths.style_names("themes") else Path("build")

"""Arguments of the commands that do what the targets of the Makefile do, each for one format."""

import argparse
from collections.abc import Callable

from studyguide.cli.shared_arguments import add_choices, add_workshop

_WORD = (
    "Write the guide, its worksheets and its lesson plans as documents to edit in Word, LibreOffice or Google Docs. "
    "Lesson plans are those of the teacher's edition."
)

_OUTPUT = "build, and with --theme a folder in it"
"""What the help says of the default folder, which `make_commands` decides."""


def _add(format_name: str) -> Callable[[argparse.ArgumentParser], None]:
    """The function that adds the arguments of a command for one format."""

    def add(parser: argparse.ArgumentParser) -> None:
        add_choices(parser, output=_OUTPUT)
        add_workshop(parser)
        parser.set_defaults(format=[format_name], no_pages=False)

    return add


def _add_word(parser: argparse.ArgumentParser) -> None:
    add_choices(parser, editions=False, output=_OUTPUT)
    add_workshop(parser)
    parser.set_defaults(no_pages=False, all_editions=False, sheet=(), tier=(), fillable=False)


COMMANDS: dict[str, tuple[str, str, Callable[[argparse.ArgumentParser], None]]] = {
    "pdf": ("write the guide as a PDF", "Write the guide as a tagged PDF.", _add("pdf")),
    "epub": (
        "write the guide as an e-book",
        "Write the guide as an EPUB, with the page numbers of the PDF.",
        _add("epub"),
    ),
    "web": ("write the guide as web pages", "Write the guide as a folder of web pages.", _add("web")),
    "word": ("write documents to edit in Word", _WORD, _add_word),
}

"""The command line. It alone prints and chooses exit codes (0 done, 1 the guide has problems, 2 wrong use)."""

import argparse
import atexit
import gc
import json
import os
import re
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import cast

from studyguide.cli import build_commands, build_options, console, output
from studyguide.cli.arguments import parser
from studyguide.support.errors import StudyguideError, UsageError

_QUOTE = " (a title or another name that has spaces goes between quotation marks)"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    gc.set_threshold(200_000, 20, 50)  # loading modules and a guide leaves little garbage; looking for it takes 6 %
    atexit.register(gc.freeze)  # an ending process that is not searched for garbage saves 11 % of a small e-book
    console.prepare_streams()
    arguments = sys.argv[1:] if arguments is None else arguments
    words = parser(arguments)
    if "_ARGCOMPLETE" in os.environ:  # a shell asks what may follow
        from studyguide.cli import completion

        completion.complete(words)
    options, more = words.parse_known_args(arguments)
    if more:
        words.error(f"unrecognized arguments: {' '.join(more)}{_QUOTE if not more[0].startswith('-') else ''}")
    try:
        with console.ending_like_an_interrupt():
            code = COMMANDS[options.run](options) if options.run else _help(words)
            sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as `head`, has read enough
        console.close_stdout()
        return 0
    except StudyguideError as error:
        return output.explained(error, options)
    except OSError as error:
        if error.filename is not None:
            raise
        console.close_stdout()
        return output.failed(f"Standard output cannot be written to: {error.strerror}.")
    except KeyboardInterrupt:
        return output.failed("Stopped. The last finished files are unchanged.", code=130)
    return code


def _help(words: argparse.ArgumentParser) -> int:
    """Print the help, for somebody who names no command."""
    words.print_help()
    return 0


def _building(command: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    """The command, with a check of the guide's folder before it and the progress display cleared after it."""

    def run(options: argparse.Namespace) -> int:
        if not getattr(options, "others", ()):
            build_options.require_folder(options.guide)
        try:
            return command(options)
        finally:
            output.end_of_progress()

    return run


def _late(module: str, function: str = "") -> Callable[[argparse.Namespace], int]:
    """The command in a module of this package, which is imported when the command runs."""

    def run(options: argparse.Namespace) -> int:
        found = import_module(f"studyguide.cli.{module}")
        return cast("int", getattr(found, function or module)(options))

    return run


def _list(options: argparse.Namespace) -> int:
    """Print names, one on each line."""
    from studyguide.cli import listing

    if options.what in {"editions", "worksheets", "lessons", "slides"}:
        build_options.require_folder(options.guide)
    print("\n".join(listing.names(options.what, options.guide)))
    return 0


def _schema(options: argparse.Namespace) -> int:
    """Print one JSON Schema, or write all of them."""
    from studyguide.exports import question_schema
    from studyguide.guide import json_schema
    from studyguide.lint import problem_data
    from studyguide.support.errors import suggestion

    if options.output:
        _write_schemas(options.output)
        return 0
    of_data = {question_schema.NAME: question_schema.schema(), problem_data.NAME: problem_data.schema()}
    schemas = {**json_schema.schemas(), **of_data}
    if options.name not in schemas:
        what = (
            f"There is no schema '{options.name}'."
            if options.name
            else "Name a schema, or give a folder with --output."
        )
        raise UsageError(f"{what} {suggestion(options.name or '', schemas)}")
    print(json.dumps(schemas[options.name], indent=2, ensure_ascii=False))
    return 0


def _words(options: argparse.Namespace) -> int:
    """Print words.yaml for a language, or write it: every label is there to be filled in."""
    from studyguide.guide import words_file
    from studyguide.guide.info import LANGUAGE
    from studyguide.languages import tags
    from studyguide.languages.blank_words import blank_words

    if fault := tags.fault(options.language):
        raise UsageError(f"{fault}.")
    if not re.fullmatch(LANGUAGE, options.language):
        raise UsageError(f"'{options.language}' is not the tag of a language. Write one such as cy, fr-CA or pt-BR.")
    if options.output:
        _write_words(options.output / words_file.NAME, blank_words(options.language))
    else:
        print(blank_words(options.language), end="")
    return 0


def _write_words(file: Path, text: str) -> None:
    """Write words.yaml. One that exists is never replaced, because it may be filled in."""
    from studyguide.support.errors import BuildError

    try:
        with file.open("x", encoding="utf-8", newline="\n") as new:
            new.write(text)
    except FileExistsError as error:
        raise BuildError(f"{file} exists, and is not replaced. Rename it, or name another folder.") from error
    except OSError as error:
        raise BuildError(f"{file} cannot be written: {error.strerror}.") from error
    print(f"{file} written")


def _write_schemas(folder: Path) -> None:
    from studyguide.exports import question_schema
    from studyguide.guide import json_schema
    from studyguide.lint import problem_data
    from studyguide.support.errors import BuildError

    try:
        json_schema.write(folder)
        question_schema.write(folder)
        problem_data.write(folder)
    except OSError as error:
        raise BuildError(f"The schemas cannot be written to {folder}: {error.strerror}.") from error


COMMANDS = {
    "new": _late("new"),
    "build": _building(build_commands.build),
    **dict.fromkeys(("pdf", "epub", "web"), _building(_late("make_commands", "build"))),
    "word": _building(_late("make_commands", "word")),
    "specimen": _building(build_commands.show),
    "booklet": _building(build_commands.build),
    "worksheets": _building(build_commands.hand_out),
    "organiser": _building(build_commands.hand_out),
    "flashcards": _building(build_commands.hand_out),
    "bookmark": _building(build_commands.hand_out),
    "lessons": _building(build_commands.hand_out),
    "slides": _building(build_commands.hand_out),
    "serve": _late("serve_command", "serve"),
    "check": _late("check"),
    "upgrade": _late("upgrade"),
    "add": _late("add"),
    "quiz": _building(_late("export_commands", "export")),
    "cards": _building(_late("export_commands", "export")),
    "pack": _building(_late("export_commands", "pack")),
    "facts": _late("export_commands", "facts"),
    "questions": _late("export_commands", "questions"),
    "words": _words,
    "list": _list,
    "schema": _schema,
    "doctor": _late("doctor"),
    "explain": _late("explain"),
    "completion": _late("completion"),
}

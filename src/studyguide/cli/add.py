"""The commands that add to a guide: a picture, or questions from a spreadsheet or from Moodle."""

import argparse
import shutil
import sys
import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from studyguide.cli import build_options, default_guide, output
from studyguide.cli.argument_types import nonempty, number
from studyguide.support.errors import UsageError, shown

if TYPE_CHECKING:
    from studyguide.build.add_questions import Added

DESCRIPTION = (
    "Add a picture from a telephone or a scanner to a guide, or questions from a spreadsheet or from Moodle. Nothing "
    "that a guide has is overwritten, and what cannot be taken is named."
)
_PICTURE = (
    "Turn a picture into a PNG or JPEG as print needs it, without the data that cameras add (place, time, device); put "
    "it into the guide's folder of pictures; and print the text that shows it."
)
_QUESTIONS = (
    "Add questions from a spreadsheet (.csv, .xlsx) or a GIFT file of Moodle (.gift, .txt) to a chapter. The guide is "
    "checked with them first: if a question cannot be taken, it is named with its row or line, and nothing is written."
)
_PHASES = ("before", "while", "after")
_MOST_PIXELS = 6000
_LINES = (
    "These are the first questions with hints, starters or a challenge, so ruled lines to answer on are on worksheets "
    "now, and no longer on the guide's own pages. To keep them there, give an edition 'answer_space: lines'."
)
_MISSING = (
    "what it shows between the brackets, for those who cannot see it",
    "a caption on the line below it",
    'who made it and its licence behind the name, such as (images/name.jpg "Photograph by …, CC BY 4.0")',
)
"""What an author should add to a picture: its alternative text, its caption and its credit."""


def add_arguments(add: argparse.ArgumentParser) -> None:
    """The arguments of both commands."""
    what = add.add_subparsers(title="what to add", required=True, metavar="WHAT", dest="what")
    _add_picture(what.add_parser("picture", help="a picture", description=_PICTURE))
    _add_questions(what.add_parser("questions", help="questions", description=_QUESTIONS))


def _add_picture(picture: argparse.ArgumentParser) -> None:
    picture.add_argument("file", type=Path, help="a JPEG, PNG, HEIC, WebP, TIFF, BMP, GIF or SVG")
    _add_guide(picture)
    picture.add_argument("--name", type=nonempty, help="its name in the guide, without a suffix (default: the file's)")
    picture.add_argument("--alt", type=nonempty, metavar="TEXT", help="what it shows, for those who cannot see it")
    picture.add_argument("--caption", type=nonempty, metavar="TEXT", help="the line of text below it")
    picture.add_argument("--credit", type=nonempty, metavar="TEXT", help="who made it, and its licence")
    picture.add_argument(
        "--width",
        type=number("number of pixels", _MOST_PIXELS),
        metavar="PIXELS",
        help="the longest side that it may have (default: 2000, which fills a page)",
    )
    picture.add_argument("--page", type=number("page", 1000), metavar="N", help="which page or frame of the file")


def _add_questions(questions: argparse.ArgumentParser) -> None:
    questions.add_argument("file", type=Path, nargs="?", help="a .csv, .xlsx, .gift or .txt")
    _add_guide(questions)
    questions.add_argument(
        "--chapter", type=nonempty, metavar="NAME", help="the chapter to add to (default: the one with questions)"
    )
    questions.add_argument(
        "--set", type=nonempty, metavar="TITLE", help="the set for questions that name none (default: the file's name)"
    )
    questions.add_argument("--phase", choices=_PHASES, help="when questions that do not say so are asked")
    questions.add_argument("--sheet", type=nonempty, metavar="NAME", help="the sheet of an .xlsx")
    questions.add_argument(
        "--skip",
        type=nonempty,
        action="append",
        default=[],
        metavar="COLUMN",
        help="leave out the column with this heading (repeatable)",
    )
    questions.add_argument("--partly", action="store_true", help="add the others if some cannot be taken")
    questions.add_argument("--dry-run", action="store_true", help="say what would be added, and write nothing")
    questions.add_argument(
        "--template", type=Path, metavar="FILE", help="write a spreadsheet to fill in (.csv or .xlsx), and stop"
    )


def _add_guide(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--guide",
        type=Path,
        default=default_guide.default_guide(),
        metavar="DIR",
        help="the guide (default: this folder, or 'guide' in it)",
    )


def add(options: argparse.Namespace) -> int:
    """Add a picture or questions; 1 if something could not be taken."""
    if options.what == "questions" and options.template:
        return _write_template(options.template)
    build_options.require_folder(options.guide)
    return _picture(options) if options.what == "picture" else _questions(options)


def _questions(options: argparse.Namespace) -> int:
    if options.file is None:
        raise UsageError("Name a file of questions, or write an empty one with --template FILE.xlsx.")
    from studyguide.build import add_questions
    from studyguide.imports import question_file
    from studyguide.imports.found import Defaults

    words = add_questions.words(options.guide)
    defaults = Defaults(options.phase, words.say("imports.gap"))
    found = question_file.read(options.file, defaults, sheet=options.sheet, skipped=options.skip)
    wanted = add_questions.Wanted(
        str(options.file), found, options.set or _title(options.file), options.chapter, is_partly=options.partly
    )
    added = add_questions.add(options.guide, wanted)
    for problem in (*found.remarks, *added.refused):
        print(problem, file=sys.stderr)
    if not options.dry_run:
        _write(options.guide, added.texts)
    if not found.has_headings:
        return output.failed("No question was read. Correct the columns, and add the file again.")
    return _said(options, added)


def _title(file: Path) -> str:
    """The name of a file as the heading of a set."""
    name = " ".join(file.stem.replace("_", " ").replace("-", " ").split())
    return name[:1].upper() + name[1:]


def _said(options: argparse.Namespace, added: "Added") -> int:
    done = "would be added" if options.dry_run else "added"
    for each in added.sets:
        where = "a new set" if each.position is None else "the set"
        output.line(shown(f"{output.count(len(each.questions), 'question')} {done} to {where} '{each.title}'"))
    if added.skipped:
        are = "is" if added.skipped == 1 else "are"
        output.line(f"{output.count(added.skipped, 'question')} {are} in the chapter already, word for word: skipped")
    if added.takes_lines:
        output.line(_LINES)
    for name in added.texts:
        output.line(shown(f"{options.guide / name} {'would be changed' if options.dry_run else 'written'}"))
    refused = len({problem.line for problem in added.refused})
    if refused:
        left = "the others were added" if added.texts and not options.dry_run else "nothing was written"
        hint = "" if options.partly else " Correct them, or add the others with --partly."
        return output.failed(f"{output.count(refused, 'question')} cannot be taken; {left}.{hint}")
    if not (added.texts or added.skipped):
        raise UsageError(f"{options.file} has no questions. Look at it, or start from the file that --template writes.")
    return 0


def _write(folder: Path, texts: Mapping[str, bytes]) -> None:
    """Write files whole, the chapter before the list that names it; if that fails, the old ones stay."""
    from studyguide.support.atomic_write import replacing

    for name, data in texts.items():
        target = (folder / name).resolve()
        target.parent.mkdir(exist_ok=True)
        with replacing(target) as new:
            new.write_bytes(data)
            if target.exists():
                shutil.copymode(target, new)


def _write_template(target: Path) -> int:
    from studyguide.imports.tables import template
    from studyguide.support.atomic_write import replacing

    make = {".csv": template.as_csv, ".xlsx": template.as_xlsx}.get(target.suffix.lower())
    if make is None:
        raise UsageError(f"A template is a .csv or an .xlsx, and {target.name} is neither. Choose another name.")
    if target.exists():
        raise UsageError(f"There is already a file '{target}'. Choose another name.")
    with replacing(target) as new:
        new.write_bytes(make())
    output.line(shown(f"{target} written"))
    return 0


def _picture(options: argparse.Namespace) -> int:
    from studyguide.imports.pictures import picture

    made = picture.picture(options.file, options.name, options.width, options.page)
    refusal = picture.refusal(options.guide, made)
    if refusal:
        raise UsageError(refusal)
    if refusal is None:
        _write(options.guide, {made.name: made.data})
    done = "written" if refusal is None else "is there already"
    output.line(shown(f"{options.guide / made.name} {done}: {made.said}"))
    for remark in made.remarks:
        output.line(shown(remark))
    given = options.alt or "", options.caption or "", options.credit or ""
    missing = [what for what, text in zip(_MISSING, given, strict=True) if not text]
    markup = picture.markup(made, *given)
    these, their = ("these lines", "their") if "\n" in markup else ("this line", "its")
    output.line(
        f"Paste {these} into a text of a chapter, as a paragraph of {their} own. In a YAML file, the text needs '|' "
        "behind its key, as in `text: |`, and begins on the next line:\n"
    )
    print(textwrap.indent(markup, " " * 6))
    if missing:
        output.line(f"\nThen write {', '.join(missing)}.")
    return 0

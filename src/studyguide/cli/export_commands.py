"""The commands that export: facts and questions as data, quizzes and cards for other programs, and packs."""

import argparse
from typing import cast

from studyguide.cli import build_options, output
from studyguide.support import up_to_date


def facts(options: argparse.Namespace) -> int:
    """Write the facts of a guide as data."""
    build_options.require_folder(options.guide)
    from studyguide import build
    from studyguide.build.checked_guide import sound
    from studyguide.exports import fact_list

    guide = sound(options.guide)
    build.make(options.output)
    for path in fact_list.write(guide, options.output):
        output.line(f"{path} written")
    return 0


def questions(options: argparse.Namespace) -> int:
    """Write the questions of an edition as data."""
    build_options.require_folder(options.guide)
    from studyguide import build
    from studyguide.build.checked_guide import sound
    from studyguide.editions.select import find
    from studyguide.exports import question_list

    guide = sound(options.guide)
    selected = question_list.selected(guide, find(guide, options.edition))
    build.make(options.output)
    output.line(f"{question_list.write(selected, options.output)} written")
    return 0


def pack(options: argparse.Namespace) -> int:
    """Write everything that an edition offers as one ZIP. If nothing has changed, nothing is built."""
    choices = ("pack", *build_options.look(options, options.edition))
    if build_options.finished(options, choices):
        return 0
    build_options.prepare_many(options, paged=True)
    from studyguide.build.checked_guide import sound
    from studyguide.build.pack import PackOptions
    from studyguide.build.pack import pack as write

    before, workers = up_to_date.fingerprint(options.guide), build_options.workers(options)
    asked = PackOptions(
        options.output,
        options.edition,
        options.paper,
        options.theme,
        build_options.layout_options(options, workers),
        workers,
    )
    built = (write(sound(options.guide), asked, output.progress, output.line),)
    build_options.remember(options, choices, built, before)
    output.built(options, built)
    return 0


def export(options: argparse.Namespace) -> int:
    """Write the quizzes or the cards of an edition, and name what they lack."""
    build_options.require_folder(options.guide)
    from studyguide.build.checked_guide import sound
    from studyguide.build.export_files import export as write
    from studyguide.exports.export_groups import Group

    done = write(sound(options.guide), cast("Group", options.run), options.edition, options.output)
    for name in done.files:
        output.line(f"{done.path / name} written")
    for place, each in done.left_out:
        where = f"{options.guide / place.file}:{place.line}:{place.column}"
        output.line(f"{where}: {each}")
    return 0

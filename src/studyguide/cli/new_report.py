"""What `studyguide new` says when it is done: what to type next, and what to fill in, in which files."""

import argparse
import shlex
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from studyguide.cli import output, own_command
from studyguide.support.latin_letters import lost

if TYPE_CHECKING:
    from studyguide.guide.new_guide import NewGuide


def lines(folder: Path, options: argparse.Namespace, begun: "NewGuide", files: Mapping[str, str]) -> Iterator[str]:
    """The lines about a guide that was just written."""
    chapters = output.count(len(begun.kinds), "chapter")
    yield f"{folder} written: {chapters}. Its built files will be called {begun.name}, as 'name' in guide.yaml says."
    texts = {name: text for name, text in files.items() if name.endswith(".yaml")}
    if letters := lost(begun.title):
        yield f"The name has no letters for '{letters}'. Change 'name' in guide.yaml if you want another."
    if not (options.work or options.type):
        yield _taken_for_a_novel(folder, begun, texts)
    for what, mark in _unknown(begun):
        yield f"Fill in {what} ({mark}): {_in(texts, mark)}."
    yield from _to_write(folder, begun, texts)
    yield (
        f"Next: {own_command.command('build', folder)}. Then change the files; "
        f"`{own_command.command('check', folder)}` lists every text that is still to be written (SG122)."
    )


def _taken_for_a_novel(folder: Path, begun: "NewGuide", texts: Mapping[str, str]) -> str:
    """How to change the type of the work, which nobody has said."""
    label = begun.labels.say("work.head", by=begun.works[0].type)
    places = {
        "guide.yaml": "guide.yaml (type: novel)",
        "chapters/overview.yaml": f"chapters/overview.yaml (label: {label})",
        "sources.yaml": f"sources.yaml (type: {begun.works[0].source_type})",
    }
    there = _together([place for name, place in places.items() if name in texts])
    title = begun.title
    again = f"{own_command.program()} new --title … --work 'play: Title; Author; Year'"
    return (
        f"'{title}' is taken for a novel. If it is not: remove {folder} and say what it is, as in `{again}`, "
        f"or change it in {there}."
    )


def _unknown(begun: "NewGuide") -> Iterator[tuple[str, str]]:
    """What nobody said, and what files have in its place."""
    from studyguide.guide.starter_texts import NOBODY, UNKNOWN, UNKNOWN_YEAR

    if NOBODY in begun.authors:
        yield "the author of the guide", NOBODY
    if unsigned := [f"'{work.title}'" for work in begun.works if work.by == UNKNOWN]:
        yield f"who made {_together(unsigned)}", UNKNOWN
    if undated := [f"'{work.title}'" for work in begun.works if work.year == UNKNOWN_YEAR]:
        yield f"when {_together(undated)} came out", UNKNOWN_YEAR


def _to_write(folder: Path, begun: "NewGuide", texts: Mapping[str, str]) -> Iterator[str]:
    """The files whose texts say what to write in their place, and those to translate."""
    from studyguide.guide.starter_texts import is_in_file

    left = _together([name for name, text in texts.items() if is_in_file(text, begun.language)])
    if left and begun.is_english:
        yield f"Write your own texts in place of those that say what to write: {left}."
    elif left:
        yield f"The texts of a new guide are in English. Replace those that say what to write, and translate: {left}."
    if begun.reading_age and not begun.is_english:
        yield "The reading age is left out of guide.yaml: only English texts can be judged by it."
    if not begun.is_translated:
        words = f"{own_command.program()} words --language {begun.language} --output {shlex.quote(str(folder))}"
        yield (
            f"The program prints its own labels in English, because it has none in '{begun.language}'. "
            f"`{words}` writes a file for yours."
        )


def _in(texts: Mapping[str, str], mark: str) -> str:
    return _together([name for name, text in texts.items() if mark in text])


def _together(names: Sequence[str]) -> str:
    """Names in a sentence: ``a, b and c``."""
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))

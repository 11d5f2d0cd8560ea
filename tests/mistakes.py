"""What must hold of a guide with mistakes: each is named with its place and a remedy, or it does no harm.

`check` never ends in a traceback. Where it has problems, a build refuses with no others, and the files of the last one
stay as they are; where it has none, all is made. What goes wrong is told, one text for each fault.
"""

import re
import shutil
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

from studyguide import formats, handouts
from studyguide.build import Request, build, edition_check, handout_files
from studyguide.build.checked_guide import Review, review
from studyguide.build.edition_publication import publish
from studyguide.formats import LayoutOptions
from studyguide.guide.model import Guide
from studyguide.handouts import handout_kinds
from studyguide.support import paths
from studyguide.support.errors import GuideError, Problem
from studyguide.themes import theme
from tests.mutations import copied, mutate

SPECIMEN = paths.specimen_folder()
REMEDY = re.compile(
    r"\b(add|begin|change|choose|close|copy|delete|did you mean|exchange|expected|export|give|indent|keep|let|line|"
    r"links lead|list|look|make|mark|move|name|put|rename|reword|remove|run|save|say|shorten|simplify|take|there are|"
    r"split|ungroup|use|write)\b",
    re.IGNORECASE,
)
"""Every problem says what to do, or what was expected."""


def tried(
    seed: int, place: Path, output: Path, also: Callable[[Guide, Random], None] = lambda _guide, _random: None
) -> list[str]:
    """What goes wrong with a copy of the specimen in `place` that has the mistakes of a seed.

    `output` is where a build of another guide has left its files; `also` is done with a guide without problems.
    """
    folder = copied(SPECIMEN, place / "guide")
    names, random = mutate(folder, seed), Random(seed)  # noqa: S311 (nothing is secret)
    found: Review | None = None
    try:
        found = review(folder)
        if found.problems:
            told = [*described(found, folder), *refused(found, folder, output, random)]
        else:
            told = []
            made(_sound(found), place, random)
            also(_sound(found), random)
    except Exception:  # noqa: BLE001 (it is told with its seed)
        where = "check" if found is None else "a build, and check had no such problem"
        told = [f"{where} ends in:\n{traceback.format_exc(limit=-8)[:4000]}"]
    return [f"seed {seed} ({', '.join(names)}): {each}" for each in told]


def _sound(found: Review) -> Guide:
    assert found.guide is not None
    return found.guide


def described(found: Review, folder: Path) -> Iterator[str]:
    """What an author could not do with the problems of a guide."""
    for problem in found.problems:
        yield from (f"{fault}: {problem}" for fault in faults_of(problem, folder))


def faults_of(problem: Problem, folder: Path) -> Iterator[str]:
    """What an author could not do with a problem."""
    lines = _text(folder / problem.file).splitlines()
    if not 1 <= problem.line <= max(1, len(lines) + 1):
        yield f"line {problem.line} is not in {problem.file}"
    if problem.column < 1:
        yield f"column {problem.column}"
    if not REMEDY.search(problem.message) or not problem.message.endswith((".", "...", "?")):
        yield "no remedy"
    if not str(problem).isprintable():
        yield "it steers the terminal"


def _text(file: Path) -> str:
    readable = file.is_file() and file.stat().st_size < 10_000_000
    return file.read_bytes().decode("utf-8", "replace") if readable else ""


def refused(found: Review, folder: Path, output: Path, random: Random) -> Iterator[str]:
    """What is wrong with the way in which a build refuses a guide with problems."""
    editions = found.guide.info.editions if found.guide else ()
    edition = random.choice(editions).id if editions else None
    before = content(output)
    try:
        build(folder, Request(("epub", "web"), output, edition, numbered=False))
    except GuideError as error:
        told = {str(problem) for problem in found.problems}
        yield from (f"check does not say: {each}" for each in map(str, error.problems) if each not in told)
        if content(output) != before:
            yield "a refused build has changed the last good files"
    else:
        others = {str(problem) for problem in edition_check.problems(_sound(found))}
        yield from (f"a build is made despite: {each}" for each in found.problems if str(each) not in others)


def content(output: Path) -> dict[Path, tuple[int, int]]:
    """The files in a folder, and when each was written."""
    found = (path for path in output.rglob("*") if path.is_file())
    return {path: (path.stat().st_size, path.stat().st_mtime_ns) for path in found}


def made(guide: Guide, place: Path, random: Random) -> None:
    """Make what needs no pages: an edition for the screen, and some of its handouts."""
    edition = random.choice(guide.info.editions)
    publication = publish(guide, edition)
    for name in ("epub", "web"):
        look = theme.look(name, theme=edition.theme or "quiet")
        formats.load(name).write(publication, look, place / f"made.{name}")
    groups = handout_kinds.groups()
    known = [handouts.names(guide, edition, group) for group in groups]
    sheets = [(name, tier) for names in known for name, tiers in names.items() for tier in tiers]
    for name, tier in random.sample(sheets, min(4, len(sheets))):
        handouts.publish(guide, edition, name, tier, fillable=random.random() < 0.5)


def paged(guide: Guide, output: Path, layout_options: LayoutOptions, random: Random) -> None:
    """Lay out the pages of an edition, and of a sheet to hand out if it has one."""
    edition = random.choice(guide.info.editions)
    build(guide.folder, Request(("pdf",), output, edition.id, layout_options=layout_options))
    groups = [group for group in handout_kinds.groups() if handouts.names(guide, edition, group)]
    if groups:
        group = random.choice(groups)
        possible = handout_files.possible_formats(group)
        wanted = (formats.PAGED,) if formats.PAGED in possible else possible
        fillable = random.random() < 0.5
        asked = handout_files.HandoutOptions(group, output, fillable=fillable, edition=edition.id, formats=wanted)
        handout_files.hand_out(guide, random.choice(handout_files.requests(guide, asked)))


def last_build(output: Path) -> Path:
    """A folder with the files of a guide without mistakes."""
    with suppress(FileNotFoundError):
        shutil.rmtree(output)
    build(SPECIMEN, Request(("epub", "web"), output, numbered=False))
    return output

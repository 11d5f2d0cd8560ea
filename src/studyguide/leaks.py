"""Leaks: which of the gated words that a part of a guide holds are in what is really made of it."""

import re
from collections.abc import Collection, Iterator

from studyguide import gates, markdown
from studyguide.errors import Problem
from studyguide.gates import Slip
from studyguide.handout import Sheet, every_item
from studyguide.model import Edition, Guide
from studyguide.printed_words import printed
from studyguide.program_words import is_ours
from studyguide.publication import Publication
from studyguide.walk import strings

_SPACES = re.compile(r"\s+")
_BEFORE = re.compile(r"\S+\s+$")
_AFTER = re.compile(r"^\s+\S+")


def slips(guide: Guide, edition: Edition, held: Guide) -> tuple[Slip, ...]:
    """Every watched word in what a sheet may be made of (`held`), whether it is printed or not."""
    pattern = gates.watched(guide, edition)
    if pattern is None:
        return ()
    return tuple(slip for each in printed(guide, edition, held) for slip in gates.found_in(each, pattern))


def printed_slips(
    found: Collection[Slip], publication: Publication, guide: Guide, edition: Edition
) -> tuple[Problem, ...]:
    """Those that are in a finished publication, or in the names of its files."""
    pattern = gates.watched(guide, edition)
    if pattern is None or not found:
        return ()
    names = (guide.info.name, edition.id if edition.id != guide.info.editions[0].id else "")
    text = _even(" ".join([*gates.told(publication, guide, pattern).values(), *map(gates.parted, names)]))
    words = {match[0] for match in pattern.finditer(text)}
    kept = [slip for slip in found if _even(slip.word) in words and _is_in(slip, text)]
    placed = {_even(slip.word) for slip in kept}
    kept += [slip for slip in found if _even(slip.word) in words - placed and not is_ours(slip.word)]
    return tuple(dict.fromkeys(gates.problem(slip, edition) for slip in kept))


def likely_slips(found: Collection[Slip], sheet: Sheet, edition: Edition) -> Iterator[Problem]:
    """Those that stand in the parts of a sheet or in guide.yaml, for a guide that cannot be printed yet."""
    texts = [text for item in every_item(sheet.parts.values()) for _, _, text in strings(item)]
    runs = {gates.plainly(run) for text in texts for run in markdown.visible(text, block=True).runs}
    for slip in found:
        if slip.text in runs or slip.place.file == "guide.yaml":
            yield gates.problem(slip, edition)


def _is_in(slip: Slip, text: str) -> bool:
    """Whether a text has the word beside one of its neighbours; beside both would be asking too much of a title."""
    start, end = slip.span
    before, after = _BEFORE.search(slip.text[:start]), _AFTER.search(slip.text[end:])
    word = slip.text[start:end]
    beside = [before[0] + word] if before else []
    beside += [word + after[0]] if after else []
    return any(_even(each) in text for each in beside or [word])


def _even(text: str) -> str:
    """A text on one line, in small letters."""
    return _SPACES.sub(" ", gates.plainly(text)).lower()

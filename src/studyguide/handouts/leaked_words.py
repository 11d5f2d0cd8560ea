"""Gated words in a part of a guide that are also in the handout made from it."""

import re
from collections.abc import Collection, Iterator

from studyguide import markdown
from studyguide.editions import spoiler_words
from studyguide.editions.printed_words import printed
from studyguide.editions.program_words import is_ours
from studyguide.editions.spoiler_words import Slip
from studyguide.guide.info import Edition
from studyguide.guide.model import Guide
from studyguide.guide.walk import strings
from studyguide.handouts.sheet import Sheet, every_item
from studyguide.publication import Publication
from studyguide.support.errors import Problem

_SPACES = re.compile(r"\s+")
_BEFORE = re.compile(r"(?<!\S)\S++\s++$")
_AFTER = re.compile(r"^\s+\S+")


def slips(guide: Guide, edition: Edition, held: Guide) -> tuple[Slip, ...]:
    """Every watched word in the guide that a sheet is made from (`held`), whether it is printed or not."""
    pattern = spoiler_words.watched(guide, edition)
    if pattern is None:
        return ()
    return tuple(slip for each in printed(guide, edition, held) for slip in spoiler_words.found_in(each, pattern))


def printed_slips(
    found: Collection[Slip], publication: Publication, guide: Guide, edition: Edition
) -> tuple[Problem, ...]:
    """The slips that are in a finished publication, or in the names of its files."""
    pattern = spoiler_words.watched(guide, edition)
    if pattern is None or not found:
        return ()
    names = (guide.info.name, edition.id if edition.id != guide.info.editions[0].id else "")
    text = _even(
        " ".join([*spoiler_words.told(publication, guide, pattern).values(), *map(spoiler_words.parted, names)])
    )
    words = {match[0] for match in pattern.finditer(text)}
    kept = [slip for slip in found if _even(slip.word) in words and _is_in(slip, text)]
    placed = {_even(slip.word) for slip in kept}
    kept += [
        slip for slip in found if _even(slip.word) in words - placed and not is_ours(slip.word, guide.info.language)
    ]
    return tuple(dict.fromkeys(spoiler_words.problem(slip, edition) for slip in kept))


def likely_slips(found: Collection[Slip], sheet: Sheet, edition: Edition) -> Iterator[Problem]:
    """The slips in the parts of a sheet or in guide.yaml, for a guide that cannot be printed yet."""
    texts = [text for item in every_item(sheet.parts.values()) for _, _, text in strings(item)]
    runs = {spoiler_words.plainly(run) for text in texts for run in markdown.visible(text, block=True).runs}
    for slip in found:
        if slip.text in runs or slip.place.file == "guide.yaml":
            yield spoiler_words.problem(slip, edition)


def _is_in(slip: Slip, text: str) -> bool:
    """Whether a text has the word beside one of its neighbours. Both are not required: a title may have only one."""
    start, end = slip.span
    before, after = _BEFORE.search(slip.text[:start]), _AFTER.search(slip.text[end:])
    word = slip.text[start:end]
    beside = [before[0] + word] if before else []
    beside += [word + after[0]] if after else []
    return any(_even(each) in text for each in beside or [word])


def _even(text: str) -> str:
    """A text on one line, in lower case."""
    return _SPACES.sub(" ", spoiler_words.plainly(text)).lower()

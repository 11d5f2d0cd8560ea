"""Review: a guide's folder read and judged, before anything is made of it."""

from dataclasses import dataclass
from pathlib import Path

from studyguide import editorial, fresh, handouts, naming
from studyguide.check import check
from studyguide.edition import faults
from studyguide.editorial import Remark
from studyguide.errors import GuideError, Problem
from studyguide.load import Draft, read
from studyguide.model import Guide


@dataclass(frozen=True)
class Review:
    """What is wrong with a guide, and what could be better."""

    guide: Guide | None
    """None where guide.yaml cannot be used."""
    problems: tuple[Problem, ...]
    remarks: tuple[Remark, ...]
    """None are made while a file cannot be read: what seems to be missing may be in it."""


def review(folder: Path) -> Review:
    """Problems and remarks. Raises `UsageError` if there is no such folder."""
    draft = read(folder)
    remarks = editorial.remarks(draft.guide) if draft.guide and not draft.problems else ()
    return Review(draft.guide, _problems(draft), remarks)


def sound(folder: Path) -> Guide:
    """The guide in `folder`, loaded and checked. Raises `GuideError` with every problem there is.

    The last one is remembered, for as long as its files are the same: its next edition need not read it again.
    """
    content = folder, fresh.content(folder)  # before it is read: what is changed meanwhile is read again next time
    if content not in _last:
        draft = read(folder)
        problems = _problems(draft)
        if problems or draft.guide is None:
            raise GuideError(problems)
        _last.clear()
        _last[content] = draft.guide
    return _last[content]


_last: dict[tuple[Path, str], Guide] = {}


def _problems(draft: Draft) -> tuple[Problem, ...]:
    guide = draft.guide
    if guide is None:
        return draft.problems
    checked = *check(guide, draft.ids, draft.keys), *naming.clashes(guide), *editorial.unknown(guide)
    problems = {*draft.problems, *checked}
    if not problems:  # only what is sound can be made less of
        problems |= {*faults(guide), *handouts.clashes(guide)}
    return tuple(sorted(problems))

"""A guide's folder, read and checked before anything is built from it."""

from dataclasses import dataclass
from pathlib import Path

from studyguide import handouts
from studyguide.build import edition_check, file_names
from studyguide.editions.select import faults
from studyguide.guide.load import Draft, read
from studyguide.guide.model import Guide
from studyguide.lint import characters, rules
from studyguide.lint.references import check
from studyguide.lint.rules import Remark
from studyguide.support import up_to_date
from studyguide.support.errors import GuideError, Problem, bounded


@dataclass(frozen=True)
class Review:
    """What is wrong with a guide, and what could be better."""

    guide: Guide
    """As far as it could be read."""
    problems: tuple[Problem, ...]
    remarks: tuple[Remark, ...]
    """None are made while a file cannot be read: what seems to be missing may be in it."""


def review(folder: Path) -> Review:
    """Problems and remarks. Raises `UsageError` if there is no such folder.

    Problems of one edition or handout are among them; a build of another one goes on all the same (`sound`).
    """
    draft = read(folder)
    of_guide = _problems(draft)
    of_editions = edition_check.problems(draft.guide, is_sound=not of_guide)
    problems = tuple(sorted(bounded({*of_guide, *of_editions})))
    remarks = rules.remarks(draft.guide) if not draft.problems else ()
    return Review(draft.guide, problems, remarks)


def sound(folder: Path) -> Guide:
    """The guide in `folder`, loaded and checked. Raises `GuideError` with every problem there is.

    The last one is remembered, for as long as its files are the same: its next edition need not read it again.
    """
    content = folder, up_to_date.content(folder)  # before it is read: what is changed meanwhile is read again next time
    guide = _last.get(content)
    if guide is None:
        draft = read(folder)
        problems = _problems(draft)
        if problems:
            raise GuideError(bounded(problems))
        guide = draft.guide
        _last.clear()
        _last[content] = guide
    return guide


_last: dict[tuple[Path, str], Guide] = {}


def _problems(draft: Draft) -> tuple[Problem, ...]:
    guide = draft.guide
    unread = {"all_ids": draft.all_ids, "all_keys": draft.all_keys}
    checked = *check(guide, draft.ids, draft.keys, **unread), *file_names.clashes(guide), *rules.unknown(guide)
    checked = *checked, *characters.missing(guide), *faults(guide, draft.unsure)
    problems = {*draft.problems, *checked}
    if len(guide.chapters) == len(guide.info.chapters):  # sheets are numbered where there are several of a kind
        problems |= {*handouts.clashes(guide)}
    return tuple(sorted(problems))

"""A guide's folder, read and checked before anything is built from it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from studyguide.editions.select import faults, find
from studyguide.guide.load import Draft, read
from studyguide.guide.model import Guide
from studyguide.support import up_to_date
from studyguide.support.errors import GuideError, Problem, bounded
from studyguide.support.keep import Keep

if TYPE_CHECKING:
    from studyguide.lint.rules import Remark


@dataclass(frozen=True)
class Review:
    """The problems of a guide, and remarks on possible improvements."""

    guide: Guide
    """The readable parts of the guide."""
    problems: tuple[Problem, ...]
    remarks: "tuple[Remark, ...]"
    """Empty while a file cannot be read: a missing part may be in that file."""


def review(folder: Path) -> Review:
    """Problems and remarks. Raises `UsageError` if there is no such folder.

    They include problems of single editions and handouts, which do not stop builds of the others (`sound`).
    """
    from studyguide.build import edition_check
    from studyguide.lint import rules

    draft = read(folder, Keep())
    of_guide = _problems(draft)
    of_editions = edition_check.problems(draft.guide, is_sound=not of_guide)
    problems = tuple(sorted(bounded({*of_guide, *of_editions})))
    remarks = rules.remarks(draft.guide) if not draft.problems else ()
    return Review(draft.guide, problems, remarks)


def new_problems(folder: Path, unsaved: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """The problems that a guide gets from files with this content (by name), without those that it has already.

    Two problems are the same if they differ only in their line.
    """
    after = _of_all(folder, unsaved)
    if not after:
        return ()
    had = Counter((problem.file, problem.message) for problem in _of_all(folder, {}))
    new: list[Problem] = []
    for problem in after:
        had[problem.file, problem.message] -= 1
        new += [problem] if had[problem.file, problem.message] < 0 else []
    return tuple(new)


def _of_all(folder: Path, unsaved: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """The problems of a guide and of its editions, all of them."""
    from studyguide.build import edition_check

    draft = read(folder, Keep(), unsaved)
    of_guide = _problems(draft)
    return tuple(sorted({*of_guide, *edition_check.problems(draft.guide, is_sound=not of_guide)}))


def sound(folder: Path, keep: Keep | None = None, edition: str | None = None) -> Guide:
    """The guide in `folder`, loaded and checked. Raises `GuideError` with every problem.

    A guide that was found sound is not checked again until one of its inputs changes. Raises `UsageError` if there is
    no such folder, or in a sound guide no such `edition`.
    """
    keep = keep or Keep()
    before = up_to_date.content(folder)
    draft = read(folder, keep)
    after = up_to_date.content(folder)
    if draft.problems or before != after:  # a file that was saved meanwhile may have been read before or after
        _prove(draft, edition)
    else:
        keep.on_disk("sound", after, lambda: _prove(draft, edition), Literal[True])
    return draft.guide


def _prove(draft: Draft, edition: str | None) -> Literal[True]:
    """Raise `GuideError` with all problems, if there are any; nothing is kept of a build that goes no further."""
    if problems := _problems(draft):
        raise GuideError(bounded(problems))
    find(draft.guide, edition)
    return True


def _problems(draft: Draft) -> tuple[Problem, ...]:
    """All problems. The rules are imported only here: that takes a tenth of the time of a build without a check."""
    from studyguide import handouts
    from studyguide.build import file_names
    from studyguide.lint import characters, rules, school_document
    from studyguide.lint.references import check

    guide = draft.guide
    unread = {"all_ids": draft.all_ids, "all_keys": draft.all_keys}
    checked = *check(guide, draft.ids, draft.keys, **unread), *file_names.clashes(guide), *rules.unknown(guide)
    checked = *checked, *characters.missing(guide), *faults(guide, draft.unsure), *school_document.problems(guide)
    problems = {*draft.problems, *checked}
    if len(guide.chapters) == len(guide.info.chapters):  # sheets are numbered if there are several of a kind
        problems |= {*handouts.clashes(guide)}
    return tuple(sorted(problems))

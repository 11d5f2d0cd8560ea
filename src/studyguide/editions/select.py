"""The guide of one edition, by a pure function from guide to guide."""

from collections.abc import Collection, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from studyguide.editions.answer_space import answer_space
from studyguide.editions.redact import Kept, raised, redacted, tells_of
from studyguide.guide.info import ANSWERS, Edition, GuideInfo
from studyguide.guide.items import Spoiler
from studyguide.guide.model import Chapter, Guide, Place
from studyguide.guide.theme_letters import letters
from studyguide.guide.walk import items, named
from studyguide.support.errors import Problem, UsageError, suggestion
from studyguide.support.keep import Keep


def find(guide: Guide, name: str | None) -> Edition:
    """The edition named `name`, or the first one. Raises `UsageError` with the names of all editions."""
    editions = {edition.id: edition for edition in guide.info.editions}
    if name is None:
        return guide.info.editions[0]
    if name not in editions:
        raise UsageError(f"There is no edition '{name}'. {suggestion(name, editions)}")
    return editions[name]


def select(guide: Guide, edition: Edition) -> Guide:
    """The guide for this edition's readers: only its chapters, up to its spoiler level, no references to others."""
    front = _answers_in_front(guide, edition)
    made_of = guide.info, guide.chapters, guide.sources
    return guide.keep(("select", _content(edition), front), made_of, lambda: _selected(guide, edition, front))


_LOOKS = ("id", "title", "theme", "paper", "openings", "page_maps")
"""The fields of an edition that do not decide which parts of the guide it shows."""


def _content(edition: Edition) -> tuple[Hashable, ...]:
    """The other fields. Editions in which they are equal have the same content, which is selected once."""
    return tuple(getattr(edition, name) for name in Edition.model_fields if name not in _LOOKS)


def _selected(guide: Guide, edition: Edition, front: str) -> Guide:
    printed = edition.model_copy(update={"answers": front, "answer_space": answer_space(guide, edition)})
    meant = [each for each in guide.chapters if each.audience in {"student", edition.audience}]
    named = [each for each in meant if not edition.chapters or each.id in edition.chapters]
    held = [each for each in named if each.id not in edition.omit]
    held.sort(key=_is_for_teachers)  # after the pages that teachers share with their students
    chapters = [_raised(guide, each, printed) for each in held]
    works = frozenset(work.id for work in guide.info.works)
    kept = Kept(edition.reveals, hidden=hidden(guide, edition), language=guide.info.language, works=works)
    steps = _Steps(guide.keep, _content(printed))
    return replace(
        guide,
        info=_in_printed_order(guide),
        chapters=tuple(steps.settled(chapters, kept)),
        letters=letters(guide.chapters, guide.info.labels),
        is_for_teachers=edition.audience == "teacher",
    )


def _is_for_teachers(chapter: Chapter) -> bool:
    return chapter.audience == "teacher"


def _in_printed_order(guide: Guide) -> GuideInfo:
    """guide.yaml with all chapters in the order of their numbers, which are the same in every edition, without gaps.

    It is kept: a section is printed again only when what it was made from is another object.
    """
    ordered = tuple(each.id for each in sorted(guide.chapters, key=_is_for_teachers))
    return guide.keep(
        "printed order", (guide.info, ordered), lambda: guide.info.model_copy(update={"chapters": ordered})
    )


def _raised(guide: Guide, chapter: Chapter, edition: Edition | None = None) -> Chapter:
    """A chapter as an edition prints it, or as it was written; each item at least at the level around it."""
    chapter = _numbered(guide, chapter)
    shown = chapter.for_edition(edition) if edition else chapter
    if edition is None or shown is chapter:
        return guide.keep(("raised", chapter.id), (chapter,), lambda: raised(chapter))
    return guide.keep(("raised", chapter.id, _content(edition)), (chapter,), lambda: raised(shown))


def _numbered(guide: Guide, chapter: Chapter) -> Chapter:
    """A chapter with its numbers, before anything is hidden: they are the same in every edition."""
    return guide.keep(("numbered", chapter.id), (chapter, guide.info), lambda: chapter.numbered(guide.info))


def hidden(guide: Guide, edition: Edition) -> frozenset[str]:
    """The ids of items above an edition's level, and of items about these; also in chapters that it does not have."""
    return guide.keep(("hidden", edition.reveals), (guide.chapters,), lambda: _hidden(guide, edition))


def _hidden(guide: Guide, edition: Edition) -> frozenset[str]:
    raised_chapters = [_raised(guide, chapter) for chapter in guide.chapters]
    names = frozenset[str]().union(*(_above(guide, each, edition.reveals) for each in raised_chapters))
    if not names:
        return names
    parts = [part for chapter in raised_chapters for _, part in items(chapter)]
    while more := _ids(part for part in parts if tells_of(part, names)) - names:
        names |= more
    return names


def _above(guide: Guide, chapter: Chapter, level: Spoiler) -> frozenset[str]:
    """The ids of the items of a chapter above a level."""

    def found() -> frozenset[str]:
        parts = (part for _, part in items(chapter) if getattr(part, "spoiler", Spoiler.SAFE).rank > level.rank)
        return frozenset(name for part in parts if (name := getattr(part, "id", None)))

    return guide.keep(("above", chapter.id, level), (chapter,), found)


@dataclass(frozen=True)
class _Steps:
    """The steps that take hidden items out of the chapters of one edition."""

    keep: Keep
    edition: tuple[Hashable, ...]
    """Its `_content`."""

    def settled(self, chapters: list[Chapter], kept: Kept) -> list[Chapter]:
        """The chapters without items that depend on a removed one."""
        chapters, step = self._redacted(chapters, kept, 0), 0
        before: frozenset[str] = frozenset()
        while (ids := self._ids(chapters, step)) != before:  # other items may point to an item that was just removed
            step += 1
            chapters, before = self._redacted(chapters, replace(kept, ids=ids), step), ids
        return chapters

    def _ids(self, chapters: list[Chapter], step: int) -> frozenset[str]:
        """The ids of these chapters; the same object as before if they are equal."""
        name = "ids", self.edition, step
        found = (self.keep((*name, each.id), (each,), partial(_ids, [each])) for each in chapters)
        return self.keep.equal(name, frozenset[str]().union(*found))

    def _redacted(self, chapters: list[Chapter], kept: Kept, step: int) -> list[Chapter]:
        made_of = kept.level, kept.ids, kept.hidden, kept.language, kept.works
        seen = (chapter for chapter in chapters if chapter.spoiler.rank <= kept.level.rank)
        found = [
            self.keep(("redact", self.edition, each.id, step), (each, made_of), partial(redacted, each, kept))
            for each in seen
        ]
        return [left for left in found if left is not None]


def summary(guide: Guide, edition: Edition) -> str:
    """A summary of an edition: ``student: spoilers to the end, no answers``."""
    printed = [chapter.answered for chapter in select(guide, edition).chapters]
    answers = max(printed, key=ANSWERS.index, default="none")
    notes = " and notes for teachers" if edition.audience == "teacher" else ""
    return f"{edition.id}: {_SPOILERS[edition.reveals]}, {_ANSWERS[answers]}{notes}"


_SPOILERS = {
    Spoiler.SAFE: "no spoilers",
    Spoiler.PREMISE: "spoilers to the premise",
    Spoiler.ENDING: "spoilers to the end",
}
_ANSWERS = {"none": "no answers", "quiz": "answers to the quiz", "all": "all answers"}


def _answers_in_front(guide: Guide, edition: Edition) -> str:
    """The answers on the pages that teachers share with their students; the other answers follow for teachers."""
    shared = [each.answers for each in guide.info.editions if each.audience == "student"][:1]
    return min([edition.answers, *(shared if edition.audience == "teacher" else [])], key=ANSWERS.index)


def faults(guide: Guide, unsure: Collection[str] = ()) -> Iterator[Problem]:
    """Editions that would be empty, or would lose a chapter that they name.

    If files were not fully read (`unsure`), only problems that do not depend on them are reported.
    """
    for number, edition in enumerate(guide.info.editions):
        if edition.chapters or edition.omit or edition.reveals != Spoiler.ENDING:
            held = _by_level(guide, edition) if unsure else select(guide, edition).chapters
            yield from _faults(guide, number, {chapter.id for chapter in held}, unsure)


def _by_level(guide: Guide, edition: Edition) -> list[Chapter]:
    """The chapters of an edition by its level alone, ignoring references between chapters."""
    raised_chapters = (_raised(guide, each) for each in guide.chapters)
    seen = (chapter for chapter in raised_chapters if chapter.spoiler.rank <= edition.reveals.rank)
    return [left for left in (redacted(chapter, Kept(edition.reveals)) for chapter in seen) if left is not None]


def _faults(guide: Guide, number: int, held: Collection[str], unsure: Collection[str]) -> Iterator[Problem]:
    edition = guide.info.editions[number]
    places, known = guide.places["guide.yaml"], {chapter.id for chapter in guide.chapters} - {*unsure}
    if not held and (known.issuperset(edition.chapters) if edition.chapters else {"guide.yaml"}.issuperset(unsure)):
        message = f"The edition '{edition.id}' holds nothing. Let it reveal more, or name other chapters."
        yield _at(places["editions", number], message)
        return
    for place, name in enumerate(edition.chapters):
        # a chapter that does not exist, or is also omitted, is another rule's problem
        if name in known and name not in held and name not in edition.omit:
            message = (
                f"Nothing of the chapter '{name}' can be in the edition '{edition.id}': it gives away more than "
                f"'{edition.reveals}', or needs a chapter that is left out. Let the edition reveal more, name that "
                "chapter too, or take this one out."
            )
            yield _at(places["editions", number, "chapters", place], message)


def _at(place: Place, message: str) -> Problem:
    return Problem(place.file, place.line, place.column, message)


def _ids(models: Iterable[Any]) -> frozenset[str]:
    return frozenset(name for model in models for _, name, _ in named(model))

"""The items that a step of a lesson shows to the class, each on slides of its own."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from studyguide import markdown
from studyguide.guide.chapters.activities import Activities
from studyguide.guide.chapters.close_reading import CloseReading
from studyguide.guide.chapters.lessons import Lesson, Step, Timed
from studyguide.guide.chapters.quotations import Quotations
from studyguide.guide.items import Item
from studyguide.guide.model import Guide
from studyguide.handouts.sheet import Tier, for_tier, of_kind, questions


@dataclass(frozen=True)
class Shown:
    """An item, and the name of the macro that writes its slides."""

    macro: str
    item: Item
    number: int = 0
    """The number of a quotation in its bank, as on its sheet."""


def every(guide: Guide, tier: Tier) -> Mapping[str, Shown]:
    """Each item that a step may show, by its id, with the additions of a tier."""
    found = {question.id: Shown("question", question) for question in for_tier(questions(guide), tier)}
    for activities in of_kind(guide, Activities):
        found |= {each.id: Shown("activity", each) for each in for_tier(activities.activities, tier)}
    for bank in of_kind(guide, Quotations):
        found |= {each.id: Shown("quotation", each, number) for number, each in enumerate(bank.quotations, start=1)}
    for reading in of_kind(guide, CloseReading):
        found |= {each.id: Shown("sequence", each) for each in reading.sequences}
    return found


def steps(lesson: Lesson, known: Mapping[str, Shown]) -> Iterator[tuple[Timed, tuple[Shown, ...]]]:
    """The steps of a lesson, each with what it shows. An item is shown once in a lesson."""
    done: set[str] = set()
    for timed in lesson.timed:
        names = [name for name in _shown_by(timed.step, known) if name not in done]
        done.update(names)
        yield timed, tuple(known[name] for name in names)


def linked(text: str, is_meant: Callable[[str], bool]) -> Iterator[str]:
    """The ids that a text links to, in its order."""
    for each in markdown.references(text, block=True):
        if each.kind == "link" and is_meant(name := each.target.removeprefix("#")):
            yield name


def _shown_by(step: Step, known: Mapping[str, Shown]) -> Iterable[str]:
    """The items that a step names as shown, and the questions that it links to."""

    def is_question(name: str) -> bool:
        return name in known and known[name].macro == "question"

    links = [name for text in (step.text, step.task or "") for name in linked(text, is_question)]
    return dict.fromkeys([*(name for name in step.shows if name in known), *links])

"""Titles of slides: every slide has one, and no two have the same."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from studyguide.formats.slides.model import Line, Run, Slide, joined
from studyguide.languages.labels import Labels

_TITLE = "\ufdd0"
"""Stands for the title while a label around it is said: a noncharacter, which no guide can print."""


def named(slides: Iterable[Slide], labels: Labels) -> Iterator[Slide]:
    """The slides, with a number as the title of one that has none."""
    for number, slide in enumerate(slides, start=1):
        title = (
            slide.title
            if slide.title.text.strip()
            else replace(slide.title, runs=(Run(labels.say("slides.number", number=number)),))
        )
        yield replace(slide, title=title)


def unique(slides: Iterable[Slide], labels: Labels) -> Iterator[Slide]:
    """The slides, with a number behind each title that another slide has already."""
    slides = list(slides)
    authors = {_key(slide.title) for slide in slides}
    taken: set[str] = set()
    numbers: dict[str, int] = {}
    for slide in slides:
        title, first = slide.title, _key(slide.title)
        while _key(title) in taken or (title is not slide.title and _key(title) in authors):
            numbers[first] = numbers.get(first, 1) + 1
            title = said(labels, "slides.same", slide.title, number=numbers[first])
        taken.add(_key(title))
        yield replace(slide, title=title)


def said(labels: Labels, key: str, title: Line, **values: Any) -> Line:
    """A label around a title, whose runs keep their appearance and language."""
    before, _, after = labels.say(key, title=_TITLE, **values).partition(_TITLE)
    language = labels.language
    runs = [Run(before, language=language), *title.runs, Run(after, language=language)]
    return replace(title, runs=joined(runs))


def _key(title: Line) -> str:
    """What two titles share that a reader would take for the same."""
    return " ".join(title.text.split()).casefold()

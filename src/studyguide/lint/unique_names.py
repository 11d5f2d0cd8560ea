"""Unique names: an id, number or code that an author gives belongs to one thing; lists name each thing once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from studyguide import markdown
from studyguide.guide.chapters.glossary import Glossary
from studyguide.guide.chapters.plot import Plot
from studyguide.guide.chapters.questions import Questions
from studyguide.guide.divisions import divisions
from studyguide.guide.model import Place
from studyguide.guide.texts import Findings
from studyguide.support.errors import Problem

Named = Iterable[tuple[str, Place]]
Numbers = dict[str, list[tuple[Place, bool]]]
"""For each number, the places that have it, and whether it is given there."""


def unique_ids(findings: Findings) -> Iterator[Problem]:
    """Ids of chapters and items are unique together; so are ids among works, and ids among editions."""
    info, place = findings.guide.info, findings.place
    yield from _unique("id", ((name, where) for name, where, _ in findings.named))
    names = {
        "work": [work.id for work in info.works],
        "edition": [edition.id for edition in info.editions],
        "chapter": list(info.chapters),
    }
    for what, found in names.items():
        yield from _unique(what, ((name, place("guide.yaml", (f"{what}s", n))) for n, name in enumerate(found)))


def unique_codes(findings: Findings) -> Iterator[Problem]:
    """Each code of a standard belongs to one statement: questions name the statement by this code."""
    for number, group in enumerate(findings.guide.info.standards):
        paths = (("standards", number, "aims", n, "code") for n in range(len(group.aims)))
        yield from _unique(
            "code", ((aim.code, findings.place("guide.yaml", at)) for aim, at in zip(group.aims, paths, strict=True))
        )


def unique_numbers(findings: Findings) -> Iterator[Problem]:
    """A number in a chapter of questions belongs to one question, whether it is given or counted."""
    for chapter in findings.guide.chapters:
        if isinstance(chapter, Questions):
            yield from _unique_numbers(findings, chapter)


def unique_divisions(findings: Findings) -> Iterator[Problem]:
    """A number in a plot belongs to one scene, chapter or episode, whether it is given or counted."""
    for chapter in findings.guide.chapters:
        if isinstance(chapter, Plot):
            yield from _unique_divisions(findings, chapter)


def unique_terms(findings: Findings) -> Iterator[Problem]:
    """A word is explained once: on a vocabulary sheet, students could not match a word with two meanings."""
    glossaries = [chapter for chapter in findings.guide.chapters if isinstance(chapter, Glossary)]
    found = ((each.id, number, term.term) for each in glossaries for number, term in enumerate(each.terms))
    yield from _unique(
        "term",
        (
            (" ".join(markdown.plain(text).split()).casefold(), findings.place(sheet, ("terms", number, "term")))
            for sheet, number, text in found
        ),
    )


def unique_entries(findings: Findings) -> Iterator[Problem]:
    """A list of ids or sources names each of them once."""
    for place, name in findings.repeated:
        yield _at(place, f"'{name}' is in this list twice. Remove one.")


def _unique_numbers(findings: Findings, chapter: Questions) -> Iterator[Problem]:
    """Problems at given numbers; two counted questions never have the same number."""
    found: Numbers = defaultdict(list)
    count = 0
    for at, group in enumerate(chapter.sets):
        for n, question in enumerate(group.questions):
            count += 1
            place = findings.place(chapter.id, ("sets", at, "questions", n, "number"))
            found[str(question.number or count)].append((place, question.number is not None))
    yield from _clashing(found)


def _unique_divisions(findings: Findings, chapter: Plot) -> Iterator[Problem]:
    """Problems at given numbers of scenes."""
    found: Numbers = defaultdict(list)
    numbered = iter(divisions(chapter, findings.guide.info))
    by_part = chapter.counts_anew(findings.guide.info)
    for at, part in enumerate(chapter.parts):
        if part.number and not by_part:
            message = (
                "A part has a number only if its scenes are counted by part. Write 'numbering: by part' in the plot"
            )
            yield _at(findings.place(chapter.id, ("parts", at, "number")), f"{message}, or take the number out.")
        for n, (scene, division) in enumerate(zip(part.scenes, numbered, strict=False)):
            place = findings.place(chapter.id, ("parts", at, "scenes", n, "number"))
            found[division.number].append((place, scene.number is not None))
    yield from _clashing(found)


def _clashing(found: Numbers) -> Iterator[Problem]:
    """Problems at given numbers that something else has too."""
    for number, places in found.items():
        (first, _), *_ = sorted(places, key=lambda each: each[1])  # a counted number cannot be changed
        for place, given in places:
            if given and place is not first:
                yield _at(place, _twice("number", number, first))


def _unique(what: str, names: Named) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for name, place in names:
        other = first.setdefault(name, place) if name else place
        if other is not place:
            yield _at(place, _twice(what, name, other))


def _twice(what: str, name: str, other: Place) -> str:
    return f"The {what} '{name}' is used here and in {other.file}:{other.line}, but must be unique. Change one."


def _at(place: Place, message: str) -> Problem:
    return Problem(place.file, place.line, place.column, message)

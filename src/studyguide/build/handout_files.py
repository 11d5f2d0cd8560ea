"""Worksheets with their keys, lesson plans, the organiser and the flashcards, each as one file; decks of slides."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from studyguide import formats, handouts
from studyguide.build import Built, file_names, make
from studyguide.build.school_document import school_of
from studyguide.editions.select import find
from studyguide.guide.info import Edition
from studyguide.guide.model import Guide
from studyguide.handouts import handout_kinds
from studyguide.handouts.kinds import bookmark, flashcards, lesson_plan, organiser, slides
from studyguide.handouts.sheet import Tier
from studyguide.support.errors import FitError, GuideError, OverrunError, Problem, UsageError, suggestion
from studyguide.themes import theme

_MISSING = {
    flashcards.GROUP: ": no glossary, no quotations, and no quiz question whose answer it prints. Add one of these "
    "chapters, or give an edition with quiz questions 'answers: quiz' or 'all'.",
    slides.GROUP: ": no lessons, no questions, no scene with a question to notice, no quotations, no close reading, no "
    "themes and no drawn film terms. Add one of these.",
    lesson_plan.GROUP: ": no lessons and no letters. Add a chapter of the kind 'lessons' or 'permissions'.",
    bookmark.GROUP: ": no reading schedule. Add a chapter of the kind 'reading-schedule'.",
}
"""For a group of handouts, the parts that would be enough to make it."""

_PDF_ONLY = {
    organiser.GROUP: "A knowledge organiser is one page, which only a PDF can be fitted to",
    flashcards.GROUP: "Flashcards have two sides that meet on paper, which only a PDF can hold in place",
    bookmark.GROUP: "Bookmarks are cut out of a page, which only a PDF can hold in place",
}
"""For a group of handouts that is made for paper, the reason."""


@dataclass(frozen=True)
class HandoutOptions:
    """The sheets and tiers to make of a group of handouts; all of them if none is named."""

    group: str
    output: Path
    """The folder to write to; worksheets get a folder inside."""
    sheets: tuple[str, ...] = ()
    tiers: tuple[str, ...] = ()
    fillable: bool = False
    """Whether pupils' sheets have form fields; a key never has."""
    edition: str | None = None
    """None: the first edition that the guide declares."""
    paper: str | None = None
    """None: the edition's, or A4."""
    theme: str | None = None
    """None: the edition's, or quiet."""
    formats: tuple[str, ...] = ("pdf",)
    """Some of `possible_formats`; every sheet is written in each of them."""

    @property
    def format(self) -> str:
        """The format, if there is one alone."""
        return self.formats[0]


@dataclass(frozen=True)
class HandoutRequest:
    """One sheet in one tier."""

    asked: HandoutOptions
    sheet: str
    tier: Tier


def requests(guide: Guide, asked: HandoutOptions) -> list[HandoutRequest]:
    """One request for each file to make of a sound guide.

    Raises `UsageError` for an unknown name, and for a format that these handouts cannot have.
    """
    require_format(asked)
    edition = _edition(guide, asked)
    medium = slides.GROUP if asked.group == slides.GROUP else asked.format
    theme.look(medium, theme=asked.theme or "quiet", paper=asked.paper or "a4")
    known = handouts.names(guide, edition, asked.group)
    for name in asked.sheets:
        if name not in known:
            what = "worksheet" if asked.group == "worksheets" else "handout"
            raise UsageError(f"There is no {what} '{name}'. {suggestion(name, known)}")
    if not known:
        raise UsageError(
            f"The edition '{edition.id}' has nothing to make {asked.group} from{_why(guide, edition, asked)}"
        )
    return [
        HandoutRequest(asked, name, tier)
        for name, tiers in known.items()
        if not asked.sheets or name in asked.sheets
        for tier in tiers
        if not asked.tiers or tier in asked.tiers
    ]


def possible_formats(group: str) -> tuple[str, ...]:
    """The formats that a group of handouts can have; imports all formats."""
    if group == slides.GROUP:
        return tuple(formats.DECKS)
    others = (name for name in formats.FORMATS if name != formats.PAGED and not _refused(group, name))
    return (formats.PAGED, *others)


def require_format(asked: HandoutOptions) -> None:
    """Raise `UsageError` for a format that these handouts cannot have."""
    others = [name for name in asked.formats if asked.group != slides.GROUP and name != formats.PAGED]
    for name in others:
        if reason := _refused(asked.group, name):
            raise UsageError(reason)
    if asked.fillable and others:
        raise UsageError(
            f"Only a PDF has form fields, so --fillable does not go with --format {others[0]}. A Word document can "
            "be filled in without them: leave out --fillable."
        )


def _refused(group: str, name: str) -> str:
    """Why a group of sheets cannot have a format other than PDF; empty if it can."""
    if not formats.load(name).ON_PAPER:
        return f"Handouts cannot be made as {name}, which has no pages to print. Choose pdf or docx."
    if reason := _PDF_ONLY.get(group):
        return f"{reason}. Leave out --format {name}; worksheets and lessons can have it."
    return ""


def _edition(guide: Guide, asked: HandoutOptions) -> Edition:
    """The edition asked for."""
    return find(guide, asked.edition) if asked.edition else handout_kinds.usual_edition(guide, asked.group)


def _why(guide: Guide, edition: Edition, asked: HandoutOptions) -> str:
    """What is missing, and how to get it: the end of a sentence, and another.

    Another edition of the guide is named only if it has something to make these handouts from.
    """
    others = [each for each in guide.info.editions if each.id != edition.id]
    if named := [f"`--edition {each.id}`" for each in others if handouts.names(guide, each, asked.group)]:
        return f". Choose an edition that has: {', '.join(named)}."
    if handout_kinds.is_for_teachers(asked.group) and edition.audience != "teacher":
        return ". They are for teachers: name an edition with 'audience: teacher'."
    return _MISSING.get(asked.group, ".")


def notice(guide: Guide, asked: HandoutOptions) -> str:
    """A line on the answers in an edition's handouts: ``student: no answer points on 3 cards``; empty if all are there.

    Keys are for teachers, and are made unless tiers are named; teachers who hand out a folder should know.
    """
    edition = _edition(guide, asked)
    keyed = asked.group == "worksheets" and edition.audience == "student" and not asked.tiers
    if keyed:
        suffix = formats.load(asked.format).SUFFIX
        keys = f"the files *-key{suffix} have the answers, for teachers; name other tiers with --tier to leave them out"
        return f"{edition.id}: {keys}"
    left_out = handouts.left_out(guide, edition, asked.group)
    return f"{edition.id}: {left_out} (answers: {edition.answers})" if left_out else ""


def hand_out(guide: Guide, request: HandoutRequest) -> tuple[Built, ...]:
    """Write one sheet of a sound guide in one tier, and return a file for each of its formats.

    Raises `GuideError` if it gives too much away or does not fit its pages, `BuildError` for layout and disk.
    """
    write = _show if request.asked.group == slides.GROUP else _print
    return tuple(write(guide, request))


def _print(guide: Guide, request: HandoutRequest) -> Iterator[Built]:
    """Write one sheet in each of its formats."""
    asked, tier = request.asked, request.tier
    edition = _edition(guide, asked)
    paper, found = file_names.paper(edition, asked.paper), asked.theme or edition.theme or "quiet"
    fillable = asked.fillable and tier != Tier.KEY
    publication = handouts.publish(guide, edition, request.sheet, tier, fillable=fillable)
    for name in asked.formats:
        writer = formats.load(name)
        school, about = school_of(guide.folder, name), publication.metadata
        look = theme.look(name, theme=found, paper=paper.pages, is_sheet=True, school=school)
        look = look.in_language(about.language, about.direction)
        target = asked.output / _file_name(guide, edition, paper, request, writer.SUFFIX)
        make(target.parent)
        try:
            yield Built(target, writer.write(publication, look, target))
        except OverrunError as error:
            pages = writer.write(replace(publication, overruns=True), look, target)
            yield Built(target, pages, str(_placed(error, guide, edition)))
        except FitError as error:
            raise GuideError(
                [_placed(error, guide, edition, f"The handout '{request.sheet}, {tier}' does not fit. ")]
            ) from error


def _show(guide: Guide, request: HandoutRequest) -> Iterator[Built]:
    """Write one deck of slides in each of its formats."""
    asked = request.asked
    edition = _edition(guide, asked)
    look = theme.look("slides", theme=asked.theme or edition.theme or "quiet").in_language(guide.info.language)
    publication = handouts.publish(guide, edition, request.sheet, request.tier)
    for name in asked.formats:
        writer = formats.deck(name)
        folder = file_names.file(guide, edition, (asked.group,), "")
        target = asked.output / folder / f"{request.sheet}-{request.tier}{writer.SUFFIX}"
        make(target.parent)
        yield Built(target, writer.write(publication, look, target))


def _file_name(guide: Guide, edition: Edition, paper: file_names.Paper, request: HandoutRequest, suffix: str) -> Path:
    """``name-worksheets/quiz-core.pdf``, or ``name-organiser.pdf`` for a handout without tiers."""
    group = (request.asked.group, *paper.special)
    if request.sheet == request.asked.group:
        return Path(file_names.file(guide, edition, group, suffix))
    fillable = "-fillable" if request.asked.fillable and request.tier != Tier.KEY else ""
    tier = f"-{request.tier}" if handout_kinds.is_tiered(request.asked.group) else ""
    return Path(file_names.file(guide, edition, group, ""), f"{request.sheet}{tier}{fillable}{suffix}")


def _placed(error: FitError, guide: Guide, edition: Edition, what: str = "") -> Problem:
    """The problem that a sheet does not fit, at the place of the text to shorten first, or at the edition's place."""
    places = dict(handouts.named(guide))
    edition_place = guide.places["guide.yaml"]["editions", guide.info.editions.index(edition)]
    place = next((places[name] for name in error.names if name in places), edition_place)
    return Problem(place.file, place.line, place.column, f"{what}{error}")

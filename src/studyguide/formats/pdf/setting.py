"""Setting: every part on its pages and every page number right, with as little work as will do.

Each part begins a page, so parts are laid out independently. First each is a draft, in which figures stand for the
numbers that it will print, as many as these are expected to have: so a draft depends on the part, and hardly on others.
Then the numbers are known, and each part gets the right ones: it is found on the shelf, or stamped, or laid out again.
That is repeated until no part has changed its length. Every step follows from the text alone, whatever is on the
shelf and whoever is done first, so that the pages do too.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import TypeVar

from studyguide import folding, pages
from studyguide.errors import BuildError
from studyguide.formats.pdf.crew import Crew
from studyguide.formats.pdf.document import Body, Front
from studyguide.formats.pdf.records import Job, Laid, complaint
from studyguide.formats.pdf.shelf import Shelf
from studyguide.store import digest
from studyguide.theme import Look

Known = TypeVar("Known")

MOST_ROUNDS = 8

SIZE = re.compile(r"--size-print: ([\d.]+)pt")
TYPICAL_SIZE = 10.0
"""The size of print, in points, for which `pages.TYPICAL` is meant, on A4."""


@dataclass(eq=False)
class Sheet:
    """A part: how it was laid out last, for which numbers, and by whom."""

    part: Front | Body
    laid: Laid | None = None
    job: Job | None = None
    holder: int | None = None
    """The worker that has its pages; None if nobody has."""

    @property
    def final(self) -> Job:
        """What it was laid out for, once all numbers are right."""
        return _there(self.job)

    @property
    def pages(self) -> Laid:
        """How it was laid out last."""
        return _there(self.laid)


@dataclass
class Setting:
    """The parts of a publication on their way to their pages; `scale` is the characters of markup on a page."""

    sheets: list[Sheet]
    shelf: Shelf
    crew: Crew
    scale: float = pages.TYPICAL
    layouts: int = field(default=0, init=False)
    """How often a part was laid out, or stamped."""

    def run(self) -> None:
        """Go on until every number is right. Raises `BuildError` if that never happens."""
        self._set(self.drafts([sheet for sheet in self.sheets if sheet.laid is None]))
        for _ in range(MOST_ROUNDS):
            if self._settle():
                self._check_links()
                return
        raise BuildError(
            f"The page numbers still change after {MOST_ROUNDS} layouts: a reference moves its own target. "
            "Change a few words near a reference to a page that ends in 9 or 0."
        )

    def firsts(self) -> list[int]:
        """The number of the first page of each part that is not blank; and at the end, of the page after the last."""
        found, following = [], 1
        for sheet in self.sheets:
            found.append(following + _blank(sheet.part, following))
            following = found[-1] + sheet.pages.pages
        return [*found, following]

    def numbers(self) -> dict[str, int]:
        """The page of each id."""
        found: dict[str, int] = {}
        for sheet, first in reversed([*zip(self.sheets, self.firsts(), strict=False)]):  # of two the first counts
            found.update(sheet.pages.numbers(first))
        return found

    def drafts(self, sheets: Sequence[Sheet]) -> dict[Sheet, Job]:
        """What is to be laid out of parts before any number is known."""
        guesses = self._guesses()
        likenesses = {name: int("8" * len(str(number))) for name, number in guesses.items()}
        return {  # an index joins numbers, so these must differ as they will
            sheet: self._job(sheet, 1, guesses if sheet.part.located(guesses) else likenesses, draft=True)
            for sheet in sheets
        }

    def jobs(self) -> dict[Sheet, Job]:
        """What is to be laid out of all parts, as far as numbers are known."""
        numbers, firsts = self.numbers(), self.firsts()
        before = [1, *(first + sheet.pages.pages for sheet, first in zip(self.sheets, firsts, strict=False))]
        return {sheet: self._job(sheet, first, numbers) for sheet, first in zip(self.sheets, before, strict=False)}

    def _job(self, sheet: Sheet, first: int, numbers: pages.PageMap, *, draft: bool = False) -> Job:
        part, blank = sheet.part, _blank(sheet.part, first)
        skeleton = part.html(dict.fromkeys(part.targets, 0), 2 if blank else 1)
        return Job(
            place=self.sheets.index(sheet),
            id=part.id,
            html=part.html(numbers, first),
            skeleton=digest(skeleton.encode()),
            first=first,
            numbers={name: pages.number_of(name, numbers) for name in part.targets},
            located=part.located(numbers),
            notes=part.notes,
            blank=blank,
            draft=draft,
        )

    def _settle(self) -> bool:
        """Set all numbers right; False where a part is longer or shorter now, and others may be wrong."""
        before = self.numbers()
        jobs = self.jobs()
        self._set({sheet: job for sheet, job in jobs.items() if sheet.final.draft or sheet.final.html != job.html})
        return self.numbers() == before

    def _set(self, jobs: Mapping[Sheet, Job]) -> None:
        """Find parts on the shelf, or have them laid out."""
        missing = []
        for sheet, job in jobs.items():
            if found := self.shelf.laid(job):
                sheet.laid, sheet.job, sheet.holder = found, job, None
            else:
                missing.append(sheet)
        for sheet, holder, laid in self.crew.each(
            missing, lambda sheet: ("lay_out", jobs[sheet]), lambda sheet: sheet.holder
        ):
            sheet.laid, sheet.job, sheet.holder = laid, jobs[sheet], holder
            self.shelf.keep_laid(jobs[sheet], laid)
            self.layouts += 1

    def _guesses(self) -> dict[str, int]:
        """Roughly, the page of each id."""
        found: dict[str, int] = {}
        first = 1
        for sheet in self.sheets:
            extent = sheet.part.extent
            scale = self.scale if sheet.part.id else pages.TYPICAL  # the contents are measured in typical pages
            for name, number in pages.estimate([extent], first, scale).items():
                found.setdefault(name, number)
            first += max(1, ceil(extent.length / scale))
        return found

    def _check_links(self) -> None:
        """Raise `BuildError` for links that lead nowhere."""
        known = self.numbers()
        away = [name for sheet in self.sheets for name in sheet.pages.away if name not in known]
        if away:
            raise complaint([f"No anchor #{name} for internal URI reference" for name in dict.fromkeys(away)])


def scale(look: Look) -> float:
    """Roughly, how many characters of markup a page has."""
    sizes = SIZE.findall(look.css)
    smaller = TYPICAL_SIZE / float(sizes[-1]) if sizes else 1.0
    return pages.TYPICAL * smaller**2 * (0.5 if look.paper in folding.WHOLES else 1)


def _blank(part: Front | Body, first: int) -> bool:
    """Whether an empty left-hand page stands in front of a part that would begin on page `first`."""
    return part.opens_right and first % 2 == 0


def _there(found: Known | None) -> Known:
    if found is None:
        raise ValueError("a part that is not laid out")
    return found

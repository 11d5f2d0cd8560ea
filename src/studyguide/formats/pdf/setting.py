"""Setting: every part on its pages and every page number right, with as little work as will do.

Each part begins a page, so parts are laid out independently, from a guess at their first pages and at the numbers that
they print. Then the numbers are known, and each part gets the right ones: it is found on the shelf, or stamped, or laid
out again. That is repeated until no part has changed its length.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from studyguide import pages
from studyguide.errors import BuildError
from studyguide.formats.pdf.crew import Crew, Task
from studyguide.formats.pdf.document import Body, Front
from studyguide.formats.pdf.records import Job, Laid, complaint
from studyguide.formats.pdf.shelf import Shelf
from studyguide.store import digest

MOST_ROUNDS = 5


@dataclass(eq=False)
class Sheet:
    """A part: how it was laid out last, for which numbers, and by whom."""

    part: Front | Body
    laid: Laid | None = None
    job: Job | None = None
    """None where it is only known how the part was laid out with other numbers."""
    holder: int | None = None
    """The worker that has its pages; None if nobody has."""

    @property
    def final(self) -> Job:
        """What it was laid out for, once all numbers are right."""
        if self.job is None:
            raise ValueError("a part that is not laid out")
        return self.job


class Setting:
    """The parts of a publication on their way to their pages."""

    def __init__(self, parts: Sequence[Front | Body], shelf: Shelf, crew: Crew) -> None:
        self.sheets = [Sheet(part) for part in parts]
        self._shelf, self._crew = shelf, crew
        self.layouts = 0
        """How often a part was laid out, or stamped."""

    def run(self) -> None:
        """Go on until every number is right. Raises `BuildError` if that never happens."""
        for sheet, job in self.jobs([sheet for sheet in self.sheets if sheet.laid is None]).items():
            sheet.laid = self._shelf.hint(job)
        self._lay_out([sheet for sheet in self.sheets if sheet.laid is None])
        for _ in range(MOST_ROUNDS):
            if self._settle():
                self._check_links()
                self._keep()
                return
        raise BuildError(
            f"The page numbers still change after {MOST_ROUNDS} layouts: a reference moves its own target. "
            "Change a few words near a reference to a page that ends in 9 or 0."
        )

    def firsts(self) -> list[int]:
        """The number of the first page of each part; and at the end, of the page after the last."""
        scale, found = self._scale(), [1]
        for sheet in self.sheets:
            found.append(found[-1] + (sheet.laid.pages if sheet.laid else _guess(sheet.part, scale)))
        return found

    def jobs(self, sheets: Sequence[Sheet]) -> dict[Sheet, Job]:
        """What is to be laid out of parts, as far as numbers are known."""
        firsts, numbers = dict(zip(self.sheets, self.firsts(), strict=False)), self.numbers()
        return {sheet: self._job(sheet, firsts[sheet], numbers) for sheet in sheets}

    def _job(self, sheet: Sheet, first: int, numbers: pages.PageMap) -> Job:
        part, place = sheet.part, self.sheets.index(sheet)
        blank = part.opens_right and first % 2 == 0
        skeleton = part.html(dict.fromkeys(part.targets, 0), 2 if blank else 1)
        return Job(
            place=place,
            id=part.id,
            html=part.html(numbers, first),
            skeleton=digest(skeleton.encode()),
            first=first,
            numbers={name: pages.number_of(name, numbers) for name in part.targets},
            located=part.located(numbers),
            notes=part.notes,
        )

    def _settle(self) -> bool:
        """Set all numbers right; False where a part is longer or shorter now, and others may be wrong."""
        before = self.numbers()
        jobs = self.jobs(self.sheets)
        wrong = [sheet for sheet, job in jobs.items() if sheet.job is None or sheet.job.html != job.html]
        for sheet in wrong:
            found = self._shelf.laid(jobs[sheet])
            sheet.laid, sheet.job = found or sheet.laid, jobs[sheet] if found else None
            if found:
                sheet.holder = None
        self._lay_out([sheet for sheet in wrong if sheet.job is None], jobs)
        return self.numbers() == before

    def _keep(self) -> None:
        for sheet in self.sheets:
            if sheet.job and sheet.laid and sheet.holder is not None:
                self._shelf.keep_laid(sheet.job, sheet.laid)

    def _lay_out(self, sheets: Sequence[Sheet], jobs: Mapping[Sheet, Job] | None = None) -> None:
        """Lay parts out, for given numbers or else for what is known when their turn comes."""
        made: dict[Sheet, Job] = {}

        def task(sheet: Sheet) -> Task:
            made[sheet] = (jobs or self.jobs([sheet]))[sheet]
            return "lay_out", made[sheet]

        for sheet, holder, laid in self._crew.each(sheets, task, lambda sheet: sheet.holder):
            sheet.laid, sheet.job, sheet.holder = laid, made[sheet], holder
            self.layouts += 1

    def numbers(self) -> dict[str, int]:
        """The page of each id, as far as it is known; the others are guessed."""
        found: dict[str, int] = {}
        scale = self._scale()
        sheets = zip(self.sheets, self.firsts(), strict=False)
        for sheet, first in reversed([*sheets]):  # of two with one id the first counts
            extents = [sheet.part.extent]
            found.update(sheet.laid.numbers(first) if sheet.laid else pages.estimate(extents, first, scale))
        return found

    def _scale(self) -> float:
        """Characters of markup on a page."""
        done = [sheet for sheet in self.sheets if sheet.laid and sheet.part.id]
        used = sum(sheet.laid.pages for sheet in done if sheet.laid)
        return sum(sheet.part.extent.length for sheet in done) / used if used > 1 else pages.TYPICAL

    def _check_links(self) -> None:
        """Raise `BuildError` for links that lead nowhere."""
        known = self.numbers()
        away = [name for sheet in self.sheets if sheet.laid for name in sheet.laid.away if name not in known]
        if away:
            raise complaint([f"No anchor #{name} for internal URI reference" for name in dict.fromkeys(away)])


def _guess(part: Front | Body, scale: float) -> int:
    """The pages of a part; the contents are measured in typical pages, not in markup."""
    return max(1, ceil(part.extent.length / (scale if part.id else pages.TYPICAL)))

"""Lays out all parts, and sets every page number right, with as few layouts as possible.

Each part begins on a new page, so parts are laid out independently. At first each is a draft with placeholders for the
page numbers that it will print, with the expected number of digits. So a draft depends on its part, and hardly on other
parts. An index joins page numbers, so it waits for all other parts. Then the page numbers are known, and each part gets
the right ones: it is taken from the cache, renumbered, or laid out again. This is repeated until no part changes its
length. Every step depends on the text alone, and not on the content of the cache or on which worker finishes first. So
the pages depend on the text alone too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from studyguide.formats.pdf.layout import estimate
from studyguide.formats.pdf.layout.part import PartState, blank_before
from studyguide.formats.pdf.part_cache import PartCache
from studyguide.formats.pdf.workers.messages import CLOSE, USUAL, Job, complaint
from studyguide.formats.pdf.workers.pool import WorkerPool
from studyguide.publication import page_refs
from studyguide.support.cache import digest
from studyguide.support.errors import BuildError

MOST_ROUNDS = 8


@dataclass
class NumberedParts:
    """The parts of a publication while they are laid out; `scale` is the estimated characters on a page."""

    sheets: list[PartState]
    part_cache: PartCache
    pool: WorkerPool
    scale: float = page_refs.TYPICAL
    layouts: int = field(default=0, init=False)
    """How often a part was laid out or renumbered."""

    def run(self) -> None:
        """Lay out parts until every page number is right. Raises `BuildError` after `MOST_ROUNDS` attempts."""
        for ready in (estimate.simple(self.sheets), self.sheets):
            self._set(self.drafts([sheet for sheet in ready if sheet.laid is None]))
        for _ in range(MOST_ROUNDS):
            if self._settle():
                self._check_links()
                return
        raise BuildError(
            f"The page numbers still change after {MOST_ROUNDS} layouts: a reference moves its own target. "
            "Change a few words near a reference to a page that ends in 9 or 0."
        )

    def firsts(self) -> list[int]:
        """The number of the first page of each part that is not blank, and finally the number after the last page."""
        found, following = [], 1
        for sheet in self.sheets:
            found.append(following + blank_before(sheet.part, following))
            following = found[-1] + sheet.pages.pages
        return [*found, following]

    def numbers(self) -> dict[str, int]:
        """The page of each id."""
        found: dict[str, int] = {}
        for sheet, first in reversed([*zip(self.sheets, self.firsts(), strict=False)]):  # the first of two wins
            found.update(sheet.pages.numbers(first))
        return found

    def drafts(self, sheets: Sequence[PartState]) -> dict[PartState, Job]:
        """The layout job of each part before any page number is known."""
        guesses = estimate.guesses(self.sheets, self.scale)
        likenesses = {name: int("8" * len(str(number))) for name, number in guesses.items()}
        return {  # an index joins numbers, so it needs estimates that differ as the real numbers will
            sheet: self._job(sheet, 1, guesses if sheet.part.located(guesses) else likenesses, draft=True)
            for sheet in sheets
        }

    def jobs(self) -> dict[PartState, Job]:
        """The layout job of every part, with the page numbers known so far."""
        numbers, firsts = self.numbers(), self.firsts()
        before = [1, *(first + sheet.pages.pages for sheet, first in zip(self.sheets, firsts, strict=False))]
        return {sheet: self._job(sheet, first, numbers) for sheet, first in zip(self.sheets, before, strict=False)}

    def _job(self, sheet: PartState, first: int, numbers: page_refs.PageMap, *, draft: bool = False) -> Job:
        part, blank = sheet.part, blank_before(sheet.part, first)
        skeleton = part.html(dict.fromkeys(part.targets, 0), 2 if blank else 1)
        html = part.html(numbers, first)
        return Job(
            place=self.sheets.index(sheet),
            ids=part.ids,
            html=html if draft or not sheet.pages.close else html.replace(USUAL, CLOSE, 1),
            skeleton=digest(skeleton.encode()),
            first=first,
            numbers={name: page_refs.number_of(name, numbers) for name in part.targets},
            located=part.located(numbers),
            notes=part.notes,
            blank=blank,
            draft=draft,
        )

    def _settle(self) -> bool:
        """Set all page numbers right; False if a part changed its length, so that other numbers may be wrong."""
        before = self.numbers()
        jobs = self.jobs()
        self._set({sheet: job for sheet, job in jobs.items() if sheet.final.draft or sheet.final.html != job.html})
        return self.numbers() == before

    def _set(self, jobs: Mapping[PartState, Job]) -> None:
        """Take parts from the cache, or have them laid out."""
        missing = []
        for sheet, job in jobs.items():
            if found := self.part_cache.laid(job):
                sheet.laid, sheet.job, sheet.holder = found, job, None
            else:
                missing.append(sheet)
        for sheet, holder, laid in self.pool.each(
            missing, lambda sheet: ("lay_out", jobs[sheet]), lambda sheet: sheet.holder
        ):
            sheet.laid, sheet.job, sheet.holder = laid, jobs[sheet], holder
            self.part_cache.keep_laid(jobs[sheet], laid)
            self.layouts += 1

    def _check_links(self) -> None:
        """Raise `BuildError` for links that lead nowhere."""
        known = self.numbers()
        away = [name for sheet in self.sheets for name in sheet.pages.away if name not in known]
        if away:
            raise complaint([f"No anchor #{name} for internal URI reference" for name in dict.fromkeys(away)])

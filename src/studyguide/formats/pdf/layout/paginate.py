"""Lay out every part, then set the page numbers right.

Each part begins a page, so it is laid out by itself, from its first page number and a guess at the numbers that it
prints; those of earlier parts are known by then. Afterwards a wrong number is printed over where the right one is as
wide (figures have one width, so the number of digits decides). A part where that cannot be done, or whose first page
has moved, is laid out again.
"""

from dataclasses import dataclass, field

from weasyprint import Document

from studyguide.formats.pdf.fit.shrink import fit
from studyguide.formats.pdf.layout.html import Body, Front, parts
from studyguide.formats.pdf.layout.renumber import set_references
from studyguide.formats.pdf.weasy.renderer import Renderer
from studyguide.publication import Publication, Section, page_refs
from studyguide.support.errors import BuildError

MOST_ROUNDS = 5


@dataclass
class LaidOutPart:
    """A part, laid out: the number of its first page, and its pages."""

    part: Front | Body
    first: int
    document: Document
    located: tuple[tuple[int, ...], ...] = ()
    """The page numbers that its index was laid out with."""

    @property
    def next(self) -> int:
        """The number of the page after it."""
        return self.first + len(self.document.pages)

    def numbers(self) -> dict[str, int]:
        """The page of each id in it."""
        found: dict[str, int] = {}
        for number, page in enumerate(self.document.pages, start=self.first):
            for name in page.anchors:
                found.setdefault(name, number)
        return found


@dataclass
class Layout:
    """The parts of a publication on their pages."""

    renderer: Renderer
    sheets: list[LaidOutPart] = field(default_factory=list)
    layouts: int = 0
    """How often a part was laid out; as often as there are parts, if all guesses were good."""

    def numbers(self) -> dict[str, int]:
        """The page of each id."""
        found: dict[str, int] = {}
        for sheet in self.sheets:
            found.update(sheet.numbers())
        return found

    def draft(self, rest: list[Front | Body]) -> None:
        """Lay out all parts once, guessing the numbers of what comes later."""
        known: dict[str, int] = {}
        first, measured, used = 1, 0, 0
        while rest:
            scale = max(1.0, measured / used) if used > 1 else page_refs.TYPICAL
            guess = page_refs.estimate([part.extent for part in rest], first, scale)
            sheet = self.sheet(rest[0], first, guess | known)
            self.sheets.append(sheet)
            known |= sheet.numbers()
            if rest[0].extent.offsets:
                measured += rest[0].extent.length
                used += len(sheet.document.pages)
            first, rest = sheet.next, rest[1:]

    def sheet(self, part: Front | Body, first: int, numbers: page_refs.PageMap) -> LaidOutPart:
        """Lay out one part."""
        self.layouts += 1
        return LaidOutPart(part, first, self.renderer.lay_out(part.html(numbers, first)), part.located(numbers))

    def replace_last(self, section: Section) -> None:
        """Lay out another section in place of the last one, and set the numbers right. Raises `BuildError`."""
        last = self.sheets[-1]
        self.sheets[-1] = self.sheet(
            Body(last.part.metadata, section, opens_right=last.part.opens_right), last.first, self.numbers()
        )
        self.finish()

    def finish(self) -> None:
        """Settle until every printed page number is right. Raises `BuildError` if that never happens."""
        for _ in range(MOST_ROUNDS):
            if self.settle():
                return
        raise BuildError(
            f"The page numbers still change after {MOST_ROUNDS} layouts: a reference moves its own target. "
            "Change a few words near a reference to a page that ends in 9 or 0."
        )

    def settle(self) -> bool:
        """Set all numbers right; False where a part had to be laid out again, and others may be wrong now."""
        numbers = self.numbers()
        settled, first = True, 1
        for place, sheet in enumerate(self.sheets):
            moved = sheet.first != first or sheet.located != sheet.part.located(numbers)
            if moved or not set_references(sheet.document, numbers):
                self.sheets[place] = self.sheet(sheet.part, first, numbers)
                settled = False
            first = self.sheets[place].next
        return settled


def lay_out(publication: Publication, renderer: Renderer) -> Layout:
    """Lay out a publication until every printed page number is right. Raises `BuildError` if that never happens."""
    layout = Layout(renderer)
    pieces = list(parts(publication))
    if publication.is_sheet and isinstance(pieces[0], Body):
        layout.sheets.append(LaidOutPart(pieces[0], 1, fit(pieces[0], renderer, overruns=publication.overruns)))
    else:
        layout.draft(pieces)
    layout.finish()
    return layout

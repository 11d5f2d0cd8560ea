"""Dummy guides of a wanted size, the same for the same seed, with marks that can be found again in a PDF's text.

- ``rNNNN`` stands directly in front of the mark of note N, and the text of that note begins with ``nNNNN``;
- ``tNNNN`` is a heading with references to it, ``xNNNNtMMMM`` is before reference N to heading M.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from studyguide.publication import Heading, Metadata, Publication, Section

SIZES = {10: 4, 14: 4, 67: 9, 300: 24}
"""About so many pages (A4): so many chapters."""

CHUNKS = {10: 3, 14: 5, 67: 12, 300: 22}
"""About so many pages: so many chunks (a heading and what follows) in a chapter."""

ONSETS = ("b", "br", "c", "ch", "d", "dr", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "r", "s", "sh", "st", "t", "w")
VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "ou")
CODAS = ("l", "m", "n", "r", "s", "t", "nd", "ng", "st", "ck")


@dataclass
class Writer:
    """Words, marks and references, from one stream of random numbers."""

    random: random.Random
    targets: list[str]
    notes: int = 0
    references: int = 0
    headings: int = 0
    words_made: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.words_made = [self._word() for _ in range(900)]

    def _word(self) -> str:
        def syllable() -> str:
            return self.random.choice(ONSETS) + self.random.choice(VOWELS)

        return "".join(syllable() for _ in range(self.random.randint(1, 3))) + self.random.choice(CODAS)

    def words(self, low: int, high: int) -> str:
        """So many words, the first with a capital."""
        return " ".join(self.random.choices(self.words_made, k=self.random.randint(low, high))).capitalize()

    def sentence(self) -> str:
        """A sentence, sometimes with stress, a note or a reference."""
        plain = self.words(6, 18)
        kind = self.random.random()
        if kind < 0.06:
            return f"{plain} {self.note()}."
        if kind < 0.12:
            return f"{plain} {self.reference()}."
        return f"{plain} <em>{self.words(1, 3).lower()}</em>." if kind < 0.22 else f"{plain}."

    def note(self) -> str:
        """A word with a note."""
        self.notes += 1
        number = f"{self.notes:04}"
        return f'r{number}<span class="note">n{number} {self.words(6, 40)}.</span>'

    def reference(self) -> str:
        """A link with a page number."""
        self.references += 1
        target = self.random.choice(self.targets)
        label = f"x{self.references:04}{target}"
        link = f'<a class="ref" href="#{target}">{label}</a>'
        return f'{link}<span class="page-ref" data-ref="{target}"/>'

    def paragraph(self) -> str:
        return f"<p>{' '.join(self.sentence() for _ in range(self.random.randint(3, 7)))}</p>"

    def items(self) -> str:
        parts = "".join(f"<li>{self.sentence()}</li>" for _ in range(self.random.randint(3, 6)))
        tag = self.random.choice(("ul", "ol"))
        return f"<{tag}>{parts}</{tag}>"

    def table(self) -> str:
        head = "".join(f'<th scope="col">{self.words(1, 2)}</th>' for _ in range(3))
        rows = "".join(
            f'<tr><th scope="row">{self.words(1, 3)}</th><td>{self.sentence()}</td><td>{self.words(4, 14)}</td></tr>'
            for _ in range(self.random.randint(3, 9))
        )
        return (
            f"<table><caption>{self.words(3, 6)}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        )

    def heading(self) -> Heading:
        name = self.targets[self.headings]
        self.headings += 1
        return Heading(name, 2, f"{name} {self.words(2, 5)}")


def publication(pages: int = 14, *, seed: int = 1) -> Publication:
    """A dummy guide of about so many pages: 10, 14, 67 or 300."""
    chapters, chunks = SIZES[pages], CHUNKS[pages]
    total = chapters * (chunks + 1)
    writer = Writer(random.Random(seed), [f"t{number:04}" for number in range(1, total + 1)])  # noqa: S311 - not secret
    sections = tuple(_section(writer, number, chunks) for number in range(1, chapters + 1))
    metadata = Metadata(
        identifier="urn:uuid:00000000-0000-4000-8000-000000000001",
        title="A dummy guide",
        subtitle=f"Of about {pages} pages",
        edition="Student edition",
        description="Random words.",
        authors=("The generator",),
        language="en-GB",
        date=date(2026, 3, 4),
        rights="Nobody's",
        licence=None,
        subjects=("dummies",),
        works=("A film (film, 2010), by nobody",),
    )
    return Publication("dummy", metadata, sections, ())


def _section(writer: Writer, number: int, chunks: int) -> Section:
    title = writer.heading()
    h1 = Heading(title.id, 1, title.text)
    headings, parts = [h1], [f'<h1 id="{h1.id}">{h1.text}</h1>']
    for _ in range(chunks):
        h2 = writer.heading()
        headings.append(h2)
        parts.append(f'<h2 id="{h2.id}">{h2.text}</h2>')
        parts.extend(_chunk(writer))
    attributes = f'class="chapter prose" role="doc-chapter" data-short="Chapter {number}" data-guide="A dummy guide"'
    body = f'<section id="c{number}" {attributes}>{"".join(parts)}</section>'
    return Section(f"c{number}", "prose", "doc-chapter", h1.text, f"Chapter {number}", tuple(headings), body)


def _chunk(writer: Writer) -> Iterator[str]:
    yield from (writer.paragraph() for _ in range(writer.random.randint(1, 3)))
    kind = writer.random.random()
    if kind < 0.2:
        yield writer.items()
    elif kind < 0.3:
        yield writer.table()
    elif kind < 0.4:
        yield f"<blockquote>{writer.paragraph()}</blockquote>"

"""The printed pages tell the truth: every note is printed once, with its mark, and every page number is right.

All is read from the finished file with PDFium, not from what the builder believes.
"""

import re
from collections import defaultdict

import pytest

from studyguide.formats import pdf
from studyguide.publication import Publication
from studyguide.themes import theme
from tests import generator, pdf_reader


def places(pages: list[str], pattern: str) -> dict[str, list[int]]:
    """For each name that matches, the pages (from 1) on which it stands, once for each time."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(pages, start=1):
        for name in re.findall(pattern, text):
            found[name].append(number)
    return found


def faults(
    pages: list[str], contents: int, *, notes: int, references: int, read_out: list[str] | None = None
) -> list[str]:
    """What is wrong on the pages of a dummy guide, whose first `contents` pages are cover and contents.

    `read_out` is what a voice reads on each page: without running heads, which repeat headings.
    """
    body = [""] * contents + pages[contents:]
    said = [""] * contents + (read_out or pages)[contents:]
    marks, words = places(body, r"r(\d{4})"), places(body, r"n(\d{4})")
    headings = places(said, r"(?<!x\d{4})t(\d{4})")
    found = [
        f"note {name}: mark on {marks[name]}, text on {words[name]}"
        for name in (f"{number:04}" for number in range(1, notes + 1))
        if len(marks[name]) != 1 or marks[name] != words[name]
    ]
    found += [f"heading {name} on {numbers}" for name, numbers in headings.items() if len(numbers) != 1]
    between = r"\s+(?:[^\n]*\n\d+\n)?"  # a page may end there, with its foot
    printed = re.findall(rf"x\d{{4}}t(\d{{4}}){between}\(p\.\s(\d+)\)", "\n".join(body))
    if len(printed) != references:
        found.append(f"{len(printed)} references of {references}")
    printed += re.findall(r"\bt(\d{4})[^0-9]+(\d+)", "\n".join(pages[:contents]))
    found += [
        f"heading {name} is on {headings[name]}, not {number}"
        for name, number in printed
        if headings[name] != [int(number)]
    ]
    return found


def contents_of(pages: list[str]) -> int:
    """How many pages stand before the first chapter."""
    return min(number for number, text in enumerate(pages) if re.search(r"[rx]\d{4}", text))


def counts(publication: Publication) -> dict[str, int]:
    bodies = "".join(section.body for section in publication.sections)
    return {"notes": bodies.count('class="note"'), "references": bodies.count('class="page-ref"')}


LARGE = max(generator.SIZES)
"""Pages of the guide that takes so long that `make judge` alone reads it."""


SIZES = [pytest.param(size, marks=[pytest.mark.judge] if size == LARGE else []) for size in sorted(generator.SIZES)]


@pytest.mark.parametrize("size", SIZES)
def test_every_note_and_every_number_is_right(size, tmp_path):
    """One test of all that is read, for several would be given to several processes, which each lay out the guide."""
    publication, file = generator.publication(size), tmp_path / "guide.pdf"
    pdf.write(publication, theme.look("pdf"), file)
    pages, expected = pdf_reader.pages(file), counts(publication)
    assert size * 0.7 < len(pages) < size * 1.4, "the generator no longer makes guides of this size"
    assert expected["notes"] > size / 2
    assert expected["references"] > size / 2
    assert faults(pages, contents_of(pages), read_out=pdf_reader.logical(file), **expected) == []
    assert [text.split()[-1] for text in pages[1:]] == [str(number) for number in range(2, len(pages) + 1)]


SOUND = [
    "cover",
    "Contents t0001 Words 3 t0002 More words 4",
    "t0001 Words, x0001t0002 (p.\xa04). And r00011 so on. 1. n0001 A note.",
    "t0002 More words, x0002t0001\n(p.\xa03).",
]


def test_the_reading_of_a_sound_guide_finds_nothing():
    assert contents_of(SOUND) == 2
    assert faults(SOUND, 2, notes=1, references=2) == []


@pytest.mark.parametrize(
    ("page", "before", "after", "fault"),
    [
        (2, "n0001 A note", "", "note 0001: mark on [3], text on []"),
        (2, "n0001", "n0001 n0001", "note 0001: mark on [3], text on [3, 3]"),
        (3, "t0002", "n0001 t0002", "note 0001: mark on [3], text on [3, 4]"),
        (2, "r0001", "", "note 0001: mark on [], text on [3]"),
        (2, "4)", "5)", "heading 0002 is on [4], not 5"),
        (1, "words 4", "words 5", "heading 0002 is on [4], not 5"),
        (3, "(p.\xa03)", "", "1 references of 2"),
        (3, "t0002 ", "t0001 ", "heading 0001 on [3, 4]"),
    ],
)
def test_the_reading_finds_what_is_wrong(page, before, after, fault):
    pages = [*SOUND]
    pages[page] = pages[page].replace(before, after, 1)
    assert fault in faults(pages, 2, notes=1, references=2)

"""How the flagship uses its paper, and whether a copy can be read: figures that every change of the design keeps."""

import re
import subprocess
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from page_faults import layouts, sizes
from PIL import Image

from studyguide.build.checked_guide import sound
from studyguide.build.edition_publication import publish
from studyguide.formats import pdf
from studyguide.themes import theme

GUIDE = Path(__file__).parents[2] / "guide"
FOOT = 0.925
"""Where the feet of pages begin, as a share of their height."""
COPIED = (0.1, 0.2, 0.35, 0.5, 0.65, 0.8)
"""The places of the pages that are read, as shares of the guide."""
DOTS = 150
"""Per inch, as a school's photocopier scans."""
BLACK = 165
"""The grey, of 255, below which a copy is black."""


@pytest.fixture(scope="module")
def flagship(tmp_path_factory, layout_options):
    """The students' edition on A4, open."""
    guide = sound(GUIDE)
    target = tmp_path_factory.mktemp("paper") / "guide.pdf"
    pdf.write(publish(guide, guide.info.editions[0]), theme.look("pdf"), target, layout_options)
    with pypdfium2.PdfDocument(target) as document:
        yield document


def boxes(page):
    """What each letter of a page takes of its line, without the head and the foot of the page."""
    words = page.get_textpage()
    found = (words.get_charbox(number, loose=True) for number in range(words.count_chars()))
    _, height = page.get_size()
    return [box for box in found if height - box[1] < FOOT * height]


def test_three_tenths_of_the_paper_are_type(flagship):
    found = [box for page in flagship for box in boxes(page)]
    area = sum(width * height for width, height in (page.get_size() for page in flagship))
    assert sum((right - left) * (top - bottom) for left, bottom, right, top in found) / area >= 0.3


def test_few_pages_end_above_half_their_height(flagship):
    ends = []
    for page in flagship:
        _, height = page.get_size()
        ends.append(height - min((box[1] for box in boxes(page)), default=height) < height / 2)
    assert sum(ends) <= len(ends) / 15, [number for number, is_short in enumerate(ends, 1) if is_short]


def test_what_gives_much_away_is_said_where_it_begins(flagship):
    said = " ".join(page.get_textpage().get_text_bounded() for page in flagship)
    assert len(re.findall(r"[Gg]ives\s+away", said)) <= 15


def test_nothing_that_students_use_is_smaller_than_eight_and_a_half_points(layout_options):
    small = {
        (size, text) for _, document in layouts(GUIDE, "quiet", "a4") for size, text, _ in sizes(document) if size < 8.5
    }
    assert small == set()


def read(picture, folder):
    """The words that a reading program finds in a picture."""
    picture.resize((2 * picture.width, 2 * picture.height), Image.Resampling.LANCZOS).save(folder / "copy.png")
    command = ["tesseract", str(folder / "copy.png"), "-", "--psm", "1", "--dpi", str(2 * DOTS)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def words(text):
    """The words of at least two letters; zeros with a stroke and single letters are not read from any paper."""
    joined = re.sub(r"-\r?\n|[\N{SOFT HYPHEN}\ufffe\x02](\r?\n)?", "", text).lower()
    return Counter(re.findall(r"[^\W\d_]{2,}", joined))


def test_a_copy_in_black_and_white_can_be_read(flagship, tmp_path):
    expected, missing = Counter(), Counter()
    for share in COPIED:
        page = flagship[int(share * len(flagship))]
        grey = page.render(scale=DOTS / 72).to_pil().convert("L")
        copy = grey.point(lambda value: 255 if value > BLACK else 0)
        printed = words(page.get_textpage().get_text_bounded())
        expected += printed
        missing += printed - words(read(copy, tmp_path))
    assert missing.total() <= 0.02 * expected.total(), missing.most_common(40)

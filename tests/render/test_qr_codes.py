"""QR codes: the modules of the drawing are those of the standard, on the screen and on paper, in every theme."""

import re
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import segno

from studyguide import formats, handouts
from studyguide.editions.select import find
from studyguide.handouts.sheet import Tier
from studyguide.render import qr_codes
from studyguide.themes import theme
from tests import sound_guides

ADDRESSES = (
    "https://example.org",
    "https://example.org/a?b=c&d=%20#e",
    "https://example.org/caf\N{LATIN SMALL LETTER E WITH ACUTE}",
    f"https://example.org/{'x' * 380}",
)
BOOK = "https://www.gutenberg.org/ebooks/84"
RUN = re.compile(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z")


def drawn(svg: str) -> set[tuple[int, int]]:
    """The black modules of a drawing, as columns and rows without the quiet zone."""
    (path,) = re.findall(r' d="([^"]*)"', svg)
    runs = [tuple(map(int, found)) for found in RUN.findall(path)]
    assert RUN.sub("", path) == ""
    assert all(there == back for _, _, there, back in runs)
    zone = qr_codes.QUIET_ZONE
    return {(x + n - zone, y - zone) for x, y, length, _ in runs for n in range(length)}


def black(code) -> set[tuple[int, int]]:
    """The black modules of a code that segno has made."""
    return {(x, y) for y, row in enumerate(code.matrix) for x, module in enumerate(row) if module}


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_drawing_has_the_modules_of_its_code_at_level_m_with_a_quiet_zone(address):
    code = segno.make(address, error="m", boost_error=False, micro=False, encoding="utf-8")
    assert code.error == "M"
    svg = qr_codes.svg(address, "words")
    assert drawn(svg) == black(code)
    size = code.symbol_size(border=0)[0] + 2 * 4
    assert f'viewBox="0 0 {size} {size}"' in svg
    assert float(re.search(r' width="(\d+)"', svg)[1]) / size >= 1.5, "a module is at least 0.4 mm wide"


def test_a_drawing_is_the_same_each_time_and_says_what_it_leads_to():
    first = qr_codes.svg(BOOK, f"QR code for {BOOK} <&>")
    qr_codes.svg.cache_clear()
    assert first == qr_codes.svg(BOOK, f"QR code for {BOOK} <&>")
    assert f"<title>QR code for {BOOK} &lt;&amp;&gt;</title>" in first


@pytest.mark.pages
@pytest.mark.parametrize("name", ["quiet", "dyslexia-friendly"])
def test_a_code_on_paper_is_black_on_white(name, tmp_path):
    guide = sound_guides.specimen()
    publication = handouts.publish(guide, find(guide, "student"), "after", Tier.CORE)
    file: Path = tmp_path / "after.pdf"
    formats.load("pdf").write(publication, theme.look("pdf", theme=name, paper="a4", is_sheet=True), file)
    with pypdfium2.PdfDocument(file) as document:
        assert any(read(page) == black_rows() for page in document)


def black_rows() -> list[list[bool]]:
    return [[bool(module) for module in row] for row in qr_codes.matrix(BOOK)]


def read(page) -> list[list[bool]] | None:
    """The modules of the largest square that a page paints in black, read from its pixels; None if there is none."""
    scale, number = 6, len(qr_codes.matrix(BOOK))
    paths = [each.get_bounds() for each in page.get_objects() if each.type == pdfium.FPDF_PAGEOBJ_PATH]
    squares = [b for b in paths if abs((b[2] - b[0]) - (b[3] - b[1])) < 0.5 and 40 < b[2] - b[0] < 55]
    if not squares:
        return None
    left, _, right, top = squares[0]
    picture, step = page.render(scale=scale).to_pil().convert("L"), (right - left) / number
    height = page.get_height()
    pixels = [
        [
            picture.getpixel((int((left + (x + 0.5) * step) * scale), int((height - top + (y + 0.5) * step) * scale)))
            for x in range(number)
        ]
        for y in range(number)
    ]
    assert {pixel for row in pixels for pixel in row} == {0, 255}
    return [[pixel == 0 for pixel in row] for row in pixels]

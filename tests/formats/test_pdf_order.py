"""Content is painted in the order in which it is read, which programs follow that reflow pages."""

import re
from collections import defaultdict

import pikepdf
import pytest
from pdf_samples import build
from test_pdf_private import lay_out

ASIDE = (
    '<div class="entry question" id="q{0}"><h3>Question {0}</h3><p class="question-text">What is it?</p>'
    '<p class="meta label">Remember</p><ol class="options in-two"><li>One</li><li>Two</li></ol></div>'
)
BESIDE = (
    '<div class="ties whole"><div class="figure"><p>A drawing</p></div>'
    '<ul class="tie-list"><li>One tie</li><li>Another tie</li></ul></div><p>After it</p>'
)


def read(file):
    """For each page, the numbers of its content in the order of the structure."""
    pages = {page.objgen: number for number, page in enumerate(file.pages)}
    found = defaultdict(list)

    def walk(element, page):
        page = pages.get(element.Pg.objgen, page) if "/Pg" in element else page
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                found[page].append(kid)
            elif kid.get("/Type") == "/MCR":
                found[pages[kid.Pg.objgen] if "/Pg" in kid else page].append(int(kid.MCID))
            elif "/S" in kid:
                walk(kid, page)

    walk(file.Root.StructTreeRoot, None)
    return found


def painted(page):
    return [int(number) for number in re.findall(rb"/MCID (\d+)", page.Contents.read_bytes())]


@pytest.mark.parametrize("content", ["".join(map(ASIDE.format, range(9))), BESIDE * 5], ids=["aside", "beside"])
def test_content_is_painted_as_it_is_read(tmp_path, content):
    with pikepdf.open(build(tmp_path, content)) as file:
        order = read(file)
        for number, page in enumerate(file.pages):
            assert painted(page) == order[number]
            assert len(order[number]) > 3


def test_weasyprint_paints_floats_first_and_positioned_boxes_last(tmp_path):
    html = "<p style='position: relative'>One<p>Two<p style='float: right'>Three<p>Four"
    lay_out(html).write_pdf(tmp_path / "a.pdf", pdf_variant="pdf/ua-1")
    with pikepdf.open(tmp_path / "a.pdf") as file:
        numbers = painted(file.pages[0])
        assert read(file)[0] != numbers, "WeasyPrint paints in order now: patch_paint_order can go"

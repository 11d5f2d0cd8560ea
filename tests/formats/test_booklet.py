"""Pages on sheets: nothing is lost, everything is at its place, and the tags lead to it."""

from pathlib import Path

import pikepdf
import pytest
from PIL import ImageChops

from studyguide.formats import pdf
from studyguide.formats.booklet import impose
from studyguide.languages.labels import Labels
from studyguide.support import signatures
from studyguide.support.errors import BuildError
from studyguide.themes import theme
from tests.formats import pdf_samples
from tests.pdf_reader import pages, picture, spoken, within

SIZES = {"a4": (841.89, 595.28, 419.53), "letter": (792, 612, 396)}
"""Width and height of the sheet and width of the page, in points."""

STRIPES = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><title>Stripes</title><defs>'
    '<pattern id="s" width="3" height="3" patternUnits="userSpaceOnUse"><rect width="2" height="1"/></pattern>'
    '<linearGradient id="g"><stop offset="0" stop-color="#000"/><stop offset="1" stop-color="#fff"/></linearGradient>'
    '</defs><rect width="20" height="10" fill="url(#s)"/><rect x="20" width="20" height="10" fill="url(#g)"/></svg>'
)
CHAPTER = (
    '<p>Word{0} with <a class="ref" href="#c1">a link inside</a><span class="page-ref" data-ref="c1"/>, '
    '<a href="https://example.org/{0}">one outside</a> and a note<span class="note">Note{0}.</span>.</p>'
    '<h2 id="part{0}">Part {0}</h2><ul><li>One</li><li>Two</li></ul>'
)


def written(folder, paper, *chapters):
    file = folder / "pages.pdf"
    number = pdf.write(pdf_samples.publication(*chapters), theme.look("pdf", paper=signatures.HALVES[paper]), file)
    return file, number


@pytest.fixture(scope="module", params=SIZES)
def bound(request, tmp_path_factory):
    """A source with pictures, links and notes, the same on sheets, and the paper of these."""
    folder = tmp_path_factory.mktemp(request.param, Labels.of())
    long = "<p>" + "Many words make a long paragraph. " * 120 + "</p>"
    chapters = [CHAPTER.format(number) for number in range(1, 7)]
    chapters[2] += f'<div class="figure" role="figure">{STRIPES}</div>'
    source, pages = written(folder, request.param, *chapters, STRIPES + long)
    assert pages == 10
    impose(source, folder / "sheets.pdf", request.param, Labels.of())
    return source, folder / "sheets.pdf", request.param


def halves(paper):
    """Each page that is printed, with its side (from 1) and where it begins, in points from the left."""
    width, _, page = SIZES[paper]
    for number, side in enumerate(signatures.sides(10), start=1):
        for place, name in enumerate(side):
            if name:
                yield name, number, width / 2 * place + (width / 2 - page) / 2


def test_every_page_is_printed_once_at_its_place(bound):
    source, sheets, paper = bound
    for name, side, left in halves(paper):
        assert within(sheets, side, left, SIZES[paper][2]) == within(source, name, 0, SIZES[paper][2]) != []
    blank = within(sheets, 1, 0, SIZES[paper][0] / 2)
    assert blank == []
    everything = sorted(" ".join(pages(sheets)).split())
    assert everything == sorted(" ".join(pages(source)).split())


def test_every_page_looks_as_before(bound):
    """At these resolutions halves and margins are whole numbers of pixels, so that the pictures are equal.

    On A4 they are so but for rounding; PDFium stretches a page to the next whole pixel, so the last must not be passed.
    """
    source, sheets, paper = bound
    resolution = {"a4": 101.599, "letter": 72}[paper]
    for name, side, left in halves(paper):
        before, sheet = (picture(*which, resolution) for which in ((source, name), (sheets, side)))
        start = round(left * resolution / 72)
        difference = ImageChops.difference(before, sheet.crop((start, 0, start + before.width, before.height)))
        unlike = sum(difference.histogram()[32:])
        assert unlike <= (0 if paper == "letter" else 0.003 * before.width * before.height), f"page {name}"
        assert before.getextrema()[0] < 128


def test_it_is_read_in_the_same_order(bound):
    source, sheets, _ = bound
    assert spoken(source) == spoken(sheets)
    assert any("Note6." in text for _, text in spoken(sheets))


def test_marks_lead_to_elements_and_back(bound):
    with pikepdf.open(bound[1]) as file:
        nums = list(file.Root.StructTreeRoot.ParentTree.Nums)
        parents = dict(zip(nums[::2], nums[1::2], strict=True))
        assert sorted(parents) == list(range(file.Root.StructTreeRoot.ParentTreeNextKey))
        for page in file.pages:
            marks = [
                int(instruction.operands[1].MCID)
                for instruction in pikepdf.parse_content_stream(page)
                if str(instruction.operator) == "BDC" and "/MCID" in instruction.operands[1]
            ]
            assert len(marks) == len(set(marks))
            for mark, element in enumerate(parents[page.StructParents]):
                assert element is None or mark in own_marks(element, page)
            for link in page.get("/Annots", []):
                kids = [kid for kid in parents[link.StructParent].K if isinstance(kid, pikepdf.Dictionary)]
                assert any(kid.get("/Obj") == link and kid.Pg == page.obj for kid in kids)


def own_marks(element, page):
    for kid in element.K:
        if not isinstance(kid, pikepdf.Dictionary):
            if element.Pg == page.obj:
                yield int(kid)
        elif "/MCID" in kid and kid.Pg == page.obj:
            yield int(kid.MCID)


def spots(file, order):
    """Where outline and links lead, as page and point; on sheets, as if each page stood by itself."""
    names = list(file.Root.Names.Dests.Names)
    found = dict(zip(map(str, names[::2]), names[1::2], strict=True))
    item = file.Root.Outlines.First
    while item is not None:
        found[f"outline {item.Title}"] = item.Dest
        item = item.get("/Next")
    numbers = {page.obj.objgen: number for number, page in enumerate(file.pages)}
    for name, (page, kind, x, y, _) in found.items():
        assert kind == "/XYZ"
        yield name, order(numbers[page.objgen], float(x)), round(float(y))


def test_outline_and_links_lead_where_they_led(bound):
    source, sheets, paper = bound
    width, _, page_width = SIZES[paper]
    sides = list(signatures.sides(10))

    def on_sheet(number, x):
        right = x > width / 2
        return sides[number][right], round(x - width / 2 * right - (width / 2 - page_width) / 2)

    with pikepdf.open(source) as before, pikepdf.open(sheets) as after:
        assert list(spots(before, lambda number, x: (number + 1, round(x)))) == list(spots(after, on_sheet))


def areas(page, left, width):
    """The links of one half of a side, or of a page: their words, and their rectangles from the left of that half."""
    for link in page.get("/Annots", []):
        x, y, right, top = (float(at) for at in link.Rect)
        if left < x < left + width:
            yield str(link.Contents), *(round(at, 1) for at in (x - left, y, right - left, top))


def test_links_lie_on_their_words(bound):
    source, sheets, paper = bound
    width = SIZES[paper][2]
    with pikepdf.open(source) as before, pikepdf.open(sheets) as after:
        found = 0
        for name, side, left in halves(paper):
            expected = list(areas(before.pages[name - 1], 0, width))
            for link, moved in zip(expected, areas(after.pages[side - 1], left, width), strict=True):
                assert moved[0] == link[0]
                assert moved[1:] == pytest.approx(link[1:], abs=0.11)
            found += len(expected)
        assert found == sum(len(page.get("/Annots", [])) for page in after.pages) > 12


def test_a_picture_keeps_its_place(bound):
    source, sheets, paper = bound
    boxes = []
    for file in (source, sheets):
        with pikepdf.open(file) as opened:
            found = pdf_samples.elements(opened, "Figure")
            boxes.append([[float(at) for at in element.A.BBox] for element in found])
    places = {name: left for name, _, left in halves(paper)}
    assert len(boxes[0]) == len(boxes[1]) == 2
    for name, before, after in zip((5, 9), *boxes, strict=True):
        assert after == pytest.approx(
            [before[0] + places[name], before[1], before[2] + places[name], before[3]], abs=0.1
        )


def test_sides_have_names_and_the_file_says_how_to_print_it(bound):
    with pikepdf.open(bound[0]) as before, pikepdf.open(bound[1]) as after:
        labels = [str(label.P) for label in list(after.Root.PageLabels.Nums)[1::2]]
        assert labels == ["1", "2", "10, 3", "4, 9", "8, 5", "6, 7"]
        assert after.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"
        assert after.Root.ViewerPreferences.DisplayDocTitle
        assert after.Root.Lang == before.Root.Lang
        assert after.Root.Metadata.read_bytes() == before.Root.Metadata.read_bytes()
        assert dict(after.docinfo.items()) == dict(before.docinfo.items())
        sizes = {tuple(round(float(at), 2) for at in page.MediaBox) for page in after.pages}
        assert sizes == {(0, 0, *SIZES[bound[2]][:2])}


def test_no_old_page_stays_in_the_file(bound):
    with pikepdf.open(bound[1]) as file:
        pages = [part for part in file.objects if isinstance(part, pikepdf.Dictionary) and part.get("/Type") == "/Page"]
        assert len(pages) == len(file.pages) == 6


def test_same_input_same_bytes(bound, tmp_path):
    source, sheets, paper = bound
    impose(source, tmp_path / "again.pdf", paper, Labels.of())
    assert (tmp_path / "again.pdf").read_bytes() == sheets.read_bytes()


def test_a_file_can_become_its_own_sheets(bound, tmp_path):
    source, sheets, paper = bound
    file = tmp_path / "same.pdf"
    file.write_bytes(source.read_bytes())
    impose(file, file, paper, Labels.of())
    assert file.read_bytes() == sheets.read_bytes()


def test_the_last_good_file_stays(bound, tmp_path, monkeypatch):
    target = tmp_path / "good.pdf"
    target.write_text("good")

    def full(*_arguments, **_options):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pikepdf.Pdf, "save", full)
    with pytest.raises(BuildError, match="No space left"):
        impose(bound[0], target, bound[2], Labels.of())
    assert target.read_text() == "good"
    assert [path.name for path in Path(tmp_path).iterdir()] == ["good.pdf"]


def test_one_page_is_a_booklet_too(tmp_path):
    source, pages = written(tmp_path, "a4", "<p>Alone</p>")
    assert pages == 3
    impose(source, source, "a4", Labels.of())
    with pikepdf.open(source) as file:
        assert len(file.pages) == 2

"""The tags of the PDF: what an assistive technology is told."""

import re

import pikepdf
import pytest

from studyguide.formats import pdf
from studyguide.support.errors import BuildError
from studyguide.themes import theme
from tests.formats import pdf_samples
from tests.formats.pdf_samples import build, elements, roles

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><title>A chart</title>'
    '<desc>It rises.</desc><rect width="10" height="10"/></svg>'
)
TABLE = (
    "<table><caption>Facts</caption><thead><tr><th scope='col'>Name</th><th scope='col'>Value</th></tr></thead>"
    "<tbody>{}</tbody></table>"
)
ROW = "<tr><th scope='row'>Row {0}</th><td>Value {0}, which takes a few words more.</td></tr>"


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """A chapter with a bit of everything, and one with a long table and a long paragraph."""
    first = (
        '<p>Plain <em>stressed</em> text<span class="note">A note.</span> with '
        '<a class="ref" href="#c2">a link</a><span class="page-ref" data-ref="c2"/>, <span lang="fr">mots</span> and '
        '<abbr title="British Board of Film Classification">BBFC</abbr>.</p>'
        "<ul><li>One</li><li>Two<ol><li>Inner</li></ol></li></ul>"
        "<dl><dt>Term</dt><dd>Meaning</dd><dd>Another</dd></dl>"
        f'<div class="figure" role="figure">{SVG}</div>'
        '<p aria-hidden="true">Furniture</p>'
    )
    long = "<p>" + "Many words make a long paragraph. " * 250 + "</p>"
    second = TABLE.format("".join(ROW.format(number) for number in range(60))) + long
    file = build(tmp_path_factory.mktemp("tags"), first, second)
    with pikepdf.open(file) as opened:
        yield opened


def chapter(sample, number):
    return elements(sample, "Sect")[number + 1]


def test_the_structure_says_what_the_text_means(sample):
    assert roles(chapter(sample, 1)) == [
        "Sect",
        "H1",
        ["P", ["Reference", "Link"], "Link", "Span", "Span", "Span"],
        ["L", ["LI", "Lbl", "LBody"], ["LI", "Lbl", ["LBody", ["L", ["LI", "Lbl", "LBody"]]]]],
        ["L", ["LI", "Lbl", ["LBody", ["Div", "P"]]]],
        ["Div", "Figure"],
        ["Note", ["Lbl", "Link"]],
    ]


def test_a_table_over_several_pages_is_one_table_with_one_head(sample):
    pages = {kid.Pg.objgen for cell in elements(sample, "TD") for kid in [cell]}
    assert len(pages) > 1, "the table is to go over a page"
    (table,) = elements(sample, "Table")
    assert [str(kid.S) for kid in table.K] == ["/Caption", "/THead", "/TBody"]
    assert len(elements(sample, "TR")) == 61


def test_a_paragraph_over_pages_is_one_paragraph(sample):
    assert roles(chapter(sample, 2))[-1] == "P"
    assert any(kid.Type == "/MCR" for kid in elements(sample, "P")[-1].K if isinstance(kid, pikepdf.Dictionary))


def test_headings_of_a_table_say_what_they_head(sample):
    scopes = [str(cell.A.Scope) for cell in elements(sample, "TH")]
    assert scopes == ["/Column"] * 2 + ["/Row"] * 60


def test_marks_of_notes_lead_to_their_notes_and_back(sample):
    """And the links are in the structure: in the reference of the mark, and in the label of the note."""
    places = dict(_pairs(sample.Root.Names.Dests.Names))
    found = {}
    for page in sample.pages:
        for link in page.get("/Annots", []):
            if str(link.Contents) in {"Note 1", "1, back to the text"}:
                where = places[str(link.Dest)]
                assert where[0].objgen == page.objgen
                found[str(link.Contents)] = (sorted(map(float, link.Rect[1::2])), float(where[3]))
    (mark, note_at), (number, mark_at) = found["Note 1"], found["1, back to the text"]
    assert number[0] <= note_at <= number[1]
    assert mark[0] <= mark_at <= mark[1]
    assert [kid.S for kid in elements(sample, "Reference")[0].K] == ["/Link"]
    assert [kid.S for kid in elements(sample, "Lbl") if kid.P.S == "/Note" for kid in kid.K] == ["/Link"]


def _pairs(names):
    return [(str(names[at]), names[at + 1]) for at in range(0, len(names), 2)]


def test_notes_have_names_and_labels(sample):
    (note,) = elements(sample, "Note")
    assert str(note.ID) == "note-1"
    assert sample.Root.StructTreeRoot.IDTree.Names[1].objgen == note.objgen


def test_languages_and_abbreviations_are_kept(sample):
    spans = [span for span in elements(sample, "Span") if "/Lang" in span or "/E" in span]
    assert [str(span.get("/Lang", "")) for span in spans] == ["", "fr", ""]
    assert [str(span.get("/E", "")) for span in spans] == ["page 4", "", "British Board of Film Classification"]
    assert str(sample.Root.Lang) == "en-GB"


def test_a_picture_has_words_and_a_place_on_the_page(sample):
    (figure,) = elements(sample, "Figure")
    assert str(figure.Alt) == "A chart. It rises"
    left, bottom, right, top = map(float, figure.A.BBox)
    assert 0 < left < right < 596
    assert 0 < bottom < top < 842


def test_lists_say_how_they_count(sample):
    lists = [str(found.A.ListNumbering) for found in elements(sample, "L") if "/A" in found]
    assert lists[-2:] == ["/Disc", "/Decimal"]


def test_links_say_where_they_lead_and_are_printed_once(sample):
    annotations = [note for page in sample.pages for note in page.get("/Annots", [])]
    contents = [str(note.Contents) for note in annotations]
    assert contents.count("a link") == 1
    assert contents.count("Chapter 1 3") == 1, "one link for a line of the contents, not one for each part of it"
    assert all(int(note.F) == 4 for note in annotations)


def test_furniture_is_not_part_of_the_text(sample):
    page = pikepdf.parse_content_stream(sample.pages[3])
    artifacts = [i for i in page if str(i.operator) == "BDC" and str(i.operands[0]) == "/Artifact"]
    assert any(str(i.operands[1].get("/Type")) == "/Pagination" for i in artifacts)


def test_all_marked_content_belongs_to_one_element_and_back(sample):
    tree = sample.Root.StructTreeRoot.ParentTree.Nums
    parents = {int(tree[place]): tree[place + 1] for place in range(0, len(tree), 2)}
    for number, page in enumerate(sample.pages):
        marked = re.findall(rb"/MCID (\d+)", page.Contents.read_bytes())
        assert sorted(map(int, marked)) == list(range(len(parents[number])))
        assert all(parent is not None for parent in parents[number])
    links = [note for page in sample.pages for note in page.get("/Annots", [])]
    assert all(parents[int(note.StructParent)].S == "/Link" for note in links)


def test_pages_are_labelled_with_the_printed_numbers(sample):
    assert [page.label for page in sample.pages] == [str(number) for number in range(1, len(sample.pages) + 1)]


def test_a_picture_without_words_is_refused(tmp_path):
    bare = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>'
    with pytest.raises(BuildError, match="no text alternative"):
        build(tmp_path, bare)
    assert list(tmp_path.iterdir()) == []


def test_the_outline_and_the_metadata(sample):
    with sample.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles == ["Contents", "Chapter 1", "Chapter 2"]
    info = sample.docinfo
    assert str(info.Title) == f"{pdf_samples.METADATA.title}: {pdf_samples.METADATA.subtitle}"
    assert str(info.Author) == "Ada, Ben"
    assert str(info.Keywords) == "film, novel"
    assert str(info.CreationDate) == str(info.ModDate) == "D:20260304"
    assert sample.Root.ViewerPreferences.DisplayDocTitle is True


def test_no_element_mixes_text_with_elements(sample):
    """Readers that take an element's own text before its children would lose the order."""
    for role in ("P", "LBody", "Note", "TD", "Div", "TOCI", "Link", "Reference"):
        for element in elements(sample, role):
            kinds = {isinstance(kid, int) or str(kid.get("/Type")) == "/MCR" for kid in element.K if not _is_link(kid)}
            assert len(kinds) == 1


def _is_link(kid):
    return isinstance(kid, pikepdf.Dictionary) and str(kid.get("/Type")) == "/OBJR"


def test_a_table_that_a_theme_turns_into_a_list_is_tagged_as_a_list(tmp_path):
    content = TABLE.format("".join(ROW.format(number) for number in range(2)))
    target = tmp_path / "list.pdf"
    pdf.write(pdf_samples.publication(content), theme.look("pdf", theme="large-print"), target)
    with pikepdf.open(target) as opened:
        item = ["LI", ["LBody", "P", "P"]]
        assert roles(chapter(opened, 1))[-1] == ["L", "Caption", item, item]
        assert not any(elements(opened, role) for role in ("Table", "TR", "TH", "TD"))

"""A reader of finished Word documents, and the rules for readers who do not see them."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
BOLD, HEADINGS = {"Strong", "Marks"}, {"Heading1": 1, "Heading2": 2, "Heading3": 3}


class Document:
    """The parts of a document, as trees."""

    def __init__(self, source: Path | bytes) -> None:
        with ZipFile(BytesIO(source) if isinstance(source, bytes) else source) as archive:
            self.files = {name: archive.read(name) for name in archive.namelist()}
        self.trees = {
            name: etree.fromstring(content) for name, content in self.files.items() if name.endswith((".xml", ".rels"))
        }
        self.body = self.trees["word/document.xml"][0]

    def tree(self, name: str) -> etree._Element:
        return self.trees[f"word/{name}.xml"]

    def paragraphs(self, style: str | None = None) -> list[etree._Element]:
        """The paragraphs of the text, in order; of one style, if it is named."""
        found = self.body.iter(f"{W}p")
        return [each for each in found if style is None or style_of(each) == style]

    def texts(self, style: str) -> list[str]:
        """The texts of the paragraphs of a style."""
        return [text(each) for each in self.paragraphs(style)]

    def text(self) -> str:
        """All text: of paragraphs, cells and notes."""
        return "\n".join(text(each) for part in ("document", "footnotes") for each in self.tree(part).iter(f"{W}p"))

    def number(self, paragraph: etree._Element) -> tuple[str, str] | None:
        """The list and the level of a paragraph: its own, or those of its style."""
        style = self.tree("styles").find(f"{W}style[@{W}styleId='{style_of(paragraph)}']")
        for holder in (paragraph, style):
            found = holder.find(f"{W}pPr/{W}numPr") if holder is not None else None
            if found is not None:
                return found[1].get(f"{W}val"), found[0].get(f"{W}val")
        return None


def style_of(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "Normal" if found is None else found.get(f"{W}val")


def text(element: etree._Element) -> str:
    """The words of a paragraph, with tabs and line ends."""
    marks = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}softHyphen": "\u00ad"}
    runs = (child for run in element.iter(f"{W}r") for child in run)
    return "".join(child.text if child.tag == f"{W}t" else marks.get(child.tag, "") for child in runs)


def findings(document: Document) -> Iterator[str]:
    """What readers who do not see the document, or who edit it, would miss."""
    yield from _headings(document)
    yield from _tables(document)
    yield from _pictures(document)
    yield from _references(document)
    yield from _blanks(document)
    core = document.trees["docProps/core.xml"]
    said = {etree.QName(each).localname: each.text for each in core}
    yield from (f"core.xml: no {name}" for name in ("title", "language") if not said.get(name))
    if document.tree("styles").find(f".//{W}docDefaults//{W}lang") is None:
        yield "styles.xml: no language"
    for name in ("txbxContent", "sdt", "pict", "altChunk", "framePr"):
        if document.body.find(f".//{W}{name}") is not None:
            yield f"document.xml: {name}, which does not flow"


def _headings(document: Document) -> Iterator[str]:
    before = 0
    for paragraph in document.paragraphs():
        level = HEADINGS.get(style_of(paragraph))
        if level and not text(paragraph).strip():
            yield "an empty heading"
        if level and level > before + 1:
            yield f"heading {level} after {before}: {text(paragraph)}"
        before = level or before


def _tables(document: Document) -> Iterator[str]:
    for table in document.body.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        if rows[0].find(f"{W}trPr/{W}tblHeader") is None:
            yield f"a table without a header row: {text(rows[0])}"
        grid = [int(each.get(f"{W}w")) for each in table.iterfind(f"{W}tblGrid/{W}gridCol")]
        for row in rows:
            widths = [int(each.get(f"{W}w")) for each in row.iterfind(f"{W}tc/{W}tcPr/{W}tcW")]
            if sum(widths) != sum(grid):
                yield f"a row that is not as wide as its table: {text(row)}"
            if any(cell[-1].tag != f"{W}p" for cell in row.iterfind(f"{W}tc")):
                yield f"a cell that does not end with a paragraph: {text(row)}"


def _pictures(document: Document) -> Iterator[str]:
    numbers = []
    for shape in document.body.iter(f"{WP}docPr"):
        numbers.append(shape.get("id"))
        if not shape.get("descr", "").strip() and shape.find(f".//{DECORATIVE}") is None:
            yield f"a picture without a description: {shape.get('name')}"
    if len({*numbers}) != len(numbers):
        yield "pictures that share an id"


def _references(document: Document) -> Iterator[str]:
    marks = [each.get(f"{W}name") for each in document.body.iter(f"{W}bookmarkStart")]
    yield from (f"the bookmark {name} twice" for name in {*marks} if marks.count(name) > 1)
    yield from (f"a long bookmark {name}" for name in marks if len(name) > 40)
    related = {each.get("Id") for each in document.trees["word/_rels/document.xml.rels"]}
    for link in document.body.iter(f"{W}hyperlink"):
        anchor, relation = link.get(f"{W}anchor"), link.get(f"{R}id")
        if anchor not in marks and relation not in related:
            yield f"a link that leads nowhere: {anchor or relation}"
    known = {each.get(f"{W}styleId") for each in document.tree("styles")}
    used = {each.get(f"{W}val") for each in document.body.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    yield from (f"no style {name}" for name in sorted(used - known))
    lists = {each.get(f"{W}numId") for each in document.tree("numbering").iter(f"{W}num")}
    chosen = {each.get(f"{W}val") for each in document.body.iter(f"{W}numId")}
    yield from (f"no list {name}" for name in sorted(chosen - lists))
    noted = [each.get(f"{W}id") for each in document.body.iter(f"{W}footnoteReference")]
    there = [each.get(f"{W}id") for each in document.tree("footnotes") if each.get(f"{W}type") is None]
    if sorted(noted) != sorted(there):
        yield f"marks of notes {noted}, notes {there}"


def _blanks(document: Document) -> Iterator[str]:
    """Empty paragraphs, which voices announce: only lines to write on, cells, and one below each table may be."""
    for paragraph in document.body.iterchildren(f"{W}p"):
        is_empty = not text(paragraph).strip() and paragraph.find(f".//{WP}inline") is None
        if is_empty and style_of(paragraph) not in {"AnswerLine", "AfterTable", "Rule"}:
            yield f"an empty paragraph of the style {style_of(paragraph)}"

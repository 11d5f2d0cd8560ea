"""From the bodies of a publication to the blocks of a document: paragraphs, tables and pictures, in the flow.

Nothing is in a box of its own, so what a teacher deletes closes up: an answer is a paragraph with a border, a question
is an item of one list, and rooms side by side are cells of a table.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from studyguide.formats.docx import class_styles, tables
from studyguide.formats.docx.design import Design
from studyguide.formats.docx.grid import Grid
from studyguide.formats.docx.inline import SVG, TAGS, Form, Inline, Piece, form_of, is_empty, pieces
from studyguide.formats.docx.lines import code, fill_in_line
from studyguide.formats.docx.lists import Lists
from studyguide.formats.docx.pictures import Pictures
from studyguide.formats.docx.place import TASK_STYLES, Place, by_hand
from studyguide.formats.docx.state import State
from studyguide.formats.docx.styles import style_id
from studyguide.formats.docx.wml import paragraph, run, val, w
from studyguide.support import xhtml
from studyguide.support.xhtml import Element

LOWEST = 3
"""The lowest level of headings that has a style."""
NUMBER_COLUMN = 380
"""The room for the number of a row in its first cell, in twips."""
MOST_KEPT, EDGE = 12, 3
"""The most lines of an answer that are kept on one page; and how many of more lines are, at both ends."""
PLAN_LINES = 3
"""The lines to write on in a row of a table to plan in."""
BLOCK_STYLES = {"blockquote": "Quote", "dt": "Term", "dd": "Definition"}
"""The style of the paragraphs in an element that is a block."""
_IN_CELLS = frozenset({"Table text", "Table head"})
_IN_TASKS = {"Where to look": "Where to look in a task", "Picture note": "Picture note in a task"}


class Blocks:
    """Writes blocks, one after the other; its parts write lists, and rooms side by side."""

    def __init__(self, state: State, design: Design, pictures: Pictures, bold: frozenset[str]) -> None:
        self.state, self.design = state, design
        self._pictures = pictures
        self._width = design.width
        self._inline = Inline(state, lambda element: pictures.run(element, self._width), bold)
        self._out: list[Element] = []
        self._grid = Grid(self)
        self._lists = Lists(self, self._grid)

    def section(self, root: Element) -> list[Element]:
        """The blocks of a section."""
        return self.inside(root, Place(self.design.width, form=Form(is_rtl=self.state.is_rtl)))

    def inside(self, element: Element, place: Place) -> list[Element]:
        """The blocks of what is in an element."""
        around, self._out = self._out, []
        width, self._width = self._width, place.width
        self.write(element, place)
        found, self._out, self._width = self._out, around, width
        return found

    def write(self, element: Element, place: Place) -> None:
        """Write what is in an element; inline content between blocks becomes paragraphs."""
        self.state.mark(element)
        place = replace(place, form=form_of(element, place.form))
        loose: list[Piece] = [element.text or ""]
        for child in element:
            if child.tag in TAGS and child.find("p") is None:
                loose += [child, child.tail or ""]
                continue
            place = self._flush(loose, place)
            before = len(self._out)
            self._block(child, place)
            place = place.after() if len(self._out) > before else place
            loose = [child.tail or ""]
        self._flush(loose, place)

    def add(self, *blocks: Element) -> None:
        """Put finished blocks after the last."""
        self._out += blocks

    def paragraph(self, content: Iterable[Piece], style: str, place: Place) -> None:
        """Write a paragraph, with the number and the direction of its place."""
        number, found, indent = place.number, list(content), None
        runs = self._inline.runs(found, style, place.form)
        if isinstance(number, str):
            runs = [run(number, w("b")), w("r", w("tab")), *runs] if number else runs
            style, indent = by_hand(style)
        elif number is None and style in TASK_STYLES:
            style = "Question continued"
        listed = None if isinstance(number, str) else number
        if place.is_cell and number is not None:
            indent = NUMBER_COLUMN, NUMBER_COLUMN
        in_cell = place.is_cell and style not in _IN_CELLS  # kept rows would take the whole table to another page
        properties = [
            w("keepNext", val=0) if in_cell else None,
            w("numPr", val("ilvl", listed[1]), val("numId", listed[0])) if listed else None,
            place.bidi(self.state),
            w("ind", left=indent[0], hanging=indent[1]) if indent else None,
        ]
        self.add(paragraph(style_id(style), *self.state.bookmarks(), *runs, properties=properties))

    def lines(self, count: int) -> None:
        """Write lines for an answer: few lines are on one page, and of many at least the first and the last three."""
        for number in range(count):
            is_edge = count <= MOST_KEPT or number < EDGE or number >= count - EDGE
            keep = w("keepNext") if is_edge and number < count - 1 else None
            self.add(paragraph(style_id("Answer line"), *self.state.bookmarks(), properties=[keep]))

    def _flush(self, loose: list[Piece], place: Place) -> Place:
        if is_empty(loose):
            return place
        self.paragraph(loose, self._style((), place), place)
        return place.after()

    def _block(self, e: Element, place: Place) -> None:
        names = xhtml.classes(e)
        if class_styles.DROPPED.intersection(names):
            return
        match e.tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self._heading(e, place)
            case "p":
                self._p(e, names, place)
            case "table":
                self._table(e, names, place)
            case "ol" | "ul":
                self.state.mark(e)
                self._lists.write(e, names, place)
            case "pre":
                self.add(code(e, self.state))
            case "hr":
                self.add(paragraph(style_id("Rule")))
            case _ if e.tag == SVG:
                self.paragraph([e], "Picture", place)
            case _:
                self._division(e, names, place)

    def _division(self, e: Element, names: list[str], place: Place) -> None:
        """Room for an answer, rooms side by side, or blocks."""
        if {"room", "answer-lines"}.intersection(names):
            if not place.is_cell:  # a row of a grid is high enough
                self.lines(int(e.get("data-lines") or len(e)))
        elif "fields" in names:
            self._grid.write(e, place)
        else:
            style = class_styles.container_style(names) or BLOCK_STYLES.get(e.tag)
            self.write(e, replace(place, style=style) if style and not place.is_cell else place)

    def _heading(self, e: Element, place: Place) -> None:
        """A heading; its badges go below it, so that no list of headings has them."""
        self.state.mark(e)
        badges = xhtml.with_class(e, "badge")
        below: list[Piece] = []
        for badge in badges:
            xhtml.strip_space_before(badge)
            xhtml.remove(badge)
            below += [badge, " "]
        if xhtml.text(e):
            kind = "Small heading" if "label" in xhtml.classes(e) and e.tag != "h1" else "heading"
            number = self._lists.counted(e)
            self.paragraph(pieces(e), f"{kind} {min(int(e.tag[1]), LOWEST)}", replace(place, number=number))
        if below:
            self.paragraph(below, "Label", replace(place, number=None))

    def _p(self, e: Element, names: list[str], place: Place) -> None:
        self.state.mark(e)
        place = replace(place, form=form_of(e, place.form))
        if {"pupil", "slip-lines"}.intersection(names):
            self.add(fill_in_line(e, self.design.width, self.state))
            return
        content = pieces(e)
        if "picture" in names:
            place, content = self._pictures_first(content, names, place)
        if is_empty(content):
            return
        style = self._style(names, place)
        if style == place.style and (letters := class_styles.run_style("p", names)):
            place = replace(place, form=replace(place.form, style=letters))
        self.paragraph(content, style, place)

    def _pictures_first(self, content: list[Piece], names: list[str], place: Place) -> tuple[Place, list[Piece]]:
        """Write pictures, and their credits, in paragraphs of their own; returns what follows them."""
        images = [each for each in content if _is(each, "img")]
        self.paragraph(images, "Question continued" if place.is_task else "Picture", place)
        place = place.after()
        credits_ = [each for each in content if not isinstance(each, str) and "credit" in xhtml.classes(each)]
        for each in credits_:
            self.paragraph([each], self._style(names, place), place)
        return place, [each for each in content if each not in images and each not in credits_]

    def _style(self, names: Sequence[str], place: Place) -> str:
        """The style of a paragraph with these classes in this place."""
        style = class_styles.paragraph_style(names)
        if place.is_cell:
            return style if style in _IN_CELLS else place.style
        if "question-text" in names and place.style != "Question part":
            return "Question" if place.is_task else "Question text"
        if style is None and place.is_task and place.style == "Normal":
            return "Question" if place.number is not None else "Question continued"
        if style in _IN_TASKS and place.is_task:
            return _IN_TASKS[style]
        return style or place.style

    def _table(self, e: Element, names: list[str], place: Place) -> None:
        self.state.mark(e)
        caption = e.find("caption")
        if caption is not None:
            self.paragraph(pieces(caption), "caption", replace(place, number=None))
        rows = list(e.iter("tr"))
        widths = tables.widths(rows, place.width)
        made = []
        for tr in rows:
            self.state.mark(tr)
            is_header = tr.getparent().tag == "thead"
            height = self._height(tr, names)
            made.append(
                tables.row(self._cells(tr, widths, place), is_header=is_header, height=0 if is_header else height)
            )
        heads = any(len(tr) and tr[0].tag == "th" for tr in rows if tr.getparent().tag != "thead")
        title = xhtml.text(caption) if caption is not None else ""
        style = tables.GRID if "planning" in names else tables.GUIDE
        self.add(tables.table(style, widths, made, title, heads_rows=heads), paragraph(style_id("After table")))

    def _height(self, tr: Element, names: list[str]) -> int:
        """The least height of a row: more where pupils write in it."""
        if "planning" in names:
            return PLAN_LINES * self.design.line
        return self.design.line if any("blank" in xhtml.classes(each) for each in tr.iter("span", "input")) else 0

    def _cells(self, tr: Element, widths: Sequence[int], place: Place) -> list[Element]:
        cells, at = [], 0
        for each in tr:
            span = tables.span_of(each)
            width = sum(widths[at : at + span])
            style = "Table head" if each.tag == "th" else "Table text"
            inside = Place(width, style, number=self._lists.counted(each), is_cell=True, form=place.form)
            blocks = self.inside(each, inside)
            if aligned := {"right", "center"}.intersection(xhtml.classes(each)):
                for block in blocks:
                    if xhtml.name(block) == "p":
                        block[0].append(val("jc", next(iter(aligned))))
            cells.append(tables.cell(blocks, width, span))
            at += span
        return cells


def _is(piece: Piece, tag: str) -> bool:
    return not isinstance(piece, str) and piece.tag == tag

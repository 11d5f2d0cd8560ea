"""Builds structure nodes from laid-out boxes.

A box refers to the element it was made from, and anonymous boxes to the element of their parent. So all boxes of an
element share one node, on all their lines and pages.
"""

from typing import Any

from pydyf import Dictionary, String

from studyguide.formats.pdf.tagging import roles
from studyguide.formats.pdf.tagging.structure_tree import Annotation, Mark, Node
from studyguide.formats.pdf.weasy import boxes, patch_note_links
from studyguide.formats.pdf.weasy.boxes import Box, Element
from studyguide.support import xhtml

LIST_MARKER, NOTE_CALL, NOTE_MARKER = "::marker", "::footnote-call", "::footnote-marker"
SECTIONING = frozenset({"Document", "Part", "Art", "Sect"})


class Tagger:
    """Collects the structure of a document, page by page."""

    def __init__(self) -> None:
        self.document = Node("Document")
        self._nodes: dict[tuple[Element, str], Node] = {}
        self._last = self.document
        self._number, self._height = 0, 0.0
        self._marks: dict[Box, dict[str, Any]] = {}
        self._notes = 0

    def page(self, number: int, height: float, box: Box, marks: dict[Box, dict[str, Any]]) -> None:
        """Add a page: its number from 0, its height in CSS pixels, its box, and the MCIDs of its marked content."""
        self._number, self._height, self._marks = number, height, marks
        self._walk(box, self.document)

    def _walk(self, box: Box, node: Node) -> None:
        if box.element is not None and box.element_tag not in {"html", "body"}:
            key = (box.element, box.element_tag)
            if key not in self._nodes:
                self._nodes[key] = self._new(box, node)
            node = self._nodes[key]
        if annotation := box.link_annotation or box.widget_annotation:
            node.paragraph().kids.append(Annotation(self._number, annotation))
        if mark := self._marks.get(box):
            paragraph = node.paragraph()
            paragraph.kids.append(Mark(self._number, mark["mcid"]))
            self._last = paragraph
        for child in boxes.children(box):
            if isinstance(box, boxes.FootnoteAreaBox):
                self._nodes[child.element, child.element_tag] = self._note()
            self._walk(child, node)

    def _new(self, box: Box, node: Node) -> Node:
        """A new node for an element; the node it is in, if the element has no structure type."""
        element, pseudo = box.element, box.element_tag.removeprefix(box.element.tag)
        if pseudo == LIST_MARKER:
            return self._list_marker(box, self._nodes[element, element.tag])
        if pseudo == NOTE_CALL:
            return node.add("Reference").add("Link", Alt=_name(box))
        if pseudo == NOTE_MARKER:
            return node.add("Lbl").add("Link", Alt=_name(box))
        if pseudo:
            return node
        if element.tag in {"li", "dt", "dd"}:
            return self._list_part(element, node)
        return self._plain(element, box, node)

    def _plain(self, element: Element, box: Box, node: Node) -> Node:
        role = roles.role(element, box)
        if role is None or (role == "Div" and node.role == "L"):
            return node
        if role == "L" and (node.role == "TOCI" or element.get("role") == "doc-toc"):
            role = "TOC"
        if role == "Link" and "cite" in xhtml.classes(element):
            node = node.add("Reference")
        added = node.add(role, **roles.entries(element, box, self._height))
        return added.add("LBody") if role == "LI" else added

    def _list_part(self, element: Element, node: Node) -> Node:
        """Add a list item, or a term or definition of a definition list; return the node for its text."""
        if node.role == "TOC":
            return node.add("TOCI")
        if element.tag == "li":
            return node.add("LI").add("LBody")
        item = node.kids[-1] if node.kids else None
        parts = [kid for kid in item.kids if isinstance(kid, Node)] if isinstance(item, Node) else []
        has_body = bool(parts) and parts[-1].role == "LBody"
        if element.tag == "dd" and has_body:
            return parts[-1].add("Div")
        if not isinstance(item, Node) or has_body:
            item = node.add("LI")
        return item.add("Lbl" if element.tag == "dt" else "LBody")

    def _list_marker(self, box: Box, node: Node) -> Node:
        """The node for the label of a list item, its bullet or number, before the item's body."""
        item = node.parent
        if node.role != "LBody" or item is None or item.parent is None:
            return node
        label = Node("Lbl", item)
        item.kids.insert(0, label)
        style = roles.numbering(box.element, box)
        if style:
            item.parent.entries["A"] = Dictionary({"O": "/List", "ListNumbering": f"/{style}"})
        return label

    def _note(self) -> Node:
        """A new note, after the last block of text on its page, so that the reading order follows the page."""
        block = self._last
        while block.parent is not None and block.parent.role not in SECTIONING:
            block = block.parent
        self._notes += 1
        parent = block.parent or block
        note = Node("Note", parent, {"ID": String(f"note-{self._notes}")})
        place = parent.kids.index(block) + 1 if block.parent else len(parent.kids)
        while place < len(parent.kids) and getattr(parent.kids[place], "role", "") == "Note":
            place += 1
        parent.kids.insert(place, note)
        return note


def _name(box: Box) -> String:
    """What a voice says of the link of a note in place of its number."""
    return String(patch_note_links.description(box) or "")

"""The structure tree of a tagged PDF: first as plain nodes, then as PDF objects (ISO 32000-1, 14.7)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, TypeAlias

import pydyf

GROUPING = frozenset({"Document", "Part", "Art", "Sect", "Div", "BlockQuote"})
"""Roles that hold blocks: text directly inside them is put into a paragraph."""

CELLS = frozenset({"TH", "TD"})
"""Roles that may be empty: if empty cells were removed, the rest of the row would move."""

INLINE = frozenset({"Link", "Reference", "Span", "Quote", "Code", "Form"})
"""Roles of elements within text."""


@dataclass(frozen=True)
class Mark:
    """A marked-content sequence: its page (from 0) and its identifier (MCID) there."""

    page: int
    number: int


@dataclass(frozen=True)
class Annotation:
    """A link or a field: its page (from 0) and its annotation dictionary."""

    page: int
    dictionary: pydyf.Dictionary


@dataclass(eq=False)
class Node:
    """A structure element: its role, its parent, further entries of its dictionary, and its children (kids)."""

    role: str
    parent: "Node | None" = None
    entries: dict[str, Any] = field(default_factory=dict)
    kids: "list[Kid]" = field(default_factory=list)
    automatic: bool = False
    """Whether it is a paragraph that only wraps loose text."""

    def add(self, role: str, **entries: Any) -> "Node":
        """Append a new element and return it; inline elements go into the same paragraph as loose text."""
        parent = self.paragraph() if role in INLINE else self
        node = Node(role, parent, entries)
        parent.kids.append(node)
        return node

    def paragraph(self) -> "Node":
        """The node for loose text: this one, or a paragraph at the end of a grouping element."""
        if self.role not in GROUPING:
            return self
        last = self.kids[-1] if self.kids else None
        if not (isinstance(last, Node) and last.automatic):
            last = Node("P", self, automatic=True)
            self.kids.append(last)
        return last

    def prune(self) -> bool:
        """Remove elements without content, except for table cells; return whether this one is to be kept."""
        self.kids = [kid for kid in self.kids if not isinstance(kid, Node) or kid.prune()]
        return bool(self.kids) or self.role in CELLS

    def wrap(self) -> None:
        """Put text between elements into spans, so that software that reads text before elements keeps the order."""
        inner = [kid for kid in self.kids if isinstance(kid, Node)]
        if inner and any(isinstance(kid, Mark) for kid in self.kids):
            runs = [list(run) for _, run in groupby(self.kids, lambda kid: isinstance(kid, Mark))]
            self.kids = [kid for run in runs for kid in self._wrapped(run)]
        for node in inner:
            node.wrap()

    def _wrapped(self, run: "list[Kid]") -> "list[Kid]":
        return [Node("Span", self, kids=run)] if isinstance(run[0], Mark) else run


Kid: TypeAlias = Node | Mark | Annotation
Reference: TypeAlias = bytes
"""A reference to a PDF object, such as ``12 0 R``."""


class StructureWriter:
    """Turns nodes into PDF objects, and collects the tables that map content to its structure elements."""

    def __init__(self, pdf: pydyf.PDF) -> None:
        self._pdf = pdf
        self._pages: list[Reference] = pdf.page_references
        self._content: dict[int, dict[int, Reference]] = {}
        self._annotations: list[tuple[pydyf.Dictionary, Reference]] = []
        self._ids: dict[str, Reference] = {}

    def write(self, document: Node) -> None:
        """Add the tree with the root element `document`, its parent tree and its id tree to the catalog."""
        document.prune()
        document.wrap()
        root = self._object({"Type": "/StructTreeRoot"})
        root["K"] = pydyf.Array([self._element(document, root)])
        numbers = self._object({"Nums": pydyf.Array(self._parents())})
        root["ParentTree"] = numbers.reference
        root["ParentTreeNextKey"] = len(self._pages) + len(self._annotations)
        if self._ids:
            names = [part for name, reference in sorted(self._ids.items()) for part in (pydyf.String(name), reference)]
            root["IDTree"] = self._object({"Names": pydyf.Array(names)}).reference
        self._pdf.catalog["StructTreeRoot"] = root.reference

    def _object(self, entries: Mapping[str, Any]) -> pydyf.Dictionary:
        dictionary = pydyf.Dictionary(entries)
        self._pdf.add_object(dictionary)
        return dictionary

    def _element(self, node: Node, parent: pydyf.Dictionary) -> Reference:
        page = next((kid.page for kid in node.kids if not isinstance(kid, Node)), None)
        element = self._object({"Type": "/StructElem", "S": f"/{node.role}", "P": parent.reference, **node.entries})
        if page is not None:
            element["Pg"] = self._pages[page]
        if name := node.entries.get("ID"):
            self._ids[name.string] = element.reference
        element["K"] = pydyf.Array([self._kid(kid, element, page) for kid in node.kids])
        return element.reference  # type: ignore[no-any-return]

    def _kid(self, kid: Kid, element: pydyf.Dictionary, page: int | None) -> Any:
        if isinstance(kid, Node):
            return self._element(kid, element)
        if isinstance(kid, Annotation):
            self._annotations.append((kid.dictionary, element.reference))
            return self._object(
                {"Type": "/OBJR", "Obj": kid.dictionary.reference, "Pg": self._pages[kid.page]}
            ).reference
        self._content.setdefault(kid.page, {})[kid.number] = element.reference
        if kid.page == page:
            return kid.number
        return pydyf.Dictionary({"Type": "/MCR", "Pg": self._pages[kid.page], "MCID": kid.number})

    def _parents(self) -> Iterator[Any]:
        """The items of the parent tree: each page with the elements of its content, then each annotation."""
        for page in range(len(self._pages)):
            found = self._content.get(page, {})
            yield page
            yield pydyf.Array(found.get(number, "null") for number in range(max(found, default=-1) + 1))
        for key, (dictionary, reference) in enumerate(self._annotations, start=len(self._pages)):
            dictionary["StructParent"] = key
            yield key
            yield reference

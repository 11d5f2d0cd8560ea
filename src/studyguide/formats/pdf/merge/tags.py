"""Merges the structure trees of several parts, and their outlines (ISO 32000-1, 14.7 and 12.3.3)."""

from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, String


class Structure:
    """The merged structure tree, with the tables that map content and the ids of notes to its elements."""

    def __init__(self, root: Any) -> None:
        self._root = root
        self._document = root.K[0]
        self._pages: list[tuple[Any, Any]] = []
        self._annotations: list[tuple[Any, Any]] = []
        self._notes: list[Any] = []

    def add(self, root: Any, pages: Sequence[Any]) -> None:
        """Append the tree of a part."""
        if root.objgen != self._root.objgen:
            for element in root.K[0].K:
                element.P = self._document
                self._document.K.append(element)
        table = root.ParentTree.Nums
        parents = {int(table[place]): table[place + 1] for place in range(0, len(table), 2)}
        for page in pages:
            self._pages.append((page, parents[int(page.StructParents)]))
            owned = (each for each in page.get("/Annots", ()) if "/StructParent" in each)
            self._annotations += [(each, parents[int(each.StructParent)]) for each in owned]
        notes = root.get("/IDTree", Dictionary()).get("/Names", Array())
        self._notes += sorted((notes[place] for place in range(1, len(notes), 2)), key=lambda note: _number(note.ID))

    def finish(self, pdf: pikepdf.Pdf) -> None:
        """Write the tables: pages are numbered first, then annotations; notes are numbered through all parts."""
        for number, (page, _) in enumerate(self._pages):
            page.StructParents = number
        for number, (annotation, _) in enumerate(self._annotations, start=len(self._pages)):
            annotation.StructParent = number
        parents = [parent for _, parent in (*self._pages, *self._annotations)]
        table = [each for number, parent in enumerate(parents) for each in (number, parent)]
        self._root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(table)))
        self._root.ParentTreeNextKey = len(parents)
        if self._notes:
            for number, note in enumerate(self._notes, start=1):
                note.ID = String(f"note-{number}")
            named = sorted(((str(note.ID), note) for note in self._notes), key=lambda pair: pair[0])
            table = [each for name, note in named for each in (String(name), note)]
            self._root.IDTree = pdf.make_indirect(Dictionary(Names=Array(table)))


class Outline:
    """The merged outline."""

    def __init__(self) -> None:
        self._items: list[Any] = []
        self._count = 0

    def add(self, outline: Any) -> None:
        """Append the outline of a part."""
        self._items += _siblings(outline.First)
        self._count += int(outline.Count)

    def finish(self, pdf: pikepdf.Pdf) -> None:
        """Write the merged outline, unless it is empty."""
        if not self._items:
            return
        ends = Dictionary(First=self._items[0], Last=self._items[-1], Count=self._count)
        pdf.Root.Outlines = pdf.make_indirect(ends)
        for before, item in zip([None, *self._items], self._items, strict=False):
            item.Parent = pdf.Root.Outlines
            if before is not None:
                before.Next, item.Prev = item, before


def _siblings(item: Any) -> Iterator[Any]:
    while item is not None:
        yield item
        item = item.get("/Next")


def _number(name: Any) -> int:
    return int(str(name).rpartition("-")[2])

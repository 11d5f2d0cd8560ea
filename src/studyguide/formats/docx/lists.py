"""Lists: tasks, choices, bullets, numbers and letters, all numbered by Word, so that numbers close up."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from studyguide.formats.docx import class_styles
from studyguide.formats.docx.grid import Grid
from studyguide.formats.docx.place import Number, Place, Writer
from studyguide.formats.docx.style_table import (
    BULLETS,
    CAPITALS,
    CHOICE,
    LETTERS,
    LEVELS,
    NUMBERS,
    PART,
    STEPS,
    TASK,
    TASKS,
)
from studyguide.formats.docx.wml import w
from studyguide.support import xhtml
from studyguide.support.xhtml import Element

BOX = "☐"
"""The box of an option whose letter Word cannot count."""
_KINDS = {"A": CAPITALS, "a": LETTERS}
_WRITTEN = ("number", "row-number")
"""The classes of numbers that are written before a task."""
_RESET = re.compile(r"counter-reset: list-item (-?\d+)")
_LABEL = re.compile(r"list-style-type: (?:none|'(.*)')")


class Lists:
    """Writes lists, and counts the tasks of a sheet."""

    def __init__(self, blocks: Writer, grid: Grid) -> None:
        self._blocks, self._state, self._grid = blocks, blocks.state, grid
        self._tasks = 0
        self._list = TASKS

    def write(self, e: Element, names: list[str], place: Place) -> None:
        """Write a list of any kind."""
        items = [child for child in e if child.tag == "li"]
        if "tasks" in names:
            self._begin(e)
            for is_row, group in groupby(items, key=is_grid_row):
                (self._rows if is_row else self._items)(list(group), place)
        elif "choices" in names:
            self._choices(items, names, place)
        elif "extract-parts" in names:
            number = self._state.new_list(TASKS, level=PART)
            self._each(
                items, replace(place, style="Question part", then="List Continue 2", is_task=True), (number, PART)
            )
        elif style := class_styles.container_style(names):
            for item in items:
                self._blocks.write(item, place if place.is_cell else replace(place, style=style, number=None))
        else:
            self._plain(e, names, items, place)

    def counted(self, e: Element) -> Number | None:
        """The number of a task that is a heading or a row, taken out of it: it closes up with those of other tasks."""
        span = next((each for name in _WRITTEN for each in xhtml.with_class(e, name)), None)
        number = xhtml.text(span).rstrip(".") if span is not None else ""
        if span is None or not number.isdecimal():
            return None
        self._count_from(int(number) - 1)
        self._tasks += 1
        xhtml.remove(span)
        e.text = (e.text or "").lstrip()
        return self._list, TASK

    def _plain(self, e: Element, names: list[str], items: list[Element], place: Place) -> None:
        """A list of bullets, numbers or letters; in a task it is one level deeper."""
        level = 0 if place.is_cell else min(place.depth + place.is_task, LEVELS - 1)
        more = f" {level + 1}" if level else ""
        kind = _KINDS.get(e.get("type", ""), NUMBERS)
        number = BULLETS if e.tag == "ul" else self._state.new_list(kind, int(e.get("start", "1")), level)
        style = f"List {'Bullet' if e.tag == 'ul' else 'Number'}{more}"
        inside = replace(place, depth=level + 1, is_task=False)
        if not place.is_cell:
            inside = replace(inside, style=style, then=f"List Continue{more}")
        self._each(items, inside, (number, level), keeps=bool({"lefts", "options"}.intersection(names)))

    def _each(self, items: Sequence[Element], place: Place, number: Number | None, *, keeps: bool = False) -> None:
        """Write items; with `keeps`, all but the last stay on the page of the next."""
        for item in items:
            own = item.get("data-letter")
            written = self._blocks.inside(item, replace(place, number=own or number))
            for block in written if keeps and item is not items[-1] else ():
                block[0].insert(1, w("keepNext"))
            self._blocks.add(*written)

    def _begin(self, e: Element) -> None:
        found = _RESET.search(e.get("style", ""))
        self._count_from(int(found[1]) if found else 0)

    def _count_from(self, before: int) -> None:
        """Tasks that go on counting are in the same list; others begin a new one."""
        if before != self._tasks:
            self._list = self._state.new_list(TASKS, before + 1)
            self._tasks = before

    def _number(self, item: Element) -> Number:
        """The number of a task: counted, or the one that its style gives."""
        self._tasks += 1
        found = _LABEL.search(item.get("style", ""))
        return (self._list, TASK) if found is None else (found[1] or "").strip()

    def _items(self, items: list[Element], place: Place) -> None:
        for item in items:
            self._blocks.write(item, replace(place, is_task=True, number=self._number(item)))

    def _rows(self, items: list[Element], place: Place) -> None:
        rows = [next(xhtml.with_class(item, "fields")) for item in items]
        self._grid.rows(rows, place, [self._number(item) for item in items])

    def _choices(self, items: list[Element], names: list[str], place: Place) -> None:
        """Options to tick: with letters that Word counts, or with boxes alone."""
        letters = [item.find("b") for item in items]
        are_counted = all(b is not None and xhtml.text(b) == chr(ord("A") + at) for at, b in enumerate(letters))
        is_order = "steps-to-order" in names
        number: Number | None = (self._state.new_list(STEPS), 0) if is_order else (self._list, CHOICE)
        if None in letters:
            number = None
        elif not are_counted:  # letters of another alphabet
            number = "" if is_order else BOX
        for letter in letters if are_counted else ():
            xhtml.remove(letter)
        inside = replace(place, style="Choice" if number is not None else "Tick box", is_task=False)
        self._each(items, inside, number, keeps=True)


def is_grid_row(item: Element) -> bool:
    """Whether a task is a row of rooms, with nothing before them."""
    return "row" in xhtml.classes(item) and len(item) > 0 and "fields" in xhtml.classes(item[0])

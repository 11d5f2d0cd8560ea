"""Lays a part out again where it has changed: pages before the change are kept, and those after it if they begin alike.

WeasyPrint repeats only some pages of a document itself, when a page number in them was wrong: ``make_all_pages`` makes
the pages that are marked in ``context.page_maker``, which also says where each page begins, and goes on until a page
begins where it began before. Here this starts with the pages and the ``page_maker`` of an earlier version. The page
before the change is made again, too, because where it ends depends on the lines that follow. Nothing is kept if a float
or a note runs on to another page, or if pages have names. WeasyPrint has no such function, and there is no report that
asks for one. tests/formats/test_pdf_kept_pages.py compares the pages with those of a whole layout.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import weasyprint.layout
from weasyprint.layout.page import set_page_type_computed_styles

from studyguide.formats.pdf.weasy import boxes
from studyguide.formats.pdf.weasy.box_shapes import Change, Place, Shape, Shaper, change, same_elements
from studyguide.formats.pdf.weasy.boxes import Box
from studyguide.formats.pdf.weasy.replaced import Replaced
from studyguide.publication.page_refs import number_in, renumbered

Resume = Mapping[int, Any] | None
"""Where in the tree of boxes a page begins: the index of a child, and where in that child. None is the beginning."""


@dataclass(frozen=True)
class Laid:
    """The pages of a version of a part."""

    shape: Shape
    page_maker: Sequence[Any]
    """Where each page begins, and where the last ends, in WeasyPrint's format."""
    pages: Sequence[tuple[Box, tuple[Box, ...]]]
    """Each page with its text and notes, without margins."""


class KeptPages:
    """The pages of the last version of each part."""

    def __init__(self) -> None:
        self._laid: dict[Hashable, Laid] = {}
        self.made = 0
        """How many pages were laid out."""

    @contextmanager
    def of(self, part: Hashable) -> Iterator[None]:
        """Within the block, a layout begins with what can be kept of the last layout of this part."""
        with _PAGES.by(lambda *arguments: self._make(part, *arguments)):
            yield

    def _make(self, part: Hashable, context: Any, root: Box, html: Any, before: Sequence[Box]) -> Iterator[Box]:
        """See ``make_all_pages``."""
        shape = Shaper().shape(root)
        earlier = None if before else self._laid.pop(part, None)
        kept = list(before) if earlier is None else _resumed(earlier, shape, context, html)
        pages: list[tuple[Box, tuple[Box, ...]]] = []
        is_whole = True
        for page in _PAGES.original(context, root, html, kept):
            if context.broken_out_of_flow or context.reported_footnotes:
                is_whole = False
                _make_next(context.page_maker, len(pages) + 1)
            self.made += page not in kept
            pages.append((page, tuple(page.children)))
            yield page
        if is_whole and not any(page.fixed_boxes for page, _ in pages) and not _has_names(context.page_maker):
            self._laid[part] = Laid(shape, context.page_maker, pages)


_PAGES = Replaced(weasyprint.layout, "make_all_pages")


def _make_next(page_maker: Sequence[Any], index: int) -> None:
    """Mark a page to be made again."""
    if index < len(page_maker) and page_maker[index][0] is not None:
        page_maker[index][-1]["content_changed"] = True


def _has_names(page_maker: Sequence[Any]) -> bool:
    return any(groups for _, _, _, (_, _, _, groups), _ in page_maker)


def _resumed(earlier: Laid, shape: Shape, context: Any, html: Any) -> list[Box]:
    """The earlier pages, with `context` prepared to keep some of them; none if it has to make all."""
    changed = change(earlier.shape, shape)
    first, *_ = context.page_maker
    if changed is None or first[:3] != earlier.page_maker[0][:3]:
        return []
    places = [_place(resume) for resume, *_ in earlier.page_maker[:-1]]
    again = set(_changed_pages(places, changed))
    elements = same_elements(earlier.shape, shape, changed)
    for index, (page, children) in enumerate(earlier.pages):
        page.children = list(children)
        if index not in again:
            for box in boxes.walk(page):
                box.element = elements.get(box.element, box.element)
            if not _set_references(page):
                again.add(index)
                continue
            set_page_type_computed_styles(page.page_type, html, context.style_for)
            if not index:
                context.style_for.initial_page_sizes.update(box=page.style["size"], area=(page.width, page.height))
    context.page_maker = [
        (*_moved(item, place, changed, is_made=index in again), _marks(is_made=index in again))
        for index, (item, place) in enumerate(zip(earlier.page_maker, [*places, ()], strict=True))
    ]
    return [page for page, _ in earlier.pages]


def _set_references(page: Box) -> bool:
    """Give the page references on a kept page their numbers again, which a renumbering may have changed since.

    False if one does not fit in place of another.
    """
    wrong = [
        (box, number)
        for box, _ in boxes.references(page)
        if (number := number_in(box.element.text or "")) is not None and renumbered(box.text, number) != box.text
    ]
    return all(boxes.stamp(box, number) for box, number in wrong)


def _changed_pages(places: Sequence[Place], changed: Change) -> Iterator[int]:
    """The pages that hold something of the change, and the page before."""
    start, stop = (*changed.place, changed.start), (*changed.place, changed.stop)
    holder = max(index for index, place in enumerate(places) if place <= start)
    for index, place in enumerate(places):
        if holder - 1 <= index and (index <= holder or place < stop):
            yield index


def _place(resume: Resume) -> Place:
    """The way to where a page begins, as far as it is one: in a table, each cell of a row may begin elsewhere."""
    found = []
    while resume and len(resume) == 1:
        ((index, resume),) = resume.items()
        found.append(index)
    return tuple(found)


def _moved(item: Sequence[Any], place: Place, changed: Change, *, is_made: bool) -> tuple[Any, ...]:
    """An item of the ``page_maker`` without its marks, for the new tree of boxes."""
    resume, *rest = item[:-1]
    is_behind = place >= (*changed.place, changed.stop) and place[: len(changed.place)] == changed.place
    return (resume if is_made or not is_behind else _shifted(resume, changed.place, changed.more)), *rest


def _shifted(resume: Resume, place: Place, more: int) -> Resume:
    if not resume:
        return resume
    ((index, inside),) = resume.items()
    return {index: _shifted(inside, place[1:], more)} if place else {index + more: inside}


def _marks(*, is_made: bool) -> dict[str, Any]:
    """What WeasyPrint notes about a page; marked if it is to be made."""
    return {"content_changed": is_made, "pages_wanted": False, "anchors": [], "content_lookups": []}

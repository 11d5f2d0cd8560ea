"""Paints floats and positioned blocks where they are in the text: content is painted in the order in which it is read.

CSS paints floats below text, and positioned boxes above all others (CSS 2.2, appendix E). In a PDF this is also the
order of content, which programs without tags follow: text reflow, and some screen readers. Nothing on our pages lies
over something else, so all of it can be painted as the structure has it (WCAG 2.2, technique PDF3). Backgrounds are
still painted first. Boxes in a line of text, and those with a ``z-index``, transparency or clipping, stay as they were.
tests/formats/test_pdf_order.py shows what goes wrong without this patch.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint import stacking
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from studyguide.formats.pdf.weasy.replaced import Replaced


@contextmanager
def painting_in_order() -> Iterator[None]:
    """Within the block, a page is painted in the order of its text."""
    with _DISPATCH.by(_dispatch_children):
        yield


_DISPATCH = Replaced(stacking, "_dispatch_children")


def _dispatch_children(box: Any, page: Any, *lists: Any) -> Any:
    """A copy of `box` without what is painted apart, which is added to the lists of WeasyPrint's function.

    These are the stacking contexts, the blocks, the floats, and the blocks and cells inside `box`.
    """
    if not isinstance(box, boxes.ParentBox) or isinstance(box, boxes.LineBox | boxes.InlineBox):
        return _DISPATCH.original(box, page, *lists)
    if any(isinstance(child, boxes.LineBox) for child in box.children):
        return _DISPATCH.original(box, page, *lists)
    children = []
    for each in box.children:
        child = each._box if isinstance(each, AbsolutePlaceholder) else each  # noqa: SLF001
        paint = _as_block if _is_moved(child) else stacking._dispatch  # noqa: SLF001
        if (painted := paint(child, page, *lists)) is not None:
            children.append(painted)
    return box.copy_with_children(children)


def _is_moved(box: Any) -> bool:
    """Whether a block is a float or positioned, and nothing else asks for a stacking context of its own."""
    style = box.style
    is_apart = (
        style["z_index"] != "auto" or style["opacity"] < 1 or style["transform"] or style["overflow"] != "visible"
    )
    is_moved = box.is_floated() or style["position"] != "static"
    return isinstance(box, boxes.BlockLevelBox) and is_moved and not is_apart


def _as_block(box: Any, page: Any, *lists: Any) -> Any:
    """What WeasyPrint does with a block in the normal flow."""
    contexts, blocks, floats, inside = lists
    at = len(blocks)
    within: dict[Any, Any] = {}
    painted = stacking._dispatch_children(box, page, contexts, blocks, floats, within)  # noqa: SLF001
    blocks.insert(at, painted)
    inside[painted] = within
    return painted

"""Chains of paragraphs that stay with the next: each ends before the next heading or task.

A page ends before a chain that does not fit on it. If a chain went on from one question to the next, most of a page
could stay empty; Word gives up only when a chain is longer than a page.
"""

from collections.abc import Collection, Iterable, Sequence

from studyguide.formats.docx.style_table import HEADINGS, LABELS, STARTS, Style
from studyguide.formats.docx.styles import style_id
from studyguide.formats.docx.wml import W, w
from studyguide.support import xhtml
from studyguide.support.xhtml import Element

_STARTS = frozenset(map(style_id, STARTS))
_HEADINGS = frozenset(map(style_id, (*HEADINGS, "Chapter label", "Chapter label below")))
_LABELS = frozenset(map(style_id, LABELS))


def kept(styles: Iterable[Style]) -> frozenset[str]:
    """The ids of the styles whose paragraphs stay with the next."""
    return frozenset(style_id(style.name) for style in styles if "<w:keepNext/>" in style.paragraph)


def ended(blocks: Sequence[Element], kept: Collection[str]) -> list[Element]:
    """The blocks of a section; the last paragraph before a heading or a task does not stay with it.

    A heading and the labels below it stay with what follows, another heading too.
    """
    before: Element | None = None
    is_below = False
    for block in blocks:
        style = _style(block)
        if before is not None and style in _STARTS and not is_below and _style(before) in kept:
            before[0].insert(1, w("keepNext", val=0))
        is_below = _is_heading(style) or (is_below and style in _LABELS)
        before = block
    return list(blocks)


def restyle(blocks: Iterable[Element], old: str, new: str) -> None:
    """Give the paragraphs of one style another."""
    for block in blocks:
        if _style(block) == style_id(old):
            block[0][0].set(f"{{{W}}}val", style_id(new))


def _is_heading(style: str) -> bool:
    return style in _HEADINGS


def _style(block: Element) -> str:
    """The id of a paragraph's style; empty for a table."""
    found = block.find(f"{{{W}}}pPr/{{{W}}}pStyle") if xhtml.name(block) == "p" else None
    return "" if found is None else str(found.get(f"{{{W}}}val"))

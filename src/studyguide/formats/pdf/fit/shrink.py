"""Fits a sheet to its pages: type shrinks until it fits on one page or card, and answer lines fill the rest.

A sheet is small, so it is laid out as often as necessary. The sizes found are stored in its markup.
"""

from bisect import bisect_left
from collections.abc import Callable

from weasyprint import Document

from studyguide.formats.pdf.fit.fill_page import fill
from studyguide.formats.pdf.layout.html import Body
from studyguide.formats.pdf.weasy import boxes
from studyguide.formats.pdf.weasy.renderer import Renderer
from studyguide.support import xhtml
from studyguide.support.errors import FitError, OverrunError

SIZES = tuple(size / 4 for size in range(72, 27, -1))
"""Type sizes in points, from 18 down to 7, for a sheet that must fit on one page."""

LEAST = 8.5
"""Points: content that may be cut is cut before letters become smaller."""

SHRINKS = ("1rem", "0.9rem", "0.8rem", "0.7rem", "9pt", "8pt", "7pt")
"""Type sizes on a card: the look's own, then smaller ones; even large print must fit."""


def fit(body: Body, renderer: Renderer, *, overruns: bool = False) -> Document:
    """Change the markup of a sheet until it fits; return its pages. Raises `FitError` if no permitted change helps.

    If `overruns` is set, the sheet may take more paper than it should.
    """
    if body.root.get("data-fit") == "page":
        _shrink_to_page(body, renderer, overruns=overruns)
    _shrink_into_boxes(body, renderer)
    return fill(body, renderer, overruns=overruns)


def _shrink_to_page(body: Body, renderer: Renderer, *, overruns: bool) -> None:
    """Set the largest type size that fits on one page; the smallest if none fits and `overruns` is set."""

    def fits(size: float) -> bool:
        body.root.set("style", f"font-size: {size}pt")
        return len(renderer.lay_out(body.html({}, 1)).pages) == 1

    _cut(body.root, lambda: fits(LEAST))
    place = bisect_left(SIZES, 1, key=fits)
    if place == len(SIZES) and not overruns:
        message = f"It needs more than one page even at {SIZES[-1]:g} points. Shorten it."
        raise OverrunError(message, [])
    body.root.set("style", f"font-size: {SIZES[min(place, len(SIZES) - 1)]}pt")


def _cut(root: xhtml.Element, fits: Callable[[], bool]) -> None:
    """Remove the blocks that may be cut, one after another, until the rest fits; then print their headings."""
    blocks = sorted(
        (each for each in root.iter("*") if each.get("data-cut")), key=lambda each: int(each.get("data-cut"))
    )
    removed = []
    while blocks and not fits():
        removed.append(next((xhtml.text(head) for head in blocks[0].iter("h2")), ""))
        xhtml.remove(blocks.pop(0))
    for line in xhtml.with_class(root, "cut-blocks"):
        if removed:
            line.text = f"{line.text} {'; '.join(removed)}"
        else:
            xhtml.remove(line)


def _shrink_into_boxes(body: Body, renderer: Renderer) -> None:
    """Set smaller type on the cards whose text would overflow."""
    cards = [element for element in body.root.iter() if element.get("data-fit") == "box"]
    full: list[boxes.Box] = []
    for number, card in enumerate(cards):
        card.set("data-box", str(number))
    for shrink in SHRINKS if cards else ():
        for box in full:
            cards[int(box.element.get("data-box"))].set("style", f"font-size: {shrink}")
        pages = renderer.lay_out(body.html({}, 1)).pages
        full = [box for page in pages for box in boxes.with_attribute(page, "data-box") if boxes.overflows(box)]
        if not full:
            return
    if full:
        names = [box.element.get("data-name") for box in full]
        raise FitError("The text on a card does not fit, even in the smallest type. Shorten it.", names)

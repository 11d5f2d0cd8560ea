"""Fit a sheet to its pages: letters shrink until all stands on one page or card, and lines to write on fill the rest.

A sheet is small, so it is laid out as often as need be; what was found out stays in its markup.
"""

from bisect import bisect_left

from weasyprint import Document

from studyguide.formats.pdf.fit.fill_page import fill
from studyguide.formats.pdf.layout.html import Body
from studyguide.formats.pdf.weasy import boxes
from studyguide.formats.pdf.weasy.renderer import Renderer
from studyguide.support.errors import FitError, OverrunError

SIZES = tuple(size / 4 for size in range(72, 27, -1))
"""Points, from 18 down to 7, for what must stand on one page."""

SHRINKS = ("1rem", "0.9rem", "0.8rem", "0.7rem", "9pt", "8pt", "7pt")
"""Sizes of letters on a card: those that the look gives them, then smaller ones; even large print must fit."""


def fit(body: Body, renderer: Renderer, *, overruns: bool = False) -> Document:
    """Change the markup of a sheet until it fits; its pages. Raises `FitError` where nothing that may change helps.

    Where it `overruns`, it may take more paper than it should.
    """
    if body.root.get("data-fit") == "page":
        _shrink_to_page(body, renderer, overruns=overruns)
    _shrink_into_boxes(body, renderer)
    return fill(body, renderer, overruns=overruns)


def _shrink_to_page(body: Body, renderer: Renderer, *, overruns: bool) -> None:
    """Set the largest letters with which all is on one page, or the smallest."""

    def fits(size: float) -> bool:
        body.root.set("style", f"font-size: {size}pt")
        return len(renderer.lay_out(body.html({}, 1)).pages) == 1

    place = bisect_left(SIZES, 1, key=fits)
    if place == len(SIZES) and not overruns:
        message = f"It needs more than one page even in letters of {SIZES[-1]:g} points. Let it hold less."
        raise OverrunError(message, [])
    body.root.set("style", f"font-size: {SIZES[min(place, len(SIZES) - 1)]}pt")


def _shrink_into_boxes(body: Body, renderer: Renderer) -> None:
    """Set smaller letters on the cards whose words would overflow them."""
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
        raise FitError("What is on a card does not fit, even in small letters. Shorten it.", names)

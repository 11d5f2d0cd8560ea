"""Paragraphs whose lines are made one by one: blanks to fill in, and code."""

from studyguide.formats.docx.state import State
from studyguide.formats.docx.styles import style_id
from studyguide.formats.docx.wml import paragraph, run, val, w
from studyguide.support import xhtml
from studyguide.support.xhtml import Element

GAP = 170
"""The space between a blank and the next label, in twips."""


def fill_in_line(element: Element, width: int, state: State) -> Element:
    """Labels and blanks in a line of `width` twips, the first twice as wide. A blank is an underlined tab."""
    items = list(xhtml.with_class(element, "blank-item"))
    shares = [2] + [1] * (len(items) - 1)
    at, runs, stops = 0, [], []
    for item, share in zip(items, shares, strict=True):
        at += width * share // sum(shares)
        is_last = item is items[-1]
        stops.append(w("tab", val="right" if is_last else "left", pos=width if is_last else at - GAP))
        blank = w("r", w("rPr", val("rStyle", style_id("Blank"))), w("tab"))
        runs += [run(f"{xhtml.text(item)} "), blank, *([] if is_last else [run("  ")])]
    return paragraph("Pupil", *state.bookmarks(), *runs, properties=[w("tabs", *stops)])


def code(element: Element, state: State) -> Element:
    """A ``pre``, with its lines and spaces as they are."""
    runs = []
    for number, line in enumerate("".join(element.itertext()).rstrip("\n").split("\n")):
        runs += [w("r", w("br"))] if number else []
        runs += [run(line)] if line else []
    return paragraph(style_id("HTML Preformatted"), *state.bookmarks(), *runs)

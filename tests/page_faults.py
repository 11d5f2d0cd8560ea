"""What is wrong with laid-out pages, as a reader would see it: headings left behind, words over words, wasted paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from studyguide.build.checked_guide import sound
from studyguide.build.edition_publication import publish
from studyguide.formats.pdf.layout.html import parts
from studyguide.formats.pdf.weasy import boxes
from studyguide.formats.pdf.weasy.renderer import Renderer
from studyguide.themes import theme

HEADINGS = {"h1", "h2", "h3", "caption", "thead", "dt", "header"}
LEADS = {"chapter-label", "label", "theme-question", "role", "part-facts", "box-label", "starters-label"}
"""Classes of what only introduces what comes next."""

SMALLEST = {"large-print": 18, "large-print-24": 24, "dyslexia-friendly": 12}
"""Points; nothing that is set in these themes may be smaller."""

LEAST = 0.3
"""How much of a page must be used if the text goes on behind it."""


@dataclass(frozen=True)
class Words:
    """A run of letters on a page, and the elements that it is in, from the inside out."""

    text: str
    x: float
    y: float
    right: float
    bottom: float
    size: float
    around: tuple


def words(page) -> Iterator[Words]:
    """The text of a page without its margins and notes, as it is drawn."""
    for box in boxes.children(boxes.page_box(page)):
        if not isinstance(box, boxes.MarginBox | boxes.FootnoteAreaBox):
            yield from _words(box, ())


def faults(document) -> Iterator[str]:
    """A line for each fault of the pages of one part, laid out."""
    pages = document.pages
    for number, page in enumerate(pages, start=1):
        found = list(words(page))
        if number < len(pages):
            yield from _left_behind(number, page, found)
        yield from _overlaps(number, found)


def _words(box, around) -> Iterator[Words]:
    element = box.element
    if element is not None and (not around or around[-1] is not element):
        around = (*around, element)
    if isinstance(box, boxes.TextBox):
        if box.text.strip():
            x, y, size = box.position_x, box.position_y, box.style["font_size"]
            # what letters cover, however high the line is
            middle = y + box.height / 2
            yield Words(box.text, x, middle - 0.45 * size, x + box.width, middle + 0.45 * size, size, around)
    elif hasattr(box, "children"):
        for child in boxes.children(box):
            yield from _words(child, around)


def _left_behind(number, page, found) -> Iterator[str]:
    """Pages whose last words only introduce what comes next, and those that are nearly empty."""
    text = found[-1].text if found else ""
    below = max((box.position_y + box.height for box in boxes.walk(boxes.page_box(page)) if _is_drawn(box)), default=0)
    if found and leads(found[-1]) and below < found[-1].bottom:
        yield f"page {number} ends with the heading “{text}”"
    if 1 - boxes.free_height(page) / boxes.height(page) < LEAST:
        yield f"page {number} is nearly empty: “{text}”"


def _is_drawn(box):
    """Whether it is a picture, or a line to write on."""
    is_line = box.element is not None and box.element.get("class") == "line"
    return is_line or type(box).__name__.endswith("ReplacedBox")


def leads(word):
    """Whether words only introduce what follows them; a name that is all there is of an entry does not."""
    return word is not None and any(
        element.tag in HEADINGS or LEADS & set((element.get("class") or "").split())
        for parent, element in pairwise(word.around)
        if not (len(parent) and parent[-1] is element)
    )


def _overlaps(number, found) -> Iterator[str]:
    ordered = sorted(found, key=lambda word: word.y)
    for place, word in enumerate(ordered):
        for other in ordered[place + 1 :]:
            if other.y >= word.bottom - 1:
                break
            if word.x < other.right - 1 and other.x < word.right - 1:
                yield f"page {number}: “{word.text}” and “{other.text}” overlap"


def sizes(document) -> Iterator[tuple[float, str, bool]]:
    """The size in points of every run of letters on the pages, the run, and whether a picture of ours has it.

    The marks of notes are left out: a mark is told from a figure of the text by being small and high.
    """
    for page in document.pages:
        for box in boxes.walk(boxes.page_box(page)):
            if str(box.element_tag).endswith("::footnote-call"):
                continue
            if isinstance(box, boxes.TextBox) and box.text.strip():
                yield round(box.style["font_size"] * 0.75, 1), box.text, False
            elif box.element is not None and box.element.tag.endswith("}svg"):
                wide = float(box.element.get("viewBox").split()[2])
                scale = min(box.width / wide, box.height / float(box.element.get("viewBox").split()[3]))
                for text in box.element.iter("{http://www.w3.org/2000/svg}text"):
                    yield round(float(text.get("font-size")) * scale * 0.75, 1), "".join(text.itertext()), True


def small(document, theme_name) -> Iterator[str]:
    """A line for each run of letters that is smaller than a theme promises."""
    least = SMALLEST.get(theme_name, 0)
    yield from (f"“{text}” has {size} points" for size, text, _ in sizes(document) if size < least)


class AnyPage(dict):
    """Numbers of pages, for parts that are laid out without the others."""

    def get(self, _name, _default=None):
        return 88

    __missing__ = get

    def __contains__(self, _name):
        return True


def layouts(folder, theme_name, paper):
    """The parts of a guide's first edition in a look, each with its id and its pages."""
    guide = sound(folder)
    publication = publish(guide, guide.info.editions[0], theme.drawing(theme_name, paper))
    press = Renderer(publication, theme.look("pdf", theme=theme_name, paper=paper))
    for part in parts(publication):
        yield "+".join(part.ids) or "contents", press.lay_out(part.html(AnyPage(), 3))

"""Reads the slides of a body: elements become lines of text and pictures."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import get_args

from studyguide import markdown
from studyguide.formats.slides.model import BREAK, Block, Kind, Line, Mark, Picture, Role, Run, Slide, joined
from studyguide.support import drawings, xhtml
from studyguide.support.xhtml import Element

_SPACES = re.compile(r"[ \t\r\n\f]+")
_INLINE = {
    *("a", "abbr", "b", "bdi", "br", "cite", "code", "del", "em", "i", "img", "q", "s", "small", "span", "strong"),
    *("sub", "sup", "svg"),
}
_STRONG, _EMPHASISED = {"b", "strong", "caption", "th", "dt"}, {"em", "i", "cite"}
_MARKS: dict[str | None, Mark] = {"A": "letter", "a": "small-letter"}
_ROLES: dict[str, Role] = {
    "timer": "timer",
    "right-answer": "answer",
    "starters-label": "lead",
    "care-line": "care",
}
_CELLS = " \N{MIDDLE DOT} "
"""Between the cells of a row."""


@dataclass(frozen=True)
class Source:
    """What a body does not say of itself."""

    language: str
    """The language where none is named."""
    ink: str = "#000000"
    """The colour of drawings that name none."""
    sizes: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    """The width and height of pictures, by their names."""

    @property
    def style(self) -> "_Style":
        """What is said of all texts."""
        return _Style(is_right_to_left=bool(markdown.direction(self.language)))


def slides(root: Element, source: Source) -> Iterator[Slide]:
    """The slides of a body, in order."""
    for section in xhtml.with_class(root, "slide"):
        title, notes, body = _Reader(source), _Reader(source), _Reader(source)
        around = source.style
        heading = next(section.iter("h1", "h2"), None)
        if heading is not None:
            title.element(heading, around)
            xhtml.remove(heading)
        for aside in xhtml.with_class(section, "speaker-notes"):
            notes.element(aside, around)
            xhtml.remove(aside)
        body.element(section, around)
        words, *rest = title.found or [Line((), is_right_to_left=around.is_right_to_left)]
        spoken = (*notes.found, *title.notes, *body.notes, *notes.notes)
        yield Slide(
            _kind(xhtml.classes(section)),
            words if isinstance(words, Line) else Line(()),
            (*rest, *body.found),
            tuple(line for line in spoken if isinstance(line, Line)),
        )


def _kind(names: Collection[str]) -> Kind:
    return next((kind for kind in get_args(Kind) if kind in names), "content")


@dataclass(frozen=True)
class _Style:
    """What the elements around a text say of it."""

    is_strong: bool = False
    is_emphasised: bool = False
    language: str = ""
    address: str = ""
    role: Role = "text"
    is_right_to_left: bool = False
    in_list: bool = False


@dataclass
class _Reader:
    """Collects paragraphs and pictures, and the footnotes in them, which a speaker has in the notes."""

    source: Source
    found: list[Block] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    _runs: list[Run] = field(default_factory=list)
    _mark: tuple[Mark, int, str] | None = None
    """The mark, number and own letter of the entry of a list that begins with the next paragraph."""

    def element(self, element: Element, around: _Style) -> None:
        """Read an element with its content: of a block, its paragraphs; of others, their text."""
        name, style = xhtml.name(element), _inside(element, around)
        if "marks" in xhtml.classes(element):  # in brackets, which no line end divides
            element.text = (element.text or "").replace(" ", "\N{NO-BREAK SPACE}")
        is_block = name not in _INLINE
        if is_block:
            self._end(around)
        self._special(name, element, style)
        if is_block:
            self._end(style)

    def _special(self, name: str, element: Element, style: _Style) -> None:
        match name:
            case "br":
                self._runs.append(Run(BREAK, language=style.language or self.source.language))
            case "img" | "svg":
                self._end(style)
                self.found.append(self._picture(name, element))
            case "ol" | "ul":
                self._list(element, style)
            case "tr":
                self._row(element, style)
            case "pre":
                lines = "".join(element.itertext()).strip("\n").split("\n")
                self._runs.append(Run(BREAK.join(lines), language=style.language or self.source.language))
            case "span" if "note" in xhtml.classes(element):
                note = _Reader(self.source)
                note._inner(element, replace(self.source.style, language=style.language))
                note._end(style)
                self.notes += [line for line in note.found if isinstance(line, Line)]
            case _:
                self._inner(element, style)

    def _inner(self, element: Element, style: _Style) -> None:
        self._text(element.text, style)
        for child in element:
            self.element(child, style)
            self._text(child.tail, style)

    def _picture(self, name: str, element: Element) -> Picture:
        if name == "svg":
            svg = drawings.standing_alone(element, self.source.ink)
            return Picture("", drawings.description(element), svg, drawings.size(svg))
        source = element.get("src", "")
        return Picture(source, element.get("alt", ""), size=self.source.sizes.get(source, Picture.size))

    def _list(self, element: Element, style: _Style) -> None:
        bullet = element.tag == "ul"
        kind = "bullet" if bullet else _MARKS.get(element.get("type"), "number")
        for number, entry in enumerate(element.findall("li"), start=int(element.get("start", "1"))):
            self._mark = kind, number, entry.get("data-letter", "")
            self.element(entry, replace(style, in_list=True))
            self._mark = None

    def _row(self, element: Element, style: _Style) -> None:
        """A row of a table in a paragraph."""
        cells = [cell for cell in element if xhtml.text(cell)]
        for number, cell in enumerate(cells):
            if number:
                self._text(_CELLS, style)
            for part in cell.iter():
                if part is not cell and xhtml.name(part) not in _INLINE:
                    part.tag = "span"
            self._inner(cell, _inside(cell, style))

    def _text(self, text: str | None, style: _Style) -> None:
        if text:
            run = Run(
                _SPACES.sub(" ", text),
                style.is_strong,
                style.is_emphasised,
                style.language or self.source.language,
                style.address,
            )
            self._runs.append(run)

    def _end(self, style: _Style) -> None:
        """End the paragraph; one without words is left out."""
        runs, self._runs = joined(self._runs), []
        if not runs:
            return
        mark, number, letter = self._mark or ("continued" if style.in_list else "none", 1, "")
        if self._mark:
            self._mark = "continued", 1, ""
        self.found.append(Line(runs, mark, number, style.role, style.is_right_to_left, letter))


def _inside(element: Element, style: _Style) -> _Style:
    """The style of the text in an element."""
    name, names = xhtml.name(element), xhtml.classes(element)
    role = next((_ROLES[each] for each in names if each in _ROLES), "quote" if name == "blockquote" else style.role)
    address = element.get("href", "")
    return replace(
        style,
        is_strong=style.is_strong or name in _STRONG,
        is_emphasised=style.is_emphasised or name in _EMPHASISED,
        language=element.get("lang") or style.language,
        address=address if address.startswith(("https:", "http:", "mailto:")) else style.address,
        role=role,
        is_right_to_left=element.get("dir", "rtl" if style.is_right_to_left else "") == "rtl",
    )

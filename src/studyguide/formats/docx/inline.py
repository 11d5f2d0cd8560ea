"""Inline content as runs: character styles, languages, links, notes, blanks; white space as HTML shows it."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from studyguide.formats.docx import class_styles
from studyguide.formats.docx.state import State
from studyguide.formats.docx.styles import style_id
from studyguide.formats.docx.wml import R, paragraph, run, val, w
from studyguide.support import xhtml
from studyguide.support.xhtml import Element

TAGS = frozenset(
    {
        *("span", "a", "b", "strong", "em", "i", "br", "sup", "sub", "cite", "code"),
        *("q", "abbr", "input", "img", "small", "s", "del", "bdi"),
    }
)
"""The elements that are in a line; all others are blocks."""
SVG = f"{{{xhtml.SVG}}}svg"
BLANK, SHORT_BLANK = 40, 14
"""The length of a blank, in no-break spaces: room to write a long word by hand, or a number."""
_SPACE = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True)
class Form:
    """What is said of the runs in an element."""

    style: str | None = None
    language: str | None = None
    is_rtl: bool = False
    more: tuple[str, ...] = ()
    """Properties beside the style, such as ``i``, or ``superscript``."""
    link: tuple[str, str, str] | None = None
    """The kind of a link (``anchor`` or ``id``), its target, and its words for a screen reader."""


PLAIN = Form()
"""The form of plain runs."""


@dataclass(frozen=True)
class Text:
    """Words of one form."""

    words: str
    form: Form


@dataclass(frozen=True)
class Node:
    """A finished run."""

    element: Element
    form: Form


@dataclass(frozen=True)
class Trim:
    """The white space before this place is left out."""


Token = Text | Node | Trim
Piece = str | Element
Draw = Callable[[Element], Element | None]
"""Makes the run of an ``svg`` or an ``img``; None if it cannot be shown."""


def pieces(element: Element) -> list[Piece]:
    """The text and the elements in an element, in order."""
    found: list[Piece] = [element.text or ""]
    for child in element:
        found += [child, child.tail or ""]
    return found


def is_empty(content: Iterable[Piece]) -> bool:
    """Whether there is nothing but white space."""
    return not any(not isinstance(piece, str) or piece.strip(" \t\r\n\f") for piece in content)


class Inline:
    """Writes inline content; notes, links and bookmarks go into the state of the document."""

    def __init__(self, state: State, draw: Draw, bold: frozenset[str]) -> None:
        self._state, self._draw = state, draw
        self._bold = bold  # of paragraphs: bold is a toggle (17.7.3), so a bold run in them would not be bold

    def runs(self, content: Iterable[Piece], style: str, form: Form) -> list[Element]:
        """The runs of a paragraph of some style; runs of one link are in one ``w:hyperlink``."""
        tokens = _collapsed(token for piece in content for token in self._piece(piece, form))
        found: list[Element] = []
        for link, group in groupby(tokens, key=lambda token: token.form.link):
            runs = [
                _run(token, style in self._bold, self._state.is_rtl) if isinstance(token, Text) else token.element
                for token in group
            ]
            found += [_hyperlink(link, runs)] if link else runs
        return found

    def _piece(self, piece: Piece, form: Form) -> Iterator[Token]:
        if isinstance(piece, str):
            yield Text(piece, form)
        else:
            yield from self._element(piece, form)

    def _element(self, e: Element, form: Form) -> Iterator[Token]:
        names = xhtml.classes(e)
        if class_styles.DROPPED.intersection(names):
            if not (e.tail or "")[:1].isalnum():
                yield Trim()
        elif "note" in names:
            yield Trim()
            yield Node(self._note(e, form), form)
        elif e.tag == "br":
            yield Node(w("r", w("br")), form)
        elif e.tag in {SVG, "img"}:
            if (drawn := self._draw(e)) is not None:
                yield Node(drawn, form)
        elif "blank" in names:
            yield Node(_blank(SHORT_BLANK if {"short", "one-letter"}.intersection(names) else BLANK), form)
        elif e.tag == "q":
            yield from (Text("“", form), *self._inside(e, names, form), Text("”", form))
        else:
            yield from self._inside(e, names, form)

    def _inside(self, e: Element, names: list[str], form: Form) -> Iterator[Token]:
        self._state.mark(e)
        inside = self._form(e, names, form)
        tokens = [token for piece in pieces(e) for token in self._piece(piece, inside)]
        if "verse-line" in names and e.get("data-line"):
            number = w("r", w("rPr", val("rStyle", style_id("line number"))), w("tab"), w("t", text=e.get("data-line")))
            end = next((at for at, token in enumerate(tokens) if isinstance(token, Node)), len(tokens))
            tokens.insert(end, Node(number, form))
        if "locators" in names:  # in print, a gap is before them
            yield Text("\u2002", form)
        yield from tokens
        if "gap" in names:
            yield Node(_blank(BLANK), form)

    def _form(self, e: Element, names: list[str], form: Form) -> Form:
        style = class_styles.run_style(str(e.tag), names)
        more = form.more
        if style and form.style in {"Strong", "Emphasis"} and form.style != style:  # a run has one style only
            more = (*more, "b" if form.style == "Strong" else "i")
        more += {"sup": ("superscript",), "sub": ("subscript",), "s": ("strike",), "del": ("strike",)}.get(e.tag, ())
        link = self._link(e) or form.link
        if link and link[0] == "id" and not style:
            style = "Hyperlink"
        language = e.get("lang") or form.language
        return Form(style or form.style, language, _is_rtl(e, form.is_rtl), more, link)

    def _link(self, e: Element) -> tuple[str, str, str] | None:
        href = str(e.get("href", "")) if e.tag == "a" else ""
        if href.startswith("#"):
            name = href[1:]
            found = name in self._state.targets
            return ("anchor", self._state.bookmark(name), str(e.get("aria-label", ""))) if found else None
        return ("id", self._state.address(href), "") if href else None

    def _note(self, e: Element, form: Form) -> Element:
        """The mark of a footnote (17.11.14), whose text goes into the state."""
        number = len(self._state.notes) + 1
        self._state.notes.append(None)
        inside = Form(language=form.language, is_rtl=self._state.is_rtl)
        mark = w("r", w("rPr", val("rStyle", style_id("footnote reference"))), w("footnoteRef"))
        runs = self.runs(pieces(e), "footnote text", inside)
        self._state.notes[number - 1] = w(
            "footnote", paragraph(style_id("footnote text"), mark, run(" "), *runs), id=number
        )
        return w("r", w("rPr", val("rStyle", style_id("footnote reference"))), w("footnoteReference", id=number))


def form_of(e: Element, form: Form) -> Form:
    """The form of what is in a block: its language and its direction."""
    return replace(form, language=e.get("lang") or form.language, is_rtl=_is_rtl(e, form.is_rtl))


def _is_rtl(e: Element, around: bool) -> bool:  # noqa: FBT001 (it has no other meaning)
    direction = e.get("dir")
    return direction == "rtl" if direction in {"rtl", "ltr"} else around


def _blank(length: int) -> Element:
    return w("r", w("rPr", val("rStyle", style_id("Blank"))), w("t", text="\u00a0" * length))


def _hyperlink(link: tuple[str, str, str], runs: list[Element]) -> Element:
    kind, target, words = link
    tooltip = {"tooltip": words} if words else {}
    if kind == "anchor":
        return w("hyperlink", *runs, anchor=target, history=1, **tooltip)
    element = w("hyperlink", *runs, history=1, **tooltip)
    element.set(f"{{{R}}}id", target)
    return element


def _run(token: Text, is_bold: bool, is_in_rtl: bool) -> Element:  # noqa: FBT001 (only called above)
    form, more = token.form, dict.fromkeys(token.form.more)
    named = None if is_bold and form.style in {"Strong", "Marks"} else form.style
    language = w("lang", val=form.language) if form.language else None
    if language is not None and form.is_rtl:
        language = w("lang", val=form.language, bidi=form.language)
    height = next((each for each in more if each.endswith("script")), None)
    return run(
        token.words,
        val("rStyle", style_id(named)) if named else None,
        w("b") if "b" in more else None,
        w("i") if "i" in more else None,
        w("strike") if "strike" in more else None,
        val("vertAlign", height) if height else None,
        w("rtl") if form.is_rtl else w("rtl", val=0) if is_in_rtl else None,
        language,
    )


def _collapsed(tokens: Iterable[Token]) -> list[Text | Node]:
    """The tokens with one space for each run of white space, and none at the edges of the paragraph."""
    made: list[Text | Node] = []
    is_spaced = True
    for token in tokens:
        if isinstance(token, Trim):
            is_spaced = _strip_end(made) or is_spaced
        elif isinstance(token, Node):
            made.append(token)
            is_spaced = next(token.element.iter("{*}br"), None) is not None
        else:
            words = _SPACE.sub(" ", token.words)
            words = words[1:] if is_spaced and words.startswith(" ") else words
            if words:
                made.append(Text(words, token.form))
                is_spaced = words.endswith(" ")
    _strip_end(made)
    return made


def _strip_end(made: list[Text | Node]) -> bool:
    """Take off the space at the end; whether nothing is left before this place."""
    while made and isinstance(last := made[-1], Text):
        if words := last.words.rstrip(" "):
            made[-1] = Text(words, last.form)
            return False
        made.pop()
    return not made

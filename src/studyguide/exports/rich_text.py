"""Authors' texts for other programs: as plain text, and as XHTML without links, notes, citations and classes.

Other programs know nothing of a guide's ids, sources and style sheets: a link becomes its words, and a citation and a
note go. A picture stays, under its name in the guide, with its credit; in plain words it is its alternative text, so a
format of plain words refuses texts with pictures (`pictures`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from studyguide import markdown
from studyguide.guide.model import Guide
from studyguide.guide.pictures import Picture
from studyguide.markdown import Cite
from studyguide.render.whole_guide import WholeGuide
from studyguide.support import xhtml
from studyguide.support.xhtml import Element

_KEPT = frozenset({"lang", "dir", "start", "colspan", "rowspan", "scope", "src", "alt"})
"""The attributes that mean something without our style sheets."""


@dataclass(frozen=True)
class Text:
    """A text as XHTML, whose inline elements have no namespace, and in plain words on one line."""

    html: str
    plain: str


@dataclass(frozen=True)
class PictureText(Text):
    """A picture in a paragraph of its own, with its caption and its credit, which are its plain words."""

    name: str
    """Its name in the guide, ``images/...``."""
    alt: str


class RichText:
    """Turns the Markdown of a guide into `Text`. It serves as `markdown.Links`."""

    def __init__(self, guide: Guide) -> None:
        self._whole = WholeGuide(guide)

    def inline(self, text: str) -> Text:
        """One run of inline Markdown."""
        return _text(markdown.inline(text, self))

    def block(self, text: str) -> Text:
        """Paragraphs, lists, tables and verse."""
        return _text(markdown.block(text, self))

    def plain(self, text: str) -> str:
        """The plain words of inline Markdown."""
        return self.inline(text).plain

    def link_open(self, target: str, *, empty: bool) -> str:
        """See `markdown.Links`: a link has only its words."""
        return escape(self._whole.title(target.removeprefix("#")) or "") if empty else ""

    def link_close(self, target: str) -> str:  # noqa: ARG002 (a link has no tags)
        """See `markdown.Links`."""
        return ""

    def cite(self, cites: Sequence[Cite]) -> str:  # noqa: ARG002 (there are no sources)
        """See `markdown.Links`."""
        return markdown.REMOVED

    def image(self, target: str, alt: str, credit: str) -> str:
        """See `markdown.Links`."""
        owed = f" <small>{escape(credit)}</small>" if credit else ""
        return f'<img src="{escape(target)}" alt="{escape(alt)}"/>{owed}'

    def picture(self, picture: Picture) -> PictureText:
        """A picture with its caption and its credit."""
        caption = self.inline(picture.caption) if picture.caption else None
        credit = Text(f"<small>{escape(picture.credit)}</small>", picture.credit) if picture.credit else None
        below = [text for text in (caption, credit) if text]
        words = f"<p>{' '.join(text.html for text in below)}</p>" if below else ""
        image = f"<p>{self.image(picture.file, picture.alt, '')}</p>"
        return PictureText(image + words, " ".join(text.plain for text in below), picture.file, picture.alt)


def _text(body: str) -> Text:
    root = xhtml.parse(f"<div>{body}</div>")
    for element in list(root.iter()):
        _tidy(element)
    html = xhtml.serialise(root).removeprefix("<div>").removesuffix("</div>").removesuffix("<div/>")
    return Text(markdown.without_removed(html), markdown.without_removed(_words(root)))


def _tidy(element: Element) -> None:
    if element.getparent() is None:
        return
    if "note" in xhtml.classes(element):
        element.tail = f"{markdown.REMOVED}{element.tail or ''}"
        xhtml.remove(element)
        return
    for name in set(element.attrib) - _KEPT:
        del element.attrib[name]
    if element.tag == "span" and not element.attrib:
        xhtml.unwrap(element)


def _words(root: Element) -> str:
    """All words, with a space between blocks and lines. The tree changes."""
    for image in root.iter("img"):
        image.tail = f"{image.get('alt', '')}{image.tail or ''}"
    for element in root.iter("p", "li", "br", "td", "th", "pre", "blockquote"):
        element.tail = f" {element.tail or ''}"
    return xhtml.text(root)

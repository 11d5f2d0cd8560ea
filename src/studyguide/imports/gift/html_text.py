"""HTML text: what Moodle's editor writes becomes paragraphs of runs; what has no counterpart is refused or noted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Literal

from studyguide.imports.found import NotTakenError, Remark
from studyguide.imports.runs import Run, words

_ITALIC, _BOLD, _CODE = {"em", "i", "cite", "dfn", "var"}, {"strong", "b"}, {"code", "tt", "kbd", "samp"}
_UNSEEN = {"span", "font", "div", "section", "article", "bdi", "abbr", "time", "html", "body", "wbr"}
"""Elements whose text reads the same without them."""
_LOST = {"u", "s", "del", "ins", "strike", "mark", "small", "big", "h1", "h2", "h3", "h4", "h5", "h6"}
"""Elements whose look means something; the text is kept, and a remark says so."""
_BLOCKS = {"p", "div", "section", "article", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "blockquote"}
_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>]+")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_REFUSED = {
    "img": "It has a picture, which this file lacks. Take it out; then give the question a picture in the chapter.",
    "table": "It has a table. Write what is in it as text.",
    "sub": "It has lowered letters (<sub>). Write it with other signs.",
    "sup": "It has raised letters (<sup>). Write it with other signs, such as ².",
}
_DEEPEST = 50
"""The most elements inside each other."""
Sort = Literal["p", "li", "blockquote"]


@dataclass
class Paragraph:
    """A paragraph, an entry of a list, or a paragraph of a quotation."""

    sort: Sort
    runs: list[Run] = field(default_factory=list)


def paragraphs(html: str, remark: Remark) -> list[Paragraph]:
    """The paragraphs of an HTML text, without empty ones. Raises `NotTakenError` for what a guide has no place for."""
    reader = _Reader(remark)
    reader.feed(html)
    reader.close()
    return [each for each in reader.found if words(each.runs).strip()]


class _Reader(HTMLParser):
    """Gathers runs. An end tag closes its element and all that were left open inside it, as in a browser."""

    def __init__(self, remark: Remark) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Paragraph] = [Paragraph("p")]
        self._remark = remark
        self._open: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "br":
            self._add("\n")
            return
        self._check(tag, given)
        if tag in _BLOCKS:
            self._begin(tag)
        if tag != "wbr":
            self._open.append((tag, given))

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag != "br":
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        names = [name for name, _ in self._open]
        if tag not in names:
            return
        del self._open[len(names) - 1 - names[::-1].index(tag) :]
        if tag in _BLOCKS:
            self._begin(self._open[-1][0] if self._open else "p")

    def handle_data(self, data: str) -> None:
        self._add(re.sub(r"[ \t\n]+", " ", data))

    def _begin(self, tag: str) -> None:
        around = {name for name, _ in self._open} | {tag}
        self.found.append(Paragraph(next((sort for sort in ("li", "blockquote") if sort in around), "p")))

    def _add(self, text: str) -> None:
        tags = {name for name, _ in self._open}
        languages = [given["lang"] for _, given in self._open if _TAG.fullmatch(given.get("lang", ""))]
        addresses = [given["href"] for name, given in self._open if name == "a" and "href" in given]
        self.found[-1].runs.append(
            Run(
                text,
                bool(tags & _ITALIC),
                bool(tags & _BOLD),
                bool(tags & _CODE),
                languages[-1] if languages else "",
                addresses[-1] if addresses else "",
            )
        )

    def _check(self, tag: str, given: dict[str, str]) -> None:
        if tag == "a" and "href" in given and not _LINK.fullmatch(given["href"]):
            raise NotTakenError(f"It has a link to '{given['href'][:60]}', which is not a web address. Take it out.")
        if len(self._open) >= _DEEPEST:
            raise NotTakenError(f"It has more than {_DEEPEST} elements inside each other. Write it more simply.")
        known = _ITALIC | _BOLD | _CODE | _UNSEEN | _LOST | _BLOCKS | {"a"}
        if tag not in known:
            raise NotTakenError(_REFUSED.get(tag, f"It has <{tag}>, which a guide has no place for. Take it out."))
        if tag in _LOST or "style" in given or (tag == "font" and given):
            self._remark(f"Its look is left out where it has {f'<{tag}>' if tag in _LOST else 'styles of its own'}.")

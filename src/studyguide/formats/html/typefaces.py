"""Fonts for characters that a screen's typefaces lack, subset to the characters in a publication."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import groupby

from studyguide.support import xhtml
from studyguide.support.xhtml import Element
from studyguide.themes import fonts
from studyguide.themes.fonts import Font
from studyguide.themes.theme import Look

HELD = {"svg", "script", "style", "head"}
"""Elements whose text is not in the typeface of the page, or not shown."""


@dataclass(frozen=True)
class Typeface:
    """A face that is shipped with the built files."""

    font: Font
    content: bytes

    @property
    def file(self) -> str:
        """Its name beside the pages."""
        return f"fonts/{fonts.file_name(self.font)}"


def typefaces(look: Look, text: str, ordinary: frozenset[int]) -> Iterator[Typeface]:
    """The fallbacks that a text needs if other fonts have the characters in `ordinary`."""
    chain = look.chain("text")[1:]
    wanted: dict[str, set[str]] = {}
    for cluster in foreign(text, ordinary):
        if name := fonts.covering(chain, look.signs, cluster):
            wanted.setdefault(name, set()).update(cluster)
    for name in chain:
        if name in wanted:
            font = next(font for font in look.fonts if font.family == name)
            yield Typeface(font, fonts.cut(font, sorted(wanted[name])))


def foreign(text: str, ordinary: frozenset[int]) -> set[str]:
    """The letters of a text, each with its marks, that are not `ordinary`."""
    signs = {sign for sign in {*text} if ord(sign) not in ordinary and not fonts.is_silent(sign)}
    marked = {found[0] for found in fonts.clusters(text)}
    return {cluster for cluster in marked | signs if signs.intersection(cluster) and not fonts.has(ordinary, cluster)}


def mark(element: Element, clusters: Collection[str]) -> None:
    """Put each run of such letters inside an element into a ``span`` of the class ``fallback``."""
    children = [*element]
    _mark(element, None, element.text, clusters)
    for child in children:
        if xhtml.name(child) not in HELD:
            mark(child, clusters)
        _mark(element, child, child.tail, clusters)


def _mark(parent: Element, before: Element | None, text: str | None, clusters: Collection[str]) -> None:
    """Mark a text of an element: the text after one of its children, or the first."""
    runs = [(is_foreign, "".join(run)) for is_foreign, run in groupby(fonts.split(text or ""), clusters.__contains__)]
    if not any(is_foreign for is_foreign, _ in runs):
        return
    _set(parent, before, "")
    for is_foreign, run in runs:
        if is_foreign:
            span = parent.makeelement(parent.tag.removesuffix(xhtml.name(parent)) + "span", {"class": "fallback"})
            span.text = run
            parent.insert(0 if before is None else parent.index(before) + 1, span)
            before = span
        else:
            _set(parent, before, run)


def _set(parent: Element, before: Element | None, text: str) -> None:
    if before is None:
        parent.text = text
    else:
        before.tail = text

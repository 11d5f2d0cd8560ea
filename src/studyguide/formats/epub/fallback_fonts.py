"""Fonts in the book for characters that e-readers' typefaces lack, and only for these.

The reader chooses the typeface; but many have no phonetic symbols, arrows or letters with two marks, and show boxes.
"""

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from studyguide.formats.epub.pages import Page
from studyguide.formats.html.typefaces import Typeface, foreign, mark, typefaces
from studyguide.support import xhtml
from studyguide.support.keep import Keep
from studyguide.themes import fonts
from studyguide.themes.theme import Look, signs_of

MEDIA_TYPE = "font/ttf"
LABEL = "fallback-label"
"""The class of cells whose label (``data-label``), which style sheets write, has such characters."""
MEASURE = "Literata"
"""A typeface made for e-readers: we assume that theirs have the same characters."""


def with_fallbacks(pages: Sequence[Page], look: Look, keep: Keep) -> tuple[list[Page], tuple[Typeface, ...]]:
    """The pages with marks around characters that e-readers lack, and the fonts for them."""
    ordinary = keep("e-readers' characters", (look,), _ordinary)
    found = [keep(("foreign", page.name), (page.content,), partial(_foreign, page, ordinary)) for page in pages]
    clusters = frozenset[str]().union(*found)
    make = partial(typefaces, look, " ".join(sorted(clusters)), ordinary)
    faces = keep("fallback faces", (look, clusters), lambda: tuple(make()))
    if not clusters:
        return [*pages], faces
    made = [keep(("marked", page.name), (page.content, clusters), partial(_marked, page, clusters)) for page in pages]
    return made, faces


def _foreign(page: Page, ordinary: frozenset[int]) -> frozenset[str]:
    return frozenset(foreign(page.content.decode(), ordinary))


def rules(faces: Sequence[Typeface], look: Look) -> str:
    """The style of marked characters, and of words in pictures; empty without fonts."""
    if not faces:
        return ""
    files = {each.font: each.file for each in faces}
    names = ", ".join(f'"{font.family}"' for font in files)
    pictures = f'"{look.family("label")}", {names}, sans-serif'  # browsers draw boxes in a generic family before ours
    return look.font_faces(files.__getitem__, files) + (
        f".fallback {{ font-family: {names}; }}\nsvg text {{ font-family: {pictures}; }}\n"
        f".{LABEL}::before {{ font-family: {names}, sans-serif; }}\n"
    )


def licences(faces: Sequence[Typeface]) -> Mapping[str, bytes]:
    """The licence of each font, by the name of its file in the container."""
    return {f"META-INF/{face.font.family.replace(' ', '-')}-LICENSE.txt": fonts.licence(face.font) for face in faces}


def _ordinary() -> frozenset[int]:
    family = fonts.find(MEASURE)
    return signs_of(fonts.faces(family))[MEASURE] if family else frozenset()


def _marked(page: Page, clusters: Collection[str]) -> Page:
    text = page.content.decode()
    if not any(cluster in text for cluster in clusters):
        return page
    head, start, body = text.partition("<html")
    root = xhtml.parse(start + body)
    for each in root:
        if xhtml.name(each) == "body":
            mark(each, clusters)
            _mark_labels(each, clusters)
    return Page(page.name, (head + xhtml.serialise(root)).encode(), page.svg)


def _mark_labels(body: xhtml.Element, clusters: Collection[str]) -> None:
    for cell in body.iter():
        if any(sign in clusters for sign in fonts.split(cell.get("data-label", ""))):
            cell.set("class", " ".join([*xhtml.classes(cell), LABEL]))

"""Access: barriers for readers who do not see the page, or see it badly."""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from studyguide.guide.model import Place
from studyguide.guide.texts import Findings
from studyguide.lint.rules import Rule
from studyguide.markdown import HIDDEN
from studyguide.support import images
from studyguide.support.paths import style_names
from studyguide.themes import contrast

_EMPTY = re.compile(
    r"(?:click |see |read |go |find out |learn )*(?:here|this|that|link|the link|this link|page|this page|this site|"
    r"website|this website|more|details|source)|(?:https?://|www\.)\S+",
    re.IGNORECASE,
)


def empty_link_texts(findings: Findings) -> Iterator[tuple[Place, str]]:
    """The words of a link say where it leads, even in a list of links; not *here*, *more* or a bare address."""
    for text in findings.passages:
        for words, target in text.passage.links:
            if _EMPTY.fullmatch(words.strip(" .…→»")):
                place = text.place_at(max(0, text.passage.words.find(words)), words)
                yield place, f"The link '{words}' does not say where it leads ({target}). Name the target."


def skipped_headings(findings: Findings) -> Iterator[tuple[Place, str]]:
    """Headings go down one level at a time: ### never follows # directly.

    The first heading of a text may be # or ##.
    """
    headings = (text for text in findings.passages if text.passage.kind == "heading")
    for _, field in groupby(headings, key=lambda text: (text.sheet, text.path)):
        above = 1
        for text in field:
            if text.passage.level > above + 1:
                marks = "#" * text.passage.level, "#" * (above + 1)
                yield text.place_at(), f"This heading skips a level. Write {marks[1]} for {marks[0]}."
            above = text.passage.level


def faint_themes(findings: Findings) -> Iterator[tuple[Place, str]]:
    """In the theme of every edition, letters have a contrast of 4.5:1 and lines of 3:1 (WCAG 2.2, level AA)."""
    for number, edition in enumerate(findings.guide.info.editions):
        if edition.theme not in {None, *style_names("themes")}:  # `references.sound_editions` reports an unknown theme
            continue
        colours = contrast.properties(edition.theme or "quiet")
        place = findings.place("guide.yaml", ("editions", number, "theme"))
        for pairs, least in ((contrast.TEXT, contrast.TEXT_AA), (contrast.LINES, contrast.LINES_AA)):
            for (front, ground), ratio in contrast.faint(colours, pairs, least).items():
                name = edition.theme or "quiet"
                yield place, f"In the theme '{name}', {front} on {ground} has {ratio}:1. It needs {least}:1."


def images_without_captions(findings: Findings) -> Iterator[tuple[Place, str]]:
    """An image has a caption, in its own paragraph, that says what it is.

    The words between its brackets are for readers who cannot see it.
    """
    for text in findings.passages:
        said = text.passage.words.replace(HIDDEN, "").strip(" .,;:()")
        if text.passage.images and not said:
            name = text.passage.images[0]
            yield text.place_at(), f"The image '{name}' has no caption. Write one on the line below it."


def tables_without_captions(findings: Findings) -> Iterator[tuple[Place, str]]:
    """A table has a caption, read out before its cells: a paragraph above or below it, *Table: …*."""
    for place, reference in findings.references:
        if reference.kind == "table without caption":
            yield place, "This table has no caption. Below it, after an empty line, write Table: and what it shows."


def drawings_that_print_lacks(findings: Findings) -> Iterator[tuple[Place, str]]:
    """A drawing (SVG) has nothing that only screens show: filters, blend modes, media queries, animation."""
    for place, reference in findings.images:
        for line, name in images.unprinted(findings.guide.folder, reference.target):
            told = f"'{reference.target}' uses {name} (its line {line}), which is not printed"
            yield place, f"{told}. Draw it without, or export the drawing as PNG."


RULES: Mapping[str, Rule] = {
    "SG201": empty_link_texts,
    "SG202": skipped_headings,
    "SG203": faint_themes,
    "SG204": images_without_captions,
    "SG205": tables_without_captions,
    "SG206": drawings_that_print_lacks,
}

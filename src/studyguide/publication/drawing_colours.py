"""The colours of drawings: those that templates write, and those of a theme in their place."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from studyguide.publication import Publication, Section
from studyguide.support import xhtml
from studyguide.support.keep import Keep

INK, LINE, GROUND = "#1f2a28", "#b9c5bd", "#ffffff"
"""What templates paint with: letters and shapes, fine lines, and what is below and between them. Nothing else."""


def painted(publication: Publication, ink: str, line: str, ground: str, keep: Keep | None = None) -> Publication:
    """The publication with its drawings in other colours. Pictures of authors and QR codes stay as they are."""
    palette = {INK: ink, LINE: line, GROUND: ground}
    if all(before == after for before, after in palette.items()):
        return publication
    keep = keep or Keep()
    sections = (
        keep(("painted", each.id), (each, ink, line, ground), partial(_section, each, palette))
        for each in publication.sections
    )
    return replace(publication, sections=tuple(sections))


def _section(section: Section, palette: Mapping[str, str]) -> Section:
    if "<svg" not in section.body:
        return section
    root = xhtml.parse(section.body)
    drawn = (svg for svg in root.iter(f"{{{xhtml.SVG}}}svg") if svg.get("class", "").startswith("picture-"))
    for element in (each for svg in drawn for each in svg.iter("*")):
        for name in ("fill", "stroke"):
            if (colour := element.get(name)) in palette:
                element.set(name, palette[colour])
    return replace(section, body=xhtml.serialise(root))

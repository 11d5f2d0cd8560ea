"""The colours of diagrams, replaced by those of the theme for print."""

from collections.abc import Mapping
from dataclasses import replace

from studyguide.publication import Publication, Section
from studyguide.support import xhtml
from studyguide.themes import contrast
from studyguide.themes.theme import Look

INKS = {"#1f2a28": "--ink", "#b9c5bd": "--hairline", "#ffffff": "--paper"}
"""What templates of pictures draw with, and what a theme calls it; other colours only tell themes apart."""


def inked(publication: Publication, look: Look) -> Publication:
    """The publication with its pictures in the colours of the look: in black alone where that has no other."""
    theme = contrast.properties(look.theme)
    palette = {colour: theme[name] for colour, name in INKS.items()}
    only = theme["--ink"] if theme["--accent"] == theme["--ink"] else None
    if only is None and all(colour == ink for colour, ink in palette.items()):
        return publication
    return replace(publication, sections=tuple(_section(each, palette, only) for each in publication.sections))


def _section(section: Section, palette: Mapping[str, str], only: str | None) -> Section:
    if "<svg" not in section.body:
        return section
    root = xhtml.parse(section.body)
    drawn = (svg for svg in root.iter(f"{{{xhtml.SVG}}}svg") if svg.get("class", "").startswith("picture-"))
    for element in (each for svg in drawn for each in svg.iter("*")):
        for name in ("fill", "stroke"):
            if (colour := element.get(name, "")).startswith("#"):
                element.set(name, palette.get(colour, only or colour))
    return replace(section, body=xhtml.serialise(root))

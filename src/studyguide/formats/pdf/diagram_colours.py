"""Replaces the colours of diagrams with the theme's colours for print."""

from collections.abc import Mapping
from dataclasses import replace

from studyguide.publication import Publication, Section
from studyguide.support import xhtml
from studyguide.themes import contrast
from studyguide.themes.theme import Look

INKS = {"#1f2a28": "--ink", "#b9c5bd": "--hairline", "#ffffff": "--paper"}
"""The colours that diagram templates use, and the theme's property for each; other colours only distinguish themes."""


def inked(publication: Publication, look: Look) -> Publication:
    """The publication with its diagrams in the colours of the look: only in the ink colour if the accent is the ink."""
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

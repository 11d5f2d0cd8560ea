"""Catalogue: the names of what there is."""

from pathlib import Path

from studyguide import formats, handouts, paths
from studyguide.chapters import KINDS
from studyguide.edition import find
from studyguide.load import load


def rounds(guide: Path) -> tuple[tuple[str, ...], ...]:
    """The editions of a guide, first those that can be built by themselves, then those that print others' pages."""
    editions = load(guide).info.editions
    return tuple(tuple(e.id for e in editions if bool(e.page_maps) == late) for late in (False, True))


def names(what: str, guide: Path) -> tuple[str, ...]:
    """The kinds, formats, themes or papers of the program, or the editions or worksheets of a guide."""
    match what:
        case "kinds":
            return tuple(KINDS)
        case "formats":
            return formats.FORMATS
        case "editions":
            return tuple(edition.id for edition in load(guide).info.editions)
        case "worksheets":
            whole = load(guide)
            return tuple(handouts.names(whole, find(whole, None), "worksheets"))
        case _:
            return paths.style_names(what)

"""Pictures: what is drawn of a guide's data, worked out as places and words; templates of the same names write the SVG.

Every function takes what `edition.select` has left, so that a picture, its description and its counts hold nothing that
an edition hides. Drawings are 320 units wide, as many as a small telephone has pixels, and letters are 12 units high.
"""

from collections.abc import Callable, Mapping
from typing import Any

from studyguide.model import Guide, figure
from studyguide.pictures import letters
from studyguide.pictures.changes import counts
from studyguide.pictures.dots import dots
from studyguide.pictures.lanes import lanes
from studyguide.pictures.people import people_maps
from studyguide.pictures.strip import strips
from studyguide.pictures.tracker import MOST, tracker

__all__ = ["functions"]


def functions(guide: Guide) -> Mapping[str, Callable[..., Any]]:
    """Functions for templates, each from a part of a chapter to its picture or None."""
    plots: list[Any] = [chapter for chapter in guide.chapters if chapter.kind == "plot"]
    return {
        "broken": letters.wrapped,
        "width_of": letters.width,
        "figure": figure,
        "people_maps": people_maps,
        "tracker": lambda chapter: tracker(chapter, plots),
        "crowded": lambda chapter: MOST if plots and len(chapter.themes) > MOST else 0,
        "strips": strips,
        "change_counts": counts,
        "lanes": lambda events: lanes(events, guide.info.works),
        "dots": dots,
    }

"""Pictures: what is drawn of a guide's data, worked out as places and words; templates of the same names write the SVG.

Every function takes what `edition.select` has left, so that a picture, its description and its counts hold nothing that
an edition hides. Letters are 12 units high; a theme says how wide and high drawings may be (`theme.Drawing`).
"""

from collections.abc import Mapping
from typing import Any

from studyguide.markdown import plain
from studyguide.model import Guide, figure
from studyguide.pictures import letters
from studyguide.pictures.changes import counts
from studyguide.pictures.division import divided
from studyguide.pictures.dots import dots
from studyguide.pictures.lanes import lanes
from studyguide.pictures.people import people_maps
from studyguide.pictures.strip import strips
from studyguide.pictures.tracker import MOST, tracker
from studyguide.theme import Drawing

__all__ = ["functions"]


def functions(guide: Guide, drawing: Drawing) -> Mapping[str, Any]:
    """Functions for templates, each from a part of a chapter to its picture or None, and the room for a drawing."""
    plots: list[Any] = [chapter for chapter in guide.chapters if chapter.kind == "plot"]
    return {
        "broken": letters.wrapped,
        "width_of": letters.width,
        "figure": figure,
        "drawing": drawing,
        "divided": lambda rows, height: divided(rows, height, drawing),
        "sum_height": lambda money: 26 + 14.4 * len(letters.wrapped(plain(money.label), drawing.width, 12)),
        "people_maps": lambda cast: people_maps(cast, drawing),
        "tracker": lambda chapter: tracker(chapter, plots, drawing),
        "crowded": lambda chapter: MOST if plots and len(chapter.themes) > MOST else 0,
        "strips": lambda chapter: strips(chapter, drawing),
        "change_counts": lambda chapter: counts(chapter, drawing),
        "lanes": lambda events: lanes(events, guide.info.works, drawing),
        "dots": lambda scores: dots(scores, drawing),
    }

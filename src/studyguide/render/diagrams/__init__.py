"""Diagrams of a guide's data, as positions and words; templates of the same names write the SVG.

Every function takes what `edition.select` has left, so that a picture, its description and its counts hold nothing that
an edition hides. Letters are 12 units high; a theme says how wide and high drawings may be (`theme.Drawing`).
"""

from collections.abc import Mapping
from typing import Any

from studyguide.guide.model import Guide
from studyguide.guide.text_types import figure
from studyguide.markdown import plain
from studyguide.render.diagrams import text_width
from studyguide.render.diagrams.changes import counts
from studyguide.render.diagrams.people_map import people_maps
from studyguide.render.diagrams.plot_strip import strips
from studyguide.render.diagrams.score_chart import dots
from studyguide.render.diagrams.split_rows import divided
from studyguide.render.diagrams.theme_chart import MOST, tracker
from studyguide.render.diagrams.timeline import lanes
from studyguide.themes.theme import Drawing

__all__ = ["functions"]


def functions(guide: Guide, drawing: Drawing) -> Mapping[str, Any]:
    """Functions for templates, each from a part of a chapter to its picture or None, and the room for a drawing."""
    plots: list[Any] = [chapter for chapter in guide.chapters if chapter.kind == "plot"]
    return {
        "broken": text_width.wrapped,
        "width_of": text_width.width,
        "figure": figure,
        "drawing": drawing,
        "divided": lambda rows, height: divided(rows, height, drawing),
        "sum_height": lambda money: 26 + 14.4 * len(text_width.wrapped(plain(money.label), drawing.width, 12)),
        "people_maps": lambda cast: people_maps(cast, drawing),
        "tracker": lambda chapter: tracker(chapter, plots, drawing),
        "crowded": lambda chapter: MOST if plots and len(chapter.themes) > MOST else 0,
        "strips": lambda chapter: strips(chapter, drawing),
        "change_counts": lambda chapter: counts(chapter, drawing),
        "lanes": lambda events: lanes(events, guide.info.works, drawing),
        "dots": lambda scores: dots(scores, drawing),
    }

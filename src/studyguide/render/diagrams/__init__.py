"""Diagrams of a guide's data, as positions and words; templates of the same names write the SVG.

Every function takes the guide that `editions.select` returns, so a picture, its description and its counts contain
nothing that an edition hides. Letters are 12 units high; a theme limits width and height (`theme.Drawing`).
"""

from collections.abc import Mapping
from typing import Any

from studyguide.guide.chapters.themes import Themes
from studyguide.guide.model import Guide
from studyguide.guide.text_types import figure
from studyguide.markdown import plain
from studyguide.render.diagrams import text_width
from studyguide.render.diagrams.changes import counts
from studyguide.render.diagrams.people_map import people_maps
from studyguide.render.diagrams.plot_strip import strips
from studyguide.render.diagrams.score_chart import dots
from studyguide.render.diagrams.split_rows import divided
from studyguide.render.diagrams.theme_chart import MOST, Tracker, tracker
from studyguide.render.diagrams.timeline import lanes
from studyguide.render.whole_guide import Asked, WholeGuide
from studyguide.themes.theme import Drawing

__all__ = ["functions"]


def functions(asked: Asked, guide: Guide, drawing: Drawing) -> Mapping[str, Any]:
    """Functions for templates, each from a part of a chapter to its picture or None, and the size of drawings."""
    return {
        "broken": text_width.wrapped,
        "width_of": text_width.width,
        "figure": figure,
        "drawing": drawing,
        "divided": lambda rows, height: divided(rows, height, drawing),
        "sum_height": lambda money: 26 + 14.4 * len(text_width.wrapped(plain(money.label), drawing.width, 12)),
        "people_maps": lambda cast: people_maps(cast, drawing, guide.info.labels, guide.keep),
        "tracker": lambda chapter: asked(_tracker, chapter.id, drawing),
        "crowded": lambda chapter: MOST if len(chapter.themes) > MOST and asked(_has_plots) else 0,
        "strips": lambda chapter: strips(chapter, guide.info, drawing),
        "change_counts": lambda chapter: counts(chapter, guide.info.labels, drawing),
        "lanes": lambda events: lanes(events, guide.info.works, guide.info.labels, drawing),
        "dots": lambda scores: dots(scores, drawing, guide.info.labels),
    }


def _tracker(whole: WholeGuide, chapter: str, drawing: Drawing) -> Tracker | None:
    """The chart of themes. It depends on the plots too, so a section asks for it through `Asked`."""
    themes = next(each for each in whole.guide.chapters if each.id == chapter and isinstance(each, Themes))
    return tracker(themes, whole.plots(), whole.guide.info, drawing)


def _has_plots(whole: WholeGuide) -> bool:
    return bool(whole.plots())

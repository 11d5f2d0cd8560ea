"""Diagrams of a guide's data, as positions and words; templates of the same names write the SVG.

Every function takes the guide that `editions.select` returns, so a picture, its description and its counts contain
nothing that an edition hides. Letters are 12 units high; a theme limits width and height (`theme.Drawing`).
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from studyguide.guide.chapters.cast import Cast
from studyguide.guide.chapters.themes import Themes
from studyguide.guide.model import Guide
from studyguide.render.diagrams import text_width
from studyguide.render.diagrams.bars import money_bars, score_bar
from studyguide.render.diagrams.theme_chart import MOST, ThemeChart, sizes, theme_chart
from studyguide.render.whole_guide import Asked, WholeGuide
from studyguide.themes.theme import Drawing

if TYPE_CHECKING:
    from studyguide.render.diagrams.map_beside import MappedTies
    from studyguide.render.diagrams.people_map import PeopleMaps

__all__ = ["functions"]


def functions(asked: Asked, guide: Guide, drawing: Drawing) -> Mapping[str, Any]:
    """Functions for templates, each from a part of a chapter to its picture or None, and the size of drawings."""
    return {
        "broken": text_width.wrapped,
        "figure": guide.info.labels.number,
        "drawing": drawing,
        "score_bar": score_bar,
        "money_bars": money_bars,
        "people_maps": lambda cast: _people_maps(cast, drawing, guide),
        "mapped_ties": _mapped_ties,
        "theme_charts": lambda chapter: asked(_theme_charts, chapter.id, drawing),
        "crowded": lambda chapter: MOST if len(chapter.themes) > MOST and asked(_has_plots) else 0,
    }


def _people_maps(cast: Cast, drawing: Drawing, guide: Guide) -> "PeopleMaps | None":
    from studyguide.render.diagrams.people_map import people_maps  # only a guide with people needs it

    return people_maps(cast, drawing, guide.info.marked(is_marked=False).labels, guide.keep)


def _mapped_ties(cast: Cast, drawn: "PeopleMaps | None") -> "tuple[MappedTies, ...]":
    from studyguide.render.diagrams.map_beside import mapped_ties

    return mapped_ties(cast, drawn)


def _theme_charts(whole: WholeGuide, chapter: str, drawing: Drawing) -> tuple[ThemeChart, ...]:
    """The charts of themes, for print and for screens, or one for both if print has no room for a wider one.

    They depend on the plots too, so a section asks for them through `Asked`.
    """
    themes = next(each for each in whole.guide.chapters if each.id == chapter and isinstance(each, Themes))
    wide, narrow = sizes(drawing)
    info = whole.guide.info.marked(is_marked=False)  # words are measured
    made = (
        theme_chart(themes, whole.plots(), info, whole.guide.letters, size)
        for size in ([wide, narrow] if wide[0] > narrow[0] else [narrow])
    )
    return tuple(chart for chart in made if chart)


def _has_plots(whole: WholeGuide) -> bool:
    return bool(whole.plots())

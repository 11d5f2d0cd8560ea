"""Knowledge organiser: the whole guide on one page, with its chart of themes, its map of people and its time line.

Where not all fits, the template says which blocks may be cut first; the format cuts them, and prints what was cut.
"""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from studyguide.guide.chapters.adaptation import Adaptation
from studyguide.guide.chapters.cast import Cast
from studyguide.guide.chapters.glossary import Glossary, Term
from studyguide.guide.chapters.plot import Plot
from studyguide.guide.chapters.themes import Themes
from studyguide.guide.divisions import divisions, plot_names
from studyguide.guide.model import Guide
from studyguide.handouts.sheet import Sheet, Tier, of_kind, questions
from studyguide.languages.sentences import split
from studyguide.render.diagrams.theme_chart import ThemeChart, theme_chart
from studyguide.render.timeline_table import timeline_table
from studyguide.themes.theme import Drawing

if TYPE_CHECKING:
    from studyguide.render.diagrams.people_map import PeopleMap

GROUP = "organiser"
TIERS = (Tier.CORE,)
MADE_OF = ("plot", "cast", "themes", "adaptation", "glossary", "questions")

DRAWING = Drawing(width=320, height=430, wide=690)
"""The size of its map, and of its chart beside it, which have letters of 9 points on A4."""


def subjects(guide: Guide) -> Iterator[tuple[str, Guide]]:
    """The whole guide."""
    yield "organiser", guide


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:  # noqa: ARG001 (it has one tier)
    """One page with the facts, stories, people, themes, motifs, changes, words and questions of a guide."""
    info, plots = guide.info, list(of_kind(guide, Plot))
    timelines = {plot.id: timeline_table(plot.timeline, info.works, info.labels) for plot in plots}
    parts = {
        "drawing": DRAWING,
        "charts": partial(_charts, guide, plots),  # functions: sheets are also made only to be counted
        "maps": partial(_maps, guide),
        "side_by_side": [found for found in timelines.values() if found],
        "events": tuple(event for plot in plots if not timelines[plot.id] for event in plot.timeline),
        "works": info.works,
        "plots": tuple(plots),
        "plot_names": plot_names(plots, info),
        "numbered": {each.scene.id: each for plot in plots for each in divisions(plot, info)},
        "parts": tuple(part for plot in plots for part in plot.parts),
        "scenes": tuple(scene for plot in plots for part in plot.parts for scene in part.scenes),
        "people": tuple(
            person for chapter in of_kind(guide, Cast) for group in chapter.groups for person in group.people
        ),
        "themes": tuple(theme for chapter in of_kind(guide, Themes) for theme in chapter.themes),
        "motifs": tuple(motif for chapter in of_kind(guide, Themes) for motif in chapter.motifs),
        "changes": tuple(row for chapter in of_kind(guide, Adaptation) for row in chapter.rows),
        "terms": tuple(_brief(term, info.language) for chapter in of_kind(guide, Glossary) for term in chapter.terms),
        "essays": tuple(q for q in questions(guide) if q.type == "essay" and not q.picture),  # it has no room for one
    }
    ((name, _),) = subjects(guide)
    yield Sheet(name, info.labels.say("organiser.title"), info.labels.say("organiser.target"), parts)


def _charts(guide: Guide, plots: list[Plot]) -> list[ThemeChart]:
    """The charts of themes."""
    size = DRAWING.wide, DRAWING.wide
    made = (theme_chart(each, plots, guide.info, guide.letters, size) for each in of_kind(guide, Themes))
    return [chart for chart in made if chart]


def _maps(guide: Guide) -> "list[PeopleMap]":
    """The map of people of each cast, if one map has room for all."""
    from studyguide.render.diagrams.people_map import people_maps  # only an organiser that is made needs it

    labels, keep = guide.info.labels, guide.keep
    made = (people_maps(each, DRAWING, labels, keep) for each in of_kind(guide, Cast))
    return [found.maps[0] for found in made if found and len(found.maps) == 1 and not found.missing]


def _brief(term: Term, language: str) -> Term:
    """A word with the first sentence of its meaning; further explanations are only in the guide."""
    return term.model_copy(update={"definition": "".join(split(term.definition, language)[:1])})

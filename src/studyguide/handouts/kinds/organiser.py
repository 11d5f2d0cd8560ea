"""Knowledge organiser: the whole guide on one page."""

from collections.abc import Iterator

from studyguide.guide.chapters.adaptation import Adaptation
from studyguide.guide.chapters.cast import Cast
from studyguide.guide.chapters.glossary import Glossary, Term
from studyguide.guide.chapters.plot import Plot
from studyguide.guide.chapters.themes import Themes
from studyguide.guide.divisions import divisions, plot_names
from studyguide.guide.model import Guide
from studyguide.handouts.sheet import Sheet, Tier, of_kind, questions
from studyguide.languages.sentences import split

GROUP = "organiser"
TIERS = (Tier.CORE,)
MADE_OF = ("plot", "cast", "themes", "adaptation", "glossary", "questions")


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:  # noqa: ARG001 (it has one tier)
    """One page with the facts, stories, people, themes, motifs, changes, words and questions of a guide."""
    info, plots = guide.info, list(of_kind(guide, Plot))
    parts = {
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
        "essays": tuple(question for question in questions(guide) if question.type == "essay"),
    }
    yield Sheet("organiser", info.labels.say("organiser.title"), info.labels.say("organiser.target"), parts)


def _brief(term: Term, language: str) -> Term:
    """A word with the first sentence of its meaning; further explanations are only in the guide."""
    return term.model_copy(update={"definition": "".join(split(term.definition, language)[:1])})

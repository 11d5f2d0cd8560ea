"""Film terms: drawings of shots and angles, to be named."""

from collections.abc import Iterator

from studyguide import markdown
from studyguide.guide.chapters.film_terms import FilmTerms
from studyguide.guide.model import Guide
from studyguide.handouts.sheet import Sheet, Tier, of_kind
from studyguide.render.diagrams.film_frames import TERMS, film_frame

GROUP = "worksheets"
TIERS = tuple(Tier)
MADE_OF = ("film-terms",)


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:
    """A sheet for each chapter with drawings. Support has a word bank, extension asks for the effect."""
    target = markdown.escaped(guide.info.labels.say("film-terms-sheet.target"))
    for chapter in of_kind(guide, FilmTerms):
        drawn = [(group, name) for group in chapter.groups for name in TERMS.get(group, ()) if film_frame(group, name)]
        mixed = drawn[::2] + drawn[1::2][::-1]
        parts = {
            "chapter": chapter,
            "drawn": mixed,
            "bank": sorted(drawn) if tier == Tier.SUPPORT else (),
            "asks_effect": tier == Tier.EXTENSION,
        }
        if drawn:
            yield Sheet(chapter.id, markdown.escaped(chapter.title), target, parts)

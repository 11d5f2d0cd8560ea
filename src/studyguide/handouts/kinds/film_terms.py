"""Film terms: drawings of shots and angles, to be named."""

from collections.abc import Iterator, Sequence

from studyguide import markdown
from studyguide.guide.chapters.film_terms import FilmTerms
from studyguide.guide.model import Guide
from studyguide.handouts.sheet import Sheet, Tier, of_kind
from studyguide.render.diagrams.film_frames import TERMS, film_frame

GROUP = "worksheets"
TIERS = tuple(Tier)
MADE_OF = ("film-terms",)


def subjects(guide: Guide) -> Iterator[tuple[str, FilmTerms]]:
    """Each chapter with drawings."""
    return ((chapter.id, chapter) for chapter in of_kind(guide, FilmTerms) if drawn(chapter))


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:
    """A sheet for each chapter with drawings. Support has a word bank, extension asks for the effect."""
    target = markdown.escaped(guide.info.labels.say("film-terms-sheet.target"))
    for name, chapter in subjects(guide):
        terms = drawn(chapter)
        parts = {
            "chapter": chapter,
            "drawn": terms,
            "bank": sorted(terms) if tier == Tier.SUPPORT else (),
            "asks_effect": tier == Tier.EXTENSION,
        }
        yield Sheet(name, markdown.escaped(chapter.title), target, parts)


def drawn(chapter: FilmTerms) -> Sequence[tuple[str, str]]:
    """The group and name of each term with a drawing, mixed: a sheet and slides have them in one order."""
    found = [(group, name) for group in chapter.groups for name in TERMS.get(group, ()) if film_frame(group, name)]
    return found[::2] + found[1::2][::-1]

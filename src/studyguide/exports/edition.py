"""The material of an edition: what its readers may see, and nothing that gives more away."""

from studyguide.editions import spoiler_words
from studyguide.editions.select import select
from studyguide.exports import items as items_
from studyguide.exports.material import Material
from studyguide.exports.question_list import selected
from studyguide.exports.rich_text import RichText
from studyguide.exports.study_cards import cards
from studyguide.guide.info import Edition
from studyguide.guide.model import Guide
from studyguide.render.picture_files import assets
from studyguide.support.errors import GuideError


def material(guide: Guide, edition: Edition) -> Material:
    """The items and cards of an edition of a sound guide, with the answers that it prints.

    Raises `GuideError` if they have words that give away more than the edition reveals.
    """
    chosen = selected(guide, edition)
    if problems := spoiler_words.slips(guide, edition, chosen):
        raise GuideError(problems)
    return of(chosen, edition.title)


def of(guide: Guide, edition: str) -> Material:
    """The material of a guide that is already that of an edition, whose title is `edition`."""
    texts, info = RichText(guide), guide.info
    items = tuple(items_.items(guide, texts))
    return Material(
        name=info.name,
        title=info.title,
        edition=edition,
        identifier=info.identifier,
        language=info.language,
        date=info.date,
        rights=info.rights,
        labels=info.labels,
        items=items,
        cards=tuple(cards(guide, items, texts)),
        assets={asset.name: asset for asset in assets(guide)},
    )


def prints_answers(guide: Guide, edition: Edition) -> bool:
    """Whether an edition prints any answer to a question, so that a quiz of it can be marked."""
    return any(
        chapter.kind == "questions" and chapter.answered != "none" for chapter in select(guide, edition).chapters
    )

"""Bilingual: a sheet for each language that words of the glossary are translated into."""

from collections.abc import Iterator

from studyguide.guide.chapters.glossary import Glossary, Term
from studyguide.guide.model import Guide
from studyguide.handouts.sheet import Sheet, Tier, of_kind

GROUP = "worksheets"
TIERS = tuple(Tier)
MADE_OF = ("glossary",)


def subjects(guide: Guide) -> Iterator[tuple[str, str]]:
    """Each language that a word is translated into."""
    languages = dict.fromkeys(each.lang for term in _terms(guide) for each in term.translations)
    return ((f"words-{lang.lower()}", lang) for lang in languages)


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:
    """Words to write beside their translations. Support has first letters; extension also asks what they mean."""
    terms, labels = _terms(guide), guide.info.labels
    for name, lang in subjects(guide):
        found = _translated(terms, lang)
        parts = {"terms": found, "lang": lang, "letters": tier == Tier.SUPPORT, "asks_meaning": tier == Tier.EXTENSION}
        title = labels.inline("bilingual.title", language=labels.language_name(lang))
        yield Sheet(name, title, labels.inline("bilingual.target", n=len(found)), parts)


def _terms(guide: Guide) -> list[Term]:
    return [term for chapter in of_kind(guide, Glossary) for term in chapter.terms]


def _translated(terms: list[Term], lang: str) -> tuple[Term, ...]:
    """The terms with a translation into a language."""
    return tuple(term for term in terms if term.translated(lang))

"""Vocabulary: the words of the glossary, to match with their meanings."""

from collections.abc import Iterator
from hashlib import sha256

from studyguide import markdown
from studyguide.guide.chapters.glossary import Glossary, Term
from studyguide.guide.model import Guide
from studyguide.handouts.sheet import Sheet, Tier, of_kind
from studyguide.languages import conventions
from studyguide.languages.labels import Labels

GROUP = "worksheets"
TIERS = tuple(Tier)
MADE_OF = ("glossary",)


def subjects(guide: Guide) -> Iterator[tuple[str, list[Term]]]:
    """All words, if there are any."""
    if terms := [term for chapter in of_kind(guide, Glossary) for term in chapter.terms]:
        yield "vocabulary", terms


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:
    """One sheet. Support has first letters, extension no list of words."""
    labels = guide.info.labels
    for name, terms in subjects(guide):
        words = _sorted(terms, labels)
        parts = {
            "terms": _mixed(terms, words),
            "bank": [] if tier == Tier.EXTENSION else words,
            "letters": tier == Tier.SUPPORT,
            "own": min(len(terms), 5 if tier == Tier.EXTENSION else 3),
        }
        title, target = labels.inline("vocabulary.title"), labels.inline("vocabulary.target", n=len(terms))
        yield Sheet(name, title, target, parts)


def _mixed(terms: list[Term], words: list[str]) -> tuple[Term, ...]:
    """The terms in another order than the list of words, so that their order does not give the answers away."""
    mixed = sorted(terms, key=_shuffled)
    told = [term.term for term in mixed] == words
    return (*mixed[1:], mixed[0]) if told else tuple(mixed)


def _shuffled(term: Term) -> str:
    """A sort key for an order that gives nothing away and is the same in every build."""
    return sha256(term.id.encode()).hexdigest()


def _sorted(terms: list[Term], labels: Labels) -> list[str]:
    """The words in the order of the glossary."""
    place = conventions.sort_key(labels)
    return sorted((term.term for term in terms), key=lambda word: place(markdown.plain(word)))

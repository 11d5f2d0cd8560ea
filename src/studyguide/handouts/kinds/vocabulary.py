"""Vocabulary: the words of the glossary, to match with their meanings."""

from collections.abc import Iterator
from hashlib import sha256

from studyguide import markdown
from studyguide.guide.chapters.glossary import Glossary, Term
from studyguide.guide.model import Guide
from studyguide.handouts.sheet import Sheet, Tier, of_kind
from studyguide.support.sorting import sort_key

GROUP = "worksheets"
TIERS = tuple(Tier)
MADE_OF = ("glossary",)


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:
    """One sheet. Support has first letters, extension no list of words."""
    terms = [term for chapter in of_kind(guide, Glossary) for term in chapter.terms]
    if terms:
        parts = {
            "terms": _mixed(terms),
            "bank": sorted((term.term for term in terms if tier != Tier.EXTENSION), key=_alphabetical),
            "letters": tier == Tier.SUPPORT,
            "own": min(len(terms), 5 if tier == Tier.EXTENSION else 3),
        }
        labels = guide.info.labels
        title, target = labels.inline("vocabulary.title"), labels.inline("vocabulary.target", n=len(terms))
        yield Sheet("vocabulary", title, target, parts)


def _mixed(terms: list[Term]) -> tuple[Term, ...]:
    """The terms in another order than the list of words, so that their order does not give the answers away."""
    mixed = sorted(terms, key=_shuffled)
    told = [term.term for term in mixed] == sorted((term.term for term in terms), key=_alphabetical)
    return (*mixed[1:], mixed[0]) if told else tuple(mixed)


def _shuffled(term: Term) -> str:
    """A sort key for an order that gives nothing away and is the same in every build."""
    return sha256(term.id.encode()).hexdigest()


def _alphabetical(word: str) -> str:
    return sort_key(markdown.plain(word))

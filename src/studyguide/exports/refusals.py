"""Refusals: why a format cannot take an item, in the words that `check` and the command print."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from studyguide.exports.material import QuizItem
from studyguide.exports.pictures import shows
from studyguide.exports.rich_text import Text


@dataclass(frozen=True)
class Refusal:
    """Why a format cannot take an item, and what an author can do about it."""

    why: str
    """The end of a sentence that begins with *it*: ``has 121 letters, and 120 are allowed``."""
    remedy: str = ""
    """A sentence; empty if the format cannot take items of this kind at all."""
    because: Literal["type", "picture"] = "type"
    """What of an item without a remedy is the reason."""


def length(text: str) -> int:
    """The letters of a text as programs in a browser count them: in units of UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def not_this_kind(item: QuizItem, kinds: frozenset[str]) -> Refusal | None:
    """Refuse an item that is answered in another way than the format's."""
    if item.kind in kinds:
        return None
    written = item.kind in {"text", "short"}
    return Refusal("has no options to choose from" if written else f"is of the type {item.kind}")


def too_long(item: QuizItem, question: int, option: int) -> Refusal | None:
    """Refuse an item whose wording or an option of it has too many letters."""
    if (letters := length(item.brief)) > question:
        return Refusal(
            f"has {letters} letters, and {question} are allowed", "Shorten it, or give it a shorter wording in 'short'."
        )
    longest = max((length(each.text.plain) for each in item.options), default=0)
    if longest > option:
        return Refusal(f"has an option of {longest} letters, and {option} are allowed", "Shorten the option.")
    return None


def too_many_options(item: QuizItem, most: int) -> Refusal | None:
    """Refuse an item with too many options."""
    if len(item.options) > most:
        return Refusal(f"has {len(item.options)} options, and {most} are allowed", "Take some out.")
    return None


def pictured(texts: Iterable[Text | None]) -> Refusal | None:
    """Refuse a picture among texts, for a format that has no place for one there: nothing is shown without it."""
    return Refusal("shows a picture", because="picture") if shows(texts) else None


def too_many_gaps(item: QuizItem) -> Refusal | None:
    """Refuse an item with several gaps."""
    return Refusal(f"has {len(item.gaps)} gaps, and one is allowed") if len(item.gaps) > 1 else None

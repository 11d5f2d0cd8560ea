"""Values: what the words in a cell mean as a type of question, a phase, a truth value or a right option."""

import re
from collections.abc import Mapping

from studyguide.imports.found import NotTakenError

TYPES: Mapping[str, tuple[str, ...]] = {
    "discussion": ("discussion", "discuss", "open", "open question"),
    "choice": ("choice", "multiple choice", "multiple response", "multiple answer", "mc", "mcq", "checkbox"),
    "short": ("short", "short answer", "sa"),
    "true-false": ("true false", "true or false", "t f", "tf"),
    "matching": ("matching", "match"),
    "ordering": ("ordering", "order", "sequence", "sequencing"),
    "gap": ("gap", "gaps", "gap fill", "fill in the gap", "fill in the gaps", "fill in the blank", "cloze"),
    "essay": ("essay", "long answer"),
    "comparison": ("comparison", "compare"),
    "extract": ("extract", "passage"),
}
PHASES: Mapping[str, tuple[str, ...]] = {
    phase: tuple(name + what for name in names for what in ("", " viewing", " reading", " watching"))
    for phase, names in {"before": ("before", "pre"), "while": ("while", "during"), "after": ("after", "post")}.items()
}
BLOOM: Mapping[str, tuple[str, ...]] = {
    "remember": ("remember", "remembering"),
    "understand": ("understand", "understanding"),
    "apply": ("apply", "applying"),
    "analyse": ("analyse", "analyze", "analysing", "analyzing"),
    "evaluate": ("evaluate", "evaluating"),
    "create": ("create", "creating"),
}
_TRUE, _FALSE = ("true", "t", "yes", "y", "right", "correct"), ("false", "f", "no", "n", "wrong", "incorrect")
_LABEL = re.compile(r"(?:option )?([a-z]|\d{1,2})[.)]?", re.IGNORECASE)
_LABELS = re.compile(r"\s*(?:[,;/&+]|\band\b)\s*|\s+", re.IGNORECASE)


def meant(text: str, names: Mapping[str, tuple[str, ...]]) -> str:
    """The value that a text means; the text itself if it means none, which the checks of the guide then refuse."""
    words = _joined(re.sub(r"[\W_]+", " ", text))
    return next((value for value, alike in names.items() if words in alike), text)


def truth(text: str) -> bool | str:
    """The truth value of a text; the text itself if it has none."""
    words = _joined(text)
    return True if words in _TRUE else False if words in _FALSE else text


def number(text: str) -> int | str:
    """The whole number of a text; the text itself if it is none."""
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else text


def right_options(text: str, options: Mapping[int, str]) -> tuple[int, ...]:
    """The numbers of the options that a text names as right: by their words, letters or numbers (A and 1 for 1).

    Raises `NotTakenError` if it names none, or if it is not certain which.
    """
    for separator in (None, r"\n", r"[;|]", r","):
        parts = [text] if separator is None else re.split(separator, text)
        found = [_place(part, options) for part in parts if part.strip()]
        if found and all(place is not None for place in found):
            return tuple(sorted({place for place in found if place is not None}))
    labels = [_label(part, options) for part in _LABELS.split(text.strip())]
    if labels and all(place is not None for place in labels):
        return tuple(sorted({place for place in labels if place is not None}))
    raise NotTakenError(
        f"The right answer '{text}' is not one of the options, and not the letter or the number of one. Write it "
        "word for word."
    )


def _place(text: str, options: Mapping[int, str]) -> int | None:
    """The number of the one option with these words, or with this letter or number."""
    by_words = [place for place, option in options.items() if _joined(option) == _joined(text)]
    by_label = _label(text, options)
    if by_words and by_label is not None and by_label not in by_words:
        raise NotTakenError(
            f"'{text.strip()}' is an option, and also the letter or the number of another one. Write what you mean "
            "in words, or in another order."
        )
    return by_words[0] if by_words else by_label


def _label(text: str, options: Mapping[int, str]) -> int | None:
    found = _LABEL.fullmatch(text.strip())
    if not found:
        return None
    place = int(found[1]) if found[1].isdecimal() else ord(found[1].lower()) - ord("a") + 1
    return place if place in options else None


def _joined(text: str) -> str:
    return " ".join(text.casefold().split())

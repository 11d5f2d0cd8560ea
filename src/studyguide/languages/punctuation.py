"""Punctuation: the signs that the program writes between texts, as the language of a guide has them.

A sign has the space that follows it in a line. Signs of Chinese and Japanese are as wide as their characters and have
their own space inside, so none follows them.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from studyguide.support import arabic_script
from studyguide.support.line_ends import WIDE
from studyguide.support.templates import Markup


class Signs(NamedTuple):
    """The signs of a language."""

    comma: str = ", "
    """Between the items of a list without a conjunction."""
    pause: str = ", "
    """Between parts of a sentence, which have another comma than a list in Chinese."""
    semicolon: str = "; "
    """Between the parts of a list that have commas inside."""
    stop: str = "."
    """At the end of a sentence, without the space before the next one, which is `gap`."""
    gap: str = " "
    opening: str = "("
    closing: str = ")"
    dash: str = "\N{EN DASH}"
    """Between the first and the last of a range of numbers."""

    def bracketed(self, text: str) -> Markup:
        """XHTML in brackets."""
        return Markup(f"{self.opening}{text}{self.closing}")

    def sentences(self, texts: Iterable[str]) -> str:
        """Texts as sentences; the last has no stop of ours."""
        kept = [text.strip().removesuffix(self.stop) for text in texts if text.strip()]
        return f"{self.stop}{self.gap}".join(kept)


_CHINESE = Signs("、", "，", "；", "。", "", "（", "）", "\N{FULLWIDTH TILDE}")
_ARABIC = Signs(f"{arabic_script.COMMA} ", f"{arabic_script.COMMA} ", f"{arabic_script.SEMICOLON} ")
_SIGNS: Mapping[str, Signs] = {
    **dict.fromkeys(("yue", "zh"), _CHINESE),
    "ja": _CHINESE._replace(pause="、"),
    **dict.fromkeys(("as", "bho", "bn", "hi", "mai", "ne", "or", "pa", "sa"), Signs(stop="\N{DEVANAGARI DANDA}")),
    "ur": _ARABIC._replace(stop="\N{ARABIC FULL STOP}"),
    "fr": Signs(semicolon="\N{NARROW NO-BREAK SPACE}; "),
    "el": Signs(semicolon="\N{MIDDLE DOT} "),
}
"""Greek has a raised point for a semicolon, because ``;`` ends questions."""
_USUAL = Signs()
_SCRIPTS = {re.compile(f"[{WIDE}]"): "zh", re.compile(r"[\u0900-\u097f]"): "hi"}


def of(language: str) -> Signs:
    """The signs of the language of a tag."""
    found = _SIGNS.get(language.partition("-")[0])
    return found or (_ARABIC if arabic_script.is_script_of(language) else _USUAL)


def by_script(text: str) -> Signs:
    """The signs of a text whose language is not known, by its letters."""
    found = next((language for sign, language in _SCRIPTS.items() if sign.search(text)), "")
    return of(found)


def named(language: str) -> Mapping[str, Any]:
    """The same for templates, which write each by its name; ``bracketed`` is a function."""
    found = of(language)
    return {**found._asdict(), "bracketed": found.bracketed}


def among_figures(language: str) -> tuple[str, str]:
    """The comma and the semicolon between figures in square brackets, which are narrow in Chinese and Japanese too."""
    found = of(language) if of(language).gap else _USUAL
    return found.comma, found.semicolon

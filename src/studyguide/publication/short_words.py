"""Short words, such as *w* and *i* in Polish: in many languages they may not be the last on a line.

The space behind them becomes one that does not break lines. The label ``language.short-words`` has the words.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from studyguide.languages import conventions
from studyguide.languages.labels import Labels
from studyguide.publication.text_positions import INLINE

if TYPE_CHECKING:
    from studyguide.support.xhtml import Element

NO_BREAK = "\N{NO-BREAK SPACE}"
_APART = frozenset({"code", "kbd", "pre", "samp", "script", "style", "textarea"})
"""Elements whose spaces stay as they are."""


def kept(text: str, labels: Labels, *, goes_on: bool = False) -> str:
    """A text whose short words stay with the next word; with `goes_on`, the next word may be beyond its end."""
    words = conventions.short_words(labels)
    return _pattern(words, goes_on=goes_on).sub(rf"\1{NO_BREAK}", text) if words else text


def keep(root: "Element", labels: Labels) -> None:
    """Change the texts below an element, apart from those in other languages, drawings and code."""
    if conventions.short_words(labels):
        _keep(root, labels)


def _keep(element: "Element", labels: Labels) -> None:
    children = list(element)
    if element.text:
        element.text = kept(element.text, labels, goes_on=_goes_on(children[:1]))
    for place, child in enumerate(children):
        if not _is_apart(child, labels):
            _keep(child, labels)
        if child.tail:
            child.tail = kept(child.tail, labels, goes_on=_goes_on(children[place + 1 : place + 2]))


def _is_apart(element: "Element", labels: Labels) -> bool:
    tag, language = element.tag, element.get("lang") or labels.language
    is_text = isinstance(tag, str) and not tag.startswith("{") and tag not in _APART
    return not is_text or language.partition("-")[0] != labels.language.partition("-")[0]


def _goes_on(following: "list[Element]") -> bool:
    """Whether a line goes on with the element that follows a text."""
    return any(each.tag in INLINE for each in following)


@cache
def _pattern(words: tuple[str, ...], *, goes_on: bool) -> re.Pattern[str]:
    found = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"(?<![\w’'.-])({found})[ \t\r\n]+(?={'$|' if goes_on else ''}\S)", re.IGNORECASE)

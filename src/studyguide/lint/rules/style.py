"""Style: sentences that are hard to follow, and slips that authors overlook in their own text."""

import re
from collections.abc import Iterator, Mapping

from studyguide.guide.model import Place
from studyguide.guide.texts import Findings
from studyguide.languages import conventions
from studyguide.languages.sentences import spans, words
from studyguide.lint.rules import Rule
from studyguide.support.han_order import HAN

LONGEST = 45
"""Words in a sentence. Most of our sentences have 10 to 25; somebody who reads aloud is out of breath before this."""
MOST_SIGNS = 120
"""Characters in a sentence of Chinese or Japanese, which have no spaces between words."""
_WITHOUT_SPACES = re.compile(f"{HAN.pattern}|[\u3041-\u30ff]")
_TWICE = re.compile(r"(?<![\w'’-])([^\W\d_]+) \1(?![\w'’-])")
_OFTEN_TWICE = re.compile("az|bn|fa|fil|gu|hi|id|ja|km|kn|ko|lo|ml|mr|ms|my|ne|pa|si|sw|ta|te|th|tl|tr|ur|vi|zh")
"""Languages that repeat words as a part of their grammar: *yavaş yavaş*."""


def long_sentences(findings: Findings) -> Iterator[tuple[Place, str]]:
    """No sentence has more than 45 words; in Chinese and Japanese, more than 120 characters.

    A series divided by semicolons counts as one sentence; make it a real list.
    """
    for text in findings.own_passages:
        said = text.passage.words
        for start, end in spans(said, findings.guide.info.language):
            sentence = said[start:end]
            if told := _length(sentence):
                yield text.place_at(start, sentence[:30]), f"This sentence has {told}. Make two or three of it."


def _length(sentence: str) -> str:
    """The length of a sentence that is too long; empty for others."""
    if (signs := len(_WITHOUT_SPACES.findall(sentence))) > MOST_SIGNS:
        return f"{signs} characters"
    return f"{number} words" if (number := len(words(sentence))) > LONGEST else ""


def repeated_words(findings: Findings) -> Iterator[tuple[Place, str]]:
    """No word is written twice in a row by mistake.

    It ignores those of the label `language.repeated-words`, such as *had had* and *that that*, and names (*Duran
    Duran*). Languages that repeat words as a part of their grammar, such as Turkish and Hindi, are not judged.
    """
    language = findings.guide.info.language.partition("-")[0]
    right = conventions.repeated_words(findings.guide.info.labels)
    for text in () if _OFTEN_TWICE.fullmatch(language) else findings.own_passages:
        for place, match in text.find(_TWICE):
            if match[1].islower() and match[1] not in right:
                yield place, f"'{match[0]}' says a word twice. Take one out."


RULES: Mapping[str, Rule] = {"SG102": long_sentences, "SG104": repeated_words}

"""Prose: what makes a text hard for young readers although its words and sentences are short."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from studyguide.guide.model import Place
from studyguide.guide.texts import Findings, Text
from studyguide.languages.plain import plain
from studyguide.languages.sentences import words
from studyguide.lint.rules import Rule
from studyguide.markdown import HIDDEN

MOST_UNNAMED = 4
"""In 1,000 words. Our guide had 5 to 7 in the chapters that its readers found evasive, and has 0 to 4 since."""
FEWEST = 5
"""In a chapter: four are not yet a habit, however short the chapter is."""
LONGEST = 150
"""Words in a paragraph: a third of a printed page. Ours have up to 125."""
_MOST_LINES = 8
_QUOTED = re.compile(r"“[^“”]+”|‘(?:[^‘’]|’(?=\w))+’")


def unnamed_people(findings: Findings) -> Iterator[tuple[Place, str]]:
    """A chapter has at most four words such as *somebody* and *nobody* in 1,000.

    Each may be right. Many of them hide who acts: *surgeons take the organs* says more than *somebody takes them*.
    Fewer than five in a chapter are ignored, and so are quotations, and chapters for teachers, whose rules are for
    everybody. English guides only.
    """
    if hard := plain(findings.guide.info.language):
        for chapter in (each for each in findings.guide.chapters if each.audience != "teacher"):
            texts = [text for text in findings.own_passages if text.sheet == chapter.id]
            found = [each for text in texts for each in _own(text, hard.unnamed)]
            total = sum(len(words(text.passage.words)) for text in texts)
            if len(found) >= FEWEST and len(found) * 1000 > MOST_UNNAMED * total:
                places = sorted(found, key=lambda each: (each[0].line, each[0].column))
                yield places[0][0], _evasive([word for _, word in places], [place.line for place, _ in places], total)


def dated_phrases(findings: Findings) -> Iterator[tuple[Place, str]]:
    """No turn of phrase is one that young readers know only from old books: *would sooner*, *a boy whom she knew*.

    The list is in `src/studyguide/languages/plain`, in a file for each language; so far there is one for English.
    Quotations are ignored.
    """
    if hard := plain(findings.guide.info.language):
        for text in findings.own_passages:
            for dated in hard.dated:
                for place, phrase in _own(text, dated.find, dated.unless_after):
                    yield place, f"'{phrase.strip()}' is old-fashioned. {dated.advice}"


def long_paragraphs(findings: Findings) -> Iterator[tuple[Place, str]]:
    """No paragraph has more than 150 words."""
    for text in findings.own_passages:
        if (number := len(words(text.passage.words))) > LONGEST:
            yield text.place_at(), f"This paragraph has {number} words. Divide it where its subject changes."


def _own(text: Text, pattern: re.Pattern[str], unless: re.Pattern[str] | None = None) -> Iterator[tuple[Place, str]]:
    """The matches in an author's own words, without those after words that make them right."""
    said = _QUOTED.sub(lambda quoted: HIDDEN * len(quoted[0]), text.passage.words)
    for match in pattern.finditer(said):
        if unless is None or not unless.search(said[: match.start()]):
            yield text.place_at(match.start(), match[0]), match[0]


def _evasive(found: list[str], lines: list[int], total: int) -> str:
    counts = Counter(word.lower() for word in found).most_common()
    listed = ", ".join(f"'{word}' {number}×" for word, number in counts)
    others = sorted(set(lines))[1:]
    also = f" The others are on the lines {', '.join(map(str, others[:_MOST_LINES]))}" if others else ""
    more = " and below." if len(others) > _MOST_LINES else "." if others else ""
    rate = f"{len(found)} in {total:,} words, and {MOST_UNNAMED} in 1,000 are enough"
    return f"This chapter says {listed}: {rate}. Name who acts, wherever you know it.{also}{more}"


RULES: Mapping[str, Rule] = {"SG116": unnamed_people, "SG117": dated_phrases, "SG118": long_paragraphs}

"""Reading age: the only module that knows syllapy, which counts syllables."""

import re
from collections.abc import Iterable, Iterator, Mapping

from studyguide.guide.model import Place
from studyguide.guide.texts import Findings
from studyguide.languages.sentences import split, words
from studyguide.lint.rules import Rule
from studyguide.markdown import HIDDEN

SAMPLE = 100
"""Words: the formula was made for samples of this length, and is unreliable for shorter ones."""
FIRST_GRADE = 6
"""Years: the age at which children enter the first grade of an American school."""
_WHOLE = re.compile(rf"[.!?…][”’\"')\]{HIDDEN} ]*$")


def reading_age(findings: Findings) -> Iterator[tuple[Place, str]]:
    """Every chapter has a reading age within the range that guide.yaml may declare: `reading_age: [9, 13]`.

    The age comes from the Flesch–Kincaid grade, which counts words in a sentence and syllables in a word. It says how
    old readers must be to read easily, but knows nothing of the content; much writing for adults is at 9 to 13.
    Chapters with fewer than 100 words in whole sentences are not judged. The formula is made for English: of a guide in
    another language, the remark only says that it is not judged.
    """
    info = findings.guide.info
    if info.reading_age is None:
        return
    if info.language.partition("-")[0] != "en":
        message = f"The reading age of a guide in '{info.language}' is not judged, only of English ones. Take this out."
        yield findings.place("guide.yaml", ("reading_age",)), message
        return
    youngest, oldest = min(info.reading_age), max(info.reading_age)
    for chapter in findings.guide.chapters:
        said = _sentences(text.passage.words for text in findings.own_passages if text.sheet == chapter.id)
        if sum(map(len, said)) >= SAMPLE and not youngest <= (age := _age(said)) <= oldest:
            advice = "Make sentences and words shorter" if age > oldest else "Join sentences that are chopped up"
            message = f"This chapter has a reading age of {age}, where {youngest} to {oldest} is wanted. {advice}."
            yield findings.place(chapter.id, ("title",)), message


def _sentences(passages: Iterable[str]) -> list[list[str]]:
    """The words of every whole sentence, with a full stop or the like; labels and table cells have none."""
    found = (sentence for said in passages for sentence in split(said) if _WHOLE.search(sentence))
    return [counted for sentence in found if (counted := words(sentence))]


def _age(said: list[list[str]]) -> int:
    """Years, rounded; the formula (Kincaid and others, 1975) gives a grade."""
    from syllapy import count

    spoken = [word for sentence in said for word in sentence]
    syllables = sum(count(word) or 1 for word in spoken)  # numbers have none
    grade = 0.39 * len(spoken) / len(said) + 11.8 * syllables / len(spoken) - 15.59
    return round(grade + FIRST_GRADE - 1)


RULES: Mapping[str, Rule] = {"SG101": reading_age}

"""The rule for `words` in guide.yaml: an author's own labels fit the places of those that they replace."""

from collections.abc import Iterator

from studyguide.guide.texts import Findings
from studyguide.languages import own_words
from studyguide.support.errors import Problem


def fitting_words(findings: Findings) -> Iterator[Problem]:
    """Own words name labels and their forms, and have the same placeholders."""
    info = findings.guide.info
    for fault in own_words.faults(info.words, info.language):
        place = findings.place("guide.yaml", ("words", *fault.path))
        yield Problem(place.file, place.line, place.column, fault.message)

"""Style: what an eye slips over when it reads its own text."""

import re
from collections.abc import Iterator, Mapping

from studyguide.editorial import Rule
from studyguide.findings import Findings
from studyguide.model import Place

_TWICE = re.compile(r"(?<![\w'’-])([^\W\d_]+) \1(?![\w'’-])", re.IGNORECASE)
_MAY_BE_TWICE = {"had", "that", "is", "no", "very", "bye", "hear", "there", "ha", "so", "who", "do"}
"""*What it is is a mask.* *He had had enough.* Whoever sees these doubts them anyway."""


def repeated_words(findings: Findings) -> Iterator[tuple[Place, str]]:
    """No word is written twice in a row by mistake.

    A few that may be, such as *had had* and *that that*, are left alone.
    """
    for text in findings.passages:
        for place, match in text.find(_TWICE):
            if match[1].lower() not in _MAY_BE_TWICE and match[0][len(match[1]) + 1] == match[1][0].lower():
                yield place, f"'{match[0]}' says a word twice. Take one out."


RULES: Mapping[str, Rule] = {"SG104": repeated_words}

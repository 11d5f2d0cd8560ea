"""Damage: letters that were saved in one encoding and read in another, and signs in place of what was lost."""

import re
from collections.abc import Iterator, Mapping

from studyguide.guide.model import Place
from studyguide.guide.source_spans import line_and_column
from studyguide.guide.texts import Findings
from studyguide.lint import printed_texts
from studyguide.lint.rules import Rule

_HIGH = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
"""The bytes 80 to 9F as Windows-1252 shows them; A0 to BF are the same in Latin-1."""
_MIXED = re.compile(
    "â€|Ã[¡-ª¬-º¼-¿]|Â[£©®°±·¿¡¼½¾«§¶]"
    f"|(?<=[a-zß-ÿ])Ã[\xa0«»{_HIGH}]|Ã[{_HIGH}](?=[a-zA-Z])"
    f"|(?:[ÎÏÐÑ×ØÙ][\xa0-¿{_HIGH}]){{3}}"
)
"""UTF-8 that was read as Windows-1252: pairs that no language has, and, for some, only inside a word."""
_LOST, _OBJECT = "\ufffd", "\ufffc"
_SOUGHT = re.compile(f"{_MIXED.pattern}|{_LOST}|{_OBJECT}")
_LONGEST = 60
"""Characters of a word to name before and after its first damage."""


def damaged_letters(findings: Findings) -> Iterator[tuple[Place, str]]:
    """No letters are damaged: *Itâ€™s* in place of *It’s*, or � where a letter was.

    This happens when a program reads a file, or what you paste, in an encoding that is not its own. The remark says
    what the word was, if that is clear.
    """
    for place, text in _texts(findings):
        for word in dict.fromkeys(_words(text)):
            line, column = line_and_column(place, max(0, place.source.find(word)))
            yield Place(place.file, line, column), _said(word)


def _texts(findings: Findings) -> Iterator[tuple[Place, str]]:
    """Every text that readers see or hear, with its place."""
    for text in (*printed_texts.texts(findings.guide), *printed_texts.sources(findings.guide)):
        yield text.place, text.text
    for sheet in findings.sheets:
        yield from ((sheet.place(path), text) for path, _, text in sheet.texts if path[-1] == "alt")


def _words(text: str) -> Iterator[str]:
    """The damaged words of a text, with their punctuation."""
    end = 0
    for match in _SOUGHT.finditer(text):
        if match.start() >= end:
            start = max(text.rfind(space, end, match.start()) for space in " \n\t") + 1
            end = next((at for at in range(match.end(), len(text)) if text[at].isspace()), len(text))
            yield text[max(start, match.start() - _LONGEST) : min(end, match.end() + _LONGEST)]


def _said(word: str) -> str:
    if _OBJECT in word:
        return f"'{word}' has a sign (U+FFFC) in place of a picture that was not pasted. Take it out."
    if _LOST in word:
        return f"'{word}' has a sign (U+FFFD) where a letter was lost. Write the letter."
    try:
        meant = word.encode("cp1252").decode("utf-8").strip(".,:;!?()“”")
    except UnicodeError:
        return f"'{word}' was read in another encoding than it was saved in. Write the letters that were meant."
    return f"'{word}' was read in another encoding than it was saved in. Write {meant}."


RULES: Mapping[str, Rule] = {"SG124": damaged_letters}

"""Lost text: Markdown that no format would print, or that all would print differently from the author's text."""

from collections.abc import Iterator
from string import Template

from studyguide.guide.texts import Findings
from studyguide.support.errors import Problem

_LONGEST = 60
"""The most characters of the author's text that a message repeats."""
_MESSAGES = {
    "too deep": "Lists, quotations or marks are nested more than $alt deep here, and what is inside would be lost. "
    "Take some of them out.",
    "lost cell": "This row has more cells than its table has columns, and '$target' would be lost. "
    r"Add a column to the head, or write \| for a bar that is part of the text.",
    "wordless head": "This table has no words in its head, so nobody hears what a column is about. Write some.",
    "unused note": "No mark leads to the note [^$target], so it would not be printed. "
    "Put the mark into the text, or take the note out.",
    "note twice": "There are two notes [^$target], and only one would be printed. Rename one.",
    "note in note": "There is a note inside the note '$target', where it would be lost. "
    "Write it into the note's own text.",
    "block in note": "The note [^$target] holds more than paragraphs, and on paper a note is one run of text. "
    "Write it as sentences, or move it into the text.",
    "unused definition": "'[$target]: $alt' is read as the address of a link that the text does not have. It would "
    r"not be printed. Write \[ if it is text, or take it out.",
    "definition twice": "There are two addresses named [$target], and only the first would be used. Rename one.",
    "words at fence": "The words '$target' after $alt would not be printed. Move them to the next line.",
    "link title": "The title '$target' of this link would not be printed. Write it into the text, or take it out.",
    "marked picture": "The description of '$target' holds a note, a citation or a picture, which cannot be read out. "
    "Put it into the caption.",
    "space in picture name": "'$target($alt)' would be printed as text, not as a picture: the name of the file has a "
    "space. Rename the file, with only letters, digits, -, _ and . in its name.",
    "space in target": "'$target($alt)' would be printed as text, not as a link: where it leads has a space. "
    "Write an id such as #act-1, or %20 for a space in an address.",
    "space before target": "'$target ($alt)' would be printed as text. Take out the space between the brackets.",
    "target without end": "'$target($alt' would be printed as text: its brackets do not match. "
    "Close each; in an address, write %28 and %29 for ( and ).",
    "brackets exchanged": "'$target[$alt]' would be printed as text. Write the words in [ ], then the address in ( ).",
    "unread credit": "'$target($alt)' would be printed as text, not as a picture. "
    'Put all that follows the name of the file between one pair of quotation marks: "By me".',
    "unread target": "'$target($alt)' would be printed as text, not as a link or a picture. "
    r"Write [words](#id), [words](https://...) or ![words](images/name.png); write \[ if it is text.",
}


def printed_texts(findings: Findings) -> Iterator[Problem]:
    """All text is printed as the author wrote it."""
    for place, reference in findings.references:
        if reference.kind in _MESSAGES:
            words = {"target": _shortened(reference.target), "alt": _shortened(reference.alt)}
            message = Template(_MESSAGES[reference.kind]).substitute(words)
            yield Problem(place.file, place.line, place.column, message)


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"

"""Conventions: how a language sorts, quotes and names, as the labels ``language.*`` of a guide say.

They are beside the labels in the same files, so one file makes a language, and a guide's own words replace them too.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from studyguide.languages import quotation_marks as marks_of
from studyguide.languages.labels import Labels, table
from studyguide.languages.quotation_marks import Marks
from studyguide.support.sorting import LATIN, Alphabet, SortKey

ALPHABET, ARTICLES = "language.alphabet", "language.articles"
MARKS, FAMILY_FIRST = "language.quotation-marks", "language.family-name-first"
SHORT_WORDS, HONORIFICS = "language.short-words", "language.honorifics"
REPEATED_WORDS = "language.repeated-words"

MAY_BE_EMPTY = (ARTICLES, HONORIFICS, REPEATED_WORDS, SHORT_WORDS)
"""Labels of languages that have no such words."""

GERESH, GERSHAYIM = "\N{HEBREW PUNCTUATION GERESH}", "\N{HEBREW PUNCTUATION GERSHAYIM}"

_SIGNS = "’'"
_JOINED = "-"
"""Ends an article that is written together with the next word."""
_GERSHAYIM = re.compile('(?<=[א-ת])"(?=[א-ת](?![א-ת"]))')
_SEPARATOR = re.compile("[,;:/|()،؛、，]")
_MOST_MISSING = 12
"""An alphabet that lacks more of the letters from a to z is not a Latin one, or has only begun."""
_NONE: re.Pattern[str] = re.compile("(?!)")


def alphabet(labels: Labels) -> Alphabet:
    """The alphabet to sort by."""
    return Alphabet.of(labels.setting(ALPHABET))


def article(labels: Labels) -> re.Pattern[str]:
    """What finds an article at the beginning of a name or a title, with the space after it.

    It finds nothing in a language whose articles the program does not know.
    """
    return _article(" ".join(word for word in _articles(labels) if word[-1] != _JOINED))


def sorted_without(labels: Labels) -> re.Pattern[str]:
    """What finds what titles are sorted without: such an article, or one that is joined to its word, as in Arabic.

    A name can begin with a joined one and still be a name, so `article` does not find it.
    """
    return _article(" ".join(_articles(labels)))


def sort_key(labels: Labels) -> Callable[[str], SortKey]:
    """What gives a plain word its place in a list, such as a glossary: by the alphabet, without an article."""
    letters, articles = alphabet(labels), sorted_without(labels)
    return lambda word: letters.key(articles.sub("", word))


def quotation_marks(labels: Labels) -> Marks | None:
    """The quotation marks of a guide; None if the program does not know them, or if the guide's own are not four."""
    if labels.lacks(MARKS):
        return marks_of.marks(labels.language)
    marks = labels.setting(MARKS).split(" ")
    return Marks(*marks) if len(marks) == len(Marks._fields) else None


def apostrophe(language: str) -> str:
    """The apostrophe of a language: geresh in Hebrew and Yiddish, as in *ג׳ורג׳*."""
    return GERESH if _is_hebrew(language) else "’"


def gershayim(text: str, language: str) -> Iterator[int]:
    """The places of straight signs before the last letter of a Hebrew abbreviation, such as the one in *צה"ל*.

    They are written as gershayim (U+05F4), and open and close nothing.
    """
    if _is_hebrew(language):
        yield from (found.start() for found in _GERSHAYIM.finditer(text))


def _is_hebrew(language: str) -> bool:
    return language.partition("-")[0] in {"he", "iw", "yi"}


def is_family_name_first(labels: Labels) -> bool:
    """Whether the family name comes first, as in Hungarian and Japanese."""
    return labels.setting(FAMILY_FIRST) == "yes"


def short_words(labels: Labels) -> tuple[str, ...]:
    """The words that may not be the last on a line; none in a language whose words the program does not know."""
    return () if labels.lacks(SHORT_WORDS) else tuple(labels.setting(SHORT_WORDS).split())


def honorifics(labels: Labels) -> frozenset[str]:
    """Words before a name that are not a part of it, without a full stop; English ones too, which translations keep."""
    return _words(f"{labels.setting(HONORIFICS)} {table()[HONORIFICS]}")


def repeated_words(labels: Labels) -> frozenset[str]:
    """The words that may be written twice in a row, such as *had had*."""
    return _words(labels.setting(REPEATED_WORDS))


def faults(key: str, text: str) -> Iterator[str]:
    """What is wrong with a text for one of these labels, as sentences that begin with ``it`` or ``its``."""
    yield from _FAULTS[key](text) if key in _FAULTS else ()


@cache
def _words(text: str) -> frozenset[str]:
    """The words of a text; the same object for the same text, so that `Keep` sees that nothing has changed."""
    return frozenset(text.split())


def _articles(labels: Labels) -> list[str]:
    return [] if labels.lacks(ARTICLES) else labels.setting(ARTICLES).split()


@cache
def _article(words: str) -> re.Pattern[str]:
    longest = sorted(words.split(), key=len, reverse=True)
    found = "|".join(map(_one_article, longest))
    return re.compile(rf"^(?:{found})(?=\w)", re.IGNORECASE) if found else _NONE


def _one_article(word: str) -> str:
    """An article and a space; after an apostrophe there is none, and before two letters if it is a joined one."""
    if word[-1] == _JOINED:
        return rf"{re.escape(word[:-1])}(?=\w\w)"
    return rf"{re.escape(word[:-1])}[{_SIGNS}]\s*" if word[-1] in _SIGNS else rf"{re.escape(word)}\s+"


def _alphabet_faults(text: str) -> Iterator[str]:
    letters = text.split()
    missing = [letter for letter in LATIN.split() if letter not in letters]
    if len(letters) < len("ab") or text != text.lower():
        yield "needs small letters with spaces between them, such as a b c ch"
    elif twice := [letter for letter in dict.fromkeys(letters) if letters.count(letter) > 1]:
        yield f"has the letter '{twice[0]}' twice"
    elif missing and len(missing) <= _MOST_MISSING:
        yield f"lacks the letter {', '.join(missing)}: words and names with it would come last"
    yield from _separator_faults(text)


def _separator_faults(text: str) -> Iterator[str]:
    if found := _SEPARATOR.search(text):
        yield f"has '{found[0]}' in it, but only spaces divide it"


def _marks_faults(text: str) -> Iterator[str]:
    if len(text.split(" ")) != len("“”‘’") or not all(text.split(" ")):
        yield "needs four marks with spaces between them: the outer pair and the inner pair, such as “ ” ‘ ’"


def _yes_or_no(text: str) -> Iterator[str]:
    if text not in {"yes", "no"}:
        yield "is either yes or no"


_FAULTS: Mapping[str, Callable[[str], Iterator[str]]] = {
    ALPHABET: _alphabet_faults,
    ARTICLES: _separator_faults,
    SHORT_WORDS: _separator_faults,
    HONORIFICS: _separator_faults,
    REPEATED_WORDS: _separator_faults,
    MARKS: _marks_faults,
    FAMILY_FIRST: _yes_or_no,
}

"""Terms of ours: words and dates that Pandoc's locale of a language lacks, or has in a form that no sentence can take.

A file in ``terms`` is a locale of CSL, named after its language. Its terms follow those of the style, which has the
last word, and come before Pandoc's own.

Months have two forms in many languages: *октябрь 2010*, but *5 октября*. CSL has one, so a month is sent with a mark,
and `inflected` chooses the form when the date is set. U+FDD4 is before an *and* that is written together with the next
word, as in Hebrew and Arabic. U+FDD5 is around a word for editions that comes before their number (ط 2), which CSL
puts first.

Scripts without capitals have no initials either: Pandoc would write a whole name with a dot (דנה.), so they are whole.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from html import escape
from pathlib import Path

from studyguide.support import han_script

Months = tuple[tuple[str, str], ...]
"""The twelve months, and the twelve abbreviated: each as it is alone, and beside a day."""

WITHOUT_LOCALE = frozenset({"ga"})
"""Languages of ours that Pandoc does not know at all: it would take a title without a language for an English one."""

WITH_PANDOC_MARKS = frozenset({"en", "zh"})
"""Languages whose works cited keep the marks that Pandoc has: ‘single’ in Britain, and 《》 round Chinese titles."""

FOLDER = Path(__file__).with_name("terms")
"""The locales, each named after its language."""
_YEAR = 12
_MARKS = "\ufdd2\ufdd3"
"""Begin the name of a month, and its abbreviation, in an answer of Pandoc; no file of a guide can contain them."""
_MONTH = re.compile(
    rf"(?P<day>\d\.?\s+)?(?P<mark>[{_MARKS}])(?P<name>[^\W\d_]+)(?P<dot>\.?)(?=(?P<after>\s+\d{{1,2}}(?!\d))?)"
)
_AND = re.compile(r"\ufdd4(\w)\s+((?:<[^>]*>)*)(?=(\w?))")
_EDITION = re.compile(r"(\d+)(\s+)\ufdd5([^\ufdd5]*)\ufdd5")
_LEFT = re.compile("[\ufdd4\ufdd5]")
_WITHOUT_CAPITALS = frozenset({"ar", "fa", "he"})
_INITIALS = re.compile(r' initialize(?:-with(?:-hyphen)?)?="[^"]*"')
_LOCALE = '<locale xmlns="http://purl.org/net/xbiblio/csl" xml:lang="{}"><terms>{}</terms></locale>'
_TERM = '<term name="month-{:02}"{}>{}</term>'
_QUOTES = ("open-quote", "close-quote", "open-inner-quote", "close-inner-quote")


def in_style(style: str, language: str, months: Months = (), marks: Sequence[str] = ()) -> str:
    """The text of a style with our terms of a language (BCP 47), and the quotation marks: outer pair, inner pair."""
    known, short = locale(language), language.partition("-")[0]
    if short in _WITHOUT_CAPITALS:
        style = _INITIALS.sub("", style).replace(' and="symbol"', ' and="text"')
    added = (_file(known) or _file(short)) + (_months(short, months) if months else "")
    added += _quoted(short, marks) if marks and short not in WITH_PANDOC_MARKS else ""
    return style.replace("</style>", f"{added}</style>") if added else style


def locale(language: str) -> str:
    """The tag that Pandoc knows a language by. It takes ``zh-Hant`` for simplified Chinese, and ``hi`` for English."""
    if han_script.is_traditional(language):
        return "zh-TW"
    return "hi-IN" if language.partition("-")[0] == "hi" else language


def inflected(text: str, months: Months) -> str:
    """A text whose months have the form that a day beside them asks for, and whose marked words are in their places."""
    text = _LEFT.sub("", _AND.sub(_with_and, _EDITION.sub(r"\3\2\1", text)))
    return _MONTH.sub(lambda found: _chosen(found, months), text) if months else text


def _with_and(found: re.Match[str]) -> str:
    """*And* with the next word: joined to letters of its own script, with a maqaf before others in Hebrew."""
    word, tags, letter = found.groups()
    script = unicodedata.name(word)[: len("HEBREW")]
    if letter and unicodedata.name(letter, "").startswith(script):
        return f"{word}{tags}"
    return f"{word}\N{HEBREW PUNCTUATION MAQAF}{tags}" if script == "HEBREW" else f"{word} {tags}"


def _chosen(found: re.Match[str], months: Months) -> str:
    """The month that was found, with the day before it; its dot may be that of its abbreviation, or of a sentence."""
    first = _MARKS.index(found["mark"]) * _YEAR
    beside_day = dict(months[first : first + _YEAR]) if found["day"] or found["after"] else {}
    name, dot = found["name"], found["dot"]
    return (found["day"] or "") + (beside_day.get(name + dot) or beside_day.get(name, name) + dot)


@cache
def _file(language: str) -> str:
    file = FOLDER / f"{language}.xml"
    return file.read_text("utf-8") if file.is_file() else ""


def _months(language: str, months: Months) -> str:
    """A locale with the months, each with its mark."""
    forms = ("", ' form="short"')
    terms = (
        _TERM.format(n % _YEAR + 1, forms[n // _YEAR], f"{_MARKS[n // _YEAR]}{name}")
        for n, (name, _) in enumerate(months)
    )
    return _LOCALE.format(language, "".join(terms))


def _quoted(language: str, marks: Sequence[str]) -> str:
    """A locale with the quotation marks, which Pandoc has from elsewhere: Czech with a straight one, for example."""
    terms = (f'<term name="{name}">{escape(mark)}</term>' for name, mark in zip(_QUOTES, marks, strict=True))
    return _LOCALE.format(language, "".join(terms))

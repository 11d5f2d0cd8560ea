"""Locales: plural categories and dates of a language, by Babel, which has them from CLDR."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from studyguide.languages.tables import CATEGORIES

_MOST = 1_000


@cache
def category(language: str, number: int) -> str:
    """The plural category of a number: ``one``, ``few``, ``other``."""
    return str(_locale(language).plural_form(number))


@cache
def numbers(language: str, category: str) -> tuple[int, ...]:
    """The whole numbers up to 1,000 of a plural category."""
    plural = _locale(language).plural_form
    return tuple(number for number in range(_MOST + 1) if plural(number) == category)


def categories(language: str) -> tuple[str, ...]:
    """The plural categories of whole numbers in a language, and ``other``."""
    return tuple(each for each in CATEGORIES if each == "other" or numbers(language, each))


def all_categories(language: str) -> frozenset[str]:
    """Those, and the ones of fractions and numbers above 1,000 alone, such as ``many`` for a million in French."""
    return frozenset({*_locale(language).plural_form.tags, "other"})


def name(language: str) -> str:
    """The English name of a language, such as ``Welsh``; the tag itself if there is none."""
    try:
        return Locale.parse(language, sep="-").get_display_name("en") or language
    except UnknownLocaleError:
        return language


@cache
def language_name(language: str, tag: str) -> str:
    """The name of the language of a tag in another language, as it begins a line: ``Polish``; or the tag."""
    try:
        found = Locale.parse(tag, sep="-").get_display_name(_locale(language)) or tag
    except (UnknownLocaleError, ValueError):
        return tag
    return found[:1].upper() + found[1:]


@cache
def month(language: str, year: int, number: int) -> str:
    """A month of a year: ``November 2026``."""
    return str(format_skeleton("yMMMM", date(year, number, 1), locale=_locale(language)))


def day(language: str, value: date) -> str:
    """A day in words: ``28 November 2026``."""
    return str(format_date(value, "long", _locale(language)))


def decimal(language: str, value: float) -> str:
    """A number with up to six decimals: ``1.234.567,5``."""
    return str(format_decimal(round(value, 6), locale=_locale(language), decimal_quantization=False))


def months(language: str) -> Iterator[str]:
    """The names of the months, alone and in the date of a day."""
    for form in _locale(language).months.values():
        yield from form["wide"].values()


def cited_months(language: str) -> tuple[tuple[str, str], ...]:
    """The months and then their abbreviations, each alone and beside a day; none if these forms are the same.

    None either where a date has a word before the month, as in Catalan: Pandoc writes it.
    """
    alone, beside = (_locale(language).months[form] for form in ("stand-alone", "format"))
    before = _before_month(language)
    found = [(alone[width][n], before + beside[width][n]) for width in ("wide", "abbreviated") for n in range(1, 13)]
    is_plain = not any(re.search(r"[\s’']", each) for _, each in found)
    return tuple(found) if is_plain and (before or alone["wide"] != beside["wide"]) else ()


def _before_month(language: str) -> str:
    """The letters that a date joins to its month, such as *b-* in Hebrew; most languages have none."""
    found = re.search(r"([^\W\d_A-Za-z]+)MMMM", _locale(language).date_formats["long"].pattern)
    return found[1] if found else ""


def weekdays(language: str) -> Iterator[str]:
    """The names of the days of the week, alone and in a date."""
    for form in _locale(language).days.values():
        yield from form["wide"].values()


def is_language(code: str) -> bool:
    """Whether CLDR names the language of a code."""
    return code in Locale.parse("en").languages


def is_script(code: str) -> bool:
    """Whether CLDR names the script of a code (ISO 15924)."""
    return code in Locale.parse("en").scripts


def region_in_place_of(code: str) -> str:
    """The code of a region: itself, the one that has taken its place (``GB`` for ``UK``), or empty for neither."""
    aliases = get_global("territory_aliases").get(code, [])
    found = str(aliases[0]) if len(aliases) == 1 else "" if aliases else code
    return found if found in Locale.parse("en").territories and found != "ZZ" else ""


@cache
def _locale(language: str) -> Locale:
    """The locale of a tag; of the language alone if its region is unknown, and English if the language is."""
    for tag in (language, language.partition("-")[0]):
        try:
            return Locale.parse(tag, sep="-")
        except UnknownLocaleError:
            continue
    return Locale.parse("en")

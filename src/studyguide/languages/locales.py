"""Locales: plural categories and dates of a language, by Babel, which has them from CLDR."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton


@cache
def category(language: str, number: int) -> str:
    """The plural category of a number: ``one``, ``few``, ``other``."""
    return str(_locale(language).plural_form(number))


@cache
def month(language: str, year: int, number: int) -> str:
    """A month of a year: ``November 2026``."""
    return str(format_skeleton("yMMMM", date(year, number, 1), locale=_locale(language)))


def day(language: str, value: date) -> str:
    """A day in words: ``28 November 2026``."""
    return str(format_date(value, "long", _locale(language)))


def months(language: str) -> Iterator[str]:
    """The names of the months, alone and in the date of a day."""
    for form in _locale(language).months.values():
        yield from form["wide"].values()


def weekdays(language: str) -> Iterator[str]:
    """The names of the days of the week, alone and in a date."""
    for form in _locale(language).days.values():
        yield from form["wide"].values()


@cache
def _locale(language: str) -> Locale:
    """The locale of a tag; of the language alone if its region is unknown, and English if the language is."""
    for tag in (language, language.partition("-")[0]):
        try:
            return Locale.parse(tag, sep="-")
        except UnknownLocaleError:
            continue
    return Locale.parse("en")

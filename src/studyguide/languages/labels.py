"""Labels: the words that the program prints of its own accord, such as *Chapter 4*, in the language of a guide.

They come from the tables of `tables`: keys, such as ``plot.timeline``, and texts. A text may have placeholders
(``{n}``). It may also be a mapping of forms, chosen by a word, such as the activity of a work (``reading``,
``viewing``), or by the plural category of the number ``n`` (CLDR: ``one``, ``few``, ``other``). Own ``words`` of a
guide replace any of them. Keys that begin with ``language.`` are not printed: they say how the language sorts, quotes
and names.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Self

from studyguide.languages import language_marks, prefixes, punctuation
from studyguide.languages.tables import CATEGORIES, English, Form, Table, is_shipped, table
from studyguide.support.keep import by_identity
from studyguide.support.templates import Markup

LETTERS = "choice.letters"
"""The label whose letters number the options of a question."""

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True)
class Labels:
    """The labels of a guide: those of its language, and its own words."""

    language: str
    """The tag of the guide's language, such as ``en-GB``."""
    table: Mapping[str, Form]
    is_marked: bool = False
    """Whether English texts that a language lacks are between marks, see `language_marks`."""

    @classmethod
    def of(cls, language: str = "en", words: Mapping[str, Form] | None = None) -> Self:
        """The labels of a language (English where there are none), with a guide's own words in their place."""
        theirs = table(language)
        own = {key: form for key, form in (words or {}).items() if key in theirs}
        return cls(language, Table(own, theirs) if own else theirs)

    def say(self, key: str, /, by: str = "", **values: Any) -> str:
        """The label with its placeholders filled in, as plain text; `by` chooses between forms."""
        parts = self._parts(key, by, values)
        return "".join(str(values[part]) if odd % 2 else part for odd, part in enumerate(parts))

    def markup(self, key: str, /, by: str = "", **values: Any) -> Markup:
        """The same as HTML: the label and its values are escaped, except values that are `Markup`."""
        parts = self._parts(key, by, values)
        return Markup("").join(values[part] if odd % 2 else part for odd, part in enumerate(parts))

    def inline(self, key: str, /, by: str = "", **values: Any) -> str:
        """The same as inline Markdown: the label is escaped, and its values are Markdown."""
        from studyguide import markdown  # late: it loads markdown-it

        parts = self._parts(key, by, values)
        return "".join(str(values[part]) if odd % 2 else markdown.escaped(part) for odd, part in enumerate(parts))

    def month(self, day: date) -> str:
        """The month of a day, in the language of the guide: ``November 2026``."""
        return str(_locales().month(self.language, day.year, day.month))

    def day(self, day: date) -> str:
        """A day, in the language of the guide: ``28 November 2026``."""
        return str(_locales().day(self.language, day))

    def language_name(self, tag: str) -> str:
        """The name of a language, in the language of the guide: ``Polish``."""
        return str(_locales().language_name(self.language, tag))

    def number(self, value: float) -> str:
        """A number with the decimal sign and the groups of the guide's language, never with an exponent."""
        if self.language.startswith("en"):
            whole, point, rest = f"{value:,.6f}".partition(".")
            return (whole + point + rest.rstrip("0")).rstrip(".")
        return str(_locales().decimal(self.language, value))

    @property
    def signs(self) -> Mapping[str, Any]:
        """The signs between texts by name, such as ``comma`` and ``stop``, see `punctuation`."""
        return punctuation.named(self.language)

    @property
    def months(self) -> tuple[str, ...]:
        """The names of the months in all forms that `month` and `day` print."""
        return tuple(_locales().months(self.language))

    @property
    def cited_months(self) -> tuple[tuple[str, str], ...]:
        """See `locales.cited_months`; none in English, for which Babel is not loaded."""
        return () if self.language.startswith("en") else tuple(_locales().cited_months(self.language))

    def setting(self, key: str) -> str:
        """The text of a label that is not printed, such as ``language.alphabet``; see `conventions`."""
        return str(self._chosen(key, "", None))

    def lacks(self, key: str) -> bool:
        """Whether a label is in English, all of it or some forms, because the language lacks it."""
        return any(isinstance(text, English) for text in texts(self.table[key]))

    @property
    def missing(self) -> tuple[str, ...]:
        """The labels that are in English, all of them or some forms, because the language lacks them."""
        return () if is_shipped(self.language) else tuple(filter(self.lacks, self.table))

    def marked(self) -> Self:
        """The same labels, with marks at the texts that are in English because the language lacks them."""
        return replace(self, is_marked=True)

    def _parts(self, key: str, by: str, values: Mapping[str, Any]) -> list[str]:
        """The text of a label in pieces: each second piece is the name of a placeholder."""
        text = self._chosen(key, by, values.get("n"))
        parts = _PLACEHOLDER.split(text)
        for at in range(1, len(parts), 2):
            parts[at - 1] = prefixes.joined(parts[at - 1], str(values[parts[at]]), self.language)
        if self.is_marked and isinstance(text, English) and key != LETTERS:
            parts[::2] = map(language_marks.marked, parts[::2])
        return parts

    def _chosen(self, key: str, by: str, number: Any) -> str:
        form = self.table[key]
        while not isinstance(form, str):
            plural = isinstance(number, int) and form.keys() <= {*CATEGORIES}
            name = self._plural(form, number) if plural else by
            first = next(iter(form.values()))  # for a wrong value in a guide that `check` reads, and nobody prints
            form = form[name] if name in form else form.get("other", first)
        return form

    def _plural(self, form: Mapping[str, Form], number: int) -> str:
        """The form for a number; a text without the number would say of 21 in Russian that it is one."""
        name = self._category(form, number)
        return "other" if name == "one" and number > 1 and "{n}" not in str(form.get(name)) else name

    def _category(self, form: Mapping[str, Form], number: int) -> str:
        """The plural category of a number in the language that the forms are in."""
        is_english = all(isinstance(each, English) for each in form.values())
        return str(_locales().category("en" if is_english else self.language, number))


@by_identity(16)
def kept_labels(language: str, words: Mapping[str, Form], is_marked: bool) -> Labels:  # noqa: FBT001 (by identity)
    """The labels of a guide, with marks or without; the same object while the guide's own words are the same."""
    labels = Labels.of(language, words)
    return labels.marked() if is_marked else labels


def is_printed(key: str) -> bool:
    """Whether a label is printed; the others say how a language sorts, quotes and names."""
    return not key.startswith("language.")


def placeholders(form: Form) -> frozenset[str]:
    """The names of all placeholders in a label."""
    return frozenset(name for text in texts(form) for name in _PLACEHOLDER.findall(text))


def without_placeholders(text: str) -> str:
    """A text of a label with a line break in place of each placeholder."""
    return _PLACEHOLDER.sub("\n", text)


def texts(form: Form) -> Iterator[str]:
    """Every text of a label."""
    if isinstance(form, str):
        yield form
    else:
        for each in form.values():
            yield from texts(each)


def _locales() -> Any:
    from studyguide.languages import locales  # late: Babel takes 20 ms, and many commands print no plural and no date

    return locales


__all__ = [
    "CATEGORIES",
    "LETTERS",
    "Form",
    "Labels",
    "is_printed",
    "kept_labels",
    "placeholders",
    "table",
    "texts",
    "without_placeholders",
]

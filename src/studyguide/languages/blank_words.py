"""A file of own words to fill in: every label of the program, as comments, with the plural forms of a language."""

import re
from collections.abc import Iterator, Mapping
from textwrap import wrap

from studyguide.languages import locales, tables
from studyguide.languages.tables import CATEGORIES, Form, table

_WIDTH = 116
_HEAD = """\
Your own words in {name}, for a guide whose language is {language}. Save this file as words.yaml, beside guide.yaml.

Every line below is a label that studyguide prints. After its second # is the text that is printed until you write your
own: remove the first # and the space after it, and write your text after the colon. If the lines are indented, remove
the # and the space in front of the name above them, too. Put a text that has a colon, or that begins with a symbol,
between ' and '; inside these marks, write '' for an apostrophe. Keep what is in braces: the program puts a number or a
text there."""
_PLURALS = "Forms for numbers, of which {language} has: {categories}."
_SHIPPED = "The program has all of these labels in this language: fill in only those that you want to change."


def blank_words(language: str) -> str:
    """The text of words.yaml for a language, with every label to be filled in."""
    return "\n".join([*_head(language), *_groups(language)]) + "\n"


def _head(language: str) -> Iterator[str]:
    said = _HEAD.format(name=locales.name(language), language=language).split("\n\n")
    counted = (f"{category} ({numbers})" for category, numbers in _numbers(language).items())
    said.append(_PLURALS.format(language=language, categories="; ".join(counted)))
    for text in (*said, _SHIPPED) if tables.is_shipped(language) else said:
        yield from (f"## {line}" for line in wrap(" ".join(text.split()), _WIDTH))


def _numbers(language: str) -> Mapping[str, str]:
    """Each plural category of a language, with some of its numbers."""
    found = {category: locales.numbers(language, category)[:5] for category in locales.categories(language)}
    return {
        category: f"{', '.join(map(str, some))}{' …' if some[4:] else ''}" if some else "fractions"
        for category, some in found.items()
    }


def _groups(language: str) -> Iterator[str]:
    """The headings of the groups of the English table, and the labels below them."""
    before = "-"
    for line in tables.text().splitlines():
        if line.startswith("# ") and not before and not line.startswith("# The labels"):
            yield f"\n#{line}"
        elif found := re.match(r"([a-z][a-z.-]*):", line):
            yield from _label(found[1], table(language)[found[1]], language, 0)
        before = line


def _label(name: str, form: Form, language: str, depth: int) -> Iterator[str]:
    indent = "  " * depth
    if isinstance(form, str):
        yield f"# {indent}{name}:  # {form}"
        return
    yield f"# {indent}{name}:"
    for each, text in _forms(form, language).items():
        yield from _label(each, text, language, depth + 1)


def _forms(form: Mapping[str, Form], language: str) -> Mapping[str, Form]:
    """The forms of a label; of one whose forms a number chooses, those of the language."""
    if not form.keys() <= {*CATEGORIES}:
        return form
    return {category: form.get(category, form["other"]) for category in locales.categories(language)}

"""Starter texts: what `studyguide new` wrote, and the author has still to replace."""

import re
from collections.abc import Iterator, Mapping

from studyguide.guide import starter_texts
from studyguide.guide.info import GuideInfo
from studyguide.guide.model import Path_, Place
from studyguide.guide.texts import Findings, SheetTexts
from studyguide.lint.rules import Rule

_LONGEST = 40


def starter_texts_left(findings: Findings) -> Iterator[tuple[Place, str]]:
    """No text is left as `studyguide new` wrote it, such as *Your Name* or *Say what happens*.

    The texts of a new guide say what to write in their place. In a guide in another language than English, its English
    titles count too. Only the whole text of a field is compared, and only with the texts of new guides.
    """
    language = findings.guide.info.language
    for key, path, text in _texts(findings):
        field = next(step for step in reversed(path) if isinstance(step, str))
        if starter_texts.is_left(field, text):
            yield findings.place(key, path), f"{_quoted(text)} is a text of a new guide. Write your own in its place."
        elif starter_texts.is_untranslated(text, language):
            yield findings.place(key, path), f"{_quoted(text)} is a text of a new guide, in English. Translate it."


def _quoted(text: str) -> str:
    """The text, or its first words."""
    said = re.sub(r"\\(?=[!-/:-@\[-`{-~])", "", " ".join(text.split()))
    return f"'{said if len(said) <= _LONGEST else said[:_LONGEST].rsplit(' ', 1)[0] + ' …'}'"


def _texts(findings: Findings) -> Iterator[tuple[str, Path_, str]]:
    """Each text of the guide, with the key of its file in `Guide.places` and its path."""
    for sheet in findings.sheets:
        yield from ((sheet.sheet, path, text) for path, text in _of_sheet(sheet))
    for number, source in enumerate(findings.guide.sources):
        for person, name in enumerate(source.get("author", ())):
            yield "sources.yaml", (number, "author", person, "literal"), str(name.get("literal", ""))
        yield "sources.yaml", (number, "issued", "literal"), str(source.get("issued", {}).get("literal", ""))


def _of_sheet(sheet: SheetTexts) -> Iterator[tuple[Path_, str]]:
    yield from ((path, text) for path, _, text in sheet.fields)
    if isinstance(info := sheet.model, GuideInfo):
        yield from ((("authors", number), name) for number, name in enumerate(info.authors))
        for number, work in enumerate(info.works):
            yield ("works", number, "by"), work.by
            yield ("works", number, "year"), work.year
        yield from ((("editions", number, "title"), edition.title) for number, edition in enumerate(info.editions))


RULES: Mapping[str, Rule] = {"SG122": starter_texts_left}

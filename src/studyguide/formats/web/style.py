"""The style sheet and the fonts of the folder."""

import re
from collections.abc import Iterator

from studyguide.formats.html.typefaces import Typeface, typefaces
from studyguide.themes import font_ranges, fonts
from studyguide.themes.fonts import Font
from studyguide.themes.theme import Look

PAPER = re.compile(r"@page\s*\{\s*size:[^{}]*\}\s*")
"""Rules for sheets of paper, which a browser's print dialogue sets."""
SWAP = re.compile(r"(@font-face \{ )")
WITHOUT = frozenset(each.name for each in fonts.ROLES if not each.has_marks)
WITHOUT_MARKS = re.compile("|".join(f'font-family: "{name}";' for name in sorted(WITHOUT)))
NO_MARKS = "unicode-range: U+0-2FF, U+370-10FFFF;"
"""Letters with combining marks, which are set in another family if this one cannot place the marks."""
CODE = re.compile(r"<(code|pre)\b")


def faces(look: Look, text: str) -> tuple[Typeface, ...]:
    """The faces for pages: the theme's own, whole, and the fallbacks, subset to the characters in `text`.

    With subsets of the theme's own faces, readers could not type all letters in the search field.
    """
    roles = ("text", "label", "code") if CODE.search(text) else ("text", "label")
    own = [font for font in look.fonts if font.family in {look.family(role) for role in roles}]
    common = frozenset.intersection(*(look.signs[look.family(role)] for role in roles))
    return (*(Typeface(font, font.path.read_bytes()) for font in own), *typefaces(look, text, common))


def letters(text: str) -> frozenset[str]:
    """What `faces` depends on in a text: its characters, also with their marks, and whether there is code."""
    return frozenset(text) | {found[0] for found in fonts.clusters(text)} | {found[0] for found in CODE.finditer(text)}


def sheet(look: Look, found: tuple[Typeface, ...]) -> str:
    """The look in one style sheet; text is in a system font until our fonts are loaded."""
    files = {each.font: each.file for each in found}
    rules = SWAP.sub(r"\1font-display: swap; ", look.font_faces(files.__getitem__, files, _limit))
    return WITHOUT_MARKS.sub(rf"\g<0> {NO_MARKS}", rules) + PAPER.sub("", look.css) + _pictures(look, found)


def _limit(font: Font) -> str:
    """What a face must not set; that of a family in `WITHOUT` has a range already."""
    return "" if font.family in WITHOUT else font_ranges.limit(font, (), "")


def _pictures(look: Look, found: tuple[Typeface, ...]) -> str:
    """The style of words in drawings, which name one family; empty if it has all of their letters."""
    own = {look.family(role) for role in ("text", "label", "code")}
    others = dict.fromkeys(each.font.family for each in found if each.font.family not in own)
    if not others:
        return ""
    names = ", ".join(f'"{name}"' for name in (look.family("label"), *others))
    return f"\nsvg text {{ font-family: {names}, sans-serif; }}\n"


def files(found: tuple[Typeface, ...]) -> Iterator[tuple[str, bytes]]:
    """The files of the fonts, each family with its licence."""
    for each in found:
        yield each.file, each.content
        yield f"fonts/{_plain(each.font)}-LICENSE.txt", fonts.licence(each.font)


def _plain(font: Font) -> str:
    return font.family.replace(" ", "-")

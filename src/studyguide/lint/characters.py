"""Characters: printed characters that no font has, and the package that has them.

They are looked up in the character maps of fonts, which does not need Pango.
"""

import html
import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from functools import cache, lru_cache, partial

from studyguide.guide.model import Guide
from studyguide.lint import printed_texts
from studyguide.lint.printed_texts import PrintedText, by_file
from studyguide.support.errors import Problem
from studyguide.support.paths import style_names
from studyguide.themes import fonts, theme

MOST_CODES = 4
"""A message about up to this many characters also has their code points."""

BETWEEN = r"(?:[^\S\n]|[\u200d\ufe0f])*"
"""Characters inside a run: spaces, and those that join emoji or choose their form."""

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|\w{1,40});", re.ASCII)
"""A character reference in Markdown, by name or number (CommonMark 0.31.2, 2.5)."""


def missing(guide: Guide) -> tuple[Problem, ...]:
    """A problem for each run of characters that the fonts of a declared edition do not have."""
    keep = guide.keep
    texts = [keep(("suspicious", name), (found,), partial(_suspicious, found)) for name, found in by_file(guide)]
    texts.append(_suspicious(printed_texts.drawings(guide)))
    cited = guide.sources, guide.info, frozenset(printed_texts.cited_keys(guide))
    texts.append(keep("suspicious sources", cited, lambda: _suspicious(printed_texts.sources(guide))))
    if not any(texts):
        return ()
    asked = keep.equal("known characters", _known(guide)), fonts.picture_signs(), guide.info.language
    return tuple(
        problem
        for place, found in enumerate(texts)
        for problem in keep(("missing", place), (found, *asked), partial(_missing, found, *asked))
    )


def _missing(
    texts: Iterable[PrintedText], known: Collection[int], pictures: Collection[int], language: str
) -> tuple[Problem, ...]:
    return tuple(problem for text in texts for problem in problems(text, _lost(text, known, pictures), language))


def _suspicious(texts: Iterable[PrintedText]) -> tuple[PrintedText, ...]:
    """The texts that may have more than the characters that every font has."""
    return tuple(each for each in texts if not each.text.isascii() or (each.is_block is not None and "&" in each.text))


@lru_cache(maxsize=8)
def _common(families: frozenset[str], fallbacks: tuple[fonts.Family, ...]) -> frozenset[int]:
    """The code points that all these families have, and those that the fallbacks have."""
    found = [theme.signs_of(fonts.faces(family)) for name in families if (family := fonts.find(name))]
    own = [signs for each in found for signs in each.values()]
    shared = theme.signs_of(face for family in fallbacks for face in fonts.faces(family)).values()
    return frozenset[int]().union(*shared, frozenset.intersection(*own) if own else ())


def _known(guide: Guide) -> frozenset[int]:
    """The code points that every role can print, in the themes of all editions."""
    every = {*style_names("themes")}
    themes = {edition.theme or "quiet" for edition in guide.info.editions} & every or every
    families = frozenset(name for each in themes for name in theme.families(each).values())
    return _common(families, fonts.fallbacks())


def _lost(text: PrintedText, known: Collection[int], pictures: Collection[int]) -> frozenset[str]:
    """The printed characters of a text that are not `known`; for emoji, those that are not among the `pictures`."""
    said = _ENTITY.sub(lambda found: html.unescape(found[0]), text.text) if text.is_block is not None else text.text
    found = frozenset(sign for sign in {*said} if ord(sign) not in known and not fonts.is_silent(sign))
    found |= frozenset(sign for sign in fonts.set_as_emoji(said) if ord(sign) not in pictures)
    return found.intersection(text.words) if found else found


def problems(text: PrintedText, lost: Collection[str], language: str = "en") -> Iterator[Problem]:
    """A problem for each run of these characters; if they are written as escapes, one at the beginning of the text."""
    if lost:
        signs = "".join(map(re.escape, sorted(lost)))
        found = [*re.finditer(rf"[{signs}](?:{BETWEEN}[{signs}])*", text.source)]
        runs = [*zip(_places(text, [run.start() for run in found]), (run[0] for run in found), strict=True)]
        for (line, column), run in runs or [((text.place.line, text.place.column), "".join(sorted(lost)))]:
            yield Problem(text.place.file, line, column, message(run, language))


def _places(text: PrintedText, offsets: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Line and column of offsets in the source of a text, in linear time."""
    ends = [-1, *(found.start() for found in re.finditer("\n", text.source))]
    for offset in offsets:
        number = bisect_left(ends, offset) - 1
        column = offset - ends[number] if number else text.place.column + offset
        yield text.place.line + number, column


@cache
def message(run: str, language: str = "en") -> str:
    """The message about characters that no font has, in a guide in this language."""
    signs = [*dict.fromkeys("".join(run.split()))]
    codes = f" ({', '.join(f'U+{ord(sign):04X}' for sign in signs)})" if len(signs) <= MOST_CODES else ""
    return f"No font has '{run}'{codes}. {_remedy(signs, language)}"


def _remedy(signs: Iterable[str], language: str) -> str:
    found = [names for sign in signs if (names := fonts.packages(sign))]
    if not found and all(map(_as_text, signs)):
        return "It is set as emoji: take out the invisible sign U+FE0F behind it, or install a package with emoji."
    if not found:
        return "No font package that is known here has it either. Write it in other letters, or show it in a picture."
    common = [name for name in found[0] if all(name in names for names in found)]
    if (family := fonts.han(language)) and family.package in common:
        common = [family.package]
    needed = [*dict.fromkeys(names[0] for names in found)]
    if len(common) > 1:
        return f"Install one of the packages {', '.join(common)}, or write it in other letters."
    return f"Install the package {' and '.join(common or needed)}, or write it in other letters."


def _as_text(sign: str) -> bool:
    """Whether a font has a character that is not set as emoji."""
    faces = (face for family in fonts.fallbacks() for face in fonts.faces(family))
    return any(ord(sign) in fonts.signs(face.path) for face in faces)

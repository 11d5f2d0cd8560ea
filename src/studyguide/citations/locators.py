"""Locators: places in sources, such as ``p. 12``, ``chs. 3–4``, ``act 2, scene 1`` or ``00:12:30`` (CSL, "Locators").

Pandoc knows the labels of a locator only by their words in the language of the document, so we send each label as a
word of our own, and `style_edits` makes this word a term. The style then prints the label in its own way and in the
guide's language. Labels that Pandoc lacks, and locators of several parts, are sent as text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from studyguide.citations.text import LESS

_WORDS = {
    "page": ("p page", "pp pages"),
    "volume": ("vol volume", "vols volumes"),
    "chapter": ("ch chap chapter", "chs chaps chapters"),
    "section": ("sec sect section §", "secs sects sections §§"),
    "part": ("pt part", "pts parts"),
    "paragraph": ("par para paragraph ¶", "pars paras paragraphs ¶¶"),
    "line": ("l line", "ll lines"),
    "verse": ("v verse", "vv verses"),
    "book": ("bk book", "bks books"),
    "column": ("col column", "cols columns"),
    "figure": ("fig figure", "figs figures"),
    "folio": ("fol folio", "fols folios"),
    "issue": ("no number issue", "nos numbers issues"),
    "note": ("n note", "nn notes"),
    "opus": ("op opus", "opp"),
    "sub-verbo": ("s.v", "s.vv"),
    "act": ("act", "acts"),
    "scene": ("sc scene", "scs scenes"),
    "appendix": ("app appendix", "apps appendices"),
    "article-locator": ("art article", "arts articles"),
    "canon": ("can canon", "cann canons"),
    "elocation": ("loc location", "locs locations"),
    "equation": ("eq equation", "eqs equations"),
    "rule": ("r rule", "rr rules"),
    "supplement": ("suppl supplement", "suppls supplements"),
    "table": ("tbl table", "tbls tables"),
}
"""The words that an author may write for each label of CSL: singular, and plural."""

LABELS = tuple(_WORDS)
KNOWN = (
    *("page", "volume", "chapter", "section", "part", "paragraph", "line", "verse", "book", "column", "figure"),
    *("folio", "issue", "note", "opus", "sub-verbo"),
)
"""The labels that Pandoc 3 has."""
CARRIERS = {label: f"xloc{number}x" for number, label in enumerate(KNOWN)}
"""The word that each is sent to Pandoc as."""

BARE = "opus"
"""The label of a locator that is printed without one; guides hardly cite by opus."""

PLAIN = "\uffff"
"""Begins a locator whose words are not a label for Pandoc; no file of a guide can contain this character."""
_TEXT = str.maketrans({"{": "\ufdd0", "}": "\ufdd1", "<": LESS})
"""Braces enclose a locator, and Pandoc would look for markup in it; `inlines` puts them back."""

_BY_WORD = {
    word: (label, several)
    for label, forms in _WORDS.items()
    for several, words in enumerate(forms)
    for word in words.split()
}
_LABEL = re.compile(
    rf"((?i:{'|'.join(re.escape(word) for word in sorted(_BY_WORD, key=len, reverse=True))}))(\.?)"
    r"(?:[\s\u00a0]+|(?<=[.§¶])|(?=\d))(?=\d|[ivxlcdm]+\b|[IVXLCDM]+\b|[A-Z]\b)"
)
_NUMBER = re.compile(r"(?:\d[\w-]*|[ivxlcdm]+)(?:\s*[-–,&]\s*(?:\d[\w-]*|[ivxlcdm]+))*", re.IGNORECASE)
_FIGURES = re.compile(r"\d+(?:[.:]\d+)+(?:\s*[-–]\s*\d+(?:[.:]\d+)*)?")
"""Times such as ``00:12:30``, and places such as ``2.1.3–5``."""

_SEVERAL = re.compile("[-–,&]")
_RANGE = re.compile(r"(?<![\w.-])(\d+)\s*-\s*(\d+)(?![\w.-]*\d)")
_SAME = re.compile(r"(?<![\w-])(\w+)\s*[-–]\s*\1(?![\w-])")
"""A range with the same number at both ends; styles would omit the second number."""


@dataclass(frozen=True)
class LocatorPart:
    """A label with its number; without a label, only the words."""

    label: str | None
    value: str
    word: str = ""
    """The label as the author wrote it."""
    several: bool = False


def parts(text: str) -> tuple[LocatorPart, ...]:
    """The parts of a locator: ``act 2, scene 1`` has two, ``pp. 3, 5`` has one."""
    found: list[LocatorPart] = []
    for piece in re.split(r",\s+", text.strip()):
        match = _labelled(piece)
        if match:
            label, several = _BY_WORD[match[1].lower()]
            found.append(LocatorPart(label, piece[match.end() :], match[1] + match[2], bool(several)))
        elif found:
            last = found.pop()
            found.append(LocatorPart(last.label, f"{last.value}, {piece}", last.word, last.several))
        else:
            found.append(LocatorPart("page" if _NUMBER.fullmatch(piece) else None, piece))
    return tuple(found)


def needs_terms(text: str) -> bool:
    """Whether a locator has labels that we print instead of the style."""
    found = parts(text)
    return any(part.word and (len(found) > 1 or part.label not in KNOWN) for part in found)


def has_label(text: str) -> bool:
    """Whether a locator has a part whose label is printed beside the number of its source."""
    return any(part.label for part in parts(text))


def beside_number(text: str, terms: Mapping[str, tuple[str, ...]]) -> str:
    """A locator as it follows the number of a source: a page has its label, so that it does not read like a source.

    Ranges have a dash, as Pandoc writes them.
    """
    return _RANGE.sub("\\1–\\2", ", ".join(_said(_labelled_page(part), terms) for part in parts(text)))


def words(text: str, terms: Mapping[str, tuple[str, ...]], *, has_bare: bool) -> str:
    """The words to send to Pandoc after a citation; `terms` has the singular and plural of each label."""
    first, *more = parts(text)
    if not more and first.label in CARRIERS and not ((has_bare and first.label == BARE) or _SAME.search(first.value)):
        return f"{{{CARRIERS[first.label]} {first.value.translate(_TEXT)}}}"
    if not more and not first.label and has_bare and _FIGURES.fullmatch(first.value):
        return f"{{{CARRIERS[BARE]} {first.value}}}"
    said = ", ".join(_said(part, terms) for part in (first, *more))
    return f"{{{PLAIN}{said.translate(_TEXT)}}}"


def _labelled_page(part: LocatorPart) -> LocatorPart:
    if part.label != "page" or part.word:
        return part
    several = bool(_SEVERAL.search(part.value))
    return replace(part, word=("p.", "pp.")[several], several=several)


def _labelled(piece: str) -> re.Match[str] | None:
    """The label at the beginning; one letter is a label only with its full stop."""
    match = _LABEL.match(piece)
    return match if match and (match[2] or len(match[1]) > 1 or match[1] in "§¶") else None


def _said(part: LocatorPart, terms: Mapping[str, tuple[str, ...]]) -> str:
    """A part in the guide's language: with the author's words, unless these are English and the guide is not."""
    if not part.word:
        return part.value
    translated = terms.get(part.label or "")
    word = translated[part.several] if translated else part.word
    return f"{word}\u00a0{part.value}"

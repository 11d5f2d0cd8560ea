"""The document for Pandoc, in which each citation is a paragraph; and its answer, taken apart."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from studyguide.citations import locators, own_terms, pandoc
from studyguide.citations.inlines import Inline, flat
from studyguide.citations.own_terms import Months
from studyguide.citations.styles import Style
from studyguide.citations.text import safe
from studyguide.citations.variables import NAMES
from studyguide.support.cache import Cache
from studyguide.support.errors import BuildError

Cluster = tuple[tuple[str, str | None], ...]
"""The citations in one pair of brackets: keys of sources, each with a locator or None."""

_LEADING = re.compile(r"[’'](\b[א-ת]+)")
"""An abbreviation of CSL's Hebrew terms, which have its sign in front of it; it belongs behind it."""
_TERMS = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>Terms</title>
<id>terms</id><updated>2026-01-01T00:00:00+00:00</updated></info><citation><layout>{}</layout></citation></style>"""
_TERM = '<text term="{0}" form="short" suffix="/"/><text term="{0}" form="short" plural="true" suffix="|"/>'
_ANY: dict[str, Any] = {"id": "s0", "type": "book", "title": "x"}


@dataclass(frozen=True)
class Answer:
    """Pandoc's inlines for each paragraph, and for each source that has an entry, in the order of the style."""

    paragraphs: tuple[list[Inline], ...] = ()
    entries: Mapping[str, list[Inline]] = field(default_factory=dict)


_JOINED = re.compile("[\u0900-\u0dff\u0f00-\u10ff\u1200-\u139f\u1780-\u18af]")
"""Letters of India, Georgia, Ethiopia and others: Pandoc sets names in them as in Chinese, without a space."""


@dataclass(frozen=True)
class CitationSetting:
    """The settings for citations: style, language (BCP 47) and the cache for answers."""

    style: Style
    language: str
    store: Cache
    months: Months = ()
    marks: tuple[str, ...] = ()

    def ask(self, sources: Sequence[Mapping[str, Any]], clusters: Sequence[Cluster]) -> Answer:
        """The citations and entries of CSL-JSON items. Raises `BuildError`.

        Keys may contain any letters, so each source gets a generated name for Pandoc.
        """
        if not clusters:
            return Answer()
        names = {source["id"]: f"s{number}" for number, source in enumerate(sources)}
        keys = {name: key for key, name in names.items()}
        terms = self.terms(where for where in _locators(clusters) if locators.needs_terms(where))
        paragraphs = [
            _paragraph([(names[key], self._words(where, terms)) for key, where in cluster], number)
            for number, cluster in enumerate(clusters, 1)
        ]
        items = [safe({**self._by_default, **_with_spaces(source), "id": names[source["id"]]}) for source in sources]
        style = own_terms.in_style(self.style.text, self.language, self.months, self.marks)
        blocks = pandoc.blocks(self._document(paragraphs), items, style, self.store)
        try:
            return _answer(blocks, len(clusters), keys)
        except (LookupError, TypeError, AttributeError) as error:
            raise BuildError(pandoc.UNREADABLE) from error

    @property
    def _by_default(self) -> dict[str, str]:
        """What Pandoc is told of a source that does not say it."""
        unknown = self.language.partition("-")[0] in own_terms.WITHOUT_LOCALE
        return {"language": self.language} if unknown else {}

    def _document(self, paragraphs: list[Any]) -> dict[str, Any]:
        meta = {
            "lang": {"t": "MetaString", "c": own_terms.locale(self.language)},
            "link-citations": {"t": "MetaBool", "c": True},
        }
        return {"meta": meta, "blocks": paragraphs}

    def _words(self, locator: str | None, terms: Mapping[str, tuple[str, ...]]) -> str:
        return locators.words(locator, terms, has_bare=self.style.has_bare) if locator else ""

    def terms_beside_numbers(self, clusters: Iterable[Cluster]) -> Mapping[str, tuple[str, ...]]:
        """The labels for `locators.beside_number`, see `terms`."""
        return self.terms(where for where in _locators(clusters) if locators.has_label(where))

    def terms(self, found: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """The singular and plural of each label of locators in the guide's language.

        Empty if no locator is given, and in English, where the authors' own labels are printed.
        """
        if self.language.startswith("en") or not any(found):
            return {}
        style = own_terms.in_style(_TERMS.format("".join(map(_TERM.format, locators.LABELS))), self.language)
        blocks = pandoc.blocks(self._document([_paragraph([("s0", "")], 1)]), [_ANY], style, self.store)
        said = _LEADING.sub("\\1\N{HEBREW PUNCTUATION GERESH}", _plain(blocks[0]["c"])).split("|")
        return dict(zip(locators.LABELS, (tuple(each.strip().split("/")) for each in said), strict=False))


def _locators(clusters: Iterable[Cluster]) -> Iterator[str]:
    return (where for cluster in clusters for _, where in cluster if where)


def _answer(blocks: Any, count: int, keys: Mapping[str, str]) -> Answer:
    """The answer in Pandoc's blocks: `count` paragraphs, and a division of divisions with one entry each."""
    paragraphs = tuple(list(block["c"]) for block in blocks[:count])
    if len(paragraphs) != count:
        raise LookupError
    entries = blocks[count:][0]["c"][1] if blocks[count:] else []
    listed = {keys[entry["c"][0][0].removeprefix("ref-")]: list(flat(entry["c"][1])) for entry in entries}
    return Answer(paragraphs, listed)


def _paragraph(cites: Iterable[tuple[str, str]], number: int) -> dict[str, Any]:
    return {"t": "Para", "c": [{"t": "Cite", "c": [[_cite(name, words, number) for name, words in cites], []]}]}


def _cite(name: str, words: str, number: int) -> dict[str, Any]:
    texts = [{"t": "Str", "c": word} for word in words.split(" ")] if words else []
    spaced = [part for text in texts for part in ({"t": "Space"}, text)][1:]
    return {
        "citationId": name,
        "citationPrefix": [],
        "citationSuffix": spaced,
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": number,
        "citationHash": 0,
    }


def _plain(inlines: Iterable[Any]) -> str:
    """All text in inlines."""
    parts: list[str] = []
    for inline in inlines:
        content = inline.get("c")
        if isinstance(content, str):
            parts.append(content)
        elif inline["t"] == "Space":
            parts.append(" ")
        elif isinstance(content, list):
            parts.append(_plain(part for part in _nested(content) if isinstance(part, dict)))
    return "".join(parts)


def _nested(content: list[Any]) -> Iterable[Any]:
    return content[1] if len(content) > 1 and isinstance(content[1], list) else content


def _with_spaces(source: Mapping[str, Any]) -> Mapping[str, Any]:
    """A source with a space between the family name and the given name where Pandoc leaves it out."""
    return {**source, **{role: [_spaced(name) for name in source[role]] for role in NAMES if source.get(role)}}


def _spaced(name: Mapping[str, Any]) -> Mapping[str, Any]:
    given = str(name.get("given") or "")
    return {**name, "given": f"\N{NO-BREAK SPACE}{given}"} if name.get("family") and _JOINED.match(given) else name

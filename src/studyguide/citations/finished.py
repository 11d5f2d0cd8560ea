"""Pandoc's answer for a publication's citations, and the list of works as we print it."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from studyguide.citations import arabic_signs, foreign_titles, inlines, own_terms, wide_citations
from studyguide.citations.document import CitationSetting, Cluster
from studyguide.citations.order import Listing, ordered
from studyguide.citations.text import escape
from studyguide.citations.variables import NAMES
from studyguide.support import titles

_OTHER_TYPES = ("document", "webpage", "report")
"""The types to try for a source if the style has no entries for its own type, such as interviews."""


class Finished:
    """Pandoc's answer for all citations and entries of a publication."""

    def __init__(
        self,
        setting: CitationSetting,
        sources: Mapping[str, Mapping[str, Any]],
        clusters: list[Cluster],
        keys: Iterable[str],
        listing: Listing,
    ) -> None:
        self.setting, self._listing = setting, listing
        cited = dict.fromkeys(key for cluster in clusters for key, _ in cluster)
        self._keys = list(dict.fromkeys([*cited, *sorted(keys)]))
        self._sources = {key: sources[key] for key in self._keys}
        self._count = len(clusters)
        # After all others, so that no number changes: sources listed without a citation, and possibly ambiguous ones.
        self._bare = [key for key in self._keys if key not in cited or self._may_be_ambiguous(key)]
        self._answer = setting.ask(list(self._sources.values()), [*clusters, *(((key, None),) for key in self._bare)])
        self._wholes = self._ambiguous()

    def key(self, name: str) -> str:
        """The key of the source that has a generated name."""
        return self._keys[int(name.removeprefix("s"))]

    def cites(self) -> Sequence[list[Any]]:
        """The inlines of each citation."""
        return self._answer.paragraphs[: self._count]

    def told(self, key: str, html: str) -> str:
        """What was printed of a source, see `foreign_titles`."""
        return foreign_titles.told(html, self._sources[key], self.setting.language)

    def whole(self, key: str) -> str:
        """The addition to a citation that reads like that of another source, see `_ambiguous`."""
        return self._wholes.get(key, "")

    @cached_property
    def entries(self) -> dict[str, str]:
        """The entry of each source, in the order of the style."""
        entries = {key: self.told(key, self._entry(entry)) for key, entry in self._with_other_types().items()}
        if self.setting.style.is_numbered:
            return entries
        return ordered(entries, self._sources, self._listing)

    def _entry(self, entry: list[Any]) -> str:
        text = own_terms.inflected(inlines.html(entry).strip(), self.setting.months)
        language = self.setting.language
        text = arabic_signs.written(titles.all_marked(text, language), language)
        text = wide_citations.counted(text, language)
        if self.setting.style.name.startswith("modern-language-association"):  # MLA 9, 5.93 and 5.95
            text = re.sub(r'(<a class="url" href="[^"]*">)https?://', r"\1", text)
        return text

    def _with_other_types(self) -> dict[str, list[Any]]:
        """Every source with its entry; if the style omits one, the entry of another type."""
        listed: dict[str, list[Any]] = {key: self._answer.entries.get(key, []) for key in self._order()}
        for kind in _OTHER_TYPES:
            bare = [{**self._sources[key], "type": kind} for key, entry in listed.items() if not entry]
            clusters: list[Cluster] = [((str(source["id"]), None),) for source in bare]
            listed |= {key: entry for key, entry in self.setting.ask(bare, clusters).entries.items() if entry}
        named = {key: [{"t": "Str", "c": f"{self._title(key)}."}] for key, entry in listed.items() if not entry}
        return listed | named

    def _order(self) -> list[str]:
        return list(dict.fromkeys([*self._answer.entries, *self._keys]))

    def _title(self, key: str) -> str:
        return str(self._sources[key].get("title") or self._sources[key].get("URL") or key)

    def _may_be_ambiguous(self, key: str) -> bool:
        """Whether it is cited by its title, so that other citations may read alike."""
        style = self.setting.style
        return not (style.is_numbered or style.is_note or any(self._sources[key].get(role) for role in NAMES))

    def _ambiguous(self) -> dict[str, str]:
        """Container titles of sources without a name whose citations read alike, to tell them apart (MLA 9, 6.8)."""
        paragraphs = zip(self._bare, self._answer.paragraphs[self._count :], strict=True)
        texts = {key: inlines.html(paragraph) for key, paragraph in paragraphs if self._may_be_ambiguous(key)}
        count = Counter(texts.values())
        return {
            key: titles.all_marked(f", <cite>{escape(str(whole))}</cite>", self.setting.language)
            for key, text in texts.items()
            if count[text] > 1 and (whole := self._sources[key].get("container-title"))
        }

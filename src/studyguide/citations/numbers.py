"""The numbers of sources in the works cited, which a format may print in place of the names in a citation.

They are attributes, so a body is the same for all formats. Styles whose citations are numbers or notes need none.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from studyguide.citations import arabic_signs, locators, wide_citations
from studyguide.citations.document import Cluster
from studyguide.citations.finished import Finished
from studyguide.citations.text import escape


@dataclass(frozen=True)
class Unnumbered:
    """The part of a publication whose citations get no numbers: the pages that only teachers have."""

    bodies: int = 0
    """The number of its bodies, which are the last ones."""
    also: frozenset[str] = frozenset()
    """Keys of sources that are listed although no printed text cites them."""


@dataclass(frozen=True)
class SourceNumbers:
    """The number of each source by its key, in the order of the list; and the labels of locators beside numbers."""

    of: Mapping[str, int] = field(default_factory=dict)
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    language: str = "en"

    def attributes(self, key: str, locator: str | None = None) -> str:
        """The attributes of a citation's link, or of an entry; empty without a number."""
        if key not in self.of:
            return ""
        place = wide_citations.counted(locators.beside_number(locator, self.terms), self.language) if locator else ""
        said = arabic_signs.written(escape(place), self.language)
        where = f' data-locator="{said}"' if said else ""
        return f' data-number="{self.of[key]}"{where}'


def numbered(finished: Finished, clusters: Iterable[Cluster], also: Iterable[str]) -> SourceNumbers:
    """The numbers of all sources that are cited in `clusters`, or are in `also`, counted in the order of the list."""
    clusters = list(clusters)
    keys = {key for cluster in clusters for key, _ in cluster}.union(also)
    listed = (key for key in finished.entries if key in keys)
    numbers = {key: number for number, key in enumerate(listed, 1)}
    return SourceNumbers(numbers, finished.setting.terms_beside_numbers(clusters), finished.setting.language)

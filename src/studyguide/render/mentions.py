"""Where the people of a cast are named, by links to them and by the names that the index finds them by."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from studyguide import markdown
from studyguide.languages import conventions
from studyguide.languages.labels import Labels
from studyguide.render import index_names
from studyguide.render.index_context import Context
from studyguide.render.index_terms import IndexEntry


class Mentions:
    """Finds people in the texts of a guide."""

    def __init__(self, names: Mapping[str, str], texts: Iterable[str], labels: Labels) -> None:
        """`names` are plain, by id; `texts`, in Markdown, are all in which people are sought."""
        said = " ".join(map(words, texts))
        ids: dict[str, set[str]] = {}
        for name, whole in names.items():
            ids.setdefault(whole, set()).add(name)
        entries = index_names.named((IndexEntry(whole, ids=frozenset(found)) for whole, found in ids.items()), labels)
        small = {word for word in re.findall(r"\w+", said) if word.islower()}
        common = {name for name in index_names.single_words(entries) if name.lower() in small - {name}}
        found = index_names.without_doubtful(entries, common, labels.language)
        self._by_name = {name: entry for entry in found for name in entry.names}
        longest = sorted(self._by_name, key=lambda name: (-len(name), name))
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest)) or '(?!)'})(?![\w-])")
        self._context = Context(said, conventions.honorifics(labels))

    def people(self, texts: Iterable[str]) -> frozenset[str]:
        """The ids of the people that some texts in Markdown name."""
        return frozenset(name for text in texts for name in self._people(text))

    def _people(self, text: str) -> Iterable[str]:
        said, targets = _read(text)
        for match in self._pattern.finditer(said):
            entry = self._by_name[match[0]]
            if self._context.is_name(match, entry):
                yield from entry.ids
        yield from targets


def words(text: str) -> str:
    """The words of a text in Markdown."""
    return _read(text)[0]


@lru_cache(maxsize=2048)
def _read(text: str) -> tuple[str, tuple[str, ...]]:
    """The words of a text, and the targets of its references."""
    said = " ".join(passage.words for passage in markdown.passages(text, block=True))
    return said, tuple(each.target.removeprefix("#") for each in markdown.references(text, block=True))

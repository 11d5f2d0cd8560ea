"""Text sources: which text of a chapter each element of a section shows, for a preview that leads to the file.

Filters get the very text object that the guide holds, which selecting and copying never replace. So a table from the
identity of a text to its path names the text of each element; templates know nothing of it. An element has the paths in
an attribute, ``data-source="plot:parts/0/scenes/2/text:4"``: the chapter, the path in its file, and the line in the
text, from 0. Without these attributes, a body is the same as one that was made without sources.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote, unquote

from studyguide.guide.model import Chapter, Guide, Path_
from studyguide.guide.walk import named, strings

ATTRIBUTE = "data-source"
_MARKUP = re.compile(
    r'<x-source of="(?P<source>[^"]*)"/>|(?P<closing></[^>]*>)'
    r'|(?P<opening><[a-zA-Z](?:[^"/>]|"[^"]*"|/(?!>))*)(?P<end>/?>)'
)
_ID = re.compile(r'\sid="([^"]*)"')
_WRITTEN = re.compile(rf' {ATTRIBUTE}="[^"]*"')


@dataclass(frozen=True)
class TextSources:
    """The paths of one chapter's texts and items. It holds the chapter, so the identities stay true."""

    chapter: Chapter
    texts: Mapping[int, Path_]
    """The identity of each text that is only in one place, and its path."""
    items: Mapping[str, Path_]
    """The id of each item, and its path."""

    @classmethod
    def of(cls, chapter: Chapter) -> "TextSources":
        """Those of a chapter as it was written."""
        found = [(id(text), path) for path, _, text in strings(chapter)]
        count = Counter(name for name, _ in found)
        texts = {name: path for name, path in found if count[name] == 1}
        return cls(chapter, texts, {name: path for path, name, _ in named(chapter) if path})

    def mark(self, text: str, line: int = 0) -> str:
        """A placeholder behind a text of the chapter, which `placed` moves into the element around it."""
        path = self.texts.get(id(text))
        return "" if path is None else f'<x-source of="{self._written(path, line)}"/>'

    def placed(self, body: str) -> str:
        """A body in which each element has the sources of the texts directly in it, and of the item that it is."""
        parts: list[str] = []
        found: dict[int, list[str]] = {}
        inside: list[int] = []
        at = 0
        for match in _MARKUP.finditer(body):
            parts.append(body[at : match.start()])
            at = match.end()
            if match["source"] is not None:
                found.setdefault(inside[-1], []).append(match["source"])
            elif match["closing"]:
                inside.pop()
                parts.append(match[0])
            else:
                parts += [match["opening"], "", match["end"]]
                place = len(parts) - 2
                if (name := _ID.search(match["opening"])) and name[1] in self.items:
                    found[place] = [self._written(self.items[name[1]], 0)]
                if match["end"] == ">":
                    inside.append(place)
        for place, sources in found.items():
            parts[place] = f' {ATTRIBUTE}="{" ".join(dict.fromkeys(sources))}"'
        return "".join([*parts, body[at:]])

    def _written(self, path: Path_, line: int) -> str:
        return source_of(self.chapter.id, path, line)


def text_sources(guide: Guide) -> Mapping[str, TextSources]:
    """The sources of each chapter of a guide as it was written."""
    return {
        each.id: guide.keep(("text sources", each.id), (each,), partial(TextSources.of, each))
        for each in guide.chapters
    }


def without_sources(body: str) -> str:
    """A body, or a page, without the attributes."""
    return _WRITTEN.sub("", body)


def source_of(chapter: str, path: Path_, line: int) -> str:
    """The source of a line of a text, as an attribute has it."""
    return f"{chapter}:{'/'.join(quote(str(step), safe='') for step in path)}:{line}"


def path_of(source: str) -> tuple[str, Path_, int]:
    """The chapter, the path and the line that an attribute names. Raises `ValueError` for another text."""
    chapter, path, line = source.split(":")
    steps = [unquote(step) for step in path.split("/")] if path else []
    return chapter, tuple(int(step) if step.isdecimal() else step for step in steps), int(line)

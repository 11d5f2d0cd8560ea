"""Citations: Pandoc's citeproc (CSL 1.0.2) sets all citations of a finished publication in one call.

Templates write `mark` for a citation and `works` for the list of works, because a number, an *ibid.* or a first full
note depends on all citations before it. `Citations.settled` replaces both.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain, repeat
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote, unquote

from studyguide.citations import inlines, styles
from studyguide.citations.document import CitationSetting, Cluster
from studyguide.citations.finished import Finished
from studyguide.citations.numbers import SourceNumbers, Unnumbered, numbered
from studyguide.citations.order import Listing
from studyguide.citations.styles import Style
from studyguide.citations.text import escape
from studyguide.support.cache import Cache
from studyguide.support.errors import BuildError

__all__ = ["Citations", "Cluster", "Form", "Listing", "Unnumbered", "mark", "works"]

Form = Literal["text", "part"]
"""The form of a citation: in running text, or as a part of brackets with other words."""

NUMBERED = Unnumbered()
"""No part without numbers."""

_MARK = re.compile(r'(\s*)<x-cite in="(text|part)" of="([^"]*)"/>([.,]?)')
_LIST = re.compile(r'<x-works(?: of="([^"]*)")?(?: none="([^"]*)")?/>\n?')


@dataclass(frozen=True)
class _Mark:
    cluster: Cluster
    form: str

    @classmethod
    def of(cls, match: re.Match[str]) -> "_Mark":
        return cls(tuple((key, locator) for key, locator in json.loads(unquote(match[3]))), match[2])


def mark(cluster: Cluster, form: Form) -> str:
    """A placeholder for a citation, which `Citations.settled` replaces."""
    return f'<x-cite in="{form}" of="{quote(json.dumps(cluster))}"/>'


def works(keys: Sequence[str] | None, none: str = "") -> str:
    """A placeholder for the entries of all cited sources, or of `keys` in a list; `none` is said in place of a list."""
    of = "" if keys is None else f' of="{quote(json.dumps(list(keys)))}"'
    return f'<x-works{of} none="{quote(none)}"/>' if none else f"<x-works{of}/>"


class Citations:
    """The citations of one publication.

    `sources` are CSL-JSON items; `style` and `folder` are those of `styles.read`; `listing` orders the works cited, and
    `listed` says whether they are listed, so that citations can lead there.
    """

    def __init__(
        self,
        sources: Sequence[Mapping[str, Any]],
        style: str,
        folder: Path,
        listing: Listing,
        *,
        listed: bool = True,
    ) -> None:
        self._listing = listing
        self._sources = {str(source["id"]): source for source in sources}
        self._named = (style, folder)
        self._listed = listed

    @cached_property
    def style(self) -> Style:
        """The style. Raises `BuildError` if it cannot be used."""
        try:
            return styles.read(*self._named)
        except styles.StyleError as error:
            raise BuildError(str(error)) from error

    def settled(
        self,
        bodies: Sequence[str],
        store: Cache,
        also: Collection[str] = (),
        unnumbered: Unnumbered = NUMBERED,
    ) -> list[str]:
        """The bodies of a publication, in its order, with their citations and works cited.

        `also` are keys of sources that are listed although no printed text cites them. Raises `BuildError`.
        """
        marks = [[_Mark.of(match) for match in _MARK.finditer(body)] for body in bodies]
        lists = [_keys(match) for body in bodies for match in _LIST.finditer(body)]
        found = list(chain.from_iterable(marks))
        if not found and not lists:
            return list(bodies)
        cited = {key for mark in found for key, _ in mark.cluster} | self._known({*also, *unnumbered.also})
        keys = cited | self._known(key for keys in lists for key in keys or ())
        setting = CitationSetting(self.style, self._listing.language, store)
        finished = Finished(setting, self._sources, [mark.cluster for mark in found], keys, self._listing)
        first = list(chain.from_iterable(marks[: len(bodies) - unnumbered.bodies]))
        numbers = self._numbers(finished, first, also) if None in lists else SourceNumbers()
        shown = chain(repeat(numbers, len(first)), repeat(SourceNumbers()))
        texts = self._texts(bodies, found, finished, shown)
        put = partial(_MARK.sub, lambda match: _joined(match[1], next(texts), match[4], setting))
        return [_LIST.sub(lambda match: _list(match, cited, finished, numbers), put(body)) for body in bodies]

    def _known(self, keys: Iterable[str]) -> set[str]:
        return {key for key in keys if key in self._sources}

    def _numbers(self, finished: Finished, marks: Iterable[_Mark], also: Collection[str]) -> SourceNumbers:
        if not self._listed or self.style.is_numbered or self.style.is_note:
            return SourceNumbers()
        return numbered(finished, [mark.cluster for mark in marks], also)

    def _texts(
        self, bodies: Sequence[str], marks: list[_Mark], finished: Finished, shown: Iterable[SourceNumbers]
    ) -> Iterator[str]:
        """The XHTML of each citation; `shown` are its numbers."""
        inside = _in_notes(bodies) if self.style.is_note else repeat(False)  # noqa: FBT003 (itertools' signature)
        for mark, text, numbers, in_note in zip(marks, finished.cites(), shown, inside, strict=False):
            yield self._written(mark, text, finished, numbers, in_note=in_note)

    def _written(
        self, mark: _Mark, paragraph: list[Any], finished: Finished, numbers: SourceNumbers, *, in_note: bool
    ) -> str:
        style = finished.setting.style
        text = self._linked(mark.cluster, paragraph, finished, numbers)
        if finished.setting.language == "en-US":  # Pandoc moves a full stop into quotation marks, but not into a link
            text = re.sub(r"([’”]+(?:</\w+>)*)\.$", r".\1", text)
        if style.is_note:
            return text.removesuffix(style.suffix) if in_note else f'<span class="note">{text}</span>'
        if mark.form != "part" or style.is_numbered:
            return f'<span class="citation">{text}</span>'
        text = text.removeprefix(style.prefix).removesuffix(style.suffix)
        return f'<span class="citation-part">{text}</span>' if numbers.of else text

    def _linked(self, cluster: Cluster, paragraph: list[Any], finished: Finished, numbers: SourceNumbers) -> str:
        """A citation with its links; they have numbers only if every source has a link."""
        left = list(cluster)

        def linked(name: str, text: str) -> str:
            key = finished.key(name)
            text += finished.whole(key)
            item = next((item for item in left if item[0] == key), None)
            if item:
                left.remove(item)
            beside = numbers.attributes(*item) if item else ""
            return f'<a class="cite" href="#{anchor(key)}"{beside}>{text}</a>' if self._listed else text

        text = inlines.html(paragraph, linked)
        return text if not left or not numbers.of else self._linked(cluster, paragraph, finished, SourceNumbers())


def _keys(match: re.Match[str]) -> list[str] | None:
    """The keys of a list of works; None for the list of all cited sources."""
    return None if match[1] is None else list(json.loads(unquote(match[1])))


def _list(match: re.Match[str], cited: Collection[str], finished: Finished, numbers: SourceNumbers) -> str:
    wanted = _keys(match)
    keys = cited if wanted is None else set(wanted)
    lines = []
    for key, entry in finished.entries.items():
        if key in keys:
            name = f' id="{anchor(key)}"' if wanted is None or key not in cited else ""
            number = numbers.attributes(key) if wanted is None else ""
            lines.append(f"<li{name}{number}>{entry}</li>\n")
    if not lines and match[2]:
        return f"<li>{escape(unquote(match[2]))}</li>\n"
    return "".join(lines)


def _in_notes(bodies: Iterable[str]) -> Iterator[bool]:
    """Whether each mark of a citation is inside a note: notes may not contain notes."""
    from lxml import etree

    for body in bodies:
        for mark in etree.fromstring(body).iter("x-cite"):
            yield any("note" in each.get("class", "").split() for each in mark.iterancestors())


def anchor(key: str) -> str:
    """The id of a source in the list of works; XML does not allow all characters of a key in an id."""
    return "source--" + re.sub(r"[^\w.:-]", lambda sign: f"_{ord(sign[0]):x}_", key)


def _joined(space: str, text: str, sign: str, setting: CitationSetting) -> str:
    """A citation with the space before and the stop after it: superscripts and note marks follow a word directly.

    In English they follow its full stop or comma, too.
    """
    if not setting.style.is_raised and not text.startswith('<span class="note">'):
        return f"{space}{text}{sign}"
    return f"{sign}{text}" if setting.language.startswith("en") else f"{text}{sign}"

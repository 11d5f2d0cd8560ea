"""Citations: Pandoc's citeproc (CSL 1.0.2) sets all citations of a finished publication in one call.

Templates write `mark` for a citation and `works` for the list of works, because a number, an *ibid.* or a first full
note depends on all citations before it. `Citations.settled` replaces both.
"""

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain, islice, repeat
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from studyguide.citations import arabic_signs, inlines, own_terms, styles, wide_citations
from studyguide.citations.document import CitationSetting, Cluster
from studyguide.citations.finished import Finished
from studyguide.citations.marks import LIST, MARK, Form, Mark, Marks, keys_of, mark, works
from studyguide.citations.numbers import SourceNumbers, Unnumbered, numbered
from studyguide.citations.order import Listing
from studyguide.citations.styles import Style
from studyguide.citations.text import escape
from studyguide.support import titles
from studyguide.support.errors import BuildError
from studyguide.support.keep import Keep

__all__ = ["Citations", "Cluster", "Form", "Listing", "Unnumbered", "mark", "works"]

NUMBERED = Unnumbered()
"""No part without numbers."""


@dataclass(frozen=True)
class _Set:
    """Pandoc's answer, the numbers of sources, and the XHTML of each citation."""

    finished: Finished
    numbers: SourceNumbers
    texts: tuple[str, ...]


@dataclass(frozen=True)
class _Put:
    """Puts citations into bodies, one after the other."""

    whole: _Set
    cited: frozenset[str]
    texts: Iterator[str]

    def into(self, read: Marks, body: str, keep: Callable[[tuple[Any, ...], Callable[[], str]], str]) -> str:
        """The body with its citations and works."""
        texts = tuple(islice(self.texts, len(read.marks)))
        works = (self.whole, self.cited) if read.lists else ()
        return keep((body, texts, *works), lambda: self._written(body, iter(texts)))

    def _written(self, body: str, texts: Iterator[str]) -> str:
        finished, numbers = self.whole.finished, self.whole.numbers
        put = MARK.sub(lambda match: _joined(match[1], next(texts), match[4], finished.setting), body)
        return LIST.sub(lambda match: _list(match, self.cited, finished, numbers), put)


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
        keep: Keep,
        also: Collection[str] = (),
        unnumbered: Unnumbered = NUMBERED,
        name: Hashable = "",
    ) -> list[str]:
        """The bodies of a publication, in its order, with their citations and works cited.

        `also` are keys of sources that are listed although no printed text cites them. What was kept under the `name`
        of the publication is used again. Raises `BuildError`.
        """
        read = [keep(("read", name, place), (body,), partial(Marks.of, body)) for place, body in enumerate(bodies)]
        marks = tuple(chain.from_iterable(each.marks for each in read))
        lists = [keys for each in read for keys in each.lists]
        if not marks and not lists:
            return list(bodies)
        cited = frozenset(key for mark in marks for key, _ in mark.cluster) | self._known({*also, *unnumbered.also})
        keys = cited | self._known(key for keys in lists for key in keys or ())
        first = sum(len(each.marks) for each in read[: len(bodies) - unnumbered.bodies])
        listed = frozenset(also) if None in lists else None
        listing = self._listing
        setting = CitationSetting(self.style, listing.language, keep.cache, listing.months, listing.marks)
        said = tuple((mark.cluster, mark.form) for mark in marks)
        notes = tuple(bodies) if self.style.is_note else ()
        made_of = said, keys, first, listed, notes, self._listed, self.style.text, self.style.name
        whole = keep(
            ("cited", name),
            (*made_of, self._listing.language, self._listing.made_of, *self._sources.values()),
            lambda: self._set(
                Finished(setting, self._sources, [each for each, _ in said], keys, self._listing),
                marks,
                first,
                listed,
                notes,
            ),
        )
        put = _Put(whole, cited, iter(whole.texts))
        return [
            put.into(each, body, partial(keep, ("with citations", name, place)))
            for place, (each, body) in enumerate(zip(read, bodies, strict=True))
        ]

    def _set(
        self,
        finished: Finished,
        marks: Sequence[Mark],
        first: int,
        listed: Collection[str] | None,
        bodies: Sequence[str],
    ) -> _Set:
        """The texts of all citations; the `first` ones have numbers if all cited sources are `listed`."""
        numbers = SourceNumbers() if listed is None else self._numbers(finished, marks[:first], listed)
        shown = chain(repeat(numbers, first), repeat(SourceNumbers()))
        return _Set(finished, numbers, tuple(self._texts(bodies, marks, finished, shown)))

    def _known(self, keys: Iterable[str]) -> frozenset[str]:
        return frozenset(key for key in keys if key in self._sources)

    def _numbers(self, finished: Finished, marks: Iterable[Mark], also: Collection[str]) -> SourceNumbers:
        if not self._listed or self.style.is_numbered or self.style.is_note:
            return SourceNumbers()
        return numbered(finished, [mark.cluster for mark in marks], also)

    def _texts(
        self, bodies: Sequence[str], marks: Sequence[Mark], finished: Finished, shown: Iterable[SourceNumbers]
    ) -> Iterator[str]:
        """The XHTML of each citation; `shown` are its numbers."""
        inside = _in_notes(bodies) if self.style.is_note else repeat(False)  # noqa: FBT003 (itertools' signature)
        for each, text, numbers, in_note in zip(marks, finished.cites(), shown, inside, strict=False):
            yield self._written(each, text, finished, numbers, in_note=in_note)

    def _written(
        self, mark: Mark, paragraph: list[Any], finished: Finished, numbers: SourceNumbers, *, in_note: bool
    ) -> str:
        style = finished.setting.style
        text = self._linked(mark.cluster, paragraph, finished, numbers)
        if finished.setting.language == "en-US":  # Pandoc moves a full stop into quotation marks, but not into a link
            text = re.sub(r"([’”]+(?:</\w+>)*)\.$", r".\1", text)
        if finished.setting.language.startswith("fr"):  # styles have the semicolon of English
            text = re.sub(r"(?<=[^\s;]); (?=<a )", "\N{NARROW NO-BREAK SPACE}; ", text)
        if style.is_note:
            return text.removesuffix(style.suffix) if in_note else f'<span class="note">{text}</span>'
        if mark.form != "part" or style.is_numbered:
            text = wide_citations.bracketed(text, finished.setting.language)
            return f'<span class="citation">{text}</span>'
        text = wide_citations.bracketed(
            text.removeprefix(style.prefix).removesuffix(style.suffix), finished.setting.language
        )
        return f'<span class="citation-part">{text}</span>' if numbers.of else text

    def _linked(self, cluster: Cluster, paragraph: list[Any], finished: Finished, numbers: SourceNumbers) -> str:
        """A citation with its links; they have numbers only if every source has a link."""
        left = list(cluster)

        def linked(name: str, text: str) -> str:
            key = finished.key(name)
            text = finished.told(key, text) + finished.whole(key)
            item = next((item for item in left if item[0] == key), None)
            if item:
                left.remove(item)
            beside = numbers.attributes(*item) if item else ""
            return f'<a class="cite" href="#{anchor(key)}"{beside}>{text}</a>' if self._listed else text

        text = own_terms.inflected(inlines.html(paragraph, linked), finished.setting.months)
        language = finished.setting.language
        text = arabic_signs.written(titles.all_marked(text, language), language)
        text = wide_citations.counted(text, language)
        return text if not left or not numbers.of else self._linked(cluster, paragraph, finished, SourceNumbers())


def _list(match: re.Match[str], cited: Collection[str], finished: Finished, numbers: SourceNumbers) -> str:
    wanted = keys_of(match)
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
        for place in etree.fromstring(body).iter("x-cite"):
            yield any("note" in each.get("class", "").split() for each in place.iterancestors())


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

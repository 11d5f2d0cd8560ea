"""The answers to questions that a chapter's template may ask about the whole guide."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import cached_property, partial
from itertools import chain
from textwrap import shorten
from typing import Any, Concatenate, ParamSpec, TypeVar

from pydantic import BaseModel

from studyguide import markdown
from studyguide.citations import Citations, Unnumbered
from studyguide.guide import cited, phases
from studyguide.guide.chapters.context import Context
from studyguide.guide.chapters.plot import Plot
from studyguide.guide.divisions import full_titles, short_titles
from studyguide.guide.items import Item
from studyguide.guide.model import Chapter, Guide
from studyguide.guide.walk import items, named, roles
from studyguide.languages import language_marks
from studyguide.render import index_terms
from studyguide.render.coverage import Coverage, coverage
from studyguide.render.facts import Fact, sheet
from studyguide.render.index_terms import IndexEntry
from studyguide.render.works_listing import works_listing
from studyguide.render.year_table import YearTable, year_table

P = ParamSpec("P")
T = TypeVar("T")

_LABELS = (
    "title",
    "term",
    "name",
    "question",
    "element",
    "label",
    "topic",
    "place",
    "who",
    "body",
    "what",
    "point",
    "currency",
    "words",
)
"""The fields that can serve as an item's title; the first that is filled in is used."""

_LONGEST = 60
"""The most characters of a quotation that serves as its own title."""


class WholeGuide:
    """Answers about a guide that `editions.select` has reduced to the content its readers may see.

    Sections ask through `Asked`, which remembers the answers: a section can be used again while they are the same.
    """

    def __init__(self, guide: Guide, index: tuple[IndexEntry, ...] = ()) -> None:
        self.guide = guide
        listed = any(chapter.kind == "works-cited" for chapter in guide.chapters)
        listing = works_listing(guide.info.labels)
        self.citations = Citations(guide.sources, guide.info.citation_style, guide.folder, listing, listed=listed)
        self._index = index

    def settled(self, bodies: Sequence[str], for_teachers: int = 0, name: Hashable = "") -> list[str]:
        """The bodies of a publication, in its order, with citations and works cited. Raises `BuildError`.

        Students do not have the last bodies, as many as `for_teachers`. What has not changed in the publication of
        that `name` is not set again.
        """
        own = frozenset(key for work in self.guide.info.works for key in work.sources)
        also = own | self._named_sources("student")
        unnumbered = Unnumbered(for_teachers, self._named_sources("teacher"))
        return self.citations.settled(bodies, self.guide.keep, also, unnumbered, name)

    def _named_sources(self, audience: str) -> frozenset[str]:
        """The keys of the sources that items name in the chapters for an audience."""
        keep, chapters = self.guide.keep, [each for each in self.guide.chapters if each.audience == audience]
        named = [keep(("sources of items", each.id), (each,), partial(cited.named, each)) for each in chapters]
        return frozenset(chain.from_iterable(named))

    def title(self, target: str) -> str | None:
        """The plain title of the item or chapter with an id; None if this edition has no such id."""
        return self._titles.get(target)

    def full_title(self, target: str) -> str | None:
        """The same with what finds a scene in its work, if it has a number there: *Chapter 12: The trial*."""
        return self._full_titles.get(target) or self.title(target)

    def short_title(self, target: str) -> str | None:
        """What finds a scene, without its title: *Scene 6*."""
        return self._short_titles.get(target) or self.title(target)

    def home(self, target: str) -> str | None:
        """The id of the chapter that contains an id."""
        return self._homes.get(target)

    def is_term(self, target: str) -> bool:
        """Whether an id is that of a word in the glossary."""
        return target in self._terms

    def is_source(self, key: str) -> bool:
        """Whether there is a source with this key."""
        return key in self._sources

    def cites_apart(self) -> bool:
        """Whether citations are numbers or notes, which never share brackets with other words."""
        return self.citations.style.is_note or self.citations.style.is_numbered

    def cites_by_number(self) -> bool:
        """Whether citations are numbers, with the brackets of the style."""
        return self.citations.style.is_numbered

    def plots(self) -> tuple[Plot, ...]:
        """The chapters that tell a plot."""
        return tuple(chapter for chapter in self.guide.chapters if isinstance(chapter, Plot))

    def phase(self, name: phases.Phase, work: str | None) -> str:
        """A phase of the study of the work with an id, or of the works whose story the guide tells."""
        info = self.guide.info
        return phases.name(name, phases.studied(self.guide.chapters, info, work), info)

    def activity(self) -> str:
        """How a class studies all works of the guide, such as ``reading``; empty if there are several ways."""
        return phases.activity(self.guide.info.works)

    def year_table(self, name: str) -> YearTable | None:
        """The years of a chapter of context, beside those of the plots."""
        chapter = next(each for each in self.guide.chapters if each.id == name and isinstance(each, Context))
        return year_table(chapter, self.plots(), self.guide.info.works)

    def coverage(self) -> Coverage | None:
        """The coverage of the guide's questions."""
        return self._coverage

    def fact_sheet(self) -> dict[str, list[Fact]]:
        """The short facts of each chapter with any."""
        return self._facts

    def index(self) -> dict[str, list[IndexEntry]]:
        """The entries of the index under their first letters."""
        return index_terms.groups(self._index, self.guide.info.labels)

    @cached_property
    def _titles(self) -> dict[str, str]:
        return {name: title for each in self.guide.chapters for name, title in self._named(each) if title is not None}

    @cached_property
    def _full_titles(self) -> dict[str, str]:
        marked = language_marks.marked if self.guide.info.is_marked else None
        found = full_titles(self.plots(), self.guide.info)
        return {name: markdown.plain(title, marked) for name, title in found.items()}

    @cached_property
    def _short_titles(self) -> dict[str, str]:
        return short_titles(self.plots(), self.guide.info)

    @cached_property
    def _homes(self) -> dict[str, str]:
        return {name: each.id for each in self.guide.chapters for name, _ in self._named(each)}

    @cached_property
    def _terms(self) -> frozenset[str]:
        glossaries = (each for each in self.guide.chapters if each.kind == "glossary")
        terms = (item for each in glossaries for _, item in items(each) if isinstance(item, Item))
        return frozenset(term.id for term in terms if term.id)

    @cached_property
    def _sources(self) -> frozenset[str]:
        return frozenset(str(source["id"]) for source in self.guide.sources)

    @cached_property
    def _coverage(self) -> Coverage | None:
        return coverage(self.guide)

    @cached_property
    def _facts(self) -> dict[str, list[Fact]]:
        return sheet(self.guide)

    def _named(self, chapter: Chapter) -> tuple[tuple[str, str | None], ...]:
        is_marked = self.guide.info.is_marked
        make = partial(tuple, _named(chapter, is_marked=is_marked))
        return self.guide.keep(("named", chapter.id, is_marked), (chapter,), make)


class Asked:
    """The questions that one section has asked, and their answers."""

    def __init__(self, whole: WholeGuide) -> None:
        self._whole = whole
        self._answers: dict[tuple[Callable[..., Any], tuple[Any, ...]], Any] = {}

    def __call__(self, question: Callable[Concatenate[WholeGuide, P], T], *about: P.args, **_named: P.kwargs) -> T:
        """The answer to a question: a function that takes the whole guide, such as a method of it, and arguments."""
        asked: Any = question, about
        if asked not in self._answers:
            self._answers[asked] = question(self._whole, *about, **_named)
        answer: T = self._answers[asked]
        return answer

    def holds(self, whole: WholeGuide) -> bool:
        """Whether another whole guide gives the same answers."""
        return all(question(whole, *about) == answer for (question, about), answer in self._answers.items())


def _named(chapter: Chapter, *, is_marked: bool) -> Iterator[tuple[str, str | None]]:
    """Every id, and the plain title of its item, without which no link can print it."""
    for _, name, item in named(chapter):
        label = next((field for field in _LABELS if getattr(item, field, None)), None)
        yield name, _plain(item, label, is_marked=is_marked) if label else None


def _plain(item: BaseModel, label: str, *, is_marked: bool) -> str:
    """The title of an item; with marks at what is in another language, if it is for a page."""
    role, text = roles(type(item))[label], str(getattr(item, label))
    language = (getattr(item, "lang", None) or getattr(item, "title_lang", None)) if is_marked else None
    if role is None or role.name == "plain":  # the title of a chapter has no markup
        said = text
    elif role.exact:
        said = shorten(markdown.plain(text), _LONGEST, placeholder=" …")
    else:
        said = markdown.plain(text, language_marks.marked if is_marked else None)
    return language_marks.marked(said, language) if language else said

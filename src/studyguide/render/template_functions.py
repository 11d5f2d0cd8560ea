"""The functions that templates of chapters may call, and the targets of links, citations and images."""

import calendar
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from studyguide import markdown
from studyguide.citations import Citations, Form
from studyguide.guide import cited
from studyguide.guide.items import Claim, Item
from studyguide.guide.model import Guide
from studyguide.guide.walk import items, roles
from studyguide.markdown import Cite
from studyguide.publication import Asset
from studyguide.render.label_lines import label_lines
from studyguide.support.cache import Cache
from studyguide.support.sorting import sort_key
from studyguide.support.templates import Markup, escape

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
)
"""The fields that can serve as an item's title, first come first served."""
_MEDIA_TYPES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "svg": "image/svg+xml"}


class TemplateFunctions:
    """Turns the text fields of one guide into XHTML; serves as `markdown.Links`.

    `chapter` is the id of the chapter that is being written: cross references inside it need no page number.
    """

    def __init__(self, guide: Guide) -> None:
        info = guide.info
        self.chapter = ""
        self._guide = guide
        self._own = {key for work in info.works for key in work.sources}
        self._home = dict(_homes(guide))
        self._titles = dict(titles(guide))
        self._terms = {i.id for c in guide.chapters if c.kind == "glossary" for _, i in items(c) if isinstance(i, Item)}
        listed = any(chapter.kind == "works-cited" for chapter in guide.chapters)
        self._citations = Citations(guide.sources, info.citation_style, guide.folder, listed=listed)

    @property
    def filters(self) -> Mapping[str, Callable[..., Any]]:
        """Jinja filters for text fields."""
        return {"inline": self.inline, "prose": self.prose, "plain": markdown.plain, "collated": collated}

    @property
    def functions(self) -> Mapping[str, Callable[..., Any]]:
        """Functions for templates."""
        return {
            "cite": self.sources_of,
            "label_lines": label_lines,
            "dispute": self.dispute,
            "name_sources": self.name_sources,
            "ref": self.ref,
            "title_of": lambda target: self._titles.get(target, ""),
            "has": lambda target: target in self._titles,
            "works_cited": self.works_cited,
        }

    def inline(self, text: str) -> Markup:
        """One run of inline Markdown."""
        return Markup(markdown.inline(text, self))

    def prose(self, text: str, headings: str | None = None) -> Markup:
        """Paragraphs, lists and footnotes; with `headings`, headings from ``h2`` with ids that begin so."""
        return Markup(markdown.block(text, self, headings))

    def ref(self, target: str) -> Markup:
        """A cross reference with the target's own title; nothing where this edition does not hold the target."""
        return Markup(self.link_open(f"#{target}", empty=True) + self.link_close(f"#{target}"))

    def sources_of(self, item: Item) -> Markup:
        """The sources of an item, but for the works studied, and the month it was seen, in brackets; or nothing.

        A judgement is called one where an author says so, not where all items of a class are judgements.
        """
        judged = item.status == "opinion" != type(item).model_fields["status"].default
        parts = ["a judgement"] if judged else []
        parts += [f"seen {_month(item.seen)}"] if item.seen else []
        cites = self._mark([Cite(key) for key in item.sources if key not in self._own], "part")
        apart = bool(cites) and self._stands_apart
        if cites and not apart:
            parts.insert(int(judged), cites)
        said = [f"({'; '.join(parts)})"] if parts else []
        return Markup(
            f'<span class="sources">{" ".join([*said, cites] if apart else said)}</span>' if said or apart else ""
        )

    def name_sources(self, keys: Sequence[str], seen: date | None = None) -> Markup:
        """Sources by their short names, the works studied among them, and the month when they were seen."""
        cites = self._mark([Cite(key) for key in dict.fromkeys(keys)], "part")
        return Markup("; ".join([*filter(None, [cites]), *([f"seen {_month(seen)}"] if seen else [])]))

    def dispute(self, item: Item) -> Markup:
        """A note on who says what about a disputed item; nothing for others."""
        accounts = "; ".join(map(self._account, item.claims))
        return Markup(f'<span class="note">Sources differ: {accounts}.</span>' if accounts else "")

    def works_cited(self, keys: Sequence[str] | None = None) -> Markup:
        """What holds the place of the entries of all that is cited, or of `keys`; see `settled`."""
        return Markup(self._citations.works(keys))

    def settled(self, bodies: Sequence[str], store: Cache) -> list[str]:
        """The bodies of a publication, in its order, with citations and works cited. Raises `BuildError`."""
        return self._citations.settled(bodies, self._guide.info.language, store, cited.named(self._guide))

    def link_open(self, target: str, *, empty: bool) -> str:
        """See `markdown.Links`."""
        name = target.removeprefix("#")
        if target.startswith("#"):
            title = escape(self._titles.get(name, "")) if empty else ""
            kind = "term" if name in self._terms else "ref"
            return f'<a class="{kind}" href="#{name}">{title}' if name in self._titles else title
        return f'<a href="{escape(target)}">' if target.startswith(("https://", "http://", "mailto:")) else ""

    def link_close(self, target: str) -> str:
        """See `markdown.Links`. References to another chapter are followed by room for a page number."""
        name = target.removeprefix("#")
        if not target.startswith("#"):
            return "</a>" if target.startswith(("https://", "http://", "mailto:")) else ""
        if name not in self._titles:
            return ""
        away = name not in self._terms and self._home[name] != self.chapter
        return f'</a><span class="page-ref" data-ref="{name}"></span>' if away else "</a>"

    def cite(self, cites: Sequence[Cite]) -> str:
        """See `markdown.Links`. What is returned holds the place of the citation; see `settled`."""
        return self._mark(cites, "text")

    def image(self, target: str, alt: str, credit: str) -> str:
        """See `markdown.Links`."""
        owed = f'<span class="credit">{escape(credit)}</span>' if credit else ""
        return f'<img src="{escape(target)}" alt="{escape(alt)}"/>{owed}'

    def _account(self, claim: Claim) -> str:
        note = f", {self.inline(claim.note)}" if claim.note else ""
        return f"{self.inline(claim.value)} ({self._mark(map(Cite, claim.sources), 'part')}){note}"

    def _mark(self, cites: Iterable[Cite], form: Form) -> str:
        return self._citations.mark(tuple((cite.key, cite.locator) for cite in cites), form)

    @property
    def _stands_apart(self) -> bool:
        """Whether citations are numbers or notes, which stand in no brackets with other words."""
        return self._citations.style.is_note or self._citations.style.is_numbered


def _month(day: date) -> str:
    """``November 2026``."""
    return f"{calendar.month_name[day.month]} {day.year}"


def titles(guide: Guide) -> Iterator[tuple[str, str]]:
    """Id and plain title of everything that can be pointed at."""
    for chapter in guide.chapters:
        for _, item in items(chapter):
            name = getattr(item, "id", None)
            label = next((field for field in _LABELS if getattr(item, field, None)), None)
            if name and label:
                role, text = roles(type(item))[label], getattr(item, label)
                yield name, markdown.plain(text) if role and role.name != "plain" else text  # a chapter's has no markup


def assets(guide: Guide) -> tuple[Asset, ...]:
    """The images that the guide's text shows, by name."""
    names = cited.images(guide)
    return tuple(Asset(name, _MEDIA_TYPES[name.rpartition(".")[2].lower()], guide.folder / name) for name in names)


def _homes(guide: Guide) -> Iterator[tuple[str, str]]:
    for chapter in guide.chapters:
        yield from ((item.id, chapter.id) for _, item in items(chapter) if getattr(item, "id", None))  # type: ignore[attr-defined]


def collated(things: Iterable[Any], attribute: str) -> list[Any]:
    """Things in the order of one of their fields, as a dictionary has it, whatever marks stand in it."""
    return sorted(things, key=lambda thing: sort_key(markdown.plain(getattr(thing, attribute))))

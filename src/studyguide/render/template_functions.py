"""The functions that templates of chapters and handouts may call."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from studyguide import markdown
from studyguide.citations import Form, mark, works
from studyguide.guide import divisions, phases
from studyguide.guide import works as works_
from studyguide.guide.items import Claim, Item
from studyguide.guide.pictures import Picture
from studyguide.guide.questions.gaps import with_blanks
from studyguide.languages import conventions, language_marks, punctuation
from studyguide.markdown import Cite
from studyguide.publication import drawing_colours
from studyguide.render import qr_codes, short_texts, theme_scenes
from studyguide.render.advisories import boxes
from studyguide.render.character_cards import card_facts, grouped, leads
from studyguide.render.comparison import change_groups, changes_counted
from studyguide.render.diagrams import film_frames
from studyguide.render.label_lines import facts_lines, label_lines, remark_room
from studyguide.render.option_letters import own_letter
from studyguide.render.text_sources import TextSources
from studyguide.render.timeline_table import timeline_table
from studyguide.render.whole_guide import Asked, WholeGuide
from studyguide.support import titles
from studyguide.support.templates import Markup, escape

_GAP = "\ufdd0"
"""Stands for a gap while the text around it is rendered: a noncharacter, which no guide can print."""
_ABSOLUTE = ("https://", "http://", "mailto:")


class TemplateFunctions:
    """The functions that the template of one section may call; serves as `markdown.Links`.

    `chapter` is the id of the chapter that the section belongs to: cross references inside it need no page number.
    With `sources`, a placeholder is behind each text of the chapter, see `text_sources`.
    """

    def __init__(self, whole: WholeGuide, chapter: str = "", sources: TextSources | None = None) -> None:
        self.asked = Asked(whole)
        self._sources, self._chapter = sources, chapter
        self._info = whole.guide.info
        self._labels = self._info.labels
        self._signs = punctuation.of(self._labels.language)
        self._own = {key for work in whole.guide.info.works for key in work.sources}

    @property
    def filters(self) -> Mapping[str, Callable[..., Any]]:
        """Jinja filters for text fields."""
        return {
            "inline": self.inline,
            "prose": self.prose,
            "plain": markdown.plain,
            "escaped": markdown.escaped,
            "collated": self._collated,
            "around_gaps": self._around_gaps,
        }

    @property
    def functions(self) -> Mapping[str, Any]:
        """Functions and lists for templates."""
        return {
            "say": self._labels.markup,
            **self._labels.signs,
            "language_name": self._labels.language_name,
            "in_language": lambda tag: Markup(language_marks.attributes(tag) if tag else ""),
            "told": lambda text, language: language_marks.marked(str(text), language),
            "colours": {"ink": drawing_colours.INK, "line": drawing_colours.LINE, "ground": drawing_colours.GROUND},
            "work_heads": lambda: works_.heads(self._info.works, self._labels),
            "work_places": lambda: works_.places(self._info.works, self._labels),
            "works_of": lambda chapter: chapter.compared(self._info.works),
            "work_line": lambda work: works_.line(work, self._labels),
            "made_for": lambda: works_.made_for(self._info.works),
            "class_activity": lambda: self.asked(WholeGuide.activity),
            "phase_of": self._phase,
            "qr_code": lambda address, title: qr_codes.svg(address, self._labels.say("media.code", address=title)),
            "divisions": lambda plot: {each.scene.id: each for each in divisions.divisions(plot, self._info)},
            "cite": self.sources_of,
            "advisory_boxes": boxes,
            "card_facts": lambda chapter: self.asked(card_facts, chapter.id),
            "grouped": lambda group, chapter: grouped(group, leads(chapter)),
            "change_groups": change_groups,
            "changes_counted": lambda chapter: changes_counted(chapter, self._labels),
            "option_columns": short_texts.columns,
            "own_letter": partial(own_letter, self._labels),
            "compared": self._compared,
            "is_one_line": short_texts.is_one_line,
            "facts_lines": facts_lines,
            "label_lines": label_lines,
            "remark_room": remark_room,
            "dispute": self.dispute,
            "name_sources": self.name_sources,
            "ref": self.ref,
            "theme_letter": lambda theme: self.asked(theme_scenes.letter_of, theme),
            "themes_of": lambda scene: self.asked(theme_scenes.themes_of, scene),
            "scenes_of": lambda theme: self.asked(theme_scenes.scenes_of, theme),
            "scene_ref": self.scene_ref,
            "place_ref": self.place_ref,
            "picture": self.picture,
            "first_letter": partial(short_texts.first_letter, labels=self._labels),
            "title_marked": lambda title: Markup(titles.marked(str(escape(title)), self._info.language)),
            "title_of": lambda target: self._title(target) or "",
            "has": lambda target: self._title(target) is not None,
            "works_cited": lambda keys=None: Markup(works(keys, self._labels.say("works-cited.none"))),
            "coverage": lambda: self.asked(WholeGuide.coverage),
            "fact_sheet": lambda: self.asked(WholeGuide.fact_sheet),
            "index": lambda: self.asked(WholeGuide.index),
            "film_terms": film_frames.TERMS,
            "film_frame_of": film_frames.film_frame,
            "timeline_table": lambda events: timeline_table(events, self._info.works, self._labels),
            "year_table": lambda chapter: self.asked(WholeGuide.year_table, chapter.id),
        }

    def inline(self, text: str) -> Markup:
        """One run of inline Markdown."""
        source = self._sources.mark(text) if self._sources else ""
        return Markup(markdown.inline(text, self) + source)

    def _around_gaps(self, text: str) -> list[Markup]:
        """The pieces of a text before, between and after its gaps, which together are well-formed."""
        return list(map(Markup, self.inline(with_blanks(text, _GAP)).split(_GAP)))

    def prose(self, text: str, headings: str | None = None) -> Markup:
        """Paragraphs, lists and footnotes; with `headings`, headings from ``h2`` with ids that begin so."""
        behind = partial(self._sources.mark, text) if self._sources else None
        return Markup(markdown.block(text, self, headings, behind))

    def ref(self, target: str) -> Markup:
        """A cross reference with the target's own title; empty if this edition does not have the target."""
        return Markup(self.link_open(f"#{target}", empty=True) + self.link_close(f"#{target}"))

    def scene_ref(self, target: str) -> Markup:
        """The same with the number of a scene in its work: *Chapter 12: The trial*."""
        title = escape(self.asked(WholeGuide.full_title, target) or "")
        return Markup(f"{self.link_open(f'#{target}', empty=False)}{title}{self.link_close(f'#{target}')}")

    def place_ref(self, target: str) -> Markup:
        """The same without a page number; of a scene only its number, which finds it on paper: *Chapter 12*."""
        title = escape(self.asked(WholeGuide.short_title, target) or "")
        return Markup(f'<a class="ref" href="#{target}">{title}</a>') if title else Markup("")

    def sources_of(self, item: Item) -> Markup:
        """The sources of an item, without the works under study, and the month it was seen, in brackets; or empty.

        An item is labelled a judgement only if its author says so, not if all items of its class are judgements.
        """
        judged = item.status == "opinion" != type(item).model_fields["status"].default
        parts = [str(self._labels.markup("source.judgement"))] if judged else []
        parts += [self._seen(item.seen)] if item.seen else []
        cites = self._mark([Cite(key) for key in item.sources if key not in self._own], "part")
        apart = bool(cites) and self.asked(WholeGuide.cites_apart)
        if cites and not apart:
            parts.insert(int(judged), cites)
        said = [self._signs.bracketed(self._signs.semicolon.join(parts))] if parts else []
        return Markup(
            f'<span class="sources">{" ".join([*said, cites] if apart else said)}</span>' if said or apart else ""
        )

    def name_sources(self, keys: Sequence[str], seen: date | None = None) -> Markup:
        """Sources by their short names, with the works under study, and the month when they were looked up."""
        cites = self._mark([Cite(key) for key in dict.fromkeys(keys)], "part")
        said = [*filter(None, [cites]), *([self._seen(seen)] if seen else [])]
        return Markup(self._signs.semicolon.join(said))

    def dispute(self, item: Item) -> Markup:
        """A note with each account of a disputed item; empty for other items."""
        accounts = Markup(self._signs.semicolon.join(map(self._account, item.claims)))
        note = self._labels.markup("source.differ", accounts=accounts)
        return Markup(f'<span class="note">{note}</span>' if accounts else "")

    def link_open(self, target: str, *, empty: bool) -> str:
        """See `markdown.Links`."""
        if not target.startswith("#"):
            return f'<a href="{escape(target)}">' if target.startswith(_ABSOLUTE) else ""
        name = target.removeprefix("#")
        title = self._title(name)
        words = escape(title or "") if empty else ""
        kind = "term" if self.asked(WholeGuide.is_term, name) else "ref"
        return words if title is None else f'<a class="{kind}" href="#{name}">{words}'

    def link_close(self, target: str) -> str:
        """See `markdown.Links`. A placeholder for a page number follows references to another chapter."""
        if not target.startswith("#"):
            return "</a>" if target.startswith(_ABSOLUTE) else ""
        name = target.removeprefix("#")
        if self._title(name) is None:
            return ""
        away = not self.asked(WholeGuide.is_term, name) and self.asked(WholeGuide.home, name) != self._chapter
        return f'</a><span class="page-ref" data-ref="{name}"></span>' if away else "</a>"

    def cite(self, cites: Sequence[Cite]) -> str:
        """See `markdown.Links`. Returns a mark that is replaced by the citation; see `citations`."""
        return self._mark(cites, "text")

    def image(self, target: str, alt: str, credit: str) -> str:
        """See `markdown.Links`."""
        owed = f'<span class="credit">{escape(credit)}</span>' if credit else ""
        return f'<img src="{escape(target)}" alt="{escape(alt)}"/>{owed}'

    def picture(self, picture: Picture) -> Markup:
        """A picture in a field of its own, with its credit and its caption; as Markdown has it."""
        caption = f"\n{self.inline(picture.caption)}" if picture.caption else ""
        return Markup(f'<p class="picture">{self.image(picture.file, picture.alt, picture.credit or "")}{caption}</p>')

    def _phase(self, name: phases.Phase, work: str | None = None) -> str:
        """When a class does something: *Before viewing* the work with an id, or the works of the plots."""
        return self.asked(WholeGuide.phase, name, work)

    def _seen(self, day: date) -> str:
        return str(self._labels.markup("source.seen", month=self._labels.month(day)))

    def _compared(self, targets: Iterable[str]) -> list[str]:
        """The plain names of works, items and chapters."""
        heads = works_.heads(self._info.works, self._labels)
        return [heads.get(target) or self._title(target) or "" for target in targets]

    def _collated(self, things: Iterable[Any], attribute: str) -> list[Any]:
        """Things in dictionary order of one of their fields, ignoring markup, accents and an article in it."""
        place = conventions.sort_key(self._labels)
        return sorted(things, key=lambda thing: place(markdown.plain(getattr(thing, attribute))))

    def _account(self, claim: Claim) -> str:
        note = f"{self._signs.pause}{self.inline(claim.note)}" if claim.note else ""
        cites = self._mark(map(Cite, claim.sources), "part")
        bracketed = cites if self.asked(WholeGuide.cites_by_number) else self._signs.bracketed(cites)
        return f"{self.inline(claim.value)} {bracketed}{note}"

    def _title(self, target: str) -> str | None:
        return self.asked(WholeGuide.title, target)

    def _mark(self, cites: Iterable[Cite], form: Form) -> str:
        """The mark of a citation; empty for sources that do not exist."""
        known = tuple((each.key, each.locator) for each in cites if self.asked(WholeGuide.is_source, each.key))
        return mark(known, form) if known else ""

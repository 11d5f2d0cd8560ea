"""Rules between the parts of a guide. Each rule is a function from texts to problems."""

import re
from collections.abc import Collection, Iterator
from urllib.parse import unquote

from studyguide.citations import styles
from studyguide.guide.info import GuideInfo
from studyguide.guide.model import Guide, Place
from studyguide.guide.text_types import WEB
from studyguide.guide.texts import Findings
from studyguide.languages import tags
from studyguide.lint.lost_text import printed_texts
from studyguide.lint.own_lessons import own_lessons
from studyguide.lint.own_words import fitting_words
from studyguide.lint.pointers import fitting_targets, known_sources, known_targets, known_works
from studyguide.lint.shown_images import described_images, sound_images
from studyguide.lint.unique_names import (
    unique_codes,
    unique_divisions,
    unique_entries,
    unique_ids,
    unique_numbers,
    unique_terms,
)
from studyguide.support.errors import Problem, suggestion
from studyguide.support.paths import style_names
from studyguide.themes import theme

_MARKS = " \t\r\n\N{NO-BREAK SPACE}`*_~"
"""Markup without any words."""
_LINK = re.compile(rf"https?://{WEB}|mailto:[^\s@]+@[^\s@]+")


def check(
    guide: Guide,
    ids: Collection[str] = (),
    keys: Collection[str] = (),
    *,
    all_ids: bool = True,
    all_keys: bool = True,
) -> tuple[Problem, ...]:
    """The problems between the parts of a guide; `ids` and `keys` are those in files with problems.

    If there may be others (not `all_ids`, not `all_keys`), unknown ids or keys are not reported: an unreadable file is
    only one problem.
    """
    findings = Findings(guide, frozenset(ids), frozenset(keys), all_ids, all_keys)
    return tuple(sorted({problem for rule in RULES for problem in rule(findings)}))


def sound_editions(findings: Findings) -> Iterator[Problem]:
    """Editions name chapters of the guide, and an existing theme and paper."""
    info = findings.guide.info
    for number, edition in enumerate(info.editions):
        named = [("chapters", name) for name in edition.chapters], [("omit", name) for name in edition.omit]
        held = [(field, name, info.chapters) for names in named for field, name in names]
        look = [("theme", edition.theme, style_names("themes")), ("paper", edition.paper, style_names("papers"))]
        for field, name, known in (*held, *look):
            if name and not {name, ""} & {*known}:  # a wrong entry of guide.yaml is empty
                place = findings.place("guide.yaml", ("editions", number, field))
                what = field if field in {"theme", "paper"} else "chapter"
                yield _at(place, f"There is no {what} '{name}'. {suggestion(name, known)}")
        for name in (each for each in edition.omit if each in edition.chapters):
            place = findings.place("guide.yaml", ("editions", number, "omit"))
            yield _at(place, f"The edition '{edition.id}' has and omits the chapter '{name}'. Take it out of one list.")
        if fault := theme.unsuitable(edition.theme or "quiet", edition.paper or "a4"):
            yield _at(findings.place("guide.yaml", ("editions", number, "paper")), fault)


def sound_page_maps(findings: Findings) -> Iterator[Problem]:
    """Page maps name other editions, each once; no chapter or item has the id of their section."""
    editions = findings.guide.info.editions
    for number, edition in enumerate(editions):
        others = [each.id for each in editions if each is not edition]
        for at, name in enumerate(edition.page_maps):
            place = findings.place("guide.yaml", ("editions", number, "page_maps", at))
            if name and name == edition.id:
                yield _at(place, f"The edition '{name}' needs no map to its own pages. Take it out.")
            elif name and not {name, ""} & {*others}:
                yield _at(place, f"There is no edition '{name}'. {suggestion(name, others)}")
            elif name and name in edition.page_maps[:at]:
                yield _at(place, f"The edition '{name}' is listed twice. Remove one.")
    if any(edition.page_maps for edition in editions):
        for name, place, _ in findings.named:
            if name == "page-map":
                yield _at(place, "'page-map' is the id of the table of page numbers. Choose another.")


def known_ages(findings: Findings) -> Iterator[Problem]:
    """Ages are declared for chapters of the guide."""
    info = findings.guide.info
    for name in sorted(info.ages.keys() - {*info.chapters}) if "" not in info.chapters else ():
        place = findings.place("guide.yaml", ("ages", name))
        yield _at(place, f"There is no chapter '{name}'. {suggestion(name, info.chapters)}")


def known_style(findings: Findings) -> Iterator[Problem]:
    """The citation style exists; most guides have the default."""
    guide = findings.guide
    name = guide.info.citation_style
    if name != GuideInfo.model_fields["citation_style"].default and (fault := styles.fault(name, guide.folder)):
        yield _at(findings.place("guide.yaml", ("citation_style",)), fault)


def known_languages(findings: Findings) -> Iterator[Problem]:
    """Words in another language have the tag of one, which a voice may know."""
    for place, reference in findings.references:
        if reference.kind == "language" and (fault := tags.fault(reference.target)):
            yield _at(place, f"{fault}.")


def safe_links(findings: Findings) -> Iterator[Problem]:
    """Links lead to the web, to a mail address or into the guide."""
    for place, reference in findings.references:
        target = reference.target
        if reference.kind == "link" and not target.startswith("#") and not _LINK.fullmatch(target):
            yield _at(
                place, f"A link leads to '{unquote(target)}'. Links lead to https://..., mailto:... or, by id, #..."
            )


def worded_texts(findings: Findings) -> Iterator[Problem]:
    """Headings and short texts have words: they become entries of contents, bookmarks and lists of links."""
    for place, reference in findings.references:
        if reference.kind == "wordless heading":
            yield _at(place, "This heading has no words. Write some after the #, or take it out.")
    for place, text in findings.fields("inline"):
        if not text.strip(_MARKS):
            yield _at(place, f"'{text}' has no words in it. Write some, or take the key out.")


def worded_links(findings: Findings) -> Iterator[Problem]:
    """Links have words, which a list of links shows, and no notes, which are links themselves."""
    for place, reference in findings.references:
        if reference.kind == "wordless link":
            yield _at(place, f"The link to '{reference.target}' has no words. Write them between the brackets.")
        elif reference.kind == "note in link":
            yield _at(place, f"A footnote is inside the link to '{reference.target}'. Put it after the link.")


def defined_notes(findings: Findings) -> Iterator[Problem]:
    """Footnote marks have a text in the same field."""
    for place, reference in findings.references:
        if reference.kind == "note":
            mark = f"[^{reference.target}]"
            yield _at(place, f"The footnote {mark} has no text. Write '{mark}: ...' below, or use ^[...] instead.")


def listed_works(findings: Findings) -> Iterator[Problem]:
    """A guide that cites has a chapter of works cited."""
    guide = findings.guide
    complete = len(guide.chapters) == len(set(guide.info.chapters))
    cites = any(r.kind == "cite" for _, r in findings.references) or any(findings.fields("key"))
    if cites and complete and "works-cited" not in {chapter.kind for chapter in guide.chapters}:
        message = "Sources are cited, but no chapter lists them. Add a chapter with 'kind: works-cited'."
        yield _at(findings.place("guide.yaml", ("chapters",)), message)


def _at(place: Place, message: str) -> Problem:
    return Problem(place.file, place.line, place.column, message)


RULES = (
    sound_editions,
    sound_page_maps,
    unique_ids,
    unique_codes,
    unique_numbers,
    unique_divisions,
    unique_terms,
    unique_entries,
    known_targets,
    fitting_targets,
    own_lessons,
    known_sources,
    known_works,
    known_ages,
    known_style,
    fitting_words,
    known_languages,
    safe_links,
    worded_texts,
    worded_links,
    defined_notes,
    printed_texts,
    listed_works,
    sound_images,
    described_images,
)
"""Every rule."""

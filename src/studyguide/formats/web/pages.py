"""From the neutral bodies of a publication to finished HTML pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from studyguide.formats.html.bodies import prepare
from studyguide.formats.html.links import homes_of, lead, meanings
from studyguide.formats.web.disclosures import fold_answers
from studyguide.formats.web.self_marking import add_right_answers
from studyguide.publication import Publication
from studyguide.support import xhtml
from studyguide.support.templates import Markup, render
from studyguide.support.xhtml import Element

START = "index.html"
"""The file that browsers and servers open first."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        *(f"{kind}-src 'self' file:" for kind in ("script", "style", "img", "font")),
        "base-uri 'none'",
        "form-action 'none'",
    )
)
"""The Content-Security-Policy: only files of the folder, and no inline script or style.

``file:`` is for browsers that do not count two files on a disk as the same origin.
"""


@dataclass(frozen=True)
class Page:
    """A finished page."""

    name: str
    content: str
    title: str
    body: Element | None = None
    """The section on the page, for the index."""


def file_name(section_id: str) -> str:
    """The file of a section in the folder; an id has no underscore, so no other file can have this name."""
    return "index_page.html" if section_id == "index" else f"{section_id}.html"


def start_page(publication: Publication) -> Page:
    """The texts of the cover, and the contents."""
    return _page("start", START, publication)


def section_pages(publication: Publication) -> Iterator[Page]:
    """A page for each section, in order."""
    sections, labels = publication.sections, publication.labels
    trees = {section.id: xhtml.parse(section.body) for section in sections}
    add_right_answers(trees.values())
    homes = homes_of(trees)
    definitions = meanings(trees.values())
    for section, before, after in zip(sections, (None, *sections), (*sections[1:], None), strict=False):
        root = trees[section.id]
        prepare(root, section, {term: each for term, each in definitions.items() if homes[term] != section.id}, labels)
        lead(root, section.id, homes, file_name)
        if section.kind == "answers":
            fold_answers(root, labels)
        body = Markup(xhtml.serialise(root, method="html"))
        name = file_name(section.id)
        yield _page("page", name, publication, root, here=section, before=before, after=after, body=body)


def _page(template: str, name: str, publication: Publication, root: Element | None = None, **context: Any) -> Page:
    about = publication.metadata
    here = context.setdefault("here", None)
    text = render(
        f"web/{template}.html.j2",
        about=about,
        day=publication.labels.day(about.date),
        file_name=file_name,
        policy=POLICY,
        say=publication.labels.markup,
        sections=publication.sections,
        **context,
    )
    return Page(name, text, here.title if here else about.title, root)

"""From the neutral bodies of a publication to finished HTML pages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from studyguide.formats.html.bodies import prepare
from studyguide.formats.html.links import lead
from studyguide.formats.html.references import References
from studyguide.formats.web.disclosures import fold_answers
from studyguide.formats.web.self_marking import Answer, add_right_answers, answers, asked
from studyguide.languages import language_marks
from studyguide.publication import Publication, Section, short_words
from studyguide.support import xhtml
from studyguide.support.keep import Keep
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


def start_page(publication: Publication, keep: Keep) -> Page:
    """The texts of the cover, and the contents."""
    made_of = *_common(publication, keep), keep.equal("web headings", _headings(publication))
    return keep("web start", made_of, lambda: _page("start", START, publication))


def section_pages(publication: Publication, keep: Keep) -> Iterator[Page]:
    """A page for each section, in order. With the same `keep`, a page that would not change is the same object."""
    sections, common = publication.sections, _common(publication, keep)
    references = References.of(sections, keep)
    quizzes = {each.id: keep(("quiz", each.id), (each,), partial(_Quiz.of, each)) for each in sections}
    known = {name: answer for each in quizzes.values() for name, answer in each.answers.items()}
    for own, section, around in zip(references.sections, sections, _neighbours(sections), strict=True):
        right = tuple(known.get(name) for name in quizzes[section.id].asked)
        beside = tuple(each and (each.id, each.title) for each in around)
        yield keep(
            ("web page", section.id),
            (section, *common, references.taken(own), right, beside),
            partial(_section_page, publication, section, references, known, around),
        )


_Around = tuple[Section | None, Section | None]
"""The sections before and after another."""


def _neighbours(sections: Sequence[Section]) -> Iterator[_Around]:
    return zip((None, *sections), (*sections[1:], None), strict=False)


@dataclass(frozen=True)
class _Quiz:
    """The answers in a section, and those that its questions link to."""

    answers: Mapping[str, Answer]
    asked: tuple[str, ...]

    @classmethod
    def of(cls, section: Section) -> "_Quiz":
        root = xhtml.parse(section.body)
        return cls(answers(root), asked(root))


def _common(publication: Publication, keep: Keep) -> tuple[object, ...]:
    """What every page prints: the same objects as before if they are equal."""
    listed = tuple((each.id, each.title) for each in publication.sections)
    return keep.equal("web metadata", publication.metadata), publication.labels, listed


def _headings(publication: Publication) -> tuple[object, ...]:
    return tuple(each.headings for each in publication.sections)


def _section_page(
    publication: Publication, section: Section, references: References, known: Mapping[str, Answer], around: _Around
) -> Page:
    root, labels = xhtml.parse(section.body), publication.labels.marked()
    add_right_answers(root, known)
    prepare(root, section, references.definitions(section.id), labels)
    _say_drawings_once(root)
    lead(root, section.id, references.homes, file_name)
    if section.kind == "answers":
        fold_answers(root, labels)
    root = _unmarked(root)
    body = Markup(xhtml.serialise(root, method="html"))
    before, after = around
    return _page("page", file_name(section.id), publication, root, here=section, before=before, after=after, body=body)


def _say_drawings_once(root: Element) -> None:
    """Leave out the description of each drawing whose name has it, which browsers would say again (ARIA 1.3)."""
    for drawing in root.iter(f"{{{xhtml.SVG}}}svg"):
        if drawing.get("aria-labelledby"):
            drawing.set("aria-description", "")


def _unmarked(root: Element) -> Element:
    """A section whose English labels are elements, as pages and the index need it."""
    text = xhtml.serialise(root)
    wrapped = language_marks.wrapped(text)
    return root if wrapped is text else xhtml.parse(wrapped)


def _page(template: str, name: str, publication: Publication, root: Element | None = None, **context: Any) -> Page:
    about = publication.metadata
    here = context.setdefault("here", None)
    text = render(
        f"web/{template}.html.j2",
        about=about,
        day=publication.labels.day(about.date),
        file_name=file_name,
        kept=partial(short_words.kept, labels=publication.labels),
        policy=POLICY,
        say=publication.labels.marked().markup,
        **publication.labels.signs,
        sections=publication.sections,
        **context,
    )
    return Page(name, language_marks.wrapped(text), here.title if here else about.title, root)

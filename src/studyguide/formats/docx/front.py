"""The front of a guide: its title, and the contents as a field that Word can bring up to date."""

from collections.abc import Iterator

from studyguide.formats.docx.state import State
from studyguide.formats.docx.styles import style_id
from studyguide.formats.docx.wml import R, field, paragraph, run, told_runs, val, w
from studyguide.languages import punctuation
from studyguide.publication import Publication
from studyguide.support.xhtml import Element

CODE = ' TOC \\o "1-2" \\h \\z \\u '
"""Headings of two levels as links, with page numbers. We do not know the pages of Word: it is told to update fields."""


def title(publication: Publication, state: State) -> Iterator[Element]:
    """The title, the works, the edition, the authors, the date and the rights."""
    about = publication.metadata
    yield paragraph("Title", *told_runs(about.title_on_page or about.title))
    signs = punctuation.of(about.language)
    people, works = signs.comma.join(about.authors), about.works_on_page or about.works
    for text in filter(None, (about.subtitle, *works, about.edition, about.contents, people)):
        yield paragraph("Subtitle", *told_runs(text))
    yield paragraph("Label", run(f"{publication.labels.day(about.date)}{signs.stop}{signs.gap}{about.rights}"))
    if about.licence:
        link = w("hyperlink", run(about.licence, val("rStyle", "Hyperlink")), history=1)
        link.set(f"{{{R}}}id", state.address(about.licence))
        yield paragraph("Label", link)


def contents(publication: Publication, state: State) -> Iterator[Element]:
    """The contents (17.16.5.68), each entry a link."""
    yield paragraph(style_id("TOC Heading"), run(publication.labels.say("docx.contents")))
    headings = [heading for section in publication.sections for heading in section.headings]
    for place, heading in enumerate(headings):
        name = state.bookmark(heading.id)
        page = field(f"PAGEREF {name} \\h", "")
        link = w("hyperlink", *told_runs(heading.on_page), w("r", w("tab")), *page, anchor=name, history=1)
        content = [link]
        if place == 0:
            begin = (w("fldChar", fldCharType="begin"), w("instrText", text=CODE), w("fldChar", fldCharType="separate"))
            content = [*(w("r", each) for each in begin), link]
        if heading is headings[-1]:
            content.append(w("r", w("fldChar", fldCharType="end")))
        yield paragraph(f"TOC{heading.level}", *content)

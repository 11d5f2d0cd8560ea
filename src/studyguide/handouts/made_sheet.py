"""A sheet as HTML, and as a publication of its own."""

from dataclasses import dataclass, replace

from studyguide import markdown
from studyguide.guide.info import Edition
from studyguide.guide.model import Guide
from studyguide.handouts.sheet import Sheet, Tier, lines_of
from studyguide.languages import language_marks
from studyguide.publication import Publication, Section, answer_spaces, mirrored_drawings
from studyguide.render import diagrams, metadata, picture_files
from studyguide.render.template_functions import TemplateFunctions
from studyguide.render.whole_guide import WholeGuide
from studyguide.support import templates, xhtml
from studyguide.themes.theme import Drawing

SLIDE = Drawing(width=576, height=228, wide=576)
"""The size of a drawing on a slide: its letters, 12 units high, then have 18 points."""


@dataclass(frozen=True)
class MadeSheet:
    """A sheet, and its origin: the guide of the edition, the module, the tier."""

    guide: Guide
    edition: Edition
    kind: str
    sheet: Sheet
    tier: Tier


def body(made: MadeSheet, *, fillable: bool) -> str:
    """The HTML of a sheet; with form fields if it is to be filled in on a screen."""
    whole = WholeGuide(made.guide.marked())
    functions = TemplateFunctions(whole)
    name = f"{made.kind}.key" if made.tier == Tier.KEY else made.kind
    drawn = diagrams.functions(functions.asked, made.guide, SLIDE)
    text = templates.render(
        f"handouts/{name}.html.j2",
        functions.filters,
        **{**drawn, **functions.functions, **made.sheet.parts},
        lines_of=lines_of,
        sheet=made.sheet,
        kind=made.kind,
        tier=made.tier,
        guide=whole.guide.info,
    )
    (text,) = map(language_marks.wrapped, whole.settled([text]))
    text = mirrored_drawings.mirrored(text, made.guide.info.language)
    root = xhtml.parse(text)
    answer_spaces.detach(root)
    answer_spaces.tell_apart(root)
    if not fillable:
        answer_spaces.rule(root)
    return xhtml.serialise(root)


def publication(made: MadeSheet, text: str) -> Publication:
    """A sheet with its HTML, ready for layout."""
    info, sheet = made.guide.info, made.sheet
    on_page = markdown.plain(sheet.title, language_marks.marked)
    title = language_marks.unmarked(on_page)
    about = replace(
        metadata(made.guide, made.edition),
        identifier=f"{info.identifier}#{made.edition.id}/{sheet.id}-{made.tier}",
        title=f"{title} – {info.title}",
        title_on_page=f"{on_page} – {info.marked().title}",
        title_language="",
        subtitle=None,
    )
    section = Section("sheet", made.kind, "doc-chapter", title, title, (), text)
    return Publication(sheet.id, about, (section,), picture_files.assets(made.guide), is_sheet=True, labels=info.labels)

"""DOCX: a guide or a sheet as a Word document that teachers can edit (ECMA-376, transitional).

Everything is a paragraph, a table or a footnote in the flow, with a style by its name: no text boxes, no fields to fill
in, nothing in a place of its own. Word, LibreOffice and Google Docs keep such a document sound when parts are deleted.

class_styles   what each class of a publication becomes
blocks         paragraphs, tables, pictures; `lists`, `grid` and `inline` write what is in them
chains         what stays on one page
style_table    the styles, made from a look (`design`); `styles` writes them, `school_styles` has those of a school
pictures       pictures; `support.drawings` turns SVG into PNG
direction      documents from right to left
front, parts   the title and the contents; numbering, notes, header and footer
package        the parts in one file
"""

from collections.abc import Iterator
from pathlib import Path

from studyguide.formats.docx import chains, direction, front, package, parts, school_styles, style_table, styles
from studyguide.formats.docx.blocks import Blocks
from studyguide.formats.docx.design import Design, design
from studyguide.formats.docx.pictures import Pictures
from studyguide.formats.docx.state import State
from studyguide.formats.docx.wml import R, w
from studyguide.formats.html import bodies
from studyguide.publication import Publication, directions, mediums, short_words, wide_signs
from studyguide.publication.drawing_colours import painted
from studyguide.support import xhtml
from studyguide.support.atomic_write import replacing
from studyguide.support.xhtml import Element
from studyguide.themes.theme import Look

SUFFIX = ".docx"
PAGED = False
ON_PAPER = True
NUMBERED = False
BACK_MATTER = "doc-appendix"
"""The role of answers and notes."""


def write(publication: Publication, look: Look, target: Path) -> None:
    """Write the document, all of it or nothing. Raises `BuildError` if it cannot be written, or a picture not drawn."""
    content = document(publication, look)
    with replacing(target) as path:
        path.write_bytes(content)


def document(publication: Publication, look: Look) -> bytes:
    """The bytes of the document; the same publication and look give the same bytes."""
    publication = painted(publication, *look.drawing_colours)
    shape = school_styles.designed(design(look, is_sheet=publication.is_sheet), look)
    roots = [xhtml.parse(section.body) for section in publication.sections]
    for root in roots:
        mediums.keep_print(root)
        bodies.drop_page_references(root)
        bodies.drop_repeated_locators(root)
        directions.mark_languages(root, publication.metadata.language)
        short_words.keep(root, publication.labels)
        wide_signs.close(root, publication.metadata.language)
    is_rtl = publication.metadata.direction == "rtl"
    state = State(_targets(publication, roots), is_rtl)
    pictures = Pictures(state, look, shape, {asset.name: asset for asset in publication.assets})
    language = publication.metadata.language
    table = styles.root(shape, look, language, breaks_pages=_breaks_pages(publication))
    writer = Blocks(state, shape, pictures, styles.bold(table))
    footer = parts.footer(publication, roots[0])
    kept = chains.kept(style_table.styles(shape))
    chapters = [chains.ended(writer.section(root), kept) for root in roots]
    _join_back_matter(publication, chapters)
    blocks = [*_front(publication, state), *(block for chapter in chapters for block in chapter)]
    made = {
        "document": w("document", w("body", *blocks, _section(publication, shape))),
        "styles": table,
        "numbering": parts.numbering(state.lists),
        "settings": parts.settings(language, updates=_breaks_pages(publication)),
        "fontTable": parts.fonts(shape),
        "footnotes": parts.footnotes(state.notes),
        "theme": styles.theme(shape),
        "footer": footer,
    }
    if not publication.is_sheet:
        made["header"] = parts.header(publication)
    if is_rtl:
        direction.turn(made)
    return package.pack(made, state, parts.core(publication))


def _join_back_matter(publication: Publication, chapters: list[list[Element]]) -> None:
    """Let answers and notes go on below those of the chapter before: only the first of them begin on a new page."""
    roles = [section.role for section in publication.sections]
    for before, role, blocks in zip(["", *roles], roles, chapters, strict=False):
        if before == role == BACK_MATTER:
            chains.restyle(blocks, "Chapter label", "Chapter label below")


def _targets(publication: Publication, roots: list[Element]) -> frozenset[str]:
    """The ids in the text that a link or the contents lead to."""
    wanted = {link.get("href", "")[1:] for root in roots for link in root.iter("a") if link.get("href", "")[:1] == "#"}
    wanted |= {heading.id for section in publication.sections for heading in section.headings}
    return frozenset(name for root in roots for each in root.iter() if (name := each.get("id")) in wanted)


def _front(publication: Publication, state: State) -> Iterator[Element]:
    if publication.is_sheet:
        return
    yield from front.title(publication, state)
    if _breaks_pages(publication):  # a short guide has no contents in print either
        yield from front.contents(publication, state)


def _breaks_pages(publication: Publication) -> bool:
    """Whether each section begins on a new page."""
    return not publication.is_sheet and publication.openings != "run-on"


def _section(publication: Publication, shape: Design) -> Element:
    """The properties of the only section of the document (17.6.17)."""
    top, right, bottom, left = shape.margins
    kinds = ["footer"] if publication.is_sheet else ["header", "footer"]
    references = [w(f"{kind}Reference", type="default") for kind in kinds]
    for kind, reference in zip(kinds, references, strict=True):
        reference.set(f"{{{R}}}id", kind)
    return w(
        "sectPr",
        *references,
        w("pgSz", w=shape.paper[0], h=shape.paper[1]),
        w("pgMar", top=top, right=right, bottom=bottom, left=left, header=500, footer=560, gutter=0),
        None if publication.is_sheet else w("titlePg"),
    )

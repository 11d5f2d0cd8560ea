"""The school's document: what of it does not reach a Word document."""

from collections.abc import Iterator, Mapping

from studyguide.guide.model import Place
from studyguide.guide.texts import Findings
from studyguide.lint.rules import Rule
from studyguide.support import safe_files
from studyguide.themes import school
from studyguide.themes.school import School

_PLACE = Place(school.NAME, 1, 1)
_MOST = 5
"""The most styles that a remark names."""


def useless_documents(findings: Findings) -> Iterator[tuple[Place, str]]:
    """A `school.docx` has styles with the names of ours, whose fonts it or its theme names.

    Beside Normal, these are the styles that a Word document of the guide lists. Fonts can come from the theme of the
    document (*Design*, *Fonts*). If it names none that can be used, choose a font by its name in the style.
    """
    if name := safe_files.almost(school.NAME, safe_files.listing(findings.guide.folder)):
        yield Place(name, 1, 1), f"This is almost called '{school.NAME}', and is not used. Rename it to that."
    found = _school(findings)
    if found is None:
        return
    if not found.styles:
        message = "It has none of our styles beside Normal. Name its styles like those of a Word document of the guide"
        yield _PLACE, f"{message}, such as 'Heading 1' and 'Caption'."
    if found.by_theme:
        named = ", ".join(f"'{name}'" for name in found.by_theme[:_MOST])
        rest = f" and {len(found.by_theme) - _MOST} more" if found.by_theme[_MOST:] else ""
        message = f"The fonts of {named}{rest} come from the theme of the document, which names none that can be used"
        yield _PLACE, f"{message}. Choose them by name there."


def unusable_values(findings: Findings) -> Iterator[tuple[Place, str]]:
    """Everybody can read the colours and the sizes in `school.docx`, and all its values can be used.

    Letters have a contrast of 4.5:1 with white, lines of tables of 3:1 (WCAG 2.2, level AA), and a shading is so light
    that letters of every style can be read on it. What is left out of a style stays as it is without the document.
    """
    found = _school(findings)
    for name, what in found.left_out if found else ():
        where = "For its pages" if name == school.PAGE else f"In its style '{name}'"
        yield _PLACE, f"{where}, this is not used: {what}. Choose another."


def _school(findings: Findings) -> School | None:
    """The document; None if there is none, or if `check` has a problem for it."""
    try:
        return school.read(findings.guide.folder)
    except school.SchoolError:
        return None


RULES: Mapping[str, Rule] = {"SG209": useless_documents, "SG210": unusable_values}

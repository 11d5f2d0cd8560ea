"""Text in DrawingML (ECMA-376, part 1, 21.1.2): paragraphs and runs, with their sizes, marks and languages."""

from collections.abc import Callable, Iterable
from itertools import groupby

from pptx.oxml.ns import qn

from studyguide import markdown
from studyguide.formats.slides import measure
from studyguide.formats.slides.model import BREAK, Line, Mark, Run
from studyguide.publication import directions
from studyguide.support import xhtml
from studyguide.support.xhtml import Element
from studyguide.themes.language_style import has_italics

EMU = 12700
"""English Metric Units in a point."""

USUAL = 12
"""The size of letters in points where the master decides it: that of notes."""

LEAST = "\N{NO-BREAK SPACE}"
"""The least space behind an own letter: LibreOffice gives tabs no width in lines from right to left."""

NUMBERED: dict[Mark, str] = {"number": "arabicPeriod", "letter": "alphaUcPeriod", "small-letter": "alphaLcPeriod"}
"""The automatic numbers of entries of lists."""

Link = Callable[[str], str]
"""Returns the id of the relationship with a web address."""


def fill(body: Element, lines: Iterable[Line], link: Link, size: int = 0, leading: float = 0) -> None:
    """Replace the paragraphs of a text body.

    `size` is in points; 0 leaves sizes and distances to the master. `leading` is the distance of rows in ems. It is
    written in points, because the height of a row in percent is another in every font.
    """
    for paragraph in body.findall(qn("a:p")):
        body.remove(paragraph)
    for line in lines:
        paragraph = xhtml.append(body, qn("a:p"), {})
        _properties(paragraph, line, size, leading)
        if _is_written(line):
            _run(
                paragraph,
                Run(f"{line.letter}.{LEAST if line.is_right_to_left else ''}\t", language=line.runs[0].language),
                line,
                size,
                link,
            )
        for run in line.runs:
            _run(paragraph, run, line, size, link)


def _properties(paragraph: Element, line: Line, size: int, leading: float) -> None:
    """The properties of a paragraph. Their order is that of the schema (CT_TextParagraphProperties)."""
    properties = xhtml.append(paragraph, qn("a:pPr"), {})
    em = (size or USUAL) * EMU
    quoted = round(measure.QUOTE_INDENT * em) if line.role == "quote" else 0
    indent = round(measure.INDENT * em)
    if line.mark == "none" and quoted:
        properties.set("marL", str(quoted))
    elif line.mark != "none":
        properties.set("marL", str(indent + quoted))
        properties.set("lvl", "1")
        properties.set("indent", "0" if line.mark == "continued" else str(-indent))
    if line.is_right_to_left:
        properties.set("algn", "r")
        properties.set("rtl", "1")
    if size:
        _points(properties, "a:lnSpc", size * leading)
        _points(properties, "a:spcAft", size * measure.GAP if leading == measure.BODY.leading else 0)
    if line.mark == "continued" or _is_written(line):
        xhtml.append(properties, qn("a:buNone"), {})
    elif line.mark in NUMBERED:
        xhtml.append(properties, qn("a:buFont"), {"typeface": "+mj-lt"})
        start = {"startAt": str(line.number)} if line.number > 1 else {}
        xhtml.append(properties, qn("a:buAutoNum"), {"type": NUMBERED[line.mark], **start})


def _is_written(line: Line) -> bool:
    """Whether a line begins with its own letter, as text: programs count only with Latin ones."""
    return bool(line.letter) and line.mark != "continued"


def _points(properties: Element, name: str, points: float) -> None:
    distance = xhtml.append(properties, qn(name), {})
    xhtml.append(distance, qn("a:spcPts"), {"val": str(round(points * 100))})


def _run(paragraph: Element, run: Run, line: Line, size: int, link: Link) -> None:
    """A run; breaks of lines in it are elements of their own."""
    for is_break, letters in groupby(run.text, BREAK.__eq__):
        text = "".join(letters)
        for part in text if is_break else [text]:
            made = xhtml.append(paragraph, qn("a:br" if is_break else "a:r"), {})
            _look(xhtml.append(made, qn("a:rPr"), _attributes(run, line, size)), run, line, link)
            if not is_break:
                xhtml.append(made, qn("a:t"), {}).text = part


def _attributes(run: Run, line: Line, size: int) -> dict[str, str]:
    found: dict[str, str] = {"lang": run.language}
    if size:
        found["sz"] = str(size * 100)
    if run.is_strong or line.role in {"timer", "answer", "lead", "care"}:
        found["b"] = "1"
    if run.is_emphasised:
        found["i" if has_italics(run.language, markdown.direction(run.language)) else "b"] = "1"
    return found


def _look(properties: Element, run: Run, line: Line, link: Link) -> None:
    """The colour, the font and the link of a run, in the order of the schema (CT_TextCharacterProperties)."""
    if line.role in {"timer", "answer"}:
        fill = xhtml.append(properties, qn("a:solidFill"), {})
        xhtml.append(fill, qn("a:schemeClr"), {"val": "accent1"})
    if line.role == "quote":
        xhtml.append(properties, qn("a:latin"), {"typeface": "+mj-lt"})
    if run.address:
        xhtml.append(properties, qn("a:hlinkClick"), {qn("r:id"): link(run.address)})


def speak(root: Element, language: str) -> None:
    """Set the language of each run that has none, such as of a field, and the direction of each paragraph."""
    for element in root.iter(qn("a:pPr")) if markdown.direction(language) else ():
        is_listed = element.get("indent") is not None
        if element.get("rtl") is None:
            element.set("algn", "l")
            element.set("rtl", "0")
        elif not is_listed and directions.of("".join(element.getparent().itertext())) == "ltr":
            element.set("rtl", "0")  # such as a title in English, which stays on the right
    for element in root.iter(qn("a:rPr"), qn("a:endParaRPr"), qn("a:defRPr")):
        if not element.get("lang"):
            element.set("lang", language)

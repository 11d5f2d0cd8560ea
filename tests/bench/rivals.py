"""The same guide for other programs: HTML for WeasyPrint and paged.js, Markdown for pandoc, AsciiDoc."""

import json
import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from studyguide.editions.select import find, select
from studyguide.formats.pdf.layout import html as layout
from studyguide.formats.pdf.layout.html import ContentsEntry
from studyguide.formats.pdf.weasy.stylesheets import MECHANICS
from studyguide.guide.load import load
from studyguide.publication import Publication
from studyguide.render import render
from studyguide.support import xhtml
from studyguide.themes import theme

COUNTERS = """
nav.contents .contents-page { display: none }
nav.contents a::after { content: target-counter(attr(href), page); float: right }
a.page-ref::after { content: "(p.\\a0" target-counter(attr(href), page) ")" }
"""
"""Page numbers as stock WeasyPrint gives them."""

MARKS = {
    "NOTEBEGIN": "^[",
    "NOTEEND": "]",
    "CITEBEGIN": "[@",
    "CITENEXT": "; @",
    "CITEEND": "]",
    "PAGEBEGIN": "`~(p.~\\pageref{",
    "PAGEEND": "})`{=latex}",
}
"""Words that stand for Markdown's signs until pandoc has escaped the others."""


def publication(folder: Path) -> Publication:
    """What our formats get, for the first edition of a guide."""
    guide = load(folder)
    edition = find(guide, None)
    return render(select(guide, edition), edition)


def stock_html(book: Publication) -> str:
    """The HTML and CSS that we hand to WeasyPrint, in one piece, the page numbers left to WeasyPrint."""
    look = theme.look("pdf")
    css = look.font_faces(lambda font: font.path.as_uri()) + look.css + MECHANICS.read_text("utf-8") + COUNTERS
    bodies = "".join(xhtml.serialise(xhtml.parse(section.body), method="html") for section in book.sections)
    linked = re.sub(
        r'<span class="page-ref" data-ref="([^"]+)"></span>', r' <a class="page-ref" href="#\1"></a>', bodies
    )
    entries = [ContentsEntry(section.headings[0].id, section.title, 0) for section in book.sections]
    html = layout.document(book, 1, linked, entries=entries)
    return html.replace("</head>", f"<style>{css}</style></head>")


def pandoc_markdown(book: Publication, pandoc: str) -> str:
    """The text of the guide in pandoc's Markdown, with its inline notes and its citations."""
    roots = [xhtml.parse(section.body) for section in book.sections if section.kind != "works-cited"]
    for root in roots:
        _mark(root)
    html = "".join(xhtml.serialise(root, method="html") for root in roots)
    command = [pandoc, "-f", "html", "-t", "markdown", "--wrap=none"]
    markdown = subprocess.run(command, input=html, capture_output=True, encoding="utf-8", check=True).stdout
    paged = re.sub("PAGEBEGIN.*?PAGEEND", lambda found: found[0].replace("\\", ""), markdown)
    plain = re.sub(r"\[((?:NOTE|CITE)BEGIN.*?(?:NOTE|CITE)END)\]\{\.[^}]*\}", r"\1", paged, flags=re.DOTALL)
    for mark, written in MARKS.items():
        plain = plain.replace(mark, written)
    return plain


def _mark(root: xhtml.Element) -> None:
    """Put words in place of what HTML has no word for, because pandoc would escape Markdown's own signs."""
    for group in [*xhtml.with_class(root, "citation"), *xhtml.with_class(root, "sources")]:
        keys = [cite.get("href").removeprefix("#source--") for cite in xhtml.with_class(group, "cite")]
        group[:] = []
        group.text = "CITEBEGIN" + "CITENEXT".join(keys) + "CITEEND"
    for note in xhtml.with_class(root, "note"):
        note.text = f"NOTEBEGIN{note.text or ''}"
        if len(note):
            note[-1].tail = f"{note[-1].tail or ''}NOTEEND"
        else:
            note.text += "NOTEEND"
    for mark in xhtml.with_class(root, "page-ref"):
        mark.text = f"PAGEBEGIN{mark.get('data-ref')}PAGEEND"
        xhtml.unwrap(mark)
    for label in [*xhtml.with_class(root, "chapter-label")]:  # each program numbers chapters itself, or does not
        xhtml.remove(label)


def asciidoc(pandoc: Sequence[str | Path]) -> str:
    """The guide in AsciiDoc, by a command of pandoc's that has its Markdown and its sources."""
    command = [*pandoc, "--to", "asciidoc", "--standalone", "--wrap=none"]
    text = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    return re.sub(r"link:#([\w-]+)\[", r"xref:\1[", text)


def bibliography(folder: Path) -> str:
    """The sources of a guide as CSL JSON."""
    return json.dumps(load(folder).sources, default=str)


_OPTIONS = re.compile(r":is\(((?:[^()]|\([^()]*\))*)\)")
_PRELUDE = re.compile(r"(?<=[{}/])[^{}@;/]*:is\([^{}]*(?=\{)")
_COMPOUND = re.compile(r"[^\s>+~]*$")


def without_options(html: str) -> str:
    """HTML whose style sheets have each ``:is()`` written out, because paged.js cannot read it."""
    return _PRELUDE.sub(lambda found: "\n" + ", ".join(_written_out(found[0])) + " ", html)


def _written_out(selectors: str) -> Iterator[str]:
    """The selectors of a list without ``:is()``; the name of an element comes first in its compound."""
    for selector in _divided(selectors):
        found = _OPTIONS.search(selector)
        if not found:
            yield selector
            continue
        before, after = selector[: found.start()], selector[found.end() :]
        compound = _COMPOUND.sub("", before)
        beside = before.removeprefix(compound)
        for option in _divided(found[1]):
            whole = f"{option}{beside}" if option[0].isalpha() else f"{beside}{option}"
            yield from _written_out(f"{compound}{whole}{after}")


def _divided(selectors: str) -> Iterator[str]:
    """The selectors of a list, divided at commas that are in no parentheses."""
    depth, start = 0, 0
    for place, sign in enumerate(selectors):
        depth += (sign == "(") - (sign == ")")
        if sign == "," and not depth:
            yield selectors[start:place].strip()
            start = place + 1
    yield selectors[start:].strip()

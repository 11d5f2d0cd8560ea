"""Any title survives into the PDF: its outline, its metadata and its text."""

import dataclasses
import tempfile
from html import escape
from pathlib import Path

import pikepdf
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyguide.formats import pdf
from studyguide.publication import Heading, Publication
from studyguide.themes import theme
from tests.formats import pdf_samples

LETTERS = "abzäöüßñøÅÉčłő0129 &<>\"'`´‘’“”()[]{}/\\|%#$£€+-–—_=*.,:;!?§°½×…"
TITLES = st.text(LETTERS, min_size=1, max_size=40).map(lambda text: " ".join(text.split())).filter(bool)


def publication(titles: list[str]) -> Publication:
    """Chapters of these titles, each with a heading of the same words."""
    contents = [f'<h2 id="h{number}">{escape(title)}</h2><p>Text</p>' for number, title in enumerate(titles)]
    base = pdf_samples.publication(*contents)
    sections = tuple(
        dataclasses.replace(
            section,
            title=title,
            headings=(Heading(section.headings[0].id, 1, title), *section.headings[1:]),
            body=section.body.replace(f">Chapter {number}<", f">{escape(title)}<"),
        )
        for number, (section, title) in enumerate(zip(base.sections, titles, strict=True), start=1)
    )
    metadata = dataclasses.replace(base.metadata, title=titles[0], subtitle=None)
    return dataclasses.replace(base, sections=sections, metadata=metadata)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TITLES, min_size=6, max_size=12))
def test_any_title_survives(titles):
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "out.pdf"
        pdf.write(publication(titles), theme.look("pdf"), target)
        with pikepdf.open(target) as file, file.open_outline() as outline:
            entries = [(item.title, [child.title for child in item.children]) for item in outline.root]
            assert str(file.docinfo.Title) == titles[0]
    assert entries == [("Contents", []), *((title, [title]) for title in titles)]

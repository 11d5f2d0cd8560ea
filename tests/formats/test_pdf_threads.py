"""Several threads of one process build at once, as the workers of a cluster may; WeasyPrint is left as it was."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import weasyprint.document
import weasyprint.pdf
from weasyprint.layout import inline
from weasyprint.pdf.fonts import Font

from studyguide.build import Request, build
from tests import few_chapters

PATCHED = (
    (weasyprint.document, "LayoutContext"),
    (weasyprint.pdf, "resolve_links"),
    (weasyprint.pdf, "build_fonts_dictionary"),
    (weasyprint.pdf, "add_forms"),
    (weasyprint.pdf, "add_tags"),
    (inline, "split_first_line"),
    (Font, "clean"),
)


def test_two_threads_build_what_one_does(tmp_path: Path):
    before = [getattr(*each) for each in PATCHED]
    guides = [few_chapters.guide(tmp_path / f"guide-{number}") for number in range(2)]
    alone = build(guides[0], Request(("pdf",), tmp_path / "alone"))[0].path.read_bytes()
    with ThreadPoolExecutor(2) as threads:
        jobs = [
            threads.submit(build, guide, Request(("pdf", "epub"), tmp_path / f"out-{number}", edition=edition))
            for number, (guide, edition) in enumerate([(guides[0], "student"), (guides[1], "student")])
        ]
        done = [job.result()[0].path.read_bytes() for job in jobs]
    assert done == [alone, alone]
    assert [getattr(*each) for each in PATCHED] == before

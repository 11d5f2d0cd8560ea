"""What `make bench` hands to the other programs has the text of the guide that ours is given."""

import re

import pytest

from tests.bench import rivals
from tests.bench.commands import Desk

WORD = re.compile(r"(?<![a-z])[nrx]\d{4}")
"""Each note, its mark and each reference in a guide of the bench has a word of its own."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    return Desk(tmp_path_factory.mktemp("bench"))


@pytest.mark.parametrize("kind", ["html", "markdown", "asciidoc"])
def test_each_program_gets_all_notes_and_references(desk, kind):
    text = getattr(desk, kind)(14).read_text("utf-8")
    bodies = "".join(section.body for section in rivals.publication(desk.guide(14)).sections)
    named = {*WORD.findall(bodies)}
    assert len(named) > 30
    assert named <= {*WORD.findall(text)}


def test_stock_weasyprint_gets_one_document_with_our_style_sheets(desk):
    html = desk.html(14).read_text("utf-8")
    assert html.count("<body") == 1
    assert 'class="page-ref"' in html
    assert "@font-face" in html

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


def test_style_sheets_for_paged_js_have_no_options(desk):
    before, after = desk.html(14).read_text("utf-8"), desk.plain_html(14).read_text("utf-8")
    assert ":is(" in before
    assert ":is(" not in after
    assert after.count("{") == before.count("{")


@pytest.mark.parametrize(
    ("selectors", "expected"),
    [
        (".a :is(.b, c) > d, e", ".a .b > d, .a c > d, e"),
        (".a:is(b, .c:not(.d, .e))::before", "b.a::before, .a.c:not(.d, .e)::before"),
        (":is(a, b) + :is(.c)", "a + .c, b + .c"),
        (".a:nth-child(2), b:not(.c) > :is(d)", ".a:nth-child(2), b:not(.c) > d"),
    ],
)
def test_options_are_written_out(selectors, expected):
    html = f"<style>x {{ y: z }}{selectors} {{ color: red }}</style>"
    assert rivals.without_options(html) == f"<style>x {{ y: z }}\n{expected} {{ color: red }}</style>"

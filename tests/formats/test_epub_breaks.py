"""Where markers of printed pages stand: before a word, or before the whole heading, figure or table that it opens."""

import re

import pytest

from studyguide.formats.epub.page_markers import place_breaks
from studyguide.publication import Break, text_positions
from studyguide.support import xhtml
from studyguide.support.errors import BuildError


def marked(body, before):
    """The body with a marker (written ¶ inside a line, § between blocks) at the first letters that are `before`."""
    root = xhtml.parse(f'<section id="s">{body}</section>')
    text = text_positions.text(root)
    place_breaks(root, [Break("7", "s", text.index(before))])
    found = xhtml.serialise(root, method="xml")
    for tag, sign in (("span", "¶"), ("div", "§")):
        found = re.sub(f'<{tag} [^>]*id="_page_7" aria-label="7" role="doc-pagebreak"[^>]*/>', sign, found)
    return found.removeprefix('<section id="s">').removesuffix("</section>")


@pytest.mark.parametrize(
    ("body", "before", "expected"),
    [
        ("<p>One two three</p>", "two", "<p>One ¶two three</p>"),
        ("<p>One two</p>", "One", "<p>¶One two</p>"),
        ("<p>One <em>two</em> three</p>", "two", "<p>One ¶<em>two</em> three</p>"),
        ("<p>One <em>two</em> three</p>", "three", "<p>One <em>two</em> ¶three</p>"),
        ("<p>One two <em>three</em></p>", "two", "<p>One ¶two <em>three</em></p>"),
        ("<p><em>One</em> two <i>three</i> four</p>", "two", "<p><em>One</em> ¶two <i>three</i> four</p>"),
        ("<p>One</p><h2 id='h'><b>Two</b> three</h2>", "Two", '<p>One</p>§<h2 id="h"><b>Two</b> three</h2>'),
        ("<ul><li>One</li><li>two</li></ul>", "two", "<ul><li>One</li><li>¶two</li></ul>"),
        ("<p>A<span class='note'>One.</span> B</p>", "B", '<p>A<span class="note">One.</span> ¶B</p>'),
    ],
)
def test_a_marker_is_before_its_word(body, before, expected):
    assert marked(body, before) == expected


FIGURE = '<figure><img src="a.png" alt="A"/><figcaption>Words</figcaption></figure>'
TABLE = "<table><caption>C</caption><tbody><tr><td>a</td><td>b</td></tr><tr><th>c</th><td>d</td></tr></tbody></table>"


def test_a_page_that_opens_with_a_figure_is_marked_before_it():
    assert marked(f"<p>A</p>{FIGURE}", text_positions.PICTURE) == f"<p>A</p>§{FIGURE}"
    assert marked(f"<p>A</p>{FIGURE}", "Words").startswith('<p>A</p><figure><img src="a.png" alt="A"/>§<figcaption>')


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("C", f"§{TABLE}"),
        ("a", TABLE.replace("<td>a", "<td>¶a")),
        ("c", TABLE.replace("<th>c", "<th>¶c")),
        ("d", TABLE.replace("<td>d", "<td>¶d")),
    ],
)
def test_a_row_is_marked_in_its_cell_and_a_table_before_it(before, expected):
    assert marked(TABLE, before) == expected


def test_a_table_without_caption_is_marked_before_it():
    plain = TABLE.replace("<caption>C</caption>", "")
    assert marked(plain, "a") == f"§{plain}"


def test_a_place_that_is_not_there_is_our_fault():
    root = xhtml.parse('<section id="s"><p>Short</p></section>')
    with pytest.raises(BuildError, match="Page 7 begins behind the end of 's'"):
        place_breaks(root, [Break("7", "s", 6)])


def test_two_pages_that_begin_at_one_place_are_marked_in_their_order():
    root = xhtml.parse('<section id="s"><h2 id="h">One</h2><p>two</p></section>')
    place_breaks(root, [Break("7", "s", 0), Break("8", "s", 0)])
    assert [each.get("aria-label") or each.tag for each in root] == ["7", "8", "h2", "p"]


def test_a_page_that_has_only_what_screens_have_as_a_list_is_marked_at_the_end():
    root = xhtml.parse('<section id="s"><p>One</p><ul class="screen-only"><li>two</li></ul></section>')
    place_breaks(root, [Break("7", "s", 3)])
    assert [each.get("aria-label") or each.tag for each in root] == ["p", "ul", "7"]

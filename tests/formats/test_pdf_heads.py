"""The name of the section in the running head: short enough to be told from a line of the text."""

import pytest
from pdf_samples import publication

from studyguide.formats.pdf.layout.prepare import prepared
from studyguide.languages.labels import Labels


def heads(short, *content):
    body = f'<header class="opening" data-short="{short}" data-guide="Guide"><p>1</p></header>' + "".join(content)
    root = prepared(publication(body).sections[0], Labels.of("en-GB"))
    return [(each.tag, each.get("data-head")) for each in root.iter("h2", "p") if "data-head" in each.attrib]


@pytest.mark.parametrize(
    ("short", "title", "head"),
    [
        ("People", "Who is what to whom", "Who is what to whom"),
        ("Novel and film", "What it adds up to", "What it adds up…"),
        ("Critical views", "What kind, of story, is it really?", "What kind, of story, is…"),
        ("Right answers, and where to look: more", "Remember", ""),
        ("What to say of all of it", "Again", ""),
        ("The making", "Uncharacteristically incomprehensible pictures", "Uncharacteristically incomprehensible p…"),
    ],
)
def test_a_section_has_a_short_head(short, title, head):
    assert heads(short, f'<h2 id="a">{title}</h2>') == [("h2", head)]


def test_a_head_holds_until_the_next_section():
    """An empty one ends that of the section before."""
    found = heads("One two three four five six", '<h2 id="a">Short</h2>', '<h2 id="b">A long name</h2>')
    assert found == [("h2", "Short"), ("h2", "")]


def test_what_is_above_a_title_has_its_head():
    threshold = '<p class="threshold">From here on: gives away the ending</p>'
    assert heads("People", threshold, '<h2 id="a">The end</h2>') == [("p", "The end"), ("h2", "The end")]

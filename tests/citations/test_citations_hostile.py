"""The content of a source or a locator is text: it yields only a few plain elements, and quickly."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyguide.citations.variables import DATES, NAMES
from studyguide.publication import allowed_markup
from studyguide.support import xhtml
from tests.set_citations import body

HOSTILE = (
    "<script>alert(1)</script>",
    '" onclick="alert(1)',
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "[x](javascript:alert(1))",
    "$x$ $$y$$",
    "`x`{=html}",
    "[@x] ^[note] [^1]",
    "\ue000\ue001\ufdd0\ufdd1",
    "{:title:<b>other</b>} {:type:bill}",
    "<i>" * 500,
    "<i>" * 500 + "x" + "</i>" * 500,
    '<span class="nocase" onclick="x">a</span> <span style="font-variant:small-caps;">b</span>',
    "x" * 3_000,
    "]]> <!-- & &amp; &lt; <?php ?> {x} } {",
)
FIELDS = (
    *(
        "title",
        "container-title",
        "publisher",
        "publisher-place",
        "volume",
        "issue",
        "page",
        "edition",
        "genre",
        "note",
    ),
    *(
        "archive",
        "medium",
        "number",
        "section",
        "DOI",
        "ISBN",
        "title-short",
        "collection-title",
        "event-title",
        "status",
    ),
)
PLAIN = {"section", "p", "ul", "li", "span", "a", "cite", "i", "b", "sup", "sub"}
ATTRIBUTES = {"class", "href", "id", "data-number", "data-locator"}


def hostile(text, number=0):
    """A source whose every field is that text."""
    names = [{"family": text, "given": text, "suffix": text}, {"literal": text}]
    source = {"id": f"k{number}", "type": ("book", "article-journal", "webpage", "chapter", "interview")[number % 5]}
    source |= dict.fromkeys(FIELDS, text) | dict.fromkeys(NAMES, names)
    return (
        source
        | {name: {"literal": text} for name in DATES}
        | {"URL": "https://example.org/" + text.replace(" ", "%20")}
    )


def well_behaved(text):
    """The section, in which there are only plain elements, attributes and links."""
    root = xhtml.parse(text)
    assert list(allowed_markup.faults(text)) == []
    for element in root.iter():
        assert element.tag in PLAIN
        assert set(element.attrib) <= ATTRIBUTES
        assert element.get("href", "#source--").startswith(("#source--", "https://", "http://"))
        assert element.get("class", "cite") in {"cite", "citation", "note", "citation-number", "url"}
    return root


@pytest.mark.parametrize("style", ["mla", "apa", "chicago", "harvard", "ieee", "nature", "chicago-notes-bibliography"])
def test_hostile_text_is_text(style):
    sources = [hostile(text, number) for number, text in enumerate(HOSTILE)]
    clusters = [[(f"k{number}", text[:2_000])] for number, text in enumerate(HOSTILE)]
    began = time.process_time()
    root = well_behaved(body(sources, style, clusters))
    assert time.process_time() - began < 10  # our part; Pandoc's has its own limit
    said = xhtml.text(root)
    assert "script>" in said
    assert "\ufffe" not in said
    assert "\uffff" not in said
    assert "xloc" not in said


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=30),
    st.sampled_from(["mla", "ieee"]),
)
def test_any_text_is_text(text, style):
    words = "".join(text.split("\ufeff")) or "x"
    root = well_behaved(body([hostile(words)], style, [[("k0", words)]]))
    assert root.tag == "section"


@pytest.mark.parametrize(
    ("field", "value", "href"),
    [
        ("DOI", "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O", "49:8%3C693::AID-ASI4%3E3.0.CO;2-O"),
        ("DOI", '10.1000/"a b"', "https://doi.org/10.1000/%22a%20b%22"),
        ("DOI", "10.1000/a\\b{c}|^`", "https://doi.org/10.1000/a%5Cb%7Bc%7D%7C%5E%60"),
        ("URL", "https://example.org/<b>?100%", "https://example.org/%3Cb%3E?100%25"),
        ("URL", "https://example.org/%3Cb%3E", "https://example.org/%3Cb%3E"),
        ("URL", "https://example.org/\u202eü", "https://example.org/%E2%80%AEü"),
    ],
)
def test_an_address_is_valid_even_if_a_source_has_forbidden_characters(field, value, href):
    made = body([{"id": "a", "type": "webpage", "title": "A", field: value}], "mla", [])
    assert list(allowed_markup.faults(made)) == []
    (link,) = [link for link in xhtml.parse(made).iter("a") if link.get("href").startswith("https:")]
    assert link.get("href").endswith(href)

"""Citations and entries, set by a CSL style."""

import citeproc
import pytest

from studyguide import xhtml
from studyguide.bibliography import Bibliography
from studyguide.csl import DATES, NAMES

SOURCES = (
    {
        "id": "bradshaw",
        "type": "article-newspaper",
        "title": "A review",
        "author": [{"family": "Bradshaw", "given": "Peter"}],
        "container-title": "The Paper",
        "issued": {"date-parts": [[2011, 2, 10]]},
        "URL": "https://example.org/review",
    },
    {
        "id": "novel",
        "type": "book",
        "title": "First",
        "author": [{"family": "Ish", "given": "Kazuo"}],
        "publisher": "Faber",
    },
    {
        "id": "essay",
        "type": "book",
        "title": "Second",
        "author": [{"family": "Ish", "given": "Kazuo"}],
        "publisher": "Faber",
    },
)


@pytest.fixture(scope="module")
def bibliography():
    return Bibliography(SOURCES, "modern-language-association", "en-GB")


def test_a_citation_names_the_author_alone_where_that_is_enough(bibliography):
    assert bibliography.cite("bradshaw") == "Bradshaw"


def test_a_citation_names_the_title_where_an_author_has_two(bibliography):
    assert bibliography.cite("novel", "p. 12") == "Ish, <cite>First</cite> 12"


def test_entries_are_sorted_with_full_given_names_and_a_link(bibliography):
    keys, entries = zip(*bibliography.entries(["novel", "bradshaw"]), strict=True)
    assert keys == ("bradshaw", "novel")
    assert entries[0].startswith("Bradshaw, Peter. ‘A Review’. <cite>The Paper</cite>, 10 Feb. 2011, ")
    assert '<a href="https://example.org/review">example.org/review</a>.' in entries[0]


def test_another_style_reads_otherwise():
    assert Bibliography(SOURCES, "apa", "en-GB").cite("bradshaw") == "Bradshaw, 2011"


STYLES = {
    "mla": (
        "Bradshaw, Peter. ‘A Review’. <cite>The Paper</cite>, 10 Feb. 2011, ",
        "‘A Page’. <cite>A Site</cite>, ",
        "‘A Post’. <cite>A Site</cite>, 2010.",
    ),
    "apa": (
        "Bradshaw, P. (2011, February 10). A review. <cite>The Paper</cite>. ",
        "A Page. (n.d.). In <cite>A Site</cite>. ",
        "<cite>A Post</cite>. (2010). A Site.",
    ),
    "chicago": (
        "Bradshaw, Peter. 2011. ‘A Review’. <cite>The Paper</cite>, February 10. ",
        "<cite>A Site</cite>. n.d. ‘A Page’. ",
        "‘A Post’. 2010. A Site.",
    ),
}


@pytest.mark.parametrize("style", STYLES)
def test_three_styles_have_short_names_and_sound_entries(style):
    page = {"id": "page", "type": "entry-encyclopedia", "title": "A Page", "container-title": "A Site"}
    page["URL"] = "https://example.org/page"
    post = {"id": "post", "type": "webpage", "title": "A Post", "container-title": "A Site"}
    post["issued"] = {"date-parts": [[2010]]}
    review = next(source for source in SOURCES if source["id"] == "bradshaw")
    entries = dict(Bibliography([review, page, post], style, "en-GB").entries(["bradshaw", "page", "post"]))
    assert tuple(entries[key].partition("<a")[0] for key in ("bradshaw", "page", "post")) == STYLES[style]


def test_titles_are_escaped():
    odd = {"id": "odd", "type": "book", "title": "Fish & <b>chips</b>", "author": [{"literal": "A & B"}]}
    html = Bibliography([odd], "modern-language-association", "en-GB").entries(["odd"])[0][1]
    assert html == "A &amp; B. <cite>Fish &amp; &lt;b&gt;chips&lt;/b&gt;</cite>."


def test_a_title_may_hold_a_title():
    whole = {
        "id": "x",
        "type": "article-journal",
        "title": "On <i>It</i>",
        "container-title": "J",
        "author": [{"family": "B"}],
    }
    html = Bibliography([whole], "modern-language-association", "en-GB").entries(["x"])[0][1]
    assert "‘On <cite>It</cite>’" in html


NAMELESS = (
    {"id": "a", "type": "webpage", "title": "The Place", "container-title": "One"},
    {"id": "b", "type": "webpage", "title": "The Place", "container-title": "Two"},
    {"id": "c", "type": "webpage", "title": "A Long Title: and More", "title-short": "A Long Title"},
    {"id": "d", "type": "book", "title": "Essays", "editor": [{"family": "Zed", "given": "Amy"}], "publisher": "P"},
)


def test_sources_without_authors():
    bibliography = Bibliography(NAMELESS, "modern-language-association", "en-GB")
    assert [bibliography.cite(key) for key in "abc"] == [
        "‘The Place’, <cite>One</cite>",
        "‘The Place’, <cite>Two</cite>",
        "<cite>A Long Title</cite>",
    ]
    assert [text for _, text in bibliography.entries("abcd")] == [
        "<cite>A Long Title: And More</cite>.",
        "‘The Place’. <cite>One</cite>.",
        "‘The Place’. <cite>Two</cite>.",
        "Zed, Amy, editor. <cite>Essays</cite>. P.",
    ]


@pytest.mark.parametrize("style", ["modern-language-association", "apa", "chicago-author-date", "ieee"])
@pytest.mark.parametrize("kind", ["interview", "personal_communication", "entry", "book", "motion_picture", "webpage"])
def test_every_source_has_an_entry_that_is_well_formed(style, kind):
    """Some styles list no interviews; citeproc-py knows few of the roles; an address may end in an odd sign."""
    people = [{"family": "F & Co", "given": "G"}, {"literal": "Body"}]
    full = dict.fromkeys(NAMES, people) | {name: {"date-parts": [[2010, 9, 15]]} for name in DATES}
    bare = {"id": "bare", "type": kind, "title": "<T>"}
    sources = (bare, {**bare, **full, "id": "full", "URL": 'https://example.org/"a?b=1&c=<2>'})
    bibliography = Bibliography(sources, style, "en-GB")
    entries = dict(bibliography.entries(["bare", "full"]))
    texts = (entries["bare"], entries["full"], bibliography.cite("full"))
    shown = [xhtml.text(xhtml.parse(f"<p>{text}</p>")) for text in texts]
    assert "<T>" in shown[0]
    assert all("{" not in text for text in shown)


def test_a_director_is_named():
    film = {"id": "film", "type": "motion_picture", "title": "T", "director": [{"family": "Roe", "given": "Ann"}]}
    assert "Roe" in Bibliography([film], "modern-language-association", "en-GB").entries(["film"])[0][1]


def test_sources_that_have_not_changed_are_set_once_in_a_process(monkeypatch):
    made = []
    style = citeproc.CitationStylesStyle
    monkeypatch.setattr(citeproc, "CitationStylesStyle", lambda *a, **b: made.append(a) or style(*a, **b))
    sources = [{"id": "one", "type": "book", "title": "Of this test alone"}]
    first = Bibliography.of(sources, "apa", "en-GB")
    entries = first.entries(["one"])
    assert Bibliography.of([dict(sources[0])], "apa", "en-GB").entries(["one"]) == entries
    assert len(made) == 1
    assert Bibliography.of([{**sources[0], "title": "Of another"}], "apa", "en-GB").entries(["one"]) != entries
    assert Bibliography.of(sources, "apa", "de-DE") is not first

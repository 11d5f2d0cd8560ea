"""Citations and entries, set by CSL styles."""

import pytest

from studyguide.citations.variables import DATES, NAMES
from studyguide.support import xhtml
from studyguide.support.errors import BuildError
from tests.set_citations import body, cites, entries, plain


def book(key, title="T", **more):
    return {"id": key, "type": "book", "title": title, **more}


def by(family, given=None):
    return [{"family": family, **({"given": given} if given else {})}]


SOURCES = (
    {
        "id": "bradshaw",
        "type": "article-newspaper",
        "title": "A review",
        "author": by("Bradshaw", "Peter"),
        "container-title": "The Paper",
        "issued": {"date-parts": [[2011, 2, 10]]},
        "URL": "https://example.org/review",
    },
    book("novel", "First", author=by("Ish", "Kazuo"), publisher="Faber"),
    book("essay", "Second", author=by("Ish", "Kazuo"), publisher="Faber"),
)


def test_a_citation_names_the_author_alone_where_that_is_enough():
    assert cites(SOURCES, "mla", "@bradshaw") == ["(Bradshaw)"]


def test_a_citation_names_the_title_where_an_author_has_two():
    assert "(<a" in (text := body(SOURCES, "mla", [(("novel", "p. 12"), ("essay", None))]))
    assert ">Ish, <cite>First</cite> 12</a>; " in text


def test_entries_are_sorted_with_full_given_names_and_a_link():
    found = entries(SOURCES, "mla")
    assert list(found) == ["bradshaw", "novel", "essay"]
    assert found["bradshaw"] == (
        "Bradshaw, Peter. ‘A Review’. <cite>The Paper</cite>, 10 Feb. 2011, "
        '<a class="url" href="https://example.org/review">example.org/review</a>.'
    )


def test_another_style_reads_differently():
    assert cites(SOURCES, "apa", "@bradshaw") == ["(Bradshaw, 2011)"]


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
        "A Site. 2010. ‘A Post’.",
    ),
    "harvard": (
        "Bradshaw, P. (2011) ‘A review’, <cite>The Paper</cite>, 10 February. Available at: ",
        "‘A Page’ (no date) <cite>A Site</cite>. Available at: ",
        "<cite>A Post</cite> (2010) <cite>A Site</cite>.",
    ),
}


@pytest.mark.parametrize("style", STYLES)
def test_four_styles_have_short_names_and_sound_entries(style):
    page = {"id": "page", "type": "entry-encyclopedia", "title": "A Page", "container-title": "A Site"}
    page["URL"] = "https://example.org/page"
    post = {"id": "post", "type": "webpage", "title": "A Post", "container-title": "A Site"}
    post["issued"] = {"date-parts": [[2010]]}
    found = entries([SOURCES[0], page, post], style)
    assert tuple(found[key].partition("<a")[0] for key in ("bradshaw", "page", "post")) == STYLES[style]


def test_apa_says_retrieved_only_with_a_day():
    page = {"id": "p", "type": "webpage", "title": "T", "author": by("A"), "URL": "https://example.org"}
    seen = {**page, "id": "q", "accessed": {"date-parts": [[2022, 2, 20]]}}
    first, second = plain([page, seen], "apa")
    assert first == "A. (n.d.-a). T. https://example.org"
    assert second == "A. (n.d.-b). T. Retrieved 20 February 2022, from https://example.org"


def test_titles_are_escaped_and_may_hold_titles():
    odd = book("odd", "Fish & <u>chips</u> on <i>It</i>", author=[{"literal": "A & B"}])
    assert entries([odd], "mla")["odd"] == (
        "A &amp; B. <cite>Fish &amp; &lt;u&gt;chips&lt;/u&gt; on <cite>It</cite></cite>."
    )
    part = {**odd, "type": "article-journal", "container-title": "J"}
    assert "on <cite>It</cite>’" in entries([part], "mla")["odd"]


NAMELESS = (
    {"id": "a", "type": "webpage", "title": "The Place", "container-title": "One"},
    {"id": "b", "type": "webpage", "title": "The Place", "container-title": "Two"},
    {"id": "c", "type": "webpage", "title": "A Long Title: and More", "title-short": "A Long Title"},
    book("d", "Essays", editor=by("Zed", "Amy"), publisher="P"),
)


def test_sources_without_authors():
    assert cites(NAMELESS, "mla", "@a", "@b", "@c") == ["(‘The Place’, One)", "(‘The Place’, Two)", "(A Long Title)"]
    assert list(entries(NAMELESS, "mla").values()) == [
        "<cite>A Long Title: And More</cite>.",
        "‘The Place’. <cite>One</cite>.",
        "‘The Place’. <cite>Two</cite>.",
        "Zed, Amy, editor. <cite>Essays</cite>. P.",
    ]


@pytest.mark.parametrize("style", ["mla", "apa", "chicago", "harvard", "ieee", "nature", "chicago-notes-bibliography"])
def test_every_source_has_an_entry_that_is_well_formed(style):
    """Some styles list no interviews, and a source may have any of the roles."""
    people = [{"family": "F & Co", "given": "G"}, {"literal": "Body"}]
    full = dict.fromkeys(NAMES, people) | {name: {"date-parts": [[2010, 9, 15]]} for name in DATES}
    kinds = ("interview", "personal_communication", "entry", "book", "motion_picture", "webpage", "legal_case", "bill")
    bare = [{"id": f"bare-{kind}", "type": kind, "title": "<T>"} for kind in kinds]
    rich = [
        {**source, **full, "id": f"full-{source['type']}", "URL": "https://example.org/?b=1&c=2"} for source in bare
    ]
    found = entries([*bare, *rich], style)
    assert set(found) == {source["id"] for source in (*bare, *rich)}
    for key, entry in found.items():
        text = xhtml.text(xhtml.parse(f"<p>{entry}</p>"))
        assert "<T>" in text or key.startswith("full"), entry
        assert "xloc" not in text


def test_a_director_is_named():
    film = {"id": "film", "type": "motion_picture", "title": "T", "director": by("Roe", "Ann")}
    assert "Directed by Ann Roe" in entries([film], "mla")["film"]


def test_keys_may_have_capitals_and_odd_signs():
    text = body([book("Wall2022"), book("smith_2020a+b"), book("bürger")], "mla", [[("Wall2022", None)]])
    assert 'href="#source--Wall2022"' in text
    assert 'id="source--Wall2022"' in text
    assert 'id="source--smith_2020a_2b_b"' in text
    assert 'id="source--bürger"' in text


def test_a_leading_article_does_not_count_in_the_order():
    titles = ["The Zebra", "A Bear", "Crow", "Éclair", "Dog"]
    assert [text.rstrip(".") for text in plain([book(str(n), t) for n, t in enumerate(titles)], "mla")] == [
        "A Bear",
        "Crow",
        "Dog",
        "Éclair",
        "The Zebra",
    ]


def test_titles_in_other_languages_keep_their_case():
    french = book("f", "La vie et la mort d'un homme", language="fr-FR")
    english = book("e", "the life and the death of a man", language="en")
    assert plain([french, english], "mla") == [
        "The Life and the Death of a Man.",
        "La vie et la mort d’un homme.",
    ]
    assert plain([book("f", french["title"])], "mla", "fr-FR") == ["La vie et la mort d’un homme."]
    assert plain([book("d", "Leben und sterben lassen"), english], "mla", "de") == [
        "Leben und sterben lassen.",
        "The Life and the Death of a Man.",
    ]


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        ("de", ["Das Ende", "Öde", "Ein Zimmer", "Zwei"]),
        ("sv", ["Ek", "Zorn", "Ål", "Öga"]),
        ("pl", ["Cud", "Ćma", "Lot", "Łąka"]),
        ("cy", ["Cap", "Cup", "Chap"]),
    ],
)
def test_works_follow_the_alphabet_and_leave_out_the_articles_of_the_language(language, titles):
    sources = [book(str(number), title) for number, title in enumerate(titles)]
    assert [text.rstrip(".") for text in plain([*reversed(sources)], "mla", language)] == titles


NUMBERED = tuple(book(key, key.upper(), author=by(f"Name{key}")) for key in "dcba")


def test_numbers_are_those_of_the_list_and_whole_clusters_are_set():
    found = cites(NUMBERED, "ieee", "@b", "@a, p. 12", "@d; @c; @b")
    assert found == ["[1]", "[2, p. 12]", "[1], [3], [4]"]
    first = body(NUMBERED, "ieee", [[("b", None)], [("a", None)]])
    listed = [xhtml.text(each) for each in xhtml.parse(first).iter("li")]
    assert [text[:8] for text in listed] == ["[1] Name", "[2] Name", "[3] Name", "[4] Name"]
    assert [text[8] for text in listed] == list("bacd")
    text = body(NUMBERED, "nature", [[("a", None)], [("b", None), ("c", None), ("d", None)]])
    assert '<p>Said.<span class="citation"><sup><a class="cite" href="#source--a">1</a></sup></span></p>' in text
    assert xhtml.text(xhtml.parse(text)).startswith("Said.1Said.2–4")
    assert '<li id="source--a"><span class="citation-number">1. </span>Namea' in text


def test_note_styles_set_notes_full_at_first_then_short():
    novel = book("n", "Emma", author=by("Austen", "Jane"), issued={"date-parts": [[1815]]}, publisher="P")
    text = body([novel], "chicago-notes-bibliography", [[("n", "p. 3")], [("n", "p. 4")]])
    assert text.startswith(
        '<section><p>Said.<span class="note"><a class="cite" href="#source--n">'
        "Jane Austen, <cite>Emma</cite> (P, 1815), 3</a>.</span></p>"
    )
    assert "Austen, <cite>Emma</cite>, 4</a>.</span></p>" in text
    with pytest.raises(BuildError, match="The style 'oscola' names earlier notes by their numbers"):
        cites([novel], "oscola", "@n, p. 3")


def test_a_note_holds_no_note():
    text = body(
        [book("n", "Emma", issued={"date-parts": [[1815]]})],
        "chicago-notes-bibliography",
        [[("n", None)]],
        template='<p>T<span class="note">See {}.</span></p>',
    )
    assert text.count('class="note"') == 1
    assert '<span class="note">See <a class="cite" href="#source--n"><cite>Emma</cite> (1815)</a>.</span>' in text


def test_links_are_never_nested():
    page = {"id": "p", "type": "webpage", "title": "T", "URL": "https://example.org/a"}
    root = xhtml.parse(body([page], "chicago-notes-bibliography", [[("p", None)]]))
    assert not [link for link in root.iter("a") if link.findall(".//a")]


def test_a_style_that_is_another_under_a_new_name_is_that():
    assert cites(SOURCES, "nature-physics", "@bradshaw") == cites(SOURCES, "nature", "@bradshaw")


def test_a_style_that_there_is_not_is_a_sentence():
    with pytest.raises(BuildError, match="There is no CSL style 'no-style'"):
        body(SOURCES, "no-style", [[("novel", None)]])


@pytest.mark.parametrize(
    ("family", "given", "printed"),
    [
        ("शर्मा", "रामविलास", "शर्मा\N{NO-BREAK SPACE}रामविलास"),
        ("ქართული", "ანა", "ქართული\N{NO-BREAK SPACE}ანა"),
        ("沈", "从文", "沈从文"),
    ],
)
def test_names_have_a_space_in_scripts_that_have_one(family, given, printed):
    assert printed in plain([book("a", author=by(family, given))], "mla")[0]

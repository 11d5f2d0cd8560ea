"""From neutral bodies to pages: links, notes, glossary words, roles, tables, pictures."""

import re
from pathlib import Path

import pytest
from epub_samples import ANSWERS, FIRST, GLOSSARY, SECOND, WORKS, build

from studyguide.formats.html import bodies
from studyguide.support import xhtml

GOLDEN = Path(__file__).parents[1] / "render" / "golden"
SVG = "{http://www.w3.org/2000/svg}"
REST = (SECOND, ANSWERS, GLOSSARY, WORKS)


def texts(elements) -> list[str]:
    return [" ".join("".join(element.itertext()).split()) for element in elements]


def test_links_lead_into_other_files(tmp_path):
    book = build(tmp_path)
    assert book.find("first.xhtml", "//h:a[@class='ref']/@href") == ["second.xhtml#tail", "#table"]
    assert book.find("first.xhtml", "//h:a[@class='answer-link']/@href") == ["answers.xhtml#answer-q"]
    assert book.find("answers.xhtml", "//h:a[@class='back-link']/@href") == ["first.xhtml#table"]
    cite = book.find("first.xhtml", "//h:a[@class='cite']")[0]
    assert (cite.get("href"), cite.get("role")) == ("works.xhtml#source-one", "doc-biblioref")


def test_a_link_to_nowhere_is_our_fault(tmp_path):
    with pytest.raises(KeyError, match="nowhere"):
        build(tmp_path, FIRST.replace("#table", "#nowhere"), *REST)


def test_page_references_go_with_their_space(tmp_path):
    paragraph = texts(build(tmp_path).find("first.xhtml", "//h:p[h:sup]"))[0]
    assert "See the tail, the table and One." in paragraph


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("See <b>it</b> {}, now.", "See it, now."),
        ("See {} now.", "See now."),
        ("See {}now.", "See now."),
        ("{}Now.", "Now."),
        ("See it{}", "See it"),
    ],
)
def test_page_references_leave_words_apart(tmp_path, body, expected):
    reference = '<span class="page-ref" data-ref="a-title"/>'
    paragraph = f"<p>{body.format(reference)}</p>"
    book = build(tmp_path, f'<section id="a" role="doc-chapter"><h1 id="a-title">A</h1>{paragraph}</section>')
    assert texts(book.find("a.xhtml", "//h:p")) == [expected]


def test_notes_are_numbered_and_set_at_the_end(tmp_path):
    book = build(tmp_path)
    marks = book.find("first.xhtml", "//h:sup/h:a[@e:type='noteref'][@role='doc-noteref']")
    assert [(mark.text, mark.get("href"), mark.get("id")) for mark in marks] == [
        ("1", "#_note_1", "_noteref_1"),
        ("2", "#_note_2", "_noteref_2"),
    ]
    notes = book.find("first.xhtml", "//h:section[@class='notes']/h:aside[@e:type='footnote'][@role='doc-footnote']")
    assert [note.get("id") for note in notes] == ["_note_1", "_note_2"]
    assert texts(notes) == ["1 The first note.", "2 Second."]
    backs = book.find("first.xhtml", "//h:section[@class='notes']//h:a[@role='doc-backlink']/@href")
    assert backs == ["#_noteref_1", "#_noteref_2"]
    assert book.find("second.xhtml", "//h:aside") == []


def test_the_words_around_a_note_stay(tmp_path):
    assert "a claim.1 See" in texts(build(tmp_path).find("first.xhtml", "//h:p[h:sup]"))[0]


def test_glossary_words_pop_up_and_lead_on(tmp_path):
    book = build(tmp_path)
    words = book.find("first.xhtml", "//h:p/h:a[@class='term'][not(ancestor::h:aside)]")
    assert [(word.get("href"), word.get("role")) for word in words] == [("#_term_word", "doc-noteref")] * 2
    [definition] = book.find("first.xhtml", "//h:section[@class='definitions']/h:aside[@e:type='footnote']")
    assert texts(definition) == ["Word: What is said, or the other.", "Glossary"]
    assert book.find("first.xhtml", "//h:aside//h:a[@role='doc-glossref']/@href") == ["glossary.xhtml#word"]
    assert book.find("first.xhtml", "//h:aside//h:a[@class='term']/@href") == ["glossary.xhtml#other"]


def test_inside_the_glossary_words_are_plain_links(tmp_path):
    assert build(tmp_path).find("glossary.xhtml", "//h:a[@class='term']/@href") == ["#other"]


def test_a_definition_in_paragraphs_keeps_them(tmp_path):
    book = build(tmp_path, FIRST.replace("#word", "#other"), *REST)
    assert texts(book.find("first.xhtml", "//h:section[@class='definitions']/h:aside/h:p")) == [
        "Other", "One.", "Two.", "Glossary",
    ]  # fmt: skip


def test_roles_have_their_types(tmp_path):
    book = build(tmp_path)
    assert book.find("glossary.xhtml", "//h:body/@e:type | //h:body/h:section/@e:type") == ["backmatter", "glossary"]
    assert book.find("first.xhtml", "//h:body/@e:type | //h:body/h:section/@e:type") == ["bodymatter", "chapter"]
    assert book.find("answers.xhtml", "//h:section/@e:type") == ["appendix"]


def test_what_is_for_running_heads_is_left_out(tmp_path):
    book = build(tmp_path)
    assert "data-short" in FIRST
    assert book.find("first.xhtml", "//@data-short") == []
    assert book.find("first.xhtml", "//@data-label") == ["Size"]


def test_svg_keeps_the_case_of_its_names(tmp_path):
    book = build(tmp_path)
    [picture] = book.find("first.xhtml", "//s:svg")
    assert picture.get("viewBox") == "0 0 9 9"
    assert picture.find(f"{SVG}linearGradient") is not None


def test_tables_are_in_a_frame_and_stack_if_every_cell_is_labelled(tmp_path):
    assert build(tmp_path).find("first.xhtml", "//h:div[@class='table-frame']/h:table/@class") == ["stacks"]
    unlabelled = build(tmp_path, FIRST.replace(' data-label="Size"', ""), *REST)
    assert unlabelled.find("first.xhtml", "//h:div[@class='table-frame']/h:table/@class") == []


def test_the_cover_says_what_it_shows(tmp_path):
    [image] = build(tmp_path).find("cover_page.xhtml", "//h:img[@role='doc-cover']")
    assert image.get("alt") == (
        "Cover: Small & whole. A guide <to> nothing. Small (film, 2010), directed by nobody. "
        "Small (novel, 2005), by nobody. Student edition."
    )


def test_images_are_packed(tmp_path):
    book = build(tmp_path)
    assert book.files["EPUB/images/dot.png"] == (tmp_path / "dot.png").read_bytes()


@pytest.mark.parametrize("chapter", sorted(GOLDEN.glob("*.xhtml")), ids=lambda path: path.stem)
def test_every_table_of_a_chapter_can_be_stacked(chapter):
    """Or else it is cut off on telephones, and where letters are large."""
    root = xhtml.parse(chapter.read_text("utf-8"))
    bodies.frame_tables(root)
    assert all("stacks" in table.get("class", "").split() for table in root.iter("table"))


def test_labels_of_cells_and_words_in_pictures_have_the_fonts_in_the_book(tmp_path):
    """A generic family comes after them: browsers draw boxes with it, and look no further."""
    cells = '<table class="stacks"><tr><th>a</th><td data-label="a ♪ b">1</td><td data-label="a">2</td></tr></table>'
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" role="img"><title>a</title><text>♪</text></svg>'
    body = f'<section id="a" role="doc-chapter"><h1 id="a-title">A ♪</h1>{cells}{drawn}</section>'
    book = build(tmp_path, body)
    css = "".join(content.decode() for name, content in book.files.items() if name.endswith(".css"))
    for selector in (r"svg text", r"\.fallback-label::before"):
        (names,) = re.findall(selector + r" \{ font-family: ([^;]+); \}", css)
        assert names.endswith('Fallback", sans-serif')
    assert book.find("a.xhtml", "//h:td[@class='fallback-label']/@data-label") == ["a ♪ b"]

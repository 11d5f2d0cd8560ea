"""Pages as a reader sees them: no heading is left behind, no words lie over others, no page is nearly empty.

A few guides are tried here; `tests/judges/test_page_layouts.py` tries them in every theme, with every optional field.
"""

import json
import shutil
from bisect import bisect_left
from dataclasses import replace
from functools import cache

import pytest
from made_guides import Recipe, write
from page_faults import faults, layouts, sizes, words
from pdf_samples import publication

from studyguide.formats.pdf.layout.html import Front, parts
from studyguide.formats.pdf.weasy.renderer import Renderer
from studyguide.publication import Heading, Section
from studyguide.support.paths import specimen_folder, starter_folder
from studyguide.themes import theme

SAMPLE = (
    ("quiet", "a4", Recipe(15, deep=True)),
    ("large-print-24", "a4", Recipe(5)),
    ("dyslexia-friendly", "a5", Recipe(1, optional="all")),
)


@pytest.mark.parametrize(("look", "paper", "recipe"), SAMPLE)
def test_pages_of_every_kind_of_chapter_are_sound(look, paper, recipe, tmp_path):
    folder = write(tmp_path / "guide", recipe)
    assert [f"{part}: {fault}" for part, pages in layouts(folder, look, paper) for fault in faults(pages)] == []


@pytest.mark.parametrize(("look", "paper"), [("quiet", "a4"), ("large-print", "letter"), ("warm", "a5")])
def test_no_words_lie_on_others_where_spoiler_levels_are_shown(look, paper):
    """The specimen has a level on one of everything; made guides have none."""
    found = [fault for _, pages in layouts(specimen_folder(), look, paper) for fault in faults(pages)]
    assert [fault for fault in found if "overlap" in fault] == []


@pytest.mark.parametrize(
    ("look", "paper", "least"),
    [
        ("large-print", "a4", 18),
        pytest.param("large-print", "letter", 18, marks=pytest.mark.judge),
        pytest.param("large-print-24", "a4", 24, marks=pytest.mark.judge),
        ("large-print-24", "letter", 24),
        pytest.param("dyslexia-friendly", "a4", 12, marks=pytest.mark.judge),
        ("dyslexia-friendly", "a5", 12),
    ],
)
def test_no_letter_is_smaller_than_the_theme_says(look, paper, least):
    found = [each for _, pages in layouts(specimen_folder(), look, paper) for each in sizes(pages)]
    assert any(is_drawn for _, _, is_drawn in found)
    assert [(size, text) for size, text, _ in found if size < least] == []


@pytest.mark.parametrize(("look", "paper"), [("warm", "a5"), ("dyslexia-friendly", "a4"), ("large-print-24", "letter")])
def test_no_few_lines_of_the_contents_have_a_page_to_themselves(look, paper):
    """As many chapters as fill a page, and one more, and another: the rights are on no page alone."""
    renderer = Renderer(publication("<p>One.</p>"), theme.look("pdf", theme=look, paper=paper))

    @cache
    def front(chapters):
        sections = [heading(number) for number in range(chapters)]
        return renderer.lay_out(
            Front(publication_of(sections)).html({f"c{number}-t": 88 for number in range(chapters)}, 1)
        )

    one_page = bisect_left(range(80), 3, key=lambda chapters: len(front(chapters).pages)) - 1
    assert one_page > 3
    for chapters in range(one_page, one_page + 4):
        *_, last = front(chapters).pages
        entries = [word for word in words(last) if "Chapter" in word.text]
        assert len(entries) > 1 or chapters == 1


@pytest.mark.parametrize("for_teachers", [0, 2, 4, 8, 12])
def test_contents_with_notes_for_teachers_take_no_more_pages(for_teachers):
    """Else the pages that teachers share with their students would have other numbers."""
    renderer = Renderer(publication("<p>One.</p>"), theme.look("pdf"))
    sections = [replace(heading(number), is_for_teachers=number >= 28) for number in range(28 + for_teachers)]
    numbers = {f"c{number}-t": 88 for number in range(len(sections))}
    assert len(renderer.lay_out(Front(publication_of(sections)).html(numbers, 1)).pages) == 2


def heading(number):
    body = f'<section id="c{number}" role="doc-chapter"><h1 id="c{number}-t">Chapter {number}</h1></section>'
    return Section(
        f"c{number}", "prose", "doc-chapter", "C", "C", (Heading(f"c{number}-t", 1, f"Chapter {number}"),), body
    )


def publication_of(sections):
    return replace(publication("<p>One.</p>"), sections=tuple(sections))


TALL = "<blockquote><p>Much.</p></blockquote>"
FAULTY = {
    "ends with the heading “Two”": (
        "<p>One.</p><h2>Two</h2>" + TALL,
        "h1 + p { height: 15cm } h2 { break-after: auto }",
    ),
    "is nearly empty: “One.”": ("<p>One.</p>" + TALL, ""),
    "“Two.” and “One.” overlap": ("<p>One.</p><p>Two.</p>", "p + p { margin-top: -8mm }"),
}


@pytest.mark.parametrize("fault", FAULTY)
def test_faults_are_found(fault):
    content, rules = FAULTY[fault]
    look = theme.look("pdf")
    look = replace(look, css=f"{look.css} blockquote {{ height: 245mm; break-inside: avoid }} {rules}")
    made = publication(content)
    found = list(faults(Renderer(made, look).lay_out(parts(made)[1].html({}, 3))))
    assert len(found) == 1, found
    assert fault in found[0]


@pytest.mark.parametrize("paper", ["a4", "a5"])
@pytest.mark.parametrize("paragraphs", [3, 7, 12])
def test_a_long_scene_leaves_no_heading_behind(paper, paragraphs, tmp_path):
    folder = shutil.copytree(starter_folder(), tmp_path / "guide")
    chapter = {"kind": "plot", "title": "The story", "parts": [{"id": "part-one", "title": "How it begins"}]}
    text = "\n\n".join(["One long sentence goes on about what happens next. " * 8] * paragraphs)
    chapter["parts"][0]["scenes"] = [{"id": name, "title": "It begins", "text": text} for name in ("scene-one", "b")]
    (folder / "chapters/story.yaml").write_text(json.dumps(chapter), "utf-8")
    found = [fault for _, pages in layouts(folder, "quiet", paper) for fault in faults(pages)]
    assert [fault for fault in found if "heading" in fault or "nearly" in fault or "empty" in fault] == []

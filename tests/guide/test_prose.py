"""Prose on its pages: headings with notes, tables, verse and numbered lists, in every format."""

import re
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from studyguide.build import Request, build
from studyguide.editions.select import find, select
from studyguide.guide.chapters.lessons import STAGES
from studyguide.guide.items import Item
from studyguide.guide.walk import roles
from studyguide.render import render
from tests import sound_guides

BASE = Path(__file__).parents[1] / "lint/problems/base"
TEXT = """---
kind: prose
title: Text
---
## A heading^[A note in a heading.] with words

Words *in italics^[A note in italics.]*.

| Who | Salary |
| --- | -----: |
| Ann | 1,000^[A note in a table.] |

Table: Who earns what

| First line of verse^[A note in verse.]
|   second line of verse

{verse from=3094}
| third line of verse
| fourth line of verse

5. five
6. six
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("prose")
    guide = Path(shutil.copytree(BASE, folder / "guide"))
    (guide / "chapters/text.md").write_text(TEXT, "utf-8")
    settings = (guide / "guide.yaml").read_text("utf-8")
    apart = settings.replace("title: Student edition}", "title: Student edition, openings: any}")
    (guide / "guide.yaml").write_text(apart, "utf-8")  # with a cover and contents, although it is short
    build(guide, Request(formats=("pdf", "epub", "web"), output=folder))
    return folder


@pytest.fixture(scope="module")
def printed(built):
    document = pypdfium2.PdfDocument(built / "small.pdf")
    return [re.sub(r"\s+", " ", page.get_textpage().get_text_bounded()) for page in document]


def test_contents_bookmarks_and_navigation_have_headings_without_notes(built, printed):
    with pikepdf.open(built / "small.pdf") as pdf, pdf.open_outline() as outline:
        titles = [child.title for item in outline.root for child in item.children]
    assert "A heading with words" in titles
    assert "A heading with words" in printed[1]
    book = zipfile.ZipFile(built / "small.epub")
    nav = book.read(next(name for name in book.namelist() if "contents" in name)).decode()
    assert ">A heading with words<" in nav
    assert "A note" not in printed[1] + nav + "".join(titles)


def test_every_note_is_at_the_foot_of_the_page(printed):
    assert re.findall(r"\d\. A note in [a-z ]+\.", printed[2]) == [
        "1. A note in a heading.",
        "2. A note in italics.",
        "3. A note in a table.",
        "4. A note in verse.",
    ]


def test_notes_are_upright(built):
    page = pypdfium2.PdfDocument(built / "small.pdf")[2]
    texts = list(page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_TEXT], textpage=page.get_textpage()))
    slanted = "".join(text.extract() for text in texts if "Italic" in text.get_font().get_base_name())
    assert "in italics" in slanted
    assert "note" not in slanted


def test_lists_begin_with_the_number_that_was_written(printed):
    assert "5. five 6. six" in printed[2]


@pytest.mark.parametrize("words", ["Who earns what", "Ann 1,000", "First line of verse", "second line of verse"])
def test_tables_and_verse_are_printed(printed, words):
    assert words in printed[2]


def test_numbers_of_lines_are_seen_and_neither_read_out_nor_copied(built, printed):
    assert "third line of verse fourth line of verse 5. five" in printed[2]
    with pikepdf.open(built / "small.pdf") as pdf:
        drawn = pikepdf.parse_content_stream(pdf.pages[2])
    begun = [(str(each.operands[0]), each.operands[1]) for each in drawn if str(each.operator) == "BDC"]
    at = next(n for n, (name, entries) in enumerate(begun) if name == "/Span" and entries.get("/ActualText") == " ")
    assert begun[at - 1][0] == "/Artifact"
    book = zipfile.ZipFile(built / "small.epub")
    pages = "".join(book.read(name).decode() for name in book.namelist() if name.endswith("xhtml"))
    web = "".join(path.read_text("utf-8") for path in (built / "small-web").glob("*.html"))
    for text in (pages, web):
        assert 'data-line="3095"' in text
        assert ">3095<" not in text


def steps(chapter):
    return [step for each in chapter.lessons for stage in STAGES for step in getattr(each, stage)]


def test_a_table_in_any_text_is_a_table():
    """In each field of the type `Prose` of any kind, and with a label in each cell, for narrow screens."""
    guide = sound_guides.specimen()
    edition = find(guide, "teacher")
    table = "Words.\n\n| Head q | B |\n| --- | --- |\n| c | d |\n\nTable: In a text"
    chapters = tuple(with_tables(chapter, table) for chapter in guide.chapters)
    tasks = "".join(step.task or "" for each in chapters if each.kind == "lessons" for step in steps(each))
    in_all = sum(chapter.model_dump_json().count("Head q") for chapter in chapters)
    assert (wanted := in_all - tasks.count("Head q")) > 20  # the task of a step is on its slide alone
    sections = render(select(replace(guide, chapters=chapters), edition), edition).sections
    bodies = "".join(section.body for section in sections)
    assert bodies.count('<table class="data">') >= wanted
    assert bodies.count('data-label="Head q"') >= wanted
    assert "| Head" not in bodies


def with_tables(model, table):
    """A copy whose texts of several paragraphs are a table."""
    changes = {}
    for name, role in roles(type(model)).items():
        value = getattr(model, name)
        if isinstance(value, tuple):
            changes[name] = tuple(with_tables(part, table) if isinstance(part, Item) else part for part in value)
        elif value and role and role.name == "prose":
            changes[name] = table
    return model.model_copy(update=changes)

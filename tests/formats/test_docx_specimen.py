"""Every edition and every sheet of the specimen as a Word document: nothing is lost, and everybody can read it."""

import re
from collections import Counter
from functools import cache, partial
from itertools import takewhile

import pytest
from docx_reader import Document, findings, style_of, text

from studyguide import handouts
from studyguide.build.edition_publication import publish
from studyguide.formats import docx
from studyguide.formats.docx import class_styles
from studyguide.handouts import handout_kinds
from studyguide.publication import mediums
from studyguide.support import xhtml
from studyguide.themes import theme
from tests import sound_guides

GROUPS = ("worksheets", "lessons")


def guide():
    return sound_guides.specimen()


def _names():
    """Every edition, and every sheet in all its tiers, by name: what makes it. Nothing is made to know the names."""
    whole = guide()
    yield from ((edition.id, partial(publish, whole, edition)) for edition in whole.info.editions)
    for group in GROUPS:
        edition = handout_kinds.usual_edition(whole, group)
        for name, tiers in handouts.names(whole, edition, group).items():
            for tier in tiers:
                yield f"{name}-{tier}", partial(handouts.publish, whole, edition, name, tier)


MADE = dict(_names())
NAMES = sorted(MADE)
SHEETS = sorted({*NAMES} - {edition.id for edition in guide().info.editions})


@cache
def publication(name):
    return MADE[name]()


@cache
def document(name):
    look = theme.look("docx", is_sheet=publication(name).is_sheet)
    return Document(docx.document(publication(name), look))


def test_there_are_editions_sheets_keys_plans_and_letters():
    assert len(NAMES) > 60
    assert {"teacher", "quiz-support", "quiz-key", "exam-core", "lesson-storm-core", "letter-film-core"} <= {*NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_no_letter_is_lost_and_none_is_added(name):
    found = letters(document(name).text())
    wanted = Counter()
    for section in publication(name).sections:
        wanted += letters(spoken(section.body))
    if not publication(name).is_sheet:
        front = takewhile(lambda each: style_of(each) != "ChapterLabel", document(name).paragraphs())
        found -= letters(" ".join(map(text, front)))
    assert found == wanted


@pytest.mark.parametrize("name", SHEETS)
def test_word_counts_all_tasks_so_that_their_numbers_close_up(name):
    written = [text(each) for each in document(name).paragraphs()]
    assert [each for each in written if re.match(r"\d+[.)] ", each)] == []  # a number of a scene has a tab after it


def spoken(body):
    """The text of a body that a document has: without the layout of a page, and with what Word counts or repeats."""
    root = xhtml.parse(body)
    mediums.keep_print(root)
    for name in class_styles.DROPPED:
        for element in xhtml.with_class(root, name):
            xhtml.remove(element)
    for drawing in list(root.iter(f"{{{xhtml.SVG}}}svg")):
        xhtml.remove(drawing)
    for choices in xhtml.with_class(root, "choices"):
        for letter in [item.find("b") for item in choices]:
            if letter is not None:
                xhtml.remove(letter)
    for name in ("number", "row-number"):
        for number in xhtml.with_class(root, name):
            xhtml.remove(number)
    for element in root.iter("li", "span"):  # numbers that style sheets print
        number = re.search("'(.*)'", element.get("style", ""))
        element.text = f"{number[1] if number else element.get('data-line', '')} {element.text or ''}"
    _name_columns_once(root)
    return "".join(root.itertext())


def _name_columns_once(root):
    """Keep the labels of the first row of each table of rooms; a column without one has the label of its element."""
    seen = set()
    for fields in xhtml.with_class(root, "fields"):
        row = fields.getparent()
        before = fields.getprevious() if fields.getprevious() is not None else None
        follows = before is not None and "fields" in xhtml.classes(before)
        if "row" in xhtml.classes(row) and row[0] is fields:
            other = row.getprevious()
            follows = other is not None and other in seen
            seen.add(row)
        for field in xhtml.with_class(fields, "field"):
            for label in xhtml.with_class(field, "field-label") if follows else ():
                xhtml.remove(label)
            if not follows and field.get("data-label"):
                field.text = f"{field.get('data-label')} {field.text or ''}"


def letters(words):
    return Counter(re.sub(r"[\W_]", "", words))


@pytest.mark.parametrize("name", NAMES)
def test_everybody_can_read_it(name):
    assert list(findings(document(name))) == []


@pytest.mark.parametrize("name", ["teacher", "quiz-support", "film-terms-core"])
def test_the_same_publication_gives_the_same_bytes(name):
    look = theme.look("docx", is_sheet=publication(name).is_sheet)
    assert docx.document(publication(name), look) == docx.document(publication(name), look)


def test_every_class_of_a_template_is_mapped_or_carries_nothing():
    sections = [section for name in NAMES for section in publication(name).sections]
    kinds = {section.kind for section in sections}
    kinds |= {question.type for each in guide().chapters for s in getattr(each, "sets", ()) for question in s.questions}
    bodies = (xhtml.parse(section.body) for section in sections)
    used = {name for body in bodies for element in body.iter() for name in xhtml.classes(element)}
    assert {name for name in used if not class_styles.is_known(name, kinds)} == set()

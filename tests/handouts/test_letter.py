"""Letters home: blanks, a reply slip, one page, and nothing above the letter's own level."""

from dataclasses import replace

import pypdfium2
import pytest

from studyguide import formats, handouts
from studyguide.build.edition_publication import publish
from studyguide.editions.select import find, select
from studyguide.guide.info import Gate
from studyguide.guide.items import Spoiler
from studyguide.handouts.kinds.letter import blanks
from studyguide.handouts.sheet import Tier
from studyguide.support import xhtml
from studyguide.support.errors import GuideError
from studyguide.support.templates import Markup
from studyguide.themes import theme
from tests import sound_guides


@pytest.fixture(scope="module")
def guide():
    return sound_guides.specimen()


def changed(guide, **changes):
    """The guide with a letter that has other fields."""
    (chapter,) = (each for each in guide.chapters if each.kind == "permissions")
    other = chapter.model_copy(update={"letters": (chapter.letters[0].model_copy(update=changes),)})
    return replace(guide, chapters=tuple(other if each is chapter else each for each in guide.chapters))


def sheet(guide, *, fillable=False):
    made = handouts.publish(guide, find(guide, "teacher"), "letter-film", Tier.CORE, fillable=fillable)
    return xhtml.parse(made.sections[0].body)


def test_underscores_in_text_become_blanks_and_addresses_stay():
    html = Markup('<p>For ___ and <a href="https://example.org/a____b">____</a>, not __.</p>')
    made = blanks(html, "To <fill> in")
    assert made.count("<input") == 2
    assert 'name="blank-1"' in made
    assert 'name="blank-2"' in made
    assert 'aria-label="To &lt;fill&gt; in"' in made
    assert 'href="https://example.org/a____b"' in made
    assert "not __." in made


def test_a_letter_has_blanks_and_a_slip(guide):
    root = sheet(guide, fillable=True)
    names = [field.get("name") for field in root.iter("input")]
    slip = ["return", "reply", "reply", "student", "class", "signature", "date"]
    assert names == ["school", "sent", "blank-1", "blank-2", "contact", *slip]
    assert len(list(xhtml.with_class(root, "slip"))) == 1
    assert not list(sheet(guide).iter("input"))
    assert not list(xhtml.with_class(sheet(changed(guide, reply=None)), "slip"))


def test_a_letter_has_no_sentence_above_its_level_though_the_chapter_has(guide):
    text = xhtml.text(sheet(guide))
    assert "A few scenes are frightening." in text
    assert "the longest of them" not in text
    sections = {each.id: each.body for each in publish(guide, find(guide, "teacher")).sections}
    assert "the longest of them" in sections["permissions"]
    assert "the longest of them" in xhtml.text(sheet(changed(guide, spoiler=Spoiler.ENDING)))


def test_a_gated_word_stops_a_letter_and_not_the_chapter(guide):
    info = guide.info.model_copy(update={"gates": (Gate(words=("living being",), level="ending"),)})
    gated = replace(guide, info=info)
    with pytest.raises(GuideError) as caught:
        sheet(gated)
    assert {problem.file for problem in caught.value.problems} == {"chapters/permissions.yaml"}
    teacher = find(gated, "teacher")
    assert set(handouts.slips(gated, teacher, select(gated, teacher))) >= set(caught.value.problems)
    assert "living being" in next(each.body for each in publish(gated, teacher).sections if each.id == "permissions")


def test_students_have_neither_the_chapter_nor_its_letters(guide):
    edition = find(guide, "student")
    assert "permissions" not in {each.id for each in publish(guide, edition).sections}
    assert handouts.names(guide, edition, "lessons") == {}


def test_hidden_notes_tasks_and_letters_are_gone(guide):
    hidden = changed(guide, spoiler=Spoiler.ENDING)
    edition = find(hidden, "teacher").model_copy(update={"id": "t", "reveals": Spoiler.PREMISE})
    body = next(each.body for each in publish(hidden, edition).sections if each.id == "permissions")
    assert "A grave is opened" in body
    assert "Read in place of watching" in body
    for secret in ("A fire with somebody in it", "stopped at the mill", "Dear parent"):
        assert secret not in body
    assert "letter-film" not in handouts.names(hidden, edition, "lessons")


def test_a_note_on_a_hidden_scene_is_gone_whatever_its_own_level(guide):
    (chapter,) = (each for each in guide.chapters if each.kind == "permissions")
    notes = tuple(each.model_copy(update={"spoiler": Spoiler.SAFE}) for each in chapter.content_notes)
    other = chapter.model_copy(update={"content_notes": notes})
    whole = replace(guide, chapters=tuple(other if each is chapter else each for each in guide.chapters))
    edition = find(whole, "teacher").model_copy(update={"id": "t", "reveals": Spoiler.PREMISE})
    left = next(each for each in select(whole, edition).chapters if each.kind == "permissions")
    assert [each.topic for each in left.content_notes] == ["A grave is opened"]


@pytest.mark.pages
@pytest.mark.parametrize("many", [1, 14])
def test_a_letter_is_one_page(guide, many, tmp_path):
    longer = changed(guide, text="\n\n".join(["Dear parent of ____, this is a paragraph of a letter. " * 4] * many))
    made = handouts.publish(longer, find(guide, "teacher"), "letter-film", Tier.CORE)
    look = theme.look("pdf", theme="quiet", paper="a4", is_sheet=True)
    assert formats.load("pdf").write(made, look, tmp_path / "letter.pdf") == 1
    with pypdfium2.PdfDocument(tmp_path / "letter.pdf") as document:
        text = document[0].get_textpage().get_text_range()
    assert text.count("Dear") == 4 * many
    assert "Signature" in text

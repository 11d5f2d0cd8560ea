"""The picture of a question is wherever students read the question: in chapters and on every kind of handout."""

import re
import shutil

import pytest

from studyguide import handouts
from studyguide.build.checked_guide import sound
from studyguide.build.edition_publication import publish
from studyguide.editions.select import find
from studyguide.handouts import handout_kinds
from studyguide.handouts.sheet import Tier
from studyguide.support import xhtml
from studyguide.support.paths import specimen_folder
from tests import sound_guides

PICTURE = """\
        picture: {file: images/frame.svg, alt: "A 'frame' & <more>", caption: Caption Q-ID, credit: Drawn for q-id}
"""
NUMBER = 13


@pytest.fixture(scope="module")
def guide(tmp_path_factory):
    """The specimen with a picture in every question."""
    folder = shutil.copytree(specimen_folder(), tmp_path_factory.mktemp("pictured") / "guide")
    file = folder / "chapters/questions.yaml"
    written = re.sub(r"(?m)^        picture:\n(?: {10}.*\n)+", "", file.read_text("utf-8"))
    told = re.sub(r"(?m)^      - id: (q-\S+)\n", lambda found: found[0] + PICTURE.replace("q-id", found[1]), written)
    file.write_text(told, "utf-8")
    plan = folder / "chapters/lessons.yaml"
    plan.write_text(plan.read_text("utf-8").replace("homework: ", "homework: '[](#q-light)' #", 1), "utf-8")
    made = sound(folder)
    assert told.count("picture:") == NUMBER
    return made


def texts(guide):
    """The text of each question by its id."""
    sets = next(each for each in guide.chapters if each.kind == "questions").sets
    return {each.id: each.question for part in sets for each in part.questions}


def holders(root):
    """The words of each question that is asked in a body, and its entry, task, card or slide."""
    for words in (*xhtml.with_class(root, "question-text"), *xhtml.with_class(root, "card-question")):
        yield xhtml.text(words), next(each for each in words.iterancestors() if each.tag in {"li", "section", "div"})


def bodies(guide):
    """Every body that students may read: chapters, handouts and slides, without keys."""
    edition = find(guide, "teacher")
    yield from ((section.id, section.body) for section in publish(guide, edition).sections if section.id == "questions")
    for group in handout_kinds.groups():
        for name, tiers in handouts.names(guide, edition, group).items():
            for tier in tiers:
                if tier != Tier.KEY:
                    yield f"{name} {tier}", handouts.publish(guide, edition, name, tier).sections[0].body


def test_every_question_has_its_picture_with_it(guide):
    asked, seen = texts(guide), dict.fromkeys(texts(guide), 0)
    for name, body in bodies(guide):
        for words, holder in holders(xhtml.parse(body)):
            question = next((each for each, text in asked.items() if words.startswith(plain(text))), None)
            if question and "homework" not in ids(holder):
                images = [each for each in holder.iter("img") if each.get("src") == "images/frame.svg"]
                assert [each.get("alt") for each in images] == ["A 'frame' & <more>"], (name, question)
                assert f"Drawn for {question}" in xhtml.text(holder), (name, question)
                seen[question] += 1
    assert all(count > 3 for count in seen.values()), seen


def plain(text):
    return text.replace("[the motif](#motif-light)", "the motif")


def test_homework_has_the_picture_of_its_questions(guide):
    made = [body for name, body in bodies(guide) if name.startswith("slides-lesson") and "core" in name]
    slides = [each for body in made for each in xhtml.with_class(xhtml.parse(body), "slide")]
    (homework,) = (
        each for each in slides if "Name two sources of light" in xhtml.text(each) and "homework" in ids(each)
    )
    assert [each.get("src") for each in homework.iter("img")] == ["images/frame.svg"]


def ids(element):
    return " ".join(each.get("id", "") for each in element.iter())


def test_keys_and_answers_do_without(guide):
    edition = find(guide, "teacher")
    for section in publish(guide, edition).sections:
        if section.id.startswith("questions--"):
            assert "images/frame.svg" not in section.body
    for name, tiers in handouts.names(guide, edition, "worksheets").items():
        if Tier.KEY in tiers:
            assert "images/frame.svg" not in handouts.publish(guide, edition, name, Tier.KEY).sections[0].body


def test_the_organiser_has_no_essay_about_a_picture(guide):
    edition = find(guide, "teacher")
    body = handouts.publish(guide, edition, "organiser", Tier.CORE).sections[0].body
    assert "“The maker is the monster.” Discuss." not in body
    whole = sound_guides.specimen()
    assert "“The maker is the monster.” Discuss." in (
        handouts.publish(whole, find(whole, "teacher"), "organiser", Tier.CORE).sections[0].body
    )

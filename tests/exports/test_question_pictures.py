"""Pictures of questions and in their texts, read back: whole in every file, or the question is left out and named."""

import base64
import json
import posixpath
import re
from dataclasses import replace
from urllib.parse import unquote

import pytest
from jsonschema import Draft202012Validator
from lxml import etree, html
from PIL import Image

from studyguide.build.export_files import export
from studyguide.editions.select import select
from studyguide.exports import edition, export_kinds, folder, question_schema
from studyguide.exports.kinds import anki, blooket, canvas, forms, gift, kahoot, moodle_xml, qti_21, quizlet
from studyguide.exports.question_list import as_json, questions
from studyguide.support.paths import specimen_folder
from tests import sound_guides
from tests.editions.test_question_types_shown import QUIZZED, STUDENT, TEACHER, guide, question
from tests.exports import exported
from tests.exports.exported import QTI, W

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60"><circle cx="45" cy="30" r="20"/></svg>'
ALT = 'zzalt & "so" <on> \\(x\\) [y] {z}'
SHOWN = {"file": "images/plan.svg", "alt": ALT, "caption": "A *plan*", "credit": "Drawn by <us>"}
IN_TEXT = '![zzalt](images/deep/dot.png "Drawn by us")'
CHOICE = question("choice", options=["A", "B"], answer="A")
PICTURED = {
    **{
        kind: {**asked, "picture": SHOWN}
        for kind, asked in {
            "choice": CHOICE,
            "true-false": question("true-false", is_true=True),
            "short": question("short", answer="word"),
            "matching": question("matching", pairs=[{"left": a, "right": b} for a, b in ("ab", "cd")]),
            "ordering": question("ordering", order=["one", "two"]),
            "gap": question("gap", gapped="The {word} ends."),
            "extract": question("extract", extract="Text.", parts=[{"question": "Why?", "answer": "word"}]),
            "essay": question("essay", points=["point"]),
        }.items()
    },
    "in the question": {**CHOICE, "question": f"Which {IN_TEXT}?"},
    "in an option": {**CHOICE, "options": [f"A {IN_TEXT}", "B"], "answer": "B"},
    "in feedback": {**CHOICE, "feedback": [{"option": "B", "text": f"See {IN_TEXT}."}]},
    "in a hint": {**CHOICE, "hints": [f"See {IN_TEXT}."]},
    "in a point": {**CHOICE, "points": [f"See {IN_TEXT}."]},
    "in a left": question("matching", pairs=[{"left": f"a {IN_TEXT}", "right": "b"}, {"left": "c", "right": "d"}]),
    "in a right": question("matching", pairs=[{"left": "a", "right": f"b {IN_TEXT}"}, {"left": "c", "right": "d"}]),
    "in a distractor": question(
        "matching", pairs=[{"left": a, "right": b} for a, b in ("ab", "cd")], distractors=[f"e {IN_TEXT}"]
    ),
    "in a step": question("ordering", order=[f"one {IN_TEXT}", "two"]),
    "in an extract": question("extract", extract=f"Text.\n\n{IN_TEXT}", parts=[{"question": "Why?", "answer": "word"}]),
    "in a part": question("extract", extract="Text.", parts=[{"question": f"Why {IN_TEXT}?", "answer": "word"}]),
    "in a scheme": question("essay", marks=1, scheme={"points": [{"text": f"See {IN_TEXT}."}]}),
}
"""Questions with a picture beside them, and with one in each of their texts."""


@pytest.fixture
def made(tmp_path):
    """A function that makes the material of questions, whose pictures are on the disk."""
    (tmp_path / "images/deep").mkdir(parents=True)
    (tmp_path / "images/plan.svg").write_bytes(SVG)
    Image.new("L", (30, 20), 128).save(tmp_path / "images/deep/dot.png")

    def make(*asked, to=TEACHER):
        return edition.material(replace(guide(*asked), folder=tmp_path), to)

    make.folder = tmp_path
    return make


def contents(name, content):
    """The content of each file in an export, also of those in base64 inside of XML."""
    if name == "moodle.xml":
        return [base64.b64decode(each.text) for each in etree.fromstring(content).iter("file")]
    return list(exported.unzipped(content).values()) if name.endswith((".zip", ".docx", ".apkg", ".xlsx")) else []


def words(name, content):
    """All that an export says, without its pictures."""
    if name == "anki.apkg":
        return " ".join(field for _, fields, _ in exported.deck(content)[0] for field in fields)
    files = exported.unzipped(content) if name.endswith((".zip", ".docx", ".xlsx")) else {name: content}
    texts = (text.decode() for file, text in files.items() if not file.endswith((".png", ".svg", ".jpeg")))
    return " ".join(texts)


@pytest.mark.parametrize("place", PICTURED)
@pytest.mark.parametrize("name", export_kinds.modules())
def test_no_file_says_what_a_picture_shows_without_the_picture(made, name, place):
    asked, module = PICTURED[place], export_kinds.modules()[name]
    material = made(asked)
    content = module.make(material)
    picture = "images/plan.svg" if "picture" in asked else "images/deep/dot.png"
    shown = (made.folder / picture).read_bytes() in contents(module.FILE, content)
    if name == "forms" and "picture" in asked:  # it has drawings as PNG
        shown = any(each.startswith(b"\x89PNG") for each in contents(module.FILE, content))
    assert ("zzalt" in words(module.FILE, content)) == shown
    units = material.items if module.GROUP == "quiz" else material.cards
    refused = [unit for unit in units if module.refusal(unit)]
    spare = {"in feedback", "in a hint", "in a point", "in a scheme"}  # students may do without these
    if place not in spare and not (place == "in a distractor" and module.GROUP == "cards"):  # which have only pairs
        assert shown == (len(refused) < len(units)), "a question without its picture is left out"
    named = {each.item for each in folder.left_out(material, module.GROUP) if each.why and module.FILE in each.files}
    assert named == {unit.id for unit in refused}


def test_formats_without_a_place_for_pictures_leave_out_any(made):
    item = made(PICTURED["choice"]).items[0]
    assert {each.FILE for each in export_kinds.of_group("quiz") if each.refusal(item)} == {
        "blooket.csv",
        "gift.txt",
        "kahoot.xlsx",
    }
    assert {each.refusal(item).why for each in (blooket, gift, kahoot)} == {"shows a picture"}
    material = made(PICTURED["choice"], {**question("short", answer="word"), "id": "q-kept"})
    assert [line.partition("\t")[2] for line in quizlet.make(material).decode().splitlines()] == ["word"]
    assert "\n1 card is left out" not in folder.files(material, "cards")["README.txt"].decode()
    assert "1 card is left out, because" in folder.files(material, "cards")["README.txt"].decode()


def test_moodle_has_a_picture_beside_the_text_that_shows_it(made):
    asked = {**PICTURED["choice"], "options": [f"A {IN_TEXT}", "B"], "answer": "B", "hints": [f"See {IN_TEXT}."]}
    (found,) = exported.moodle(moodle_xml.make(made(asked))).values()
    holders = {each.getparent(): each for each in found.iter("file")}
    assert [each.tag for each in holders] == ["questiontext", "answer", "hint"]
    for holder, file in holders.items():
        (image,) = html.fromstring(f"<div>{holder.findtext('text')}</div>").iter("img")
        assert image.get("src") == f"@@PLUGINFILE@@{file.get('path')}{file.get('name')}"
        assert file.get("encoding") == "base64"
    told = holders[found.find("questiontext")]
    assert (told.get("path"), told.get("name"), base64.b64decode(told.text)) == ("/", "plan.svg", SVG)
    shown = html.fromstring(found.findtext("questiontext/text"))
    assert next(shown.iter("img")).get("alt") == ALT
    assert "A plan Drawn by <us>" in shown.text_content()
    assert holders[found.find("answer")].get("path") == "/deep/"


def test_a_gap_in_moodle_has_its_picture_before_the_text(made):
    (found,) = exported.moodle(moodle_xml.make(made(PICTURED["gap"]))).values()
    text = found.findtext("questiontext/text")
    assert text.index("@@PLUGINFILE@@/plan.svg") < text.index("{1:SHORTANSWER:=word}")
    assert text.count("{") == 1
    assert next(html.fromstring(text).iter("img")).get("alt") == ALT


def test_qti_21_has_a_resource_for_each_picture_and_items_depend_on_them(made):
    asked = [PICTURED["choice"], {**PICTURED["in an option"], "id": "q-two"}, {**PICTURED["essay"], "id": "q-three"}]
    files = exported.unzipped(qti_21.make(made(*asked)))
    manifest = etree.fromstring(files["imsmanifest.xml"])
    resources = {each.get("identifier"): each for each in manifest.iter("{*}resource")}
    listed = [each.get("href") for each in manifest.iter("{*}file")]
    assert sorted(listed) == sorted(set(files) - {"imsmanifest.xml"})
    for identifier, resource in resources.items():
        needed = [resources[each.get("identifierref")].get("href") for each in resource.iter("{*}dependency")]
        if identifier.startswith("item-"):
            item = etree.fromstring(files[resource.get("href")])
            images = list(item.iter(f"{{{QTI['q']}}}img"))
            beside = posixpath.dirname(resource.get("href"))
            assert [posixpath.join(beside, each.get("src")) for each in images] == needed
            assert all(each.get("alt") for each in images)
    assert files["items/images/plan.svg"] == SVG
    assert etree.fromstring(files["items/q-choice.xml"]).find(".//q:img", QTI).get("alt") == ALT


def test_canvas_has_its_pictures_as_files_of_the_course(made):
    files = exported.unzipped(canvas.make(made(PICTURED["choice"], {**PICTURED["in an option"], "id": "q-two"})))
    manifest = etree.fromstring(files["imsmanifest.xml"])
    content = [each.get("href") for each in manifest.iter("{*}resource") if each.get("type") == "webcontent"]
    assert content == ["images/plan.svg", "images/deep/dot.png"]
    texts = etree.fromstring(next(text for text in files.values() if b"<questestinterop" in text))
    told = [each.text for each in texts.iter("{*}mattext") if "<img" in (each.text or "")]
    sources = [image.get("src") for text in told for image in html.fromstring(f"<div>{text}</div>").iter("img")]
    assert [unquote(each) for each in sources] == [f"$IMS-CC-FILEBASE$/{name}" for name in content]
    assert files["images/plan.svg"] == SVG


def test_what_canvas_cannot_match_is_in_no_part_of_its_package(made):
    files = exported.unzipped(canvas.make(made(PICTURED["in a right"], CHOICE)))
    assert not [name for name in files if name.startswith("images/")]
    assert exported.canvas(canvas.make(made(PICTURED["in a right"], CHOICE))).keys() == {"q-choice"}


def test_anki_has_each_picture_once_under_a_name_of_its_content(made):
    (made.folder / "images/same.svg").write_bytes(SVG)
    same = {**PICTURED["short"], "picture": {**SHOWN, "file": "images/same.svg"}}
    content = anki.make(made(PICTURED["choice"], same, {**PICTURED["in an option"], "id": "q-two"}))
    files = exported.unzipped(content)
    names = json.loads(files["media"])
    assert set(files) == {"collection.anki2", "media", *names}
    assert len(names) == 2
    shown = [re.findall(r'<img src="([^"]*)" alt="([^"]*)"', fields[0]) for _, fields, _ in exported.deck(content)[0]]
    assert {name for images in shown for name, _ in images} == set(names.values())
    by_name = {name: files[number] for number, name in names.items()}
    assert by_name[shown[0][0][0]] == by_name[shown[1][0][0]] == SVG
    assert html.fromstring(f'<img alt="{shown[0][0][1]}"/>').get("alt") == ALT
    assert all("[" not in fields[0] for _, fields, _ in exported.deck(content)[0])


def test_the_document_for_forms_has_its_pictures_with_descriptions(made):
    second = {**PICTURED["short"], "picture": {"file": "images/deep/dot.png", "alt": "A dot"}}
    content = forms.make(made(PICTURED["choice"], second))
    files = exported.unzipped(content)
    root, links = etree.fromstring(files["word/document.xml"]), etree.fromstring(files["word/_rels/document.xml.rels"])
    targets = {each.get("Id"): f"word/{each.get('Target')}" for each in links}
    blips = [value for each in root.iter("{*}blip") for value in each.attrib.values()]
    assert [targets[each] for each in blips] == ["word/media/picture1.png", "word/media/picture2.png"]
    assert [each.get("descr") for each in root.iter("{*}docPr")] == [ALT, "A dot"]
    assert files["word/media/picture2.png"] == (made.folder / "images/deep/dot.png").read_bytes()
    types = {each.get("Extension") for each in etree.fromstring(files["[Content_Types].xml"]).iter("{*}Default")}
    assert types == {"rels", "xml", "png"}
    paragraphs = [text for _, text in exported.document(content)]
    at = paragraphs.index("1. Q?")
    assert paragraphs[at : at + 4] == ["1. Q?", "", "A plan Drawn by <us>", "A. A"]
    kept = [each.find(f"{W}pPr/{W}keepNext") is not None for each in root.iter(f"{W}p")]
    assert kept[at : at + 3] == [True] * 3


@pytest.mark.parametrize("size", ["viewBox='0 0 4000 10'", "viewBox='0 0 10 4000'"])
def test_a_picture_of_any_shape_fits_the_document_for_forms(made, size):
    (made.folder / "images/plan.svg").write_text(f'<svg xmlns="http://www.w3.org/2000/svg" {size}/>')
    root = etree.fromstring(exported.unzipped(forms.make(made(PICTURED["choice"])))["word/document.xml"])
    (extent,) = root.iter("{*}extent")
    assert 0 < int(extent.get("cx")) <= 450 * 9525
    assert 0 < int(extent.get("cy")) <= 300 * 9525


def data_of(made, asked, to):
    return questions(select(replace(guide(asked), folder=made.folder), to))


def test_data_has_the_whole_picture_of_a_question(made):
    (found,) = data_of(made, PICTURED["choice"], TEACHER)
    start, _, data = found["picture"].pop("data").partition(",")
    assert (start, base64.b64decode(data)) == ("data:image/svg+xml;base64", SVG)
    assert found["picture"] == {**SHOWN, "caption": "A plan"}
    whole = replace(guide(*PICTURED.values()), folder=made.folder)
    Draft202012Validator(question_schema.schema()).validate(json.loads(as_json(select(whole, TEACHER))))


@pytest.mark.parametrize("place", [place for place in PICTURED if place.startswith("in ") and place != "in a hint"])
@pytest.mark.parametrize("to", [STUDENT, QUIZZED, TEACHER], ids=lambda each: each.id)
def test_data_has_the_pictures_of_the_texts_that_it_has(made, place, to):
    (found,) = data_of(made, PICTURED[place], to)
    pictures = found.pop("pictures", [])
    assert bool(pictures) == bool(re.search("zzalt|Drawn by us", json.dumps(found)))
    for each in pictures:
        content = (made.folder / "images/deep/dot.png").read_bytes()
        assert base64.b64decode(each["data"].removeprefix("data:image/png;base64,")) == content
        assert each["credit"] == "Drawn by us"
    if to is TEACHER:
        assert pictures


def test_the_specimens_picture_is_in_what_its_commands_write(tmp_path):
    whole = sound_guides.specimen()
    drawing = (specimen_folder() / "images/frame.svg").read_bytes()
    quiz = export(whole, "quiz", "teacher", tmp_path)
    for name in ("moodle.xml", "qti-2.1.zip", "canvas-qti-1.2.zip"):
        assert drawing in contents(name, (quiz.path / name).read_bytes())
    cards = export(whole, "cards", "teacher", tmp_path)
    assert drawing in contents("anki.apkg", (cards.path / "anki.apkg").read_bytes())
    told = [(str(each), place.line) for place, each in cards.left_out]
    assert told == [("'q-frame' is left out of quizlet.tsv: it shows a picture.", 168)]

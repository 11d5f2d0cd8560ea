"""Fields that can be filled in: their places in the structure, their names and labels, and how they look when empty."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from studyguide.support.errors import BuildError
from tests.formats.form_samples import ANSWER, CHOICE, DONE, LOOKS, NAME, WORKSHEET, fields, write
from tests.formats.pdf_samples import build, elements, roles

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def sheet(tmp_path_factory):
    with pikepdf.open(write(tmp_path_factory.mktemp("forms") / "sheet.pdf")) as opened:
        yield opened


def widgets(sheet):
    return [note for page in sheet.pages for note in page.get("/Annots", []) if note.Subtype == "/Widget"]


def test_every_field_is_in_reading_order(sheet):
    chapter = elements(sheet, "Sect")[-1]
    item = ["LI", "Lbl", ["LBody", "Form"]]
    assert roles(chapter) == ["Sect", "H1", ["P", "Form"], "P", ["P", "Form"], "P", ["L", *[item] * 3], ["P", "Form"]]


def test_structure_and_widgets_lead_to_each_other(sheet):
    forms, found = elements(sheet, "Form"), widgets(sheet)
    assert [[str(kid.Type) for kid in form.K] for form in forms] == [["/OBJR"]] * 6
    assert [form.K[0].Obj.objgen for form in forms] == [widget.objgen for widget in found]
    tree = sheet.Root.StructTreeRoot.ParentTree.Nums
    parents = {int(tree[place]): tree[place + 1] for place in range(0, len(tree), 2)}
    assert [parents[int(widget.StructParent)].objgen for widget in found] == [form.objgen for form in forms]
    assert all(page.Tabs == "/S" for page in sheet.pages)
    assert all(int(widget.F) == 4 and widget.P.objgen == sheet.pages[-1].objgen for widget in found)


def test_fields_have_their_names_and_labels_once(sheet):
    assert {name: str(field.TU) for name, field in fields(sheet).items()} == {
        "pupil": "Name",
        "q-3": "Answer to question 3",
        "q-4": "Question 4: which year?",
        "done-1": "Read",
    }
    assert len(sheet.Root.AcroForm.Fields) == 4
    assert [str(widget.TU) for widget in widgets(sheet)][2:5] == ["A: 1952", "B: 1978", "C: 1994"]


def test_one_choice_of_several_is_one_field(sheet):
    choice = fields(sheet)["q-4"]
    assert int(choice.Ff) == 1 << 15 | 1 << 14
    assert [str(option) for option in choice.Opt] == ["A", "B", "C"]
    assert [sorted(kid.AP.N.keys()) for kid in choice.Kids] == [["/0", "/Off"], ["/1", "/Off"], ["/2", "/Off"]]
    assert all(kid.Parent.objgen == choice.objgen and "/T" not in kid and kid.AS == "/Off" for kid in choice.Kids)
    assert choice.V == "/Off"


def test_a_box_to_tick_says_its_value(sheet):
    done = fields(sheet)["done-1"]
    assert (done.FT, done.V, done.AS) == ("/Btn", "/Off", "/Off")
    assert sorted(done.AP.N.keys()) == ["/Off", "/yes"]


def test_texts_have_one_line_or_several(sheet):
    assert "/Ff" not in fields(sheet)["pupil"]
    assert int(fields(sheet)["q-3"].Ff) == 1 << 12


def test_texts_are_typed_in_a_font_of_the_look_that_is_whole_and_embedded(sheet):
    form = sheet.Root.AcroForm
    (name,) = form.DR.Font.keys()
    assert [str(fields(sheet)[text].DA).split()[:3] for text in ("pupil", "q-3")] == [[name, "12", "Tf"]] * 2
    font = form.DR.Font[name]
    assert (font.Subtype, font.Encoding) == ("/TrueType", "/WinAnsiEncoding")
    assert str(font.BaseFont) == "/AtkinsonHyperlegible-Regular"
    assert len(font.Widths) == 256 - 32
    wide = {letter: int(font.Widths[letter.encode("cp1252")[0] - 32]) for letter in "iWé’ß€"}
    assert wide["i"] < wide["é"] < wide["W"]
    assert all(wide.values())
    program = font.FontDescriptor.FontFile2.read_bytes()
    assert len(program) == int(font.FontDescriptor.FontFile2.Length1) > 40_000


def test_a_variable_font_can_be_typed_with_too(tmp_path):
    looks = LOOKS.replace("Atkinson Hyperlegible", "Literata")
    with pikepdf.open(write(tmp_path / "out.pdf", NAME, looks=looks)) as opened:
        font = opened.Root.AcroForm.DR.Font.Literata
        assert str(font.BaseFont).startswith("/Literata")
        assert b"fvar" not in font.FontDescriptor.FontFile2.read_bytes()[:500]


def test_an_empty_form_looks_right_without_a_viewers_help(sheet):
    assert "/NeedAppearances" not in sheet.Root.AcroForm
    for text in ("pupil", "q-3"):
        assert fields(sheet)[text].AP.N.read_bytes() == b"/Tx BMC EMC"
    looks = [widget.AP.N for widget in widgets(sheet)[2:]]
    assert all(look.Off.read_bytes() == b"" for look in looks)
    assert all("/BC" not in widget.get("/MK", {}) and int(widget.BS.W) == 0 for widget in widgets(sheet))


def test_what_is_typed_stands_on_the_ground_of_its_room(sheet):
    assert [int(part) for part in fields(sheet)["q-3"].MK.BG] == [1, 1, 1]
    assert "/MK" not in fields(sheet)["pupil"]


def test_a_field_has_the_size_of_its_room(sheet):
    left, bottom, right, top = map(float, fields(sheet)["q-3"].Rect)
    assert top - bottom == pytest.approx(40 / 25.4 * 72, abs=0.01)
    assert 0 < left < right < 596
    assert 0 < bottom < top < 842


def test_choices_may_be_on_one_line(tmp_path):
    inputs = "".join(re.findall("<input [^>]*/>", CHOICE))
    line = f'<p><span role="radiogroup" aria-label="Which year?">{inputs}</span></p>'
    with pikepdf.open(write(tmp_path / "out.pdf", line)) as opened:
        assert [str(option) for option in fields(opened)["q-4"].Opt] == ["A", "B", "C"]
        assert roles(elements(opened, "P")[-1]) == ["P", "Form", "Form", "Form"]


def test_choices_of_several_pages_are_one_field(tmp_path):
    far = CHOICE.replace("</li>", f"{'<br/>' * 40}</li>")
    with pikepdf.open(write(tmp_path / "out.pdf", far)) as opened:
        choice = fields(opened)["q-4"]
        assert len({kid.P.objgen for kid in choice.Kids}) == 2
        assert len(choice.Opt) == 3


FAULTS = {
    "no label": (NAME.replace('aria-label="Name"', ""), "The field 'pupil' has no label"),
    "no name": (NAME.replace('name="pupil"', ""), "The field “Name” has the name ''"),
    "a name in two parts": (NAME.replace('"pupil"', '"pupil.one"'), "'pupil.one': it needs one without a full stop"),
    "a name twice": (NAME + ANSWER.replace("q-3", "pupil"), "Two fields have the name 'pupil'"),
    "a name of a choice": (CHOICE + ANSWER.replace("q-3", "q-4"), "Two fields have the name 'q-4'"),
    "two choices": (CHOICE * 2, "Two fields have the name 'q-4' and the value 'A'"),
    "a value twice": (CHOICE.replace('"B"', '"A"'), "Two fields have the name 'q-4' and the value 'A'"),
    "no value": (DONE.replace('value="yes"', ""), "The button “Read” of 'done-1' has no value"),
    "no group": (CHOICE.replace('role="radiogroup"', ""), "The choice 'q-4' is not in a radiogroup with a label"),
    "another kind": (NAME.replace('"text"', '"date"'), "The field 'pupil' is of the kind date, which is not supported"),
}


@pytest.mark.usefixtures("any_markup")
@pytest.mark.parametrize("case", FAULTS)
def test_a_field_that_is_not_sound_is_refused(tmp_path, case):
    content, message = FAULTS[case]
    with pytest.raises(BuildError) as error:
        write(tmp_path / "out.pdf", content)
    assert message in str(error.value)
    assert list(tmp_path.iterdir()) == []


def test_names_are_not_used_twice_in_two_sections_either(tmp_path):
    with pytest.raises(BuildError, match="Two fields have the name 'pupil'"):
        write(tmp_path / "out.pdf", NAME, NAME)


def test_a_font_of_the_system_cannot_be_typed_with(tmp_path):
    with pytest.raises(BuildError, match="The look has none of the fonts that a field uses: Elsewhere"):
        write(tmp_path / "out.pdf", NAME, looks="input { font-family: Elsewhere }")


def test_a_field_that_its_page_cannot_hold_is_refused(tmp_path):
    with pytest.raises(BuildError, match="The field 'q-3' is too tall for its page"):
        write(tmp_path / "out.pdf", ANSWER, looks=f"{LOOKS} textarea {{ height: 300mm }}")


def test_a_field_moves_on_whole(tmp_path):
    looks = f"{LOOKS} textarea {{ height: 150mm; margin-top: 100mm }}"
    with pikepdf.open(write(tmp_path / "out.pdf", NAME + ANSWER, looks=looks)) as opened:
        name, answer = (fields(opened)[text] for text in ("pupil", "q-3"))
        assert name.P.objgen != answer.P.objgen
        assert float(answer.Rect[3] - answer.Rect[1]) == pytest.approx(150 / 25.4 * 72, abs=0.01)


def test_a_document_without_fields_has_no_form(tmp_path):
    with pikepdf.open(build(tmp_path, "<p>Text</p>")) as opened:
        assert "/AcroForm" not in opened.Root


def test_the_same_worksheet_gives_the_same_bytes(tmp_path):
    script = (
        "import sys, pathlib; from tests.formats import form_samples; form_samples.write(pathlib.Path(sys.argv[1]))"
    )
    here = os.environ | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}", "TZ": "Pacific/Auckland"}
    subprocess.run(
        [sys.executable, "-c", script, tmp_path / "there.pdf"], env=here | {"PYTHONHASHSEED": "7"}, check=True
    )
    assert write(tmp_path / "here.pdf", WORKSHEET).read_bytes() == (tmp_path / "there.pdf").read_bytes()

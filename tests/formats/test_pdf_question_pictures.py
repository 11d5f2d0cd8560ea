"""Pictures of questions on paper: of any shape, they stay with their question and its options, and cover nothing."""

import json
import re
import shutil

import pytest
from on_paper import faults, pages
from PIL import Image

from studyguide.build import Request, build, handout_files
from studyguide.build.checked_guide import sound
from studyguide.handouts.sheet import Tier
from studyguide.support.paths import starter_folder
from tests import pdf_reader

SHAPES = [(200, 2000), (2000, 200), (3000, 3000), (40, 40), (600, 800), (1600, 900), (300, 1500)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A guide of questions with pictures of all shapes."""
    guide = shutil.copytree(starter_folder(), tmp_path_factory.mktemp("pictures") / "guide")
    (guide / "images").mkdir(exist_ok=True)
    questions = []
    for number, size in enumerate(SHAPES * 2):
        Image.new("L", size, 160).save(guide / f"images/p{number}.png")
        about = {"alt": "A shade of grey.", "caption": "Seen from above", "credit": "Drawn by us"}
        options = [f"Kept {number} here", f"Last {number} here"]
        asked = {"id": f"q-{number}", "type": "choice", "phase": "while", "question": f"Which {number} is it?"}
        questions.append(
            {**asked, "picture": {"file": f"images/p{number}.png", **about}, "options": options, "answer": options[0]}
        )
    chapter = {"kind": "questions", "title": "Q", "sets": [{"id": "set", "title": "Set", "questions": questions}]}
    (guide / "chapters/questions.yaml").write_text(json.dumps(chapter), "utf-8")
    return guide


def are_together(pdf):
    """Check that each page has as many pictures and last options as questions; the number of all."""
    total = 0
    for text, (*_, pictures) in zip(pdf_reader.pages(pdf), pages(pdf), strict=True):
        found = [sorted(re.findall(rf"{word} (\d+)", text)) for word in ("Which", "Kept", "Last")]
        assert found[0] == found[1] == found[2], text
        assert len(pictures) == len(found[0]), text
        total += len(pictures)
    assert list(faults(pdf)) == []
    return total


@pytest.mark.parametrize("theme", ["quiet", "large-print"])
def test_in_a_chapter(folder, tmp_path, theme):
    (built,) = build(folder, Request(("pdf",), tmp_path, "student", theme=theme))
    assert are_together(built.path) == len(SHAPES) * 2


@pytest.mark.parametrize("sheet", ["quiz", "while"])
def test_on_a_worksheet(folder, tmp_path, sheet):
    here = handout_files.HandoutOptions("worksheets", tmp_path)
    (built,) = handout_files.hand_out(sound(folder), handout_files.HandoutRequest(here, sheet, Tier.CORE))
    assert are_together(built.path) == len(SHAPES) * 2

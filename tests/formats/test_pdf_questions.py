"""Questions on paper: short options side by side, short answers on one line, and lines as wide as the page."""

import json
import re
import shutil

import pytest
from on_paper import faults

from studyguide.build import Request, build
from studyguide.support.paths import starter_folder
from tests import pdf_reader

STRANDS = (
    "plot",
    "the development of character",
    "language, rhetoric and the ethics of speech",
    "of this and that " * 8,
)
OPTIONS = {
    4: (["1945", "1952", "1967", "1978"], ["Two years", "Seven years", "Nine years", "Eleven years"]),
    2: (["In a hospital", "In a school", "In a shop"], ["Whether the students had souls", "Who", "Which", "What"]),
    1: (["A short one", "One that is too long for half of a line"],),
}
"""Options by the number of columns that they have where there is room."""


def asked():
    """Questions with facts of any length, with lines and without; then the options, each question with its answer."""
    base = {"phase": "after", "type": "short", "question": "What is it?", "level": {"bloom": "understand"}}
    for strand in STRANDS:
        for spoiler in ("safe", "ending"):
            for lines in (0, 2):
                yield {
                    **base,
                    "strand": strand.strip(),
                    "spoiler": spoiler,
                    "lines": lines,
                    "answer": "A thing of no use",
                }
    for columns, lists in OPTIONS.items():
        for options in lists:
            yield {**base, "type": "choice", "question": f"In {columns}?", "options": options, "answer": options[0]}


@pytest.fixture(scope="module", params=["quiet", "large-print", "dyslexia-friendly"])
def printed(request, tmp_path_factory):
    """A guide of such questions in a theme: the name of the theme, and its pages."""
    folder = tmp_path_factory.mktemp("questions")
    guide = shutil.copytree(starter_folder(), folder / "guide")
    questions = [{"id": f"q-{number}", **question} for number, question in enumerate(asked(), 1)]
    held = [{"id": "set", "title": "Set", "questions": questions}]
    chapter = json.dumps({"kind": "questions", "title": "Questions", "sets": held})
    (guide / "chapters/questions.yaml").write_text(chapter, "utf-8")
    settings = (guide / "guide.yaml").read_text("utf-8")
    (guide / "guide.yaml").write_text(
        settings.replace("  - id: student\n", "  - id: student\n    answers: quiz\n"), "utf-8"
    )
    (built,) = build(guide, Request(("pdf",), folder, "student", theme=request.param))
    return request.param, built.path


def lines(pdf):
    """The lines of all pages, from top to bottom, each the words on it from left to right."""
    for page in pdf_reader.placed(pdf):
        found: list[tuple[float, list[tuple[float, str]]]] = []
        for (left, bottom, _, top), text in page:
            middle = (bottom + top) / 2
            line = next((words for height, words in found if abs(height - middle) < 3), None)
            if line is None:
                found.append((middle, line := []))
            line.append((left, text.strip()))
        yield from (" ".join(word for _, word in sorted(words)) for _, words in sorted(found, reverse=True))


def test_nothing_is_on_anything_else(printed):
    assert list(faults(printed[1])) == []


def test_short_options_are_side_by_side_where_there_is_room(printed):
    theme, pdf = printed
    found = list(lines(pdf))
    for columns, lists in OPTIONS.items():
        for options in lists:
            (first,) = (line for line in found if f"A. {options[0]}" in line and "Question" not in line)
            marks = [f"{letter}. {option}" for letter, option in zip("BCD", options[1:], strict=False)]
            beside = [mark for mark in marks if mark in first]
            assert len(beside) == (min(columns, len(options)) - 1 if theme == "quiet" else 0), first


def test_options_are_read_in_order(printed):
    said = "".join("".join(pdf_reader.logical(printed[1])).split())
    for options in (options for lists in OPTIONS.values() for options in lists):
        marked = "".join(f"{letter}.{option}" for letter, option in zip("ABCD", options, strict=False))
        assert "".join(marked.split()) in said


def test_a_short_answer_is_on_one_line_with_its_number_and_its_page(printed):
    found = [line for line in lines(printed[1]) if re.search(r"Back \(p\.\s\d+\)", line)]
    count = len(list(asked()))
    numbers = [re.fullmatch(r"Question (\d+) +(.+?) +Back \(p\.\s\d+\)", line) for line in found]
    assert [int(each[1]) for each in numbers if each] == list(range(1, count + 1)), found

"""One folder for each mistake of an author: files laid over a sound guide, and all that the author then reads."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PIL import Image

from studyguide.build.checked_guide import sound
from studyguide.editions.select import find
from studyguide.guide.read_file import MAX_SIZE as MAX_SHEET
from studyguide.render import render
from studyguide.support.errors import GuideError
from studyguide.support.images import MAX_PIXELS, MAX_SIZE
from tests import school_documents
from tests.mistakes import REMEDY

PROBLEMS = Path(__file__).parent / "problems"
SHOW = "---\nkind: prose\ntitle: Text\n---\n![A dot]({})\n"


def too_big(guide):
    with (guide / "chapters/people.yaml").open("a") as file:
        file.write("#" * MAX_SHEET)


def oversized_file(guide):
    (guide / "images/big.png").write_bytes(b"\0" * (MAX_SIZE + 1))
    (guide / "chapters/text.md").write_text(SHOW.format("images/big.png"))


def oversized_picture(guide):
    Image.new("1", (8000, MAX_PIXELS // 8000 + 1)).save(guide / "images/big.png")
    (guide / "chapters/text.md").write_text(SHOW.format("images/big.png"))


def image_bomb(guide):
    Image.new("1", (20_000, 9_000)).save(guide / "images/big.png")
    (guide / "chapters/text.md").write_text(SHOW.format("images/big.png"))


def names_of_images(guide):
    """Names that some system cannot hold, or that are not one name everywhere; and one that is sound."""
    folder = guide / "images"
    dot = (folder / "dot.png").read_bytes()
    for name in SPELT:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(dot)
    shown = [f"![A dot](<images/{name}>)\nA caption.\n" for name in SPELT]
    noted = "A note.^[![A dot](<images/in a note.png>)] A link to [a name](https://example.org/über).\n"
    (guide / "chapters/text.md").write_text("\n".join(["---\nkind: prose\ntitle: Text\n---", *shown, noted]))


def names_of_devices(guide):
    (guide / "chapters/aux.md").write_text("---\nkind: prose\ntitle: More\n---\nWords.\n")
    text = (guide / "guide.yaml").read_text().replace("name: small", "name: nul").replace("[text,", "[aux, text,")
    (guide / "guide.yaml").write_text(text)


SPELT = [
    *("dot.png", "DOT.png", "con.png", "nul.tar.png", "aux/dot.png", "LPT1.png", "a./dot.png", "trailing.png."),
    *(
        "what?.png",
        "100%.png",
        "dot%20a.png",
        "dot#1.png",
        "my dot.png",
        "sea\N{LATIN SMALL LETTER O WITH DIAERESIS}.png",
    ),
    *("sea-o\N{COMBINING DIAERESIS}.png", f"{'x' * 120}.png", "console.png", "a.b.c.png"),
]


def links_outside(guide):
    outside = guide.parent / "outside"
    shutil.copytree(guide, outside)
    for name in ("chapters/people.yaml", "images/dot.png", "sources.yaml"):
        (guide / name).unlink()
        (guide / name).symlink_to(outside / name)
    (guide / "chapters/text.md").write_text(SHOW.format("images/dot.png"))


def not_regular(guide):
    (guide / "chapters/people.yaml").unlink()
    (guide / "chapters/people.yaml").mkdir()
    (guide / "sources.yaml").unlink()
    (guide / "sources.yaml").symlink_to("sources.yaml")


def school_broken(guide):
    (guide / "school.docx").write_bytes(b"\xd0\xcf\x11\xe0 a document of an old Word, renamed")


def school_outside(guide):
    (guide.parent / "outside.docx").write_bytes(b"PK")
    (guide / "school.docx").symlink_to(guide.parent / "outside.docx")


def school_bomb(guide):
    (guide / "school.docx").write_bytes(school_documents.docx(xml=b" " * 6_000_000))


def empty_guide(guide):
    shutil.rmtree(guide)
    guide.mkdir()


def almost_guide(guide):
    (guide / "guide.yaml").rename(guide / "Guide.yml")


def almost_folder(guide):
    (guide / "chapters").rename(guide / "Chapters")
    (guide / "sources.yaml").rename(guide / "Sources.yml")
    (guide / "images").rename(guide / "Images")


def no_folder(guide):
    shutil.rmtree(guide / "chapters")


def no_sources(guide):
    (guide / "sources.yaml").unlink()
    (guide / "chapters/text.md").write_text("---\nkind: prose\ntitle: Text\n---\nA [@known], [@other].\n\n[@third]\n")


def no_images(guide):
    shutil.rmtree(guide / "images")
    (guide / "Images").mkdir()
    shown = "".join(f"![A dot](images/{name}.png)\n\n" for name in ("dot", "b", "c", "more/d"))
    (guide / "chapters/text.md").write_text(SHOW.format("images/dot.png") + shown)


def unreadable_chapter(guide):
    """It has what all the others point to."""
    (guide / "chapters/people.yaml").unlink()
    (guide / "chapters/people.yaml").mkdir()
    (guide / "chapters/text.md").write_text(
        "---\nkind: prose\ntitle: Text\n---\n[A](#ann), [b](#bob), [c](#all).\n\nSee [@unknown].\n"
    )


MADE = {
    "almost-guide": almost_guide,
    "almost-folders": almost_folder,
    "no-chapters-folder": no_folder,
    "no-sources": no_sources,
    "no-images-folder": no_images,
    "unreadable-chapter": unreadable_chapter,
    "too-big": too_big,
    "school-broken": school_broken,
    "school-outside": school_outside,
    "school-bomb": school_bomb,
    "image-oversized-file": oversized_file,
    "image-oversized-picture": oversized_picture,
    "image-bomb": image_bomb,
    "image-names": names_of_images,
    "name-of-device": names_of_devices,
    "links-outside": links_outside,
    "not-regular-files": not_regular,
    "empty-guide": empty_guide,
}
"""Mistakes that are made when the test runs, being large, or not to be kept in a repository."""

CASES = sorted(path.name for path in PROBLEMS.iterdir() if path.is_dir() and path.name != "base")


def read_by_author(guide):
    """The lines that an author reads."""
    try:
        sound(guide)
    except GuideError as error:
        return f"{error}\n"
    return "no problems\n"


@pytest.fixture
def guide(tmp_path):
    return Path(shutil.copytree(PROBLEMS / "base", tmp_path / "guide"))


@pytest.mark.parametrize("case", CASES)
def test_problem(case, guide, accept):
    if (files := PROBLEMS / case / "in").is_dir():
        shutil.copytree(files, guide, dirs_exist_ok=True)
    MADE.get(case, lambda _guide: None)(guide)
    found = read_by_author(guide)
    assert str(guide) not in found
    accept(found, PROBLEMS / case / "expected.txt")


def test_base_is_sound(guide):
    assert read_by_author(guide) == "no problems\n"


@pytest.mark.parametrize("case", CASES)
def test_every_problem_says_what_to_do(case):
    lines = (PROBLEMS / case / "expected.txt").read_text("utf-8").splitlines()
    messages = [line.split(": ", 1)[1] for line in lines if line != "no problems"]
    assert [message for message in messages if not REMEDY.search(message)] == []


def test_every_case_has_input():
    assert all((PROBLEMS / case / "in").is_dir() != (case in MADE) for case in CASES)
    assert set(MADE) <= set(CASES)


MARKDOWN = [
    "[", "]", "(", ")", "![", "](", "^[", "[^1]", "[^1]:", "@known", "[@known]", "#ann",
    "<", ">", "http://a.b", "-", "`", "*", "_", "\\", "a", "é", "&amp;", "|", "---", "//", "#", "\n", "\n\n", "    ",
    "```", "~~~", "</b>", "c++", "{lang=he}", "**", "\n- ", "\n> ", "\n1. ",
]  # fmt: skip


@given(st.lists(st.sampled_from(MARKDOWN), max_size=14).map("".join))
@example("[^1]: [^1]: ")
@example("^[\\[]")
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_markdown_is_refused_inside_the_file_or_printed(guide, text):
    file = guide / "chapters/text.md"
    file.write_text(f"---\nkind: prose\ntitle: Text\n---\n{text}")
    lines = [*file.read_text().split("\n"), ""]
    try:
        made = sound(guide)
    except GuideError as error:
        beyond = [problem for problem in error.problems if problem.column > len(lines[problem.line - 1]) + 1]
    else:
        beyond = [section for section in render(made, find(made, None)).sections if not section.body]
    assert beyond == []

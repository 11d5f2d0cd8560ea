"""Long words, large pictures and tall rows stay on their pages, and off each other, in every place that takes them."""

from pathlib import Path

import pytest
from on_paper import faults, pages
from PIL import Image

from studyguide.build.checked_guide import sound
from studyguide.editions.select import find
from studyguide.formats import pdf
from studyguide.render import render
from studyguide.themes import theme

BASE = Path(__file__).parents[1] / "lint/problems/base"
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsmitgliedsversammlung"
ADDRESS = f"https://example.org/{'a-part/' * 12}?query={'x' * 110}"
LOOKS = [("quiet", "a4"), ("warm", "half-letter"), ("large-print-24", "letter"), ("dyslexia-friendly", "a5")]
TEXT = """---
kind: prose
title: {word}
short: {word}
---
A {word} and **{word}**{word} and <{address}>.

# {word}

## A *{word}*{word}

> {word} [{address}]({address})

- {word}
  1. {word}
- {address}

| {word} | Two | {word} |
| --- | --- | ---: |
| a | {address} | **{word}**{word} |

Table: {word}

| {word}
|     {address}

Noted.[^1] Cited.[@known]

[^1]: {word} <{address}>
"""
PEOPLE = """kind: cast
title: People
groups:
  - id: group
    title: {word}
    people:
      - {{id: ann, name: {word}, played_by: [{word}, {word}], role: {word}, text: {word}}}
      - {{id: ben, name: Ben, played_by: [A, B, C, D, E, F, G, H, I], text: Short.}}
      - {{id: cat, name: Cat, text: Short.}}
relationships:
  - {{from: ann, to: ben, label: {word}}}
"""
WORDS = """kind: glossary
title: Words
terms:
  - {{id: term-a, term: {word}, definition: Short., field: story}}
  - {{id: term-b, term: Many words that say what one would say, definition: Short., field: story}}
  - {{id: term-c, term: Word, definition: '{word} {address}', field: story}}
"""
FACTS = """kind: overview
title: Facts
setup: Before.
card:
  - {{label: {word}, value: Short.}}
  - {{label: A label of more words than fit the column beside it {word}, value: '{word}'}}
  - {{label: Length, value: '{address}'}}
"""
SOURCES = "- {{id: known, type: webpage, title: {word}, author: [{{literal: {word}}}], URL: '{address}'}}\n"


def written(folder, look, chapters, **changes):
    """The PDF of a small guide with these chapters in front, in a theme and on a paper."""
    guide = folder / "guide"
    (guide / "chapters").mkdir(parents=True, exist_ok=True)
    (guide / "chapters/works-cited.yaml").write_bytes((BASE / "chapters/works-cited.yaml").read_bytes())
    settings = (BASE / "guide.yaml").read_text("utf-8").replace("text, people", ", ".join(each for each in chapters))
    for old, new in changes.items():
        settings = settings.replace(f"{old}: Small\n", f"{old}: {new}\n")
    (guide / "guide.yaml").write_text(settings, "utf-8")
    (guide / "sources.yaml").write_text(SOURCES.format(word=WORD, address=ADDRESS), "utf-8")
    for name, text in chapters.items():
        suffix = ".md" if text.startswith("---") else ".yaml"
        (guide / f"chapters/{name}{suffix}").write_text(text.format(word=WORD, address=ADDRESS), "utf-8")
    made = sound(guide)
    target = folder / "small.pdf"
    pdf.write(render(made, find(made, None)), theme.look("pdf", theme=look[0], paper=look[1]), target)
    return target


@pytest.mark.parametrize("look", LOOKS, ids="-".join)
def test_long_words_break(tmp_path, look):
    chapters = {"text": TEXT, "people": PEOPLE, "words": WORDS, "facts": FACTS}
    assert list(faults(written(tmp_path, look, chapters, title=f"{WORD[:60]} {WORD[:40]}"))) == []


SHAPES = {"tall": (60, 3000), "phone": (1080, 2400), "wide": (3000, 60), "large": (2400, 2400)}
PICTURES = """---
kind: prose
title: Pictures
---
Before.

![Tall](images/tall.png "Drawn by A")
Caption of tall, in more words than there is room for on a line of the page, so that it takes two or three of them.

![Phone](images/phone.png "Drawn by A")
Caption of phone.

![Wide](images/wide.png "Drawn by A")
Caption of wide.

- In a list ![Phone](images/phone.png)
  1. and ![Wide](images/wide.png) there

> ![Tall](images/tall.png)
> Caption in a quotation.

| One | Two |
| --- | --- |
| ![Large](images/large.png) | Two |
| ![Wide](images/wide.png) | ![Phone](images/phone.png) |

Noted.^[A note with ![Large](images/large.png) in it.]
"""


@pytest.fixture
def with_pictures(tmp_path):
    folder = tmp_path / "guide/images"
    folder.mkdir(parents=True)
    for name, size in SHAPES.items():
        Image.new("RGB", size, "#336699").save(folder / f"{name}.png")
    return tmp_path


@pytest.mark.parametrize("look", LOOKS, ids="-".join)
def test_pictures_fit_with_their_captions(with_pictures, look):
    target = written(with_pictures, look, {"pictures": PICTURES})
    assert list(faults(target)) == []
    shown = [(len(found), "".join(each.text for each in letters)) for _, _, letters, found in pages(target)]
    assert sum(count for count, _ in shown) == PICTURES.count("![")
    for name in ("tall", "phone", "wide"):
        [count] = [count for count, words in shown if f"Captionof{name}" in words]
        assert count > 0, name


TABLE = """---
kind: prose
title: Rows
---
| First | Second | Third |
| --- | --- | --- |
| one | {short} | end |
| two | {long} | end |
| three | {short} | end |

Table: Rows
"""


@pytest.mark.parametrize("look", [("quiet", "a4"), ("large-print", "letter")], ids="-".join)
def test_a_tall_row_is_broken_and_heads_are_repeated(tmp_path, look):
    words = "One word after another. "
    text = TABLE.replace("{short}", words).replace("{long}", words * (150 if look[0] == "large-print" else 400))
    printed = list(pages(written(tmp_path, look, {"rows": text})))
    rows = [letters for _, _, letters, _ in printed if "Onewordafter" in "".join(each.text for each in letters)]
    assert len(rows) > 1
    for _, height, letters, _ in printed:
        if letters in rows[:-1]:  # it is full to its foot
            text_below = [each.bottom for each in letters if each.bottom > height * 0.12]
            assert min(text_below) < height * 0.25
    if look[0] == "quiet":  # in large print rows are lists, and each cell says its head
        assert all("FirstSecondThird" in "".join(each.text for each in letters) for letters in rows)

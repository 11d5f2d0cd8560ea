"""One fault never hides another, and never multiplies: two at once are told as each of them is told alone."""

import re
import shutil
from random import Random

import pytest

from studyguide.build.checked_guide import review
from studyguide.support.paths import specimen_folder
from tests import read_once

GATE = "gates:\n  - {words: [zeppelin], level: ending}\n"
"""The guide has this gate before anything goes wrong in it."""


def change(file, before, after):
    """A fault: other words in a file, on the same line."""

    def make(guide):
        text = (guide / file).read_text("utf-8")
        assert before in text
        (guide / file).write_text(text.replace(before, after, 1), "utf-8")

    return make


def append(file, more):
    """A fault: more text at the end of a file."""

    def make(guide):
        with (guide / file).open("a", encoding="utf-8") as opened:
            opened.write(more)

    return make


def folder_gone(name):
    return lambda guide: shutil.rmtree(guide / name)


FAULTS = {
    "guide: a key is misspelt": change("guide.yaml", "subtitle:", "subtitel:"),
    "guide: a key is missing": change("guide.yaml", "rights: ", "# "),
    "guide: a date is none": change("guide.yaml", "date: ", "date: long ago # "),
    "guide: authors are no list": change("guide.yaml", "authors:\n  - The", "authors:\n    The"),
    "guide: a work has no year": change("guide.yaml", "year: 1818", "year: then"),
    "guide: a work's id is no id": change("guide.yaml", "- id: film", "- id: Film"),
    "guide: an edition is for nobody": change("guide.yaml", "audience: teacher", "audience: pupils"),
    "guide: an edition has no such theme": change("guide.yaml", "theme: large-print", "theme: larger-print"),
    "guide: the paper of an edition is a list": change("guide.yaml", "paper: letter", "paper: [letter]"),
    "guide: ages are words": change("guide.yaml", "{reception: 365}", "{reception: a year, recepton: 365}"),
    "guide: an answer of an edition is none": change("guide.yaml", "answers: none", "answers: no"),
    "guide: a chapter is listed twice": change("guide.yaml", "- coverage", "- overview"),
    "plot: a word that gives away": change("chapters/plot.yaml", "and then they dig", "and a zeppelin comes"),
    "plot: a level is none": change("chapters/plot.yaml", "spoiler: premise", "spoiler: zeppelin"),
    "plot: the key of a level is misspelt": change(
        "chapters/plot.yaml", "spoiler: ending\n    scenes:", "spoilr: ending\n    scenes: # zeppelin"
    ),
    "plot: a title is a list": change("chapters/plot.yaml", "title: The graveyard", "title: [The graveyard]"),
    "plot: a link leads nowhere": change("chapters/plot.yaml", "(#elizabeth)", "(#elisabeth)"),
    "cast: a tie leads nowhere": change("chapters/cast.yaml", "to: elizabeth", "to: elisabeth"),
    "cast: performers are no list": change("chapters/cast.yaml", "[Colin Clive]", "Colin Clive"),
    "cast: an id is none": change("chapters/cast.yaml", "- id: creature", "- id: Creature"),
    "cast: a source is unknown": change("chapters/cast.yaml", "sources: [film]", "sources: [flim]"),
    "questions: there is no such level": change("chapters/questions.yaml", "bloom: analyse", "bloom: analyze"),
    "questions: a topic is a set": change("chapters/questions.yaml", "[theme-care, ", "[set-types, "),
    "questions: a phase is none": change("chapters/questions.yaml", "phase: before", "phase: during"),
    "questions: an answer is no option": change("chapters/questions.yaml", "answer: ", "answer: 19"),
    "glossary: an entry is a text": change(
        "chapters/glossary.yaml", "  - id: term-creature", "  - Creature\n  - id: term-creature"
    ),
    "activities: it is not YAML": change("chapters/activities.yaml", "title: ", "title: [ "),
    "themes: a scene is unknown": change("chapters/themes.yaml", "scene: scene-storm", "scene: scene-strom"),
    "themes: a motif is a text": change("chapters/themes.yaml", "  - id: motif-light\n", "  - id: Motif Light\n"),
    "about: a picture is none": append(
        "chapters/about.md", "\n![A lamp](images/a lamp.png) [](x) ![](images/lamp.pdf)\n"
    ),
    "about: a source is unknown": change("chapters/about.md", "[@novel, p. 1", "[@nobody, p. 1"),
    "faq: it is not UTF-8": lambda guide: (guide / "chapters/faq.yaml").write_bytes(b"kind: faq\n\xff\n"),
    "production: it has no kind": change("chapters/production.yaml", "kind: ", "knid: "),
    "sources: a type is none": change("sources.yaml", "type: book", "type: novel"),
    "sources: a key stands twice": append("sources.yaml", "- {id: film, type: book, title: A film}\n"),
    "sources: a date is none": change("sources.yaml", "[[1931]]", "[[nineteen]]"),
    "images: the folder is gone": lambda guide: shutil.rmtree(guide / "images"),
    "a stray file": lambda guide: (guide / "chapters/notes.txt").write_text("Notes."),
}
_HINT = re.compile(r" here, nor in \d+ other places?| (Did you mean|Choose one of\b|None of the).*")
"""What may differ: suggestions, and in how many places a picture is."""


def told(folder, faults):
    """What check says of a guide with these faults, without suggestions."""
    guide = shutil.copytree(specimen_folder(), folder / "guide")
    append("guide.yaml", GATE)(guide)
    for name in faults:
        FAULTS[name](guide)
    found = review(guide).problems
    shutil.rmtree(guide)
    return {_HINT.sub("", str(problem)) for problem in found}


@pytest.fixture(scope="module", autouse=True)
def kept():
    with read_once.reviews():
        yield


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    """What check says of each fault by itself."""
    folder = tmp_path_factory.mktemp("alone")
    return {name: told(folder, [name]) for name in FAULTS}


def test_each_fault_is_told(alone):
    assert [name for name, found in alone.items() if not found] == []


def test_a_fault_is_reported_only_in_its_file(alone):
    """Each is told once, and beside it only what it is really about: all in the file that has it."""
    several = {name: found for name, found in alone.items() if len({each.split(":")[0] for each in found}) > 1}
    assert set(several) == {"guide: a chapter is listed twice"}  # and the other one is not listed


def test_all_faults_at_once_are_told_as_each_alone(tmp_path, alone):
    assert told(tmp_path, FAULTS) == set().union(*alone.values())


SEEDS = [*range(30), *(pytest.param(seed, marks=pytest.mark.judge) for seed in range(30, 90))]


@pytest.mark.parametrize("seed", SEEDS)
def test_some_faults_are_told_as_each_alone(seed, tmp_path, alone):
    random = Random(seed)  # noqa: S311 (nothing is secret)
    some = random.sample(sorted(FAULTS), random.choice((2, 2, 3, 5)))
    assert told(tmp_path, some) == set().union(*(alone[name] for name in some))

"""A long text of any content takes time in proportion to its length, measured in processor time of this process."""

import json
import shutil
import time

import pytest
from pydantic_core import PydanticCustomError

from studyguide.build.checked_guide import review
from studyguide.guide.text_types import MOST_LINES, MOST_SIGNS, sparse
from studyguide.support.paths import specimen_folder

LONG = 199_900
"""Characters of the longest text."""
MOST_SECONDS = 2.0
SHORT = 10_000
OF_INLINE = 3_900

KINDS = {
    "an open citation": lambda n: "[@" + "a" * n,
    "unknown citations": lambda n: "".join(f"[@key{number}] and so it goes on. " for number in range(n // 32)),
    "unknown links": lambda n: "".join(f"[a link](#x{number}) and so on. " for number in range(n // 30)),
    "bad links": lambda n: "".join(f"[a link](ftp://x{number}) and so on. " for number in range(n // 36)),
    "open notes": lambda n: "^[" * (n // 2),
    "open brackets": lambda n: "[" * n,
    "open brackets, one closed": lambda n: "[a " * (n // 3) + "]",
    "open pictures": lambda n: "![" * (n // 2),
    "notes without a text": lambda n: "".join(f"a word[^n{number}] and so on. " for number in range(n // 30)),
    "short lines": lambda n: "a line\n" * (n // 7),
    "empty headings": lambda n: "#\n\n" * (n // 30) + "word " * (n // 6),
    "a long word": lambda n: "a" * n,
    "a long number": lambda n: "1" * n,
    "an open entity": lambda n: "&#" + "1" * n,
    "straight quotes": lambda n: 'He said "so" and went on. ' * (n // 26),
    "double hyphens": lambda n: "It is -- so to speak -- long. " * (n // 30),
    "words twice": lambda n: "the the cat sat there. " * (n // 23),
    "abbreviations": lambda n: "p. 3 " * (n // 5),
    "long addresses": lambda n: "https://example.org/" + "a" * n,
    "spaces": lambda n: "a" + " " * n + "b",
    "stress": lambda n: "_a_ and *b* " * (n // 12),
    "code": lambda n: "    a\n" * (n // 6),
    "backslashes": lambda n: "\\" * n,
    "quotations": lambda n: "> a word\n" * (n // 9),
    "a locator without an end": lambda n: "[@novel, " + "p. " * (n // 3),
    "items": lambda n: "- a\n" * (n // 4),
    "items in items": lambda n: "".join(" " * (each % 50) + "- a\n" for each in range(n // 29)),
    "numbered items": lambda n: "1. a\n" * (n // 5),
    "headings": lambda n: "# a\n" * (n // 4),
    "headings alone": lambda n: "#\n" * (n // 2),
    "paragraphs": lambda n: "a\n\n" * (n // 3),
    "definitions": lambda n: "".join(f"[a{each}]: b\n" for each in range(n // 12)),
    "one definition": lambda n: "[a]: b\n" * (n // 7),
    "definitions of notes": lambda n: "".join(f"[^a{each}]: b\n\n" for each in range(n // 13)),
    "notes": lambda n: "^[a]" * (n // 4),
    "links": lambda n: "[x](#y)" * (n // 7),
    "links elsewhere": lambda n: "[x](q:y)" * (n // 8),
    "marks of notes": lambda n: "[^a]" * (n // 4),
    "citations": lambda n: "[@a]" * (n // 4),
    "tables": lambda n: "|1|\n|-|\n" + "|1|\n" * (n // 4),
    "cells": lambda n: "|a" * 10 + "|\n" + "|-" * 10 + "|\n" + ("|a" * 10 + "|\n") * (n // 22),
    "verse": lambda n: "| a\n" * (n // 4),
    "pictures": lambda n: "![](a)" * (n // 6),
    "HTML": lambda n: "<b>" * (n // 3),
    "comments": lambda n: "<!--" * (n // 4),
    "rules": lambda n: "---\n\n" * (n // 5),
    "languages": lambda n: "[a]{lang=fr}" * (n // 12),
    "addresses": lambda n: "http://a " * (n // 9),
    "addresses in brackets": lambda n: "<http://a>" * (n // 10),
    "entities": lambda n: "&amp;" * (n // 5),
    "italics": lambda n: "*a* " * (n // 4),
    "code in lines": lambda n: "`a` " * (n // 4),
    "mathematics": lambda n: "$a_$ " * (n // 5),
    "names of pictures": lambda n: ":ab: " * (n // 5),
    "struck words": lambda n: "~~a~~ " * (n // 6),
    "words and lines": lambda n: "a | " * (n // 4),
    "quotes alone": lambda n: '" ' * (n // 2),
    "sentences": lambda n: "A. " * (n // 3),
    "citations and stops": lambda n: "[@a]. " * (n // 6),
    "open quotation marks": lambda n: "“" * n,
    "open quotation marks and stops": lambda n: "「。" * (n // 2),
    "one sentence": lambda n: "a bc de ftp " * (n // 12),
    "ranges": lambda n: "1-2 " * (n // 4),
    "letters without a font": lambda n: "\U000e0fff a " * (n // 4),
}
"""The name of a text, and the text, of about n characters."""


def fitting(text: str) -> str:
    """As much of the beginning of a text as has not too many lines and signs."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(text[:middle]) else (low, middle - 1)
    return text[:low]


def fits(text: str) -> bool:
    try:
        return bool(sparse(text)) or not text
    except PydanticCustomError:
        return False


def in_prose(text: str) -> tuple[str, str]:
    return "about.md", f"---\nkind: prose\ntitle: About\n---\n\n{text}\n"


def in_lines(text: str) -> tuple[str, str]:
    """A text cut into as many fields as it needs."""
    parts = [text[begin : begin + OF_INLINE] for begin in range(0, len(text), OF_INLINE)]
    questions = [{"question": part, "answer": "a"} for part in parts]
    return "faq.yaml", json.dumps({"kind": "faq", "title": "About", "questions": questions})


def in_entries(text: str) -> tuple[str, str]:
    """A text cut into entries of a list, each as short as its words."""
    entries = text.split()
    question = {"id": "one", "type": "discussion", "question": "Why?", "hints": entries}
    return "questions.yaml", json.dumps({"kind": "questions", "title": "About", "questions": [question]})


class Guide:
    """A guide with one chapter, whose text is to be replaced."""

    def __init__(self, folder) -> None:
        shutil.copytree(specimen_folder(), folder)
        self.folder, self.chapters = folder, folder / "chapters"
        self.settings = (folder / "guide.yaml").read_text("utf-8")

    def seconds(self, name: str, content: str) -> float:
        """Processor time of checking it with this chapter."""
        shutil.rmtree(self.chapters)
        self.chapters.mkdir()
        (self.chapters / name).write_text(content, "utf-8")
        before = time.process_time()
        self.problems = review(self.folder).problems
        return time.process_time() - before


@pytest.fixture(scope="module")
def guide(tmp_path_factory):
    guide = Guide(tmp_path_factory.mktemp("long") / "guide")
    guide.seconds(*in_prose("A text."))  # when everything is imported
    return guide


@pytest.mark.parametrize("kind", KINDS)
def test_a_long_text_is_checked_in_time(guide, kind):
    assert guide.seconds(*in_prose(fitting(KINDS[kind](LONG)[:LONG]))) < MOST_SECONDS


@pytest.mark.parametrize("kind", KINDS)
def test_twice_the_text_takes_twice_the_time(guide, kind):
    text = fitting(KINDS[kind](SHORT))
    half = min(guide.seconds(*in_prose(text[: len(text) // 2])) for _ in range(2))
    assert min(guide.seconds(*in_prose(text)) for _ in range(2)) < 3 * half + 0.1


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("field", [in_lines, in_entries])
def test_in_other_fields(guide, kind, field):
    content, most = field(KINDS[kind](SHORT)[:SHORT]), MOST_SECONDS * SHORT / LONG + 0.5
    assert any(guide.seconds(*content) < most for _ in range(2))  # garbage of other tests may be collected in one


@pytest.mark.parametrize("kind", ["items", "links", "one definition"])
def test_a_text_with_too_many_parts_is_refused_at_its_place(guide, kind):
    assert guide.seconds(*in_prose(KINDS[kind](LONG)[:LONG])) < MOST_SECONDS
    found = [problem for problem in guide.problems if "and may have" in problem.message]
    assert [(problem.file, problem.line) for problem in found] == [("chapters/about.md", 6)]


def test_a_text_of_the_greatest_length_is_not_refused():
    assert fits("a\n" * MOST_LINES)
    assert not fits("a\n" * (MOST_LINES + 1))
    assert fits("[" * MOST_SIGNS)
    assert not fits("[" * (MOST_SIGNS + 1))


def test_many_problems_of_one_kind_are_counted(guide):
    guide.seconds(*in_prose("".join(f"[words](ftp://x{number}) and so on.\n\n" for number in range(1_000))))
    found = [problem.message for problem in guide.problems if "ftp" in problem.message]
    assert len(found) == 101
    assert found[-1].startswith("900 more of the same kind follow in this file, from here on. The first: ")

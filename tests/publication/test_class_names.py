"""The contract of classes: templates write what is listed, and each class that means something does so in Word."""

import re
from pathlib import Path

from studyguide.formats.docx import class_styles
from studyguide.guide.chapters import KINDS
from studyguide.guide.questions.types import OWN
from studyguide.handouts import handout_kinds
from studyguide.publication.class_names import MEANINGS
from studyguide.support import templates

FOLDERS = ("chapters", "handouts", "diagrams")
FILTERS = {"inline"}
"""Names in quotes that are no classes."""
_CLASS = re.compile(r'class="((?:[^"{]|\{\{.*?\}\}|\{%.*?%\})*)"')
_CODE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")


def written():
    """The classes that templates write, and those that their code has as words in quotes."""
    folder = Path(templates.__file__).parent.parent / "templates"
    for name in FOLDERS:
        for file in (folder / name).glob("*.j2"):
            for found in _CLASS.findall(file.read_text("utf-8")):
                yield from _CODE.sub(" ", found).split()
                for code in _CODE.findall(found):
                    yield from (word for text in re.findall(r'"( ?[a-z -]+)"', code) for word in text.split())


def test_every_class_of_every_template_is_known_to_word():
    kinds = {*KINDS, *handout_kinds.modules(), *OWN}
    unknown = {name for name in written() if not class_styles.is_known(name, kinds)} - FILTERS
    assert unknown == set()


def test_the_contract_names_only_classes_that_something_writes():
    source = Path(templates.__file__).parent.parent
    texts = [path.read_text("utf-8") for path in source.rglob("*") if path.suffix in {".j2", ".py"} and _writes(path)]
    assert [
        name for name in MEANINGS if not any(re.search(rf"(?<![\w-]){name}(?![\w-])", each) for each in texts)
    ] == []


def _writes(path):
    return {"templates", "markdown", "citations", "render", "publication", "handouts"} & {*path.parts} and (
        path.name != "class_names.py"
    )


def test_what_carries_meaning_becomes_something_in_word():
    tables = (class_styles.PARAGRAPHS, class_styles.CONTAINERS, class_styles.RUNS)
    mapped = {*class_styles.DROPPED, *class_styles.BUILT}.union(*tables)
    assert sorted(MEANINGS.keys() - mapped) == []
    assert sorted(mapped - MEANINGS.keys() - ARRANGED) == []


ARRANGED = {"empty", "line", "one-letter", "word-gap", "short", "numbered", "data", "opening", "title", "url"}
ARRANGED |= {"print-only", "screen-only", "locator", "set-intro"}
"""Classes that Word builds something from, and that are described in `publication` or with another class."""

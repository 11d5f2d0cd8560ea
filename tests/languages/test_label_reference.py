"""The page with every label is made from the table of labels."""

import re
from collections.abc import Iterator
from pathlib import Path

from studyguide.languages.tables import Form, table

TABLE = Path(__file__).parents[2] / "src/studyguide/languages/en.yaml"
PAGE = Path(__file__).parents[2] / "docs/labels.md"
HEAD = """\
# Every label

The words that the program prints of its own accord, in English; it has them in [other languages](writing.md#languages),
too. With `words` in guide.yaml, or in words.yaml, you replace any of them: [Your own words](writing.md#your-own-words)
shows how. For a label with several forms, give one text for all of them, or only the forms that you want to change.
Keep what is in braces: the program puts a text or a number there.

This page is made from `src/studyguide/languages/en.yaml`. After a change there, run
`pytest tests/languages/test_label_reference.py --accept`.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *_lines(TABLE.read_text("utf-8"))]) + "\n"


def _lines(text: str) -> Iterator[str]:
    """A heading and a table for each group of labels: a line of comment after an empty line, and the keys below it."""
    group, rows = "", 0
    for before, line in zip(["", *text.splitlines()], text.splitlines(), strict=False):
        if line.startswith("# ") and not before:
            group, rows = line.removeprefix("# "), 0
        elif found := re.match(r"([a-z]+[a-z.-]*):", line):
            if not rows:
                yield from (f"\n## {group}\n" if group else "", "| label | English |", "| --- | --- |")
            rows += 1
            yield f"| `{found[1]}` | {_english(table()[found[1]])} |"


def _english(form: Form) -> str:
    if isinstance(form, str):
        return form.replace("|", r"\|").replace("<", "&lt;").replace("*", r"\*")
    return "<br>".join(f"{name}: {_english(each)}" for name, each in form.items())


def test_the_page_is_current(accept):
    accept(page(), PAGE)


def test_every_label_is_in_the_page():
    assert re.findall(r"^\| `([^`]+)` \|", page(), re.MULTILINE) == list(table())

"""Every label that templates, code and scripts print is in the table, with its placeholders; and each is printed."""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import pytest
from jinja2 import nodes

from studyguide.formats.web import script_labels
from studyguide.guide.work_types import Division
from studyguide.languages import conventions, own_words
from studyguide.languages.labels import Form, Labels, placeholders, table, texts
from studyguide.render.diagrams.film_frames import TERMS
from studyguide.support import templates
from studyguide.support.paths import PACKAGE, templates_folder

PHASES = ("before", "while", "after")
FILM = {
    *TERMS,
    *(f"{group}.{name}{part}" for group, names in TERMS.items() for name in names for part in ("", ".means")),
    *(f"{group}.{name}.drawn" for group in ("size", "angle") for name in TERMS[group]),
}
"""The ends of the labels of film terms."""
COMPUTED = {
    "phase.": PHASES,
    "phase-title.": PHASES,
    "lessons.": ("starter", "main", "plenary", "homework", "support", "stretch"),
    "close-reading.": ("camera", "see", "hear", "words", "notice"),
    "film-terms.": tuple(FILM),
    "film-terms-sheet.": ("name", "effect"),
    "quotation-cards.": ("title", "target"),
    "division.count-": tuple(name.replace(" ", "-") for name in get_args(Division)),
}
"""The beginnings of keys that are computed, with their ends."""

SAY = {"say", "markup", "inline"}
SCRIPT = re.compile(r"say\('([^']+)'(?:, \{([^}]*)\})?")


@dataclass(frozen=True)
class Use:
    """A place that prints a label: its file, the key or its beginning, and the names of what it is given."""

    file: str
    key: str
    given: frozenset[str]


def of_templates() -> Iterator[Use]:
    filters = frozenset({"inline", "prose", "plain", "collated"})
    for file in sorted(templates_folder().rglob("*.j2")):
        tree = templates.environment(filters).parse(file.read_text("utf-8"))
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "say":
                given = frozenset(each.key for each in call.kwargs)
                yield from (Use(file.name, key, given) for key in keys_of(call.args[0]))


def keys_of(key: nodes.Expr) -> Iterator[str]:
    """The keys that a template may say in one place, or the beginning of one that is computed."""
    if isinstance(key, nodes.CondExpr):
        yield from (each for side in (key.expr1, key.expr2) if side for each in keys_of(side))
    else:
        first = key.nodes[0] if isinstance(key, nodes.Concat) else key
        yield str(first.value) if isinstance(first, nodes.Const) else ""


def of_modules() -> Iterator[Use]:
    for file in sorted(PACKAGE.rglob("*.py")):
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in SAY:
                key = begun(call.args[0]) if call.args else ""
                if "." in key:
                    yield Use(file.name, key, frozenset(each.arg or "" for each in call.keywords))


def begun(key: ast.expr) -> str:
    """A key, or the beginning of one that is computed."""
    first = key.values[0] if isinstance(key, ast.JoinedStr) else key
    return str(first.value) if isinstance(first, ast.Constant) else ""


def of_scripts() -> Iterator[Use]:
    for file in sorted((PACKAGE / "formats/web").glob("*.js")):
        for key, given in SCRIPT.findall(file.read_text("utf-8")):
            names = (each.partition(":")[0].strip() for each in given.split(","))
            yield Use(file.name, key, frozenset(filter(None, names)))


def uses() -> list[Use]:
    return [*of_templates(), *of_modules(), *of_scripts()]


def wanted(form: Form) -> frozenset[str]:
    """What must be given to print a label: its placeholders, and what chooses its form."""
    if isinstance(form, str):
        return placeholders(form)
    return placeholders(form) | ({"n"} if own_words.is_plural(form) else {"by"})


def fault(use: Use, known: Mapping[str, Form]) -> str | None:
    keys = [use.key + end for end in COMPUTED.get(use.key, ("",))]
    if missing := [key for key in keys if key not in known]:
        return f"{use.file}: there is no label '{missing[0]}'"
    wrong = [key for key in keys if wanted(known[key]) != use.given]
    return f"{use.file}: '{wrong[0]}' is given {sorted(use.given)}" if wrong else None


def test_labels_that_are_printed_exist_and_get_their_placeholders():
    found = uses()
    assert len(found) > 150
    assert [wrong for use in found if (wrong := fault(use, table()))] == []


@pytest.mark.parametrize(
    "use",
    [
        Use("x", "no.such", frozenset()),
        Use("x", "chapter.number", frozenset()),
        Use("x", "chapter.number", frozenset({"number", "title"})),
        Use("x", "handout.marks", frozenset()),
        Use("x", "phase.", frozenset()),
        Use("x", "spoiler.", frozenset({"by"})),
    ],
)
def test_a_wrong_use_is_found(use):
    assert fault(use, table())


def test_every_label_is_printed():
    files = [*PACKAGE.rglob("*.py"), *templates_folder().rglob("*.j2"), *(PACKAGE / "formats/web").glob("*.js")]
    named = {key for file in files for key in re.findall(r"[\"']([a-z]+[a-z.-]*)[\"']", file.read_text("utf-8"))}
    named |= {begin + end for begin, ends in COMPUTED.items() for end in ends}
    assert {*table()} - named == set()


def test_scripts_get_the_labels_that_they_print():
    assert {use.key for use in of_scripts()} == {*script_labels.KEYS}


def test_numbers_choose_forms_and_nothing_else_is_called_n():
    for key, form in table().items():
        assert ("n" not in placeholders(form)) or own_words.is_plural(form), key


def test_plural_forms_are_those_of_english_and_no_text_is_empty():
    for key, form in table().items():
        assert not own_words.is_plural(form) or {*form} == {"one", "other"}, key
        assert all(text == text.strip() for text in texts(form)), key
        assert all(texts(form)) or key in conventions.MAY_BE_EMPTY, key


def test_the_table_has_no_key_twice():
    keys = re.findall(r"^([a-z]\S*):", (PACKAGE / "languages/en.yaml").read_text("utf-8"), re.MULTILINE)
    assert len(keys) == len({*keys}) == len(table())


@pytest.mark.parametrize("number", range(4))
def test_own_forms_join_those_of_the_program(number):
    labels = Labels.of("en", {"handout.marks": {"one": "a mark"}, "work.type": {"film": "movie"}})
    said = ["[0 marks]", "a mark", "[2 marks]", "[3 marks]"]
    assert labels.say("handout.marks", n=number) == said[number]
    assert [labels.say("work.type", by=name) for name in ("film", "novel")] == ["movie", "novel"]


@pytest.mark.parametrize("words", [{"no.such": "x"}, {"web.close": ["x"]}, {"handout.marks": 5}, {"work.type": []}])
def test_own_words_that_fit_no_place_change_nothing(words):
    assert Labels.of("en", words) == Labels.of("en")


def test_no_style_sheet_prints_words():
    sheets = (Path(__file__).parents[2] / "styles").rglob("*.css")
    printed = [text for file in sheets for text in re.findall(r"content:([^;}]*)", file.read_text("utf-8"))]
    quoted = [text for each in printed for text in re.findall(r'"((?:[^"\\]|\\.)*)"', each)]
    assert [text for text in quoted if re.search("[a-z]{2}", re.sub(r"\\[0-9a-fA-F]+", "", text))] == []

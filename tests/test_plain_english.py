"""Pages, the help of every command, and docstrings and comments have no turns of phrase from another grammar."""

import ast
import io
import re
import tokenize

import pytest

from studyguide.cli.arguments import COMMANDS, parser
from tests.pages import PAGES, ROOT

TRANSLATED = re.compile(
    r"\bstands? (in|here|there|behind|beside|on)\b|(?<!each )(?<!all )\bof which\b|\bwhat came of\b|"
    r"\botherwise\b|\bor else\b|\bbut for\b|\bif need be\b|\bwhatever\b|\bwhoever\b|\bsuch as are\b|\bthere are:|"
    r"\blet(s|ting)? go of\b|\bnone is listed\b|(?<!there )\b(is|are) no\b(?! longer)",
    re.IGNORECASE,
)
"""Turns of phrase of another language's grammar, each with a plain English one that is as short."""

SOURCE = ROOT / "src" / "studyguide"
MODULES = {path.relative_to(SOURCE).as_posix(): path for path in sorted(SOURCE.rglob("*.py"))}


def prose(module):
    """The docstrings, and the comments, of a module."""
    nodes = ast.walk(ast.parse(module))
    texts = (node.value.value for node in nodes if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
    yield from filter(lambda text: isinstance(text, str), texts)
    for token in tokenize.generate_tokens(io.StringIO(module).readline):
        if token.type == tokenize.COMMENT:
            yield token.string


@pytest.mark.parametrize("page", sorted(PAGES))
def test_pages_are_in_plain_english(page):
    assert not [match[0] for match in TRANSLATED.finditer(PAGES[page].read_text("utf-8"))]


@pytest.mark.parametrize("name", MODULES)
def test_docstrings_and_comments_are_in_plain_english(name):
    found = (
        (match[0], text) for text in prose(MODULES[name].read_text("utf-8")) for match in TRANSLATED.finditer(text)
    )
    assert not list(found)


def test_docstrings_and_comments_are_found():
    module = (
        '"""A list."""\nNAMES = ["x"]  # whatever\n"""Of which: none."""\n\n\ndef some():\n    """What came of it."""\n'
    )
    assert list(prose(module)) == ["A list.", "Of which: none.", "What came of it.", "# whatever"]
    assert [bool(TRANSLATED.search(text)) for text in prose(module)] == [False, True, True, True]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_in_plain_english(command, capsys):
    with pytest.raises(SystemExit):
        parser().parse_args([command, "--help"])
    assert not [match[0] for match in TRANSLATED.finditer(capsys.readouterr().out)]

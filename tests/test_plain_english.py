"""Pages for users and the help of every command have no turns of phrase from another language's grammar."""

import re

import pytest

from studyguide.cli.arguments import COMMANDS, parser
from tests.pages import PAGES

TRANSLATED = re.compile(
    r"\bstands? (in|here|there|behind|beside|on)\b|\bof which\b|\bwhat came of\b|\botherwise\b|\bnone is listed\b|"
    r"There are:",
    re.IGNORECASE,
)
"""Turns of phrase of another language's grammar."""


@pytest.mark.parametrize("page", sorted(PAGES))
def test_pages_are_in_plain_english(page):
    assert not TRANSLATED.findall(PAGES[page].read_text("utf-8"))


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_in_plain_english(command, capsys):
    with pytest.raises(SystemExit):
        parser().parse_args([command, "--help"])
    assert not TRANSLATED.findall(capsys.readouterr().out)

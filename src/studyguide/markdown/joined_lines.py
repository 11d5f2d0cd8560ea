"""Joined lines: line ends inside paragraphs of Chinese and Japanese text, which are not spaces."""

from collections.abc import Iterator, Sequence

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from studyguide.markdown.tokens import JOINED, words
from studyguide.support.line_ends import is_joined


def join_rule(state: StateCore) -> None:
    """Mark the line ends between two characters that nothing separates; citations and notes have no characters."""
    notes = state.env.get("footnotes", {}).get("list", {}).values()
    for run in [*(token.children for token in state.tokens), *(note.get("tokens") for note in notes)]:
        for token in _joined(run or []):
            token.meta[JOINED] = True


def _joined(run: Sequence[Token]) -> Iterator[Token]:
    before, waiting = "", None
    for token in run:
        if token.type == "softbreak":
            waiting = token
        elif said := words(token):
            if waiting and before and is_joined(before[-1], said[0]):
                yield waiting
            before, waiting = said, None

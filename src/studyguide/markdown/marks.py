"""Marks: where in a run of inline Markdown each character of its words is.

Markdown-it does not record this. Rules of our own note at every step how far the parser is; from these notes, each text
token gets the spans of its characters.
"""

from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

Span = tuple[int, int]
"""Where something begins and ends in a text."""

_NOTES = "notes of steps"


def add_marks(parser: MarkdownIt) -> None:
    """Make a parser put `spans` into the ``meta`` of text tokens, and `start` into that of line ends and notes."""
    parser.inline.ruler.before("text", "note step", _note)
    parser.inline.ruler2.at("fragments_join", _place)  # in its place: each token keeps its own spans
    parser.disable("text_join")


def _note(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Note the step that follows: how many tokens there are, how much text is pending, and the position."""
    if not silent:
        vars(state).setdefault(_NOTES, []).append((len(state.tokens), len(state.pending), state.pos))
    return False


def _place(state: StateInline) -> None:
    """Give each token what the notes say about it."""
    steps = [*vars(state).get(_NOTES, ()), (len(state.tokens), 0, state.posMax)]
    pending: dict[int, list[tuple[int, int]]] = {}
    for (number, length, start), (after, _, end) in pairwise(steps):
        pending.setdefault(number, []).append((length, start))
        for token in state.tokens[number:after]:
            if token.type == "text_special" and token.content == token.markup:  # nothing is escaped: \a
                token.meta["spans"] = [(at, at + 1) for at in range(start, end)]
            elif token.type == "text_special":
                token.meta["spans"] = [(start, end)] * len(token.content)
            elif token.type in {"softbreak", "hardbreak", "footnote_ref"}:
                token.meta["step"] = (start, end)
    for number, token in enumerate(state.tokens):
        if token.type == "text":
            token.meta["spans"] = _spans(state.src, token.content, pending.get(number, []))


def _spans(source: str, words: str, steps: list[tuple[int, int]]) -> list[Span | None]:
    """The span of each character of a text token; None for one that is not where the notes say."""
    found: list[Span | None] = []
    for (length, start), (after, _) in pairwise([*steps, (len(words), 0)]):
        for offset in range(max(0, min(after, len(words)) - length)):
            at = start + offset
            found.append((at, at + 1) if source[at : at + 1] == words[length + offset] else None)
    return [*found, *[None] * (len(words) - len(found))]

"""Block rules that CommonMark lacks: GitHub’s tables, and Pandoc’s captions of tables and lines of verse."""

import re

from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.table import escapedSplit, table
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_CAPTION = re.compile(r"(?:Table)?: +(?=\S)")
_NUMBERED = re.compile(r"\{verse from=(\d{1,6})(?: every=([1-9]\d{0,2}))?\}$")
_EVERY = 5
"""Which lines of numbered verse show their numbers, if the mark does not say."""
_LINE = re.compile(r"\|(?: (?P<indent> *)(?P<words>.*))?$")


def table_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Markdown-it's own rule, with additional ``meta``.

    A cell's ``meta`` has the ``head`` of its column, whose words are parsed later. A row's ``meta`` has the
    ``lost`` text: GFM omits cells beyond the columns of the head.
    """
    first = len(state.tokens)
    if not table(state, start, end, silent):
        return False
    added = state.tokens[first:]
    head = [added[n + 1] for n, token in enumerate(added) if token.type == "th_open"]
    column = 0
    for token in added:
        if token.type == "tr_open":
            column = 0
            cells = _cells(_source(state, token.map[0])) if token.map else []
            token.meta["lost"] = " | ".join(cells[len(head) :])
        elif token.type in {"th_open", "td_open"}:
            token.meta["head"] = head[column]
            column += 1
    return True


def verse_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Lines that begin with ``| `` are lines of verse; a ``|`` alone ends a stanza. Spaces at the start are kept.

    ``{verse from=12}`` on the line above numbers them: every fifth line, or as ``every=10`` says, has its number.
    """
    mark = _NUMBERED.match(_source(state, start))
    first = start + bool(mark)
    if state.is_code_block(start) or first >= end or not _LINE.match(_source(state, first)):
        return False
    if silent:
        return True
    number, every = (int(mark[1]), int(mark[2] or _EVERY)) if mark else (0, 0)
    line, opened = first, False
    while line < end and state.sCount[line] >= state.blkIndent and (match := _LINE.match(_source(state, line))):
        words = match["words"] or ""
        if opened and not words.strip():
            state.push("verse_close", "p", -1)
        elif words.strip() and not opened:
            opening = state.push("verse_open", "p", 1)
            opening.map, opening.meta = [line, line + 1], {"numbered": bool(mark)}
        opened = bool(words.strip())
        if opened:
            _push_line(state, line, match, number if every and number % every == 0 else 0)
            number += 1
        line += 1
    if opened:
        state.push("verse_close", "p", -1)
    state.line = line
    return True


def caption_rule(state: StateCore) -> None:
    """A paragraph before or after a table that begins with ``Table:`` or ``:`` is its caption."""
    tokens = state.tokens
    end = len(tokens)
    for start in range(len(tokens) - 1, -1, -1):  # backwards, so that moved tokens are not visited again
        if tokens[start].type == "table_close":
            end = start
        elif tokens[start].type == "table_open":
            found = [at for at in (end + 1, start - 3) if _is_caption(tokens[max(at, 0) : at + 3])]
            if found:
                _move_caption(tokens, found[0], start)


def _is_caption(tokens: list[Token]) -> bool:
    kinds = [token.type for token in tokens]
    return kinds == ["paragraph_open", "inline", "paragraph_close"] and bool(_CAPTION.match(tokens[1].content))


def _move_caption(tokens: list[Token], paragraph: int, table_open: int) -> None:
    caption = tokens[paragraph : paragraph + 3]
    caption[1].content = _CAPTION.sub("", caption[1].content, count=1)
    caption[0].type, caption[2].type = "caption_open", "caption_close"
    caption[0].tag = caption[2].tag = "caption"
    del tokens[paragraph : paragraph + 3]
    at = table_open + 1 if paragraph > table_open else table_open - 2
    tokens[at:at] = caption


def _push_line(state: StateBlock, line: int, found: re.Match[str], number: int) -> None:
    state.push("verse_line_open", "span", 1).meta = {"indent": len(found["indent"]), "number": number}
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = found["words"].strip(), [line, line + 1], []
    state.push("verse_line_close", "span", -1)


def _source(state: StateBlock, line: int) -> str:
    """A line without the markers of the lists and quotations around it."""
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()


def _cells(row: str) -> list[str]:
    cells = escapedSplit(row.strip())
    cells = cells[1:] if cells and not cells[0].strip() else cells
    cells = cells[:-1] if cells and not cells[-1].strip() else cells
    return [cell.strip() for cell in cells]

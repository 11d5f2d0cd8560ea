"""Losses: text that CommonMark, GFM or the layout of notes omits, or prints in another form."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from markdown_it.token import Token

from studyguide.markdown import unparsed_links
from studyguide.markdown.references import Loss, Reference
from studyguide.markdown.tokens import flat, note_tokens, words

_ADDRESS = re.compile(r"https?://[^\s<>\"“”]+[^\s<>\"“”.,;:!?)\]’”]")
_NAME = re.compile(r"\[([^\[\]]+)\]:")
MOST_NESTED = 9
"""The deepest nesting of lists or quotations; markdown-it silently omits the content of an eleventh list."""
_CONTAINERS = {"blockquote", "bullet_list", "ordered_list"}
_LANGUAGE = re.compile(r"[\w+#.-]*")
"""The allowed text after a fence: the name of a language, such as c++."""
_IN_NOTES = {"footnote_reference_open", "footnote_reference_close", "paragraph_open", "paragraph_close", "inline"}
"""The tokens that a note may have: paragraphs."""


def in_tokens(text: str, parsed: Sequence[Token], env: dict[str, Any]) -> Iterator[Reference]:
    """Each loss in a text as a `Reference`; `parsed` and `env` are its tokens and the parser's environment."""
    yield from _depths(parsed, env)
    yield from _tables(parsed)
    yield from _lists(parsed)
    yield from _notes(parsed, env)
    yield from _definitions(text.split("\n"), parsed, env)
    yield from _inline(parsed)
    yield from unparsed_links.in_tokens(parsed, env)


def _depths(parsed: Sequence[Token], env: dict[str, Any]) -> Iterator[Reference]:
    """Lists and quotations, or marks within a line, that are nested too deep for the parser or a reader."""
    line, containers = 0, 0
    for token in parsed:
        line = token.map[0] if token.map else line
        containers += token.nesting * (token.type.rpartition("_")[0] in _CONTAINERS)
        too_many = token.nesting == 1 and containers == MOST_NESTED + 1
        if too_many or any(each.level >= MOST_NESTED for each in _openings(token, env)):
            yield Reference("too deep", "", str(MOST_NESTED), line)


def _openings(token: Token, env: dict[str, Any]) -> Iterator[Token]:
    """The tokens that open a mark in a paragraph, or in an inline note of it."""
    for each in token.children or []:
        if each.nesting == 1:
            yield each
        if each.type == "footnote_ref" and each.meta.get("label") is None:
            yield from (inside for inside in note_tokens(each, env) if inside.nesting == 1)


def _tables(parsed: Sequence[Token]) -> Iterator[Reference]:
    """Cells beyond the last column, heads without words, tables without captions."""
    head: list[Token] = []
    for token, after in pairwise([*parsed, Token("", "", 0)]):
        line = token.map[0] if token.map else 0
        if token.meta.get("lost"):
            yield Reference("lost cell", token.meta["lost"], "", line)
        if token.type == "table_open" and after.type != "caption_open":
            yield Reference("table without caption", "|", "", line)
        if head or token.type == "thead_open":
            head.append(token)
        if token.type == "thead_close":
            if not any(each.content for each in head):
                yield Reference("wordless head", "|", "", (head[0].map or [0])[0])
            head = []


def _lists(parsed: Sequence[Token]) -> Iterator[Reference]:
    """Items printed with another number than written, unless all have the same number, which means numbering."""
    lists: list[list[Token]] = []
    for token in parsed:
        match token.type:
            case "ordered_list_open" | "bullet_list_open":
                lists.append([])
            case "list_item_open":
                lists[-1].append(token)
            case "ordered_list_close":
                yield from _numbers(lists.pop())
            case "bullet_list_close":
                lists.pop()


def _numbers(items: Sequence[Token]) -> Iterator[Reference]:
    written = [item.info for item in items]
    if len(set(written)) <= 1:
        return
    for place, item in enumerate(items):
        printed = str(int(written[0]) + place)
        if int(item.info) != int(printed):
            yield Reference("list number", item.info, printed, item.map[0] if item.map else 0)
            return  # later wrong numbers follow from this one


def _notes(parsed: Sequence[Token], env: dict[str, Any]) -> Iterator[Reference]:
    """Notes without a mark or with a shared one, nested notes, and notes of more than paragraphs."""
    used = {mark.meta.get("label") for mark in _marks(parsed)}
    seen: set[str] = set()
    label, line = "", 0
    for token in parsed:
        line = token.map[0] if token.map else line
        if token.type == "footnote_reference_open":
            if label:
                yield Reference("block in note", label, "", line)
            label = str(token.meta["label"])
            if label in seen or label not in used:
                yield Reference("note twice" if label in seen else "unused note", label, "", line)
            seen.add(label)
        elif token.type == "footnote_reference_close":
            label = ""
        elif label and token.type not in _IN_NOTES:
            if token.nesting >= 0:
                yield Reference("block in note", label, "", line)
        elif label and any(each.type == "footnote_ref" for each in token.children or []):
            yield Reference("note in note", label, "", line)
        if token.type == "inline" and not label:
            yield from _nested(token.children or [], env, line)


def _nested(tokens: Sequence[Token], env: dict[str, Any], line: int) -> Iterator[Reference]:
    """Notes that are written inside an inline note."""
    for mark in tokens:
        if mark.type == "footnote_ref" and mark.meta.get("label") is None:
            inside = note_tokens(mark, env)
            if any(each.type == "footnote_ref" for each in inside):
                yield Reference("note in note", env["footnotes"]["list"][mark.meta["id"]]["content"], "", line)


def _marks(parsed: Sequence[Token]) -> Iterator[Token]:
    for token in parsed:
        yield from (each for each in token.children or [] if each.type == "footnote_ref")


def _definitions(lines: Sequence[str], parsed: Sequence[Token], env: dict[str, Any]) -> Iterator[Reference]:
    """Link definitions that no link uses, or whose label another definition has."""
    known = env.get("references", {})
    used = {str(each.meta.get("label")) for token in parsed for each in token.children or []}
    for note in env.get("footnotes", {}).get("list", {}).values():
        used |= {str(each.meta.get("label")) for each in note.get("tokens", [])}
    unused = [definition for label, definition in known.items() if label not in used]
    losses: dict[Loss, Any] = {"unused definition": unused, "definition twice": env.get("duplicate_refs", [])}
    for kind, definitions in losses.items():
        for definition in definitions:
            line = definition["map"][0]
            name = _NAME.search(lines[line])
            yield Reference(kind, name[1] if name else "", definition["href"], line)


def _inline(parsed: Sequence[Token]) -> Iterator[Reference]:
    """Words at fences, titles of links, markup in descriptions of pictures, and links or code in the wrong place."""
    line = 0
    for token in parsed:
        line = token.map[0] if token.map else line
        if token.type == "code_block":
            yield Reference("indented code", token.content.strip().partition("\n")[0], "", line)
        if token.type == "fence" and not _LANGUAGE.fullmatch(token.info.strip()):
            yield Reference("words at fence", token.info.strip(), token.markup, line)
        yield from _parts(token.children or [], line)


def _parts(tokens: Sequence[Token], line: int) -> Iterator[Reference]:
    linked = False
    for token in tokens:
        line += token.type in {"softbreak", "hardbreak"}
        linked = token.type == "link_open" or (linked and token.type != "link_close")
        if token.type == "link_open" and token.attrs.get("title"):
            yield Reference("link title", str(token.attrs["title"]), "", line)
        if token.type == "image" and any(_unheard(each) for each in flat(token.children or [])):
            yield Reference("marked picture", str(token.attrs["src"]), "", line)
        if token.type == "text" and not linked:
            yield from (Reference("bare address", found, "", line) for found in _ADDRESS.findall(token.content))


def _unheard(token: Token) -> bool:
    return token.type in {"footnote_ref", "citation"} or (token.type == "image" and not words(token))

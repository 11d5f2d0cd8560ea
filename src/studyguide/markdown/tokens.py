"""Tokens: rules for citations and marks of language, and functions for footnotes."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it.common.normalize_url import normalizeLink
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_CITATION = re.compile(r"\[(@[\w:.+-][^\[\]]*+)\]")
_KEY = re.compile(r"@([\w:+-]+(?:\.[\w:+-]+)*+)(?:,\s*+(.+))?")


_MARK = r"\{lang=([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\}"
_LANGUAGE = re.compile(rf"\[([^\[\]]+)\]{_MARK}")
_AFTER_LINK = re.compile(_MARK)
_ENDS = {
    "softbreak",
    "hardbreak",
    "paragraph_close",
    "heading_close",
    "caption_close",
    "th_close",
    "td_close",
    "verse_line_close",
}
"""Tokens at which a word ends."""
JOINED = "joined"
"""In the ``meta`` of a line end that is not printed: in Japanese, for example, it is not a space."""


_SCRIPT = 4
"""Letters in the name of a script (ISO 15924)."""
_FROM_RIGHT = frozenset(
    ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "nqo", "prs", "ps", "sd", "syc", "syr", "ug", "ur", "yi"]
)
_SCRIPTS = frozenset(["adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa"])


def direction(language: str) -> str:
    """``rtl`` for a language tag (BCP 47) whose script runs from right to left; empty for others.

    A script in the tag decides, such as ``az-Arab`` or ``yi-Latn``; without one, the language does.
    """
    parts = language.lower().split("-")
    script = next((part for part in parts[1:] if len(part) == _SCRIPT), None)
    return "rtl" if (script in _SCRIPTS if script else parts[0] in _FROM_RIGHT) else ""


@dataclass(frozen=True)
class Cite:
    """A source's key, and a locator, such as ``p. 12``."""

    key: str
    locator: str | None = None


def citation_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Markdown-it's inline rule for ``[@key, locator; @key]``."""
    match = _CITATION.match(state.src, state.pos, state.posMax)
    cites = _cites(match[1]) if match else None
    if match is None or cites is None:
        return False
    if not silent:
        state.push("citation", "", 0).meta = {"cites": cites}
    state.pos = match.end()
    return True


def language_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Markdown-it's inline rule for ``[mise-en-scène]{lang=fr}``, with a language tag (BCP 47)."""
    match = _LANGUAGE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        end = state.posMax
        span = state.push("span_open", "span", 1)
        span.attrs = {"lang": match[2]}
        if towards := direction(match[2]):
            span.attrs["dir"] = towards
        state.pos, state.posMax = match.start(1), match.end(1)
        state.md.inline.tokenize(state)
        state.push("span_close", "span", -1)
        state.posMax = end
    state.pos = match.end()
    return True


def link_language_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Markdown-it's inline rule for the mark after ``[mise-en-scène](#term-mise-en-scene){lang=fr}``."""
    match = _AFTER_LINK.match(state.src, state.pos, state.posMax)
    if match is None or state.src[state.pos - 1 : state.pos] != ")":
        return False
    if not silent:
        if state.pending or not state.tokens or state.tokens[-1].type != "link_close":
            return False
        opening = next(token for token in reversed(state.tokens) if token.type == "link_open")
        opening.attrs["lang"] = match[1]
    state.pos = match.end()
    return True


def address_rule(state: StateCore) -> None:
    """Encode the addresses of links as CommonMark does. Images are files, and their names stay as written."""
    notes_in_place = state.env.get("footnotes", {}).get("list", {}).values()
    inside = [note.get("tokens") or [] for note in notes_in_place]
    for token in flat([*state.tokens, *(token for tokens in inside for token in tokens)]):
        if token.type == "link_open":
            token.attrs["href"] = normalizeLink(str(token.attrs["href"]))


def _cites(text: str) -> tuple[Cite, ...] | None:
    found = [_KEY.fullmatch(part.strip()) for part in text.split(";")]
    return tuple(Cite(m[1], m[2]) for m in found if m) if all(found) else None


def notes(tokens: list[Token]) -> dict[str, list[Token]]:
    """The texts of footnote definitions by label."""
    found: dict[str, list[Token]] = {}
    label = None
    for token in tokens:
        if token.type == "footnote_reference_open":
            label = token.meta["label"]
            found[label] = []
        elif token.type == "footnote_reference_close":
            label = None
        elif label is not None and token.type == "inline":
            found[label].append(token)
    return found


def without_definitions(tokens: list[Token]) -> Iterator[Token]:
    """All tokens except those of footnote definitions."""
    depth = 0  # a definition may contain another
    for token in tokens:
        depth += token.type == "footnote_reference_open"
        if not depth:
            yield token
        depth -= token.type == "footnote_reference_close"


def with_behind(tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens, with a token of the type ``behind`` after each run of text, which has the line where it begins."""
    for token in tokens:
        yield token
        if token.type == "inline" and token.map:
            yield Token("behind", "", 0, meta={"line": token.map[0]})


def note_tokens(mark: Token, env: dict[str, Any]) -> list[Token]:
    """The inline tokens of a mark's note; a note of several paragraphs becomes one run."""
    label = mark.meta.get("label")
    if label is None:
        return list(env["footnotes"]["list"][mark.meta["id"]]["tokens"])
    paragraphs = [part.children or [] for part in env["notes"].get(label, [])]
    space = [Token("text", "", 0, content=" ")]
    return [token for part in paragraphs for token in [*part, *space]][:-1]


def flat(tokens: Sequence[Token]) -> Iterator[Token]:
    """Tokens and the tokens inside them, in order, without footnote definitions."""
    for token in without_definitions(list(tokens)):
        yield token
        yield from flat(token.children or [])


def printed(parsed: Sequence[Token], env: dict[str, Any]) -> Iterator[str]:
    """The printed content of parsed text, with notes; `env` is the parser's environment."""
    for token in parsed:
        yield words(token)
        if token.type == "citation":
            yield from (cite.locator or "" for cite in token.meta["cites"])
        elif token.type == "image":
            yield str(token.attrs.get("title", ""))
        elif token.type == "footnote_ref" and token.meta.get("label") is None:
            yield from printed(env["footnotes"]["list"][token.meta["id"]]["tokens"], env)
        elif token.type == "inline":
            yield from printed(token.children or [], env)


def structure(tokens: Sequence[Token]) -> Iterator[object]:
    """Everything about tokens, and those inside them, except the content of words."""
    for token in tokens:
        told = {name: value for name, value in token.meta.items() if name != "head"}  # a cell's, which is itself here
        if token.type in {"text", "text_special", "inline"}:
            yield token.type, token.map, told
        else:
            yield token.type, token.tag, token.attrs, token.map, token.markup, token.info, token.content, told
        yield from structure(token.children or [])


def following(tokens: Sequence[Token], position: int) -> Iterator[Token]:
    """The tokens after a position. A slice would copy all of them, for every token of a long text."""
    return (tokens[number] for number in range(position + 1, len(tokens)))


def told(tokens: Iterable[Token], marked: Callable[[str, str], str], said: Callable[[Token], str]) -> Iterator[str]:
    """The words that `said` gives of tokens; those in another language go through `marked`, with its tag."""
    language, inside = "", list[str]()
    for token in tokens:
        if not language:
            language = str(token.attrs.get("lang", ""))
            yield said(token)
        elif token.type in {"span_close", "link_close"}:
            yield marked("".join(inside), language)
            language, inside = "", []
        else:
            inside.append(said(token))
    yield "".join(inside)


def words(token: Token) -> str:
    """The words of a token, without markup."""
    if token.type in {"text", "text_special", "code_inline", "code_block", "fence"}:
        return token.content
    return " " if token.type in _ENDS and not token.meta.get(JOINED) else ""

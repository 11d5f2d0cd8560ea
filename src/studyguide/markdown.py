"""Markdown: the only module that knows markdown-it.

CommonMark without raw HTML (it is shown as text), with Pandoc's footnotes (``[^1]``, ``^[...]``) and citations
(``[@key]``, ``[@key, p. 12; @other]``). Where links, citations and images lead is for the caller to say, through
`Links`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, Protocol

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

_CITATION = re.compile(r"\[(@[\w:.-]+[^\[\]]*)\]")
_KEY = re.compile(r"\s*@([\w:-]+(?:\.[\w:-]+)*)(?:,\s*(.+?))?\s*$")


@dataclass(frozen=True)
class Cite:
    """A source's key, and where in it, such as ``p. 12``."""

    key: str
    locator: str | None = None


@dataclass(frozen=True)
class Reference:
    """Something that a text leads to; `line` counts from 0 inside the text."""

    kind: Literal["link", "image", "cite", "note", "heading"]
    target: str
    alt: str
    line: int


class Links(Protocol):
    """What the caller makes of links, citations and images; each returns finished XHTML."""

    def link_open(self, target: str, *, empty: bool) -> str:
        """The start tag of a link; with a text of its own if the author gave none."""

    def link_close(self, target: str) -> str:
        """The end tag, and what follows it."""

    def cite(self, cites: Sequence[Cite]) -> str:
        """A citation."""

    def image(self, target: str, alt: str) -> str:
        """An image."""


def inline(text: str, links: Links) -> str:
    """Phrasing XHTML for one run of inline Markdown."""
    env: dict[str, Any] = {"links": links}
    return _render(_parser().parseInline(text, env), env)


def block(text: str, links: Links, headings: str | None = None) -> str:
    """Block XHTML for paragraphs, lists and footnotes.

    Headings become ``h2`` and deeper with ids that begin with `headings`; without it, bold lines.
    """
    env: dict[str, Any] = {"links": links, "headings": headings, "slugs": {}}
    return _render(_parser().parse(text, env), env)


def plain(text: str) -> str:
    """The words alone, without markup, citations and notes, on one line."""
    parts = (_words(token) for token in _flat(_parser().parse(text, {})))
    words = re.sub(r"\s+", " ", "".join(parts)).strip()
    return re.sub(r" (?=[.,;:!?])", "", words)  # where a citation or note stood


def references(text: str, *, block: bool) -> tuple[Reference, ...]:
    """Every link, image, citation, heading and footnote mark without a text, in order."""
    env: dict[str, Any] = {}
    tokens = _parser().parse(text, env) if block else _parser().parseInline(text, env)
    notes = {**_notes(tokens), **env.get("footnotes", {}).get("list", {})}
    return tuple(_references(tokens, notes, 0))


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "xhtmlOut": True}, renderer_cls=_Renderer)
    # Refused targets must stay visible as links, so that the check can name them; `Links` decides.
    setattr(parser, "validateLink", lambda _url: True)  # noqa: B010 (mypy forbids the plain assignment)
    footnote_plugin(parser, move_to_end=False, always_match_refs=True)
    parser.add_render_rule("footnote_ref", _Renderer.footnote_ref)  # in place of the plugin's
    parser.inline.ruler.before("link", "citation", _citation_rule)
    return parser


def _citation_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    match = _CITATION.match(state.src, state.pos, state.posMax)
    cites = _cites(match[1]) if match else None
    if match is None or cites is None:
        return False
    if not silent:
        state.push("citation", "", 0).meta = {"cites": cites}
    state.pos = match.end()
    return True


def _cites(text: str) -> tuple[Cite, ...] | None:
    found = [_KEY.match(part) for part in text.split(";")]
    return tuple(Cite(m[1], m[2]) for m in found if m) if all(found) else None


class _Renderer(RendererHTML):
    """Token to XHTML; ``env`` carries the caller's `Links`."""

    def link_open(self, tokens: Sequence[Token], idx: int, _options: Any, env: Any) -> str:
        target = str(tokens[idx].attrs["href"])
        env.setdefault("open", []).append(target)
        return str(env["links"].link_open(target, empty=tokens[idx + 1].type == "link_close"))

    def link_close(self, _tokens: Sequence[Token], _idx: int, _options: Any, env: Any) -> str:
        return str(env["links"].link_close(env["open"].pop()))

    def citation(self, tokens: Sequence[Token], idx: int, _options: Any, env: Any) -> str:
        return str(env["links"].cite(tokens[idx].meta["cites"]))

    def image(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        alt = self.renderInlineAsText(tokens[idx].children or [], options, env)
        return str(env["links"].image(str(tokens[idx].attrs["src"]), alt))

    def text_special(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """An escaped character in a note; elsewhere markdown-it has joined it to the text."""
        return self.text(tokens, idx, options, env)

    def footnote_ref(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        body = _note_tokens(tokens[idx], env)
        if not body or env.get("in note"):
            return ""
        inside = self.render(body, options, {**env, "in note": True})
        return f'<span class="note">{inside}</span>'

    def softbreak(self, _tokens: Sequence[Token], _idx: int, _options: Any, env: Any) -> str:
        """The end of a line in the source; WeasyPrint would break a note there."""
        return " " if env.get("in note") else "\n"

    def heading_open(self, tokens: Sequence[Token], idx: int, _options: Any, env: Any) -> str:
        if not env.get("headings"):
            return "<p><strong>"
        level = env["level"] = max(2, min(int(tokens[idx].tag[1]), env.get("level", 1) + 1))
        return f'<h{level} id="{_slug(plain(tokens[idx + 1].content), env)}">'

    def heading_close(self, _tokens: Sequence[Token], _idx: int, _options: Any, env: Any) -> str:
        return f"</h{env['level']}>\n" if env.get("headings") else "</strong></p>\n"


def _render(tokens: list[Token], env: dict[str, Any]) -> str:
    env["notes"] = _notes(tokens)
    parser = _parser()
    return str(parser.renderer.render(list(_without_definitions(tokens)), parser.options, env)).rstrip("\n")


def _slug(title: str, env: dict[str, Any]) -> str:
    """An id from a heading's words, numbered if it came before."""
    words = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") or "part"
    slug = f"{env['headings']}-{words}"
    count = env["slugs"][slug] = env["slugs"].get(slug, 0) + 1
    return slug if count == 1 else f"{slug}-{count}"


def _notes(tokens: list[Token]) -> dict[str, list[Token]]:
    """The texts of footnote definitions by label."""
    notes: dict[str, list[Token]] = {}
    label = None
    for token in tokens:
        if token.type == "footnote_reference_open":
            label = token.meta["label"]
            notes[label] = []
        elif token.type == "footnote_reference_close":
            label = None
        elif label is not None and token.type == "inline":
            notes[label].append(token)
    return notes


def _without_definitions(tokens: list[Token]) -> Iterator[Token]:
    depth = 0  # a definition may hold another
    for token in tokens:
        depth += token.type == "footnote_reference_open"
        if not depth:
            yield token
        depth -= token.type == "footnote_reference_close"


def _note_tokens(mark: Token, env: dict[str, Any]) -> list[Token]:
    """The inline tokens of the note that a mark stands for; a note of several paragraphs becomes one run."""
    label = mark.meta.get("label")
    if label is None:
        return list(env["footnotes"]["list"][mark.meta["id"]]["tokens"])
    paragraphs = [part.children or [] for part in env["notes"].get(label, [])]
    space = [Token("text", "", 0, content=" ")]
    return [token for part in paragraphs for token in [*part, *space]][:-1]


def _flat(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in _without_definitions(list(tokens)):
        yield token
        yield from _flat(token.children or [])


def _words(token: Token) -> str:
    if token.type in {"text", "text_special", "code_inline", "code_block", "fence"}:
        return token.content
    return " " if token.type in {"softbreak", "hardbreak", "paragraph_close", "heading_close"} else ""


def _references(tokens: Sequence[Token], notes: dict[Any, Any], line: int) -> Iterator[Reference]:
    for token in tokens:
        line = token.map[0] if token.map else line
        match token.type:
            case "softbreak" | "hardbreak":
                line += 1
            case "link_open":
                yield Reference("link", str(token.attrs["href"]), "", line)
            case "image":
                yield Reference("image", str(token.attrs["src"]), token.content, line)
            case "citation":
                yield from (Reference("cite", cite.key, "", line) for cite in token.meta["cites"])
            case "heading_open":
                yield Reference("heading", token.tag, "", line)
            case "footnote_ref":
                yield from _note_references(token, notes, line)
        if token.type == "inline":
            yield from _references(token.children or [], notes, line)


def _note_references(mark: Token, notes: dict[Any, Any], line: int) -> Iterator[Reference]:
    label = mark.meta.get("label")
    if label is None:
        yield from _references(notes[mark.meta["id"]]["tokens"], notes, line)
    elif label not in notes:
        yield Reference("note", label, "", line)

"""Markdown: the only package that imports markdown-it.

CommonMark without raw HTML (it is shown as text), with the tables of GitHub Flavored Markdown, and Pandoc's footnotes
(``[^1]``, ``^[...]``), lines of verse (``| ``), citations (``[@key]``, ``[@key, p. 12; @other]``) and marks of language
(``[mise-en-scène]{lang=fr}``, and after a link). The caller decides the targets of links, citations and images,
through `Links`.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from studyguide.markdown import blocks, joined_lines, losses, marks, tokens
from studyguide.markdown import passages as passages_
from studyguide.markdown import placed as placed_
from studyguide.markdown import visible as visible_
from studyguide.markdown.passages import HIDDEN, Passage
from studyguide.markdown.placed import Placed
from studyguide.markdown.references import Reference, in_tokens
from studyguide.markdown.renderer import Links, Renderer
from studyguide.markdown.tokens import Cite, direction
from studyguide.markdown.visible import Visible
from studyguide.support.line_ends import joined

__all__ = [
    "HIDDEN",
    "REMOVED",
    "Cite",
    "Links",
    "Markup",
    "Passage",
    "Placed",
    "Reference",
    "block",
    "direction",
    "escaped",
    "inline",
    "passages",
    "placed",
    "plain",
    "printed",
    "references",
    "structure",
    "visible",
    "without_removed",
]

Markup = Literal["plain", "inline", "prose"]
"""The markup of a text: none, that of one run, or paragraphs."""

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
"""Characters that a backslash escapes (CommonMark 0.31.2, 2.4)."""
_SIGNS = re.compile(r"[\\`*_\[\]<>&!^]")
_SPACE = re.compile(r"(?!(?<!\s)[\u00a0\u202f](?!\s))\s+")
"""White space, apart from a single space that does not break lines, as before a question mark in French."""
REMOVED = "\ufdd1"
"""Stands for a citation or a note that is left out: a noncharacter, which no guide can print."""
_REMOVED = re.compile(rf"(?<![ {REMOVED}])(?: *+{REMOVED})+(?=[\s.,;:!?<]|$)")


def inline(text: str, links: Links) -> str:
    """Phrasing XHTML for one run of inline Markdown."""
    return _render(text, {"links": links}, block=False)


def block(text: str, links: Links, headings: str | None = None, behind: Callable[[int], str] | None = None) -> str:
    """Block XHTML for paragraphs, lists and footnotes.

    Headings become ``h2`` and deeper with ids that begin with `headings`; without it, bold lines. `behind` returns
    markup to put behind a run of text that begins on a line, from 0.
    """
    return _render(text, {"links": links, "headings": headings, "slugs": {}, "behind": behind}, block=True)


def plain(text: str, marked: Callable[[str, str], str] | None = None) -> str:
    """Only the words, without markup, citations and notes, on one line.

    What `marked` makes of words, and of the tag of their language, is in the place of words in another language.
    """
    found = tokens.flat(_parsed(text, block=True)[0])
    parts = tokens.told(found, marked, _said) if marked else map(_said, found)
    return without_removed(" ".join(filter(None, _SPACE.split("".join(parts)))))


def _said(token: Token) -> str:
    return REMOVED if token.type in {"citation", "footnote_ref"} else tokens.words(token)


def without_removed(words: str) -> str:
    """Words without the marks of removed citations and notes, and without the spaces before them."""
    return _REMOVED.sub("", words).replace(REMOVED, "").strip()


def printed(text: str, *, block: bool) -> str:
    """The printed content of a text: words, code, notes, locators of citations, and credits of pictures."""
    parsed, env = _parsed(text, block=block)
    return "".join(tokens.printed(parsed, env))


def escaped(text: str) -> str:
    """Plain text as Markdown with the same words."""
    return _PUNCTUATION.sub(r"\\\1", text)


def references(text: str, *, block: bool) -> tuple[Reference, ...]:
    """Every link, image and citation, every heading and footnote mark without a text, and every loss in print."""
    parsed, env = _parsed(text, block=block)
    found = in_tokens(parsed, {**tokens.notes(parsed), **env.get("footnotes", {}).get("list", {})})
    return (*found, *losses.in_tokens(text, parsed, env))


def passages(text: str, *, block: bool) -> tuple[Passage, ...]:
    """The words of a text, paragraph by paragraph, notes included."""
    if not block and not _SIGNS.search(text):  # most short texts: parsing takes time
        return (Passage("text", 0, passages_.without_addresses(" ".join(joined(text).split()))),)
    parsed, env = _parsed(text, block=block)
    return tuple(passages_.in_tokens(parsed, env))


def visible(text: str, *, block: bool) -> Visible:
    """The content of a text that readers, screen readers or programs get, with notes and alternative texts."""
    if not block and not _SIGNS.search(text):
        return Visible([joined(text)])
    parsed, env = _parsed(text, block=block)
    return visible_.in_tokens(parsed, env)


@lru_cache(maxsize=16)
def placed(text: str, markup: Markup) -> tuple[Placed, ...]:
    """The words of a text, passage by passage as in `passages`, with the place of each character."""
    if markup == "plain":
        return (placed_.plain(text),)
    env: dict[str, Any] = {}
    block = markup == "prose"
    parser = _placing()
    parsed = parser.parse(text, env) if block else parser.parseInline(text, env)
    return tuple(placed_.in_tokens(text, parsed, env, block=block))


def structure(text: str, markup: Markup) -> tuple[object, ...]:
    """Everything about a text except the words in it: two texts with other words may have the same structure."""
    if markup == "plain":
        return ()
    block = markup == "prose"
    parsed, env = _parsed(text, block=block)
    inside = [note.get("tokens") or [] for note in env.get("footnotes", {}).get("list", {}).values()]
    definitions = repr(env.get("references", {}))
    return (*tokens.structure([*parsed, *(token for note in inside for token in note)]), definitions)


MOST_KEPT = 2_000
"""The number of texts in the parser's cache: enough for one guide, which rules, editions and formats read in turn."""


@lru_cache(maxsize=MOST_KEPT)
def _parsed(text: str, *, block: bool) -> tuple[list[Token], dict[str, Any]]:
    """The tokens of a text, and the parser's environment. Both are cached: callers must not change them."""
    env: dict[str, Any] = {}
    return (_parser().parse(text, env) if block else _parser().parseInline(text, env)), env


@cache
def _placing() -> MarkdownIt:
    """A parser whose tokens know their places."""
    parser = _made()
    marks.add_marks(parser)
    return parser


@cache
def _parser() -> MarkdownIt:
    return _made()


def _made() -> MarkdownIt:
    options: Any = {"html": False, "xhtmlOut": True, "store_labels": True}  # labels show which definitions are used
    parser = MarkdownIt("commonmark", options, renderer_cls=Renderer)
    # Refused targets must stay visible as links, so that the check can name them; `Links` decides.
    setattr(parser, "validateLink", lambda _url: True)  # noqa: B010 (mypy forbids the plain assignment)
    setattr(parser, "normalizeLink", lambda url: url)  # noqa: B010 (addresses are encoded later, but those of images)
    footnote_plugin(parser, move_to_end=False, always_match_refs=True)
    parser.add_render_rule("footnote_ref", Renderer.footnote_ref)  # in place of the plugin's
    parser.enable("table")
    parser.block.ruler.at("table", blocks.table_rule, {"alt": ["paragraph", "reference"]})
    parser.block.ruler.after("table", "verse", blocks.verse_rule, {"alt": ["paragraph", "reference"]})
    parser.core.ruler.after("block", "captions", blocks.caption_rule)
    parser.core.ruler.push("addresses", tokens.address_rule)
    parser.core.ruler.push("joined lines", joined_lines.join_rule)
    parser.inline.ruler.before("link", "citation", tokens.citation_rule)
    parser.inline.ruler.before("link", "language", tokens.language_rule)
    parser.inline.ruler.after("link", "link language", tokens.link_language_rule)
    return parser


def _render(text: str, asked: dict[str, Any], *, block: bool) -> str:
    parsed, left = _parsed(text, block=block)
    env = {**left, **asked, "notes": tokens.notes(parsed)}
    parser, shown = _parser(), tokens.without_definitions(parsed)
    shown = tokens.with_behind(shown) if asked.get("behind") else shown
    return str(parser.renderer.render(list(shown), parser.options, env)).rstrip("\n")

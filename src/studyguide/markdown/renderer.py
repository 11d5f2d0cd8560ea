"""Renderer: tokens become XHTML."""

import re
from collections.abc import Sequence
from typing import Any, Protocol

from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from studyguide.markdown.tokens import JOINED, Cite, direction, flat, note_tokens, words


class Links(Protocol):
    """The caller's functions for links, citations and images; each returns finished XHTML."""

    def link_open(self, target: str, *, empty: bool) -> str:
        """The start tag of a link; with a text of its own if the author gave none."""

    def link_close(self, target: str) -> str:
        """The end tag, and any text after it."""

    def cite(self, cites: Sequence[Cite]) -> str:
        """A citation."""

    def image(self, target: str, alt: str, credit: str) -> str:
        """An image, and its credit (the title in Markdown), if there is one."""


_ABBREVIATED = re.compile(r"\b(chs?|nos?|pp?|vols?)\. (?=\d)")


class Renderer(RendererHTML):
    """Token to XHTML; ``env`` carries the caller's `Links`."""

    def link_open(self, tokens: Sequence[Token], idx: int, _options: Any, env: Any) -> str:
        """A link, which may lack a text of its own."""
        target, language = str(tokens[idx].attrs["href"]), tokens[idx].attrs.get("lang")
        env.setdefault("open", []).append((target, "</span>" if language else ""))
        opening = env["links"].link_open(target, empty=tokens[idx + 1].type == "link_close")
        towards = f' dir="{found}"' if (found := direction(str(language))) else ""
        return f'{opening}<span lang="{language}"{towards}>' if language else str(opening)

    def link_close(self, _tokens: Sequence[Token], _idx: int, _options: Any, env: Any) -> str:
        """The end of a link."""
        target, inner = env["open"].pop()
        return f"{inner}{env['links'].link_close(target)}"

    def citation(self, tokens: Sequence[Token], idx: int, _options: Any, env: Any) -> str:
        """One or more citations in one pair of brackets."""
        return str(env["links"].cite(tokens[idx].meta["cites"]))

    def image(self, tokens: Sequence[Token], idx: int, _options: Any, env: Any) -> str:
        """An image, its alternative text and its credit."""
        alt = "".join(map(words, flat(tokens[idx].children or [])))
        return str(env["links"].image(str(tokens[idx].attrs["src"]), alt, str(tokens[idx].attrs.get("title", ""))))

    def text(self, tokens: Sequence[Token], idx: int, _options: Any, _env: Any) -> str:
        """Plain text; a number stays on the line of its abbreviation."""
        return escapeHtml(_ABBREVIATED.sub("\\1.\N{NO-BREAK SPACE}", tokens[idx].content))

    def text_special(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """An escaped character in a note; elsewhere markdown-it has joined it to the text."""
        return self.text(tokens, idx, options, env)

    def fence(self, tokens: Sequence[Token], idx: int, _options: Any, _env: Any) -> str:
        """Code between fences, with the language that is named after the first fence."""
        name = tokens[idx].info.strip()
        language = f' class="language-{name}"' if re.fullmatch(r"[\w-]+", name) else ""
        return f"<pre><code{language}>{escapeHtml(tokens[idx].content)}</code></pre>\n"

    def footnote_ref(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """A footnote, at the place of its mark."""
        body = note_tokens(tokens[idx], env)
        if not body or env.get("in note"):
            return ""
        inside = self.render(body, options, {**env, "in note": True})
        return f'<span class="note">{inside}</span>'

    def paragraph_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """A paragraph, or the paragraph of a picture with its caption on the lines below."""
        kinds = [token.type for token in tokens[idx + 1].children or []]
        if tokens[idx].hidden or kinds not in (["image"], ["image", "softbreak", *kinds[2:]]):
            return str(self.renderToken(tokens, idx, options, env))
        return '<p class="picture">'

    def table_open(self, _tokens: Sequence[Token], _idx: int, _options: Any, _env: Any) -> str:
        """A table of data."""
        return '<table class="data">\n'

    def th_open(self, tokens: Sequence[Token], idx: int, _options: Any, env: Any) -> str:
        """The head of a column; an empty head becomes an empty cell."""
        env["cell"] = "th" if tokens[idx + 1].content else "td"
        scope = ' scope="col"' if tokens[idx + 1].content else ""
        return f"<{env['cell']}{scope}{_aligned(tokens[idx])}>"

    def th_close(self, _tokens: Sequence[Token], _idx: int, _options: Any, env: Any) -> str:
        """The end of a column's head."""
        return f"</{env['cell']}>\n"

    def td_open(self, tokens: Sequence[Token], idx: int, _options: Any, _env: Any) -> str:
        """A cell, with the words of its column's head, for screens too narrow for columns."""
        head = "".join(map(words, flat(tokens[idx].meta["head"].children or []))).strip()
        label = f' data-label="{escapeHtml(head)}"' if head else ""
        return f"<td{label}{_aligned(tokens[idx])}>"

    def verse_open(self, tokens: Sequence[Token], idx: int, _options: Any, _env: Any) -> str:
        """A stanza."""
        return '<p class="verse numbered">' if tokens[idx].meta["numbered"] else '<p class="verse">'

    def verse_line_open(self, tokens: Sequence[Token], idx: int, _options: Any, _env: Any) -> str:
        """A line of verse; leading spaces are kept. Style sheets print its number, which is not part of the text."""
        number = f' data-line="{tokens[idx].meta["number"]}"' if tokens[idx].meta["number"] else ""
        return f'<span class="verse-line"{number}>' + "\N{NO-BREAK SPACE}" * int(tokens[idx].meta["indent"])

    def verse_line_close(self, tokens: Sequence[Token], idx: int, _options: Any, _env: Any) -> str:
        """The end of a line of verse, with a line break for readers without style sheets."""
        return "</span>" if tokens[idx + 1].type == "verse_close" else "<br/></span>\n"

    def behind(self, tokens: Sequence[Token], idx: int, _options: Any, env: Any) -> str:
        """What the caller puts behind a run of text."""
        return str(env["behind"](tokens[idx].meta["line"]))

    def softbreak(self, tokens: Sequence[Token], idx: int, _options: Any, env: Any) -> str:
        """The end of a line in the source; WeasyPrint would break a note there. In Japanese, it is nothing."""
        if tokens[idx].meta.get(JOINED):
            return ""
        return " " if env.get("in note") else "\n"

    def heading_open(self, tokens: Sequence[Token], idx: int, _options: Any, env: Any) -> str:
        """A heading, or a bold line where headings are not allowed."""
        if not env.get("headings"):
            return "<p><strong>"
        level = env["level"] = max(2, min(int(tokens[idx].tag[1]), env.get("level", 1) + 1))
        return f'<h{level} id="{_slug("".join(map(words, flat(tokens[idx + 1].children or []))), env)}">'

    def heading_close(self, _tokens: Sequence[Token], _idx: int, _options: Any, env: Any) -> str:
        """The end of a heading."""
        return f"</h{env['level']}>\n" if env.get("headings") else "</strong></p>\n"


def _aligned(cell: Token) -> str:
    """The class of a cell whose column is aligned to the right or the centre."""
    align = str(cell.attrs.get("style", "")).removeprefix("text-align:")
    return f' class="{align}"' if align in {"right", "center"} else ""


def _slug(title: str, env: dict[str, Any]) -> str:
    """An id from a heading's words, numbered if it is not the first; authors' ids never have two hyphens."""
    name = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") or "part"
    slug = f"{env['headings']}--{name}"
    count = env["slugs"][slug] = env["slugs"].get(slug, 0) + 1
    return slug if count == 1 else f"{slug}-{count}"

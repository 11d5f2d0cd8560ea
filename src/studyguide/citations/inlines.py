"""Pandoc's inlines as XHTML, from a closed list of elements; the content of other inlines is set as text.

Small capitals are set in normal letters: no theme has them, because they are hard to read.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import quote

from studyguide.citations.locators import PLAIN
from studyguide.citations.text import LESS, escape

Inline = dict[str, Any]
Linked = Callable[[str, str], str]
"""Makes the XHTML of a citation from the name of its source and its text."""

_TAGS = {"Strong": "b", "Superscript": "sup", "Subscript": "sub", "Underline": "u"}
_CLASSES = {"csl-left-margin": "citation-number"}
_SIGNS = str.maketrans({LESS: "<", PLAIN: None, "\ufdd0": "{", "\ufdd1": "}"})
_WEB = ("https://", "http://")
_DOI = re.compile(r"https?://(?:dx\.)?doi\.org/")
"""Addresses that name a work: no part of them can be left out."""
_NO_ADDRESS = re.compile(r"""[\s<>"\\^`{|}]|%(?![0-9A-Fa-f]{2})""")
"""Characters that RFC 3986 does not allow; letters beyond ASCII may stay (RFC 3987)."""


def html(inlines: Iterable[Any], linked: Linked = lambda _name, text: text) -> str:
    """The XHTML of Pandoc's inlines for a citation or an entry; links inside `linked` become plain text."""
    return "".join(_html(inline, linked) for inline in inlines if isinstance(inline, dict))


def flat(blocks: Iterable[Any]) -> Iterator[Inline]:
    """The inlines in Pandoc's blocks; a division becomes a span."""
    for block in blocks:
        if block["t"] == "Div":
            yield {"t": "Span", "c": [block["c"][0], list(flat(block["c"][1]))]}
        elif block["t"] in {"Para", "Plain"}:
            yield from block["c"]


def _html(inline: Inline, linked: Linked) -> str:
    kind, content = inline["t"], inline.get("c")
    if kind == "Str":
        return escape(str(content).translate(_SIGNS))
    if kind in {"Space", "SoftBreak", "LineBreak"}:
        return " "
    if kind in _TAGS:
        return f"<{_TAGS[kind]}>{html(content or (), linked)}</{_TAGS[kind]}>"
    if kind == "Link":
        return _link(content, linked)
    return _wrapped(kind, content, linked)


def _wrapped(kind: str, content: Any, linked: Linked) -> str:
    if kind in {"Code", "RawInline", "Math"}:
        return escape(str(content[-1]).translate(_SIGNS))
    inside = html(_content(kind, content), linked)
    match kind:
        case "Emph":
            tag = "cite" if any(sign.isalpha() for sign in inside) else "i"  # a volume's number is not a title
            return f"<{tag}>{inside}</{tag}>"
        case "Span":
            name = next((_CLASSES[each] for each in content[0][1] if each in _CLASSES), None)
            return f'<span class="{name}">{inside}</span>' if name else inside
        case _:
            return inside


def _content(kind: str, content: Any) -> Iterable[Any]:
    """The inlines inside an inline."""
    if kind == "Note":
        return flat(content)
    if kind in {"Span", "Cite", "Quoted"}:
        return list(content[1])
    return content if isinstance(content, list) else ()


def _link(content: Any, linked: Linked) -> str:
    """A link to the web, or a link that stands for a source of the list; links are never nested."""
    target = str(content[2][0])
    if target.startswith("#ref-"):
        return linked(target.removeprefix("#ref-"), html(_unlinked(content[1])))
    inside = html(_unlinked(content[1]))
    if not target.startswith(_WEB):
        return inside
    address = escape(_address(target))
    name = ' class="url"' if inside in {address, escape(target)} and not _DOI.match(target) else ""
    return f'<a{name} href="{address}">{inside}</a>'


def _address(target: str) -> str:
    """An address with forbidden characters escaped, such as ``%3C`` for the ``<`` of an old DOI."""
    address = "".join(sign if sign.isprintable() else quote(sign) for sign in target.translate(_SIGNS))
    return _NO_ADDRESS.sub(lambda match: quote(match[0]), address)


def _unlinked(inlines: Iterable[Any]) -> Iterator[Any]:
    for inline in inlines:
        if isinstance(inline, dict) and inline["t"] == "Link":
            yield from _unlinked(inline["c"][1])
        elif isinstance(inline, dict) and inline["t"] in {"Emph", "Strong", "SmallCaps"}:
            yield {**inline, "c": list(_unlinked(inline["c"]))}
        elif isinstance(inline, dict) and inline["t"] == "Span":
            yield {**inline, "c": [inline["c"][0], list(_unlinked(inline["c"][1]))]}
        else:
            yield inline

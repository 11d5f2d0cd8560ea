"""Allowed markup: the elements, attributes and addresses that a finished body may hold, as a closed list.

Every `publication.Section` is checked against it, so no handout or format can avoid the check. Other markup is a fault
of a template or of its functions: the text of authors is never markup.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from studyguide.support import xhtml
from studyguide.support.xhtml import Element

SVG = f"{{{xhtml.SVG}}}"
MOST_SHOWN = 60
"""Characters of a value that a message quotes."""

EVERYWHERE = frozenset(
    {
        *("id", "class", "lang", "{http://www.w3.org/XML/1998/namespace}lang", "dir", "role"),
        *("aria-label", "aria-labelledby", "aria-describedby", "aria-hidden"),
        *(
            "data-cut",
            "data-id",
            "data-ref",
            "data-name",
            "data-fit",
            "data-line",
            "data-lines",
            "data-label",
            "data-pill",
            "data-right",
        ),
        *("data-short", "data-guide", "data-sheet", "data-tier"),
        "data-source",  # only in a preview, see `render.text_sources`
    }
)
"""Attributes that any element may have: none for scripts, and none with an address."""

_PLAIN = """abbr aside b bdi blockquote br caption cite code dd del div dl dt em figcaption figure h1 h2 h3 h4 h5 h6
header hr i li p pre q s section small span strong sub sup table tbody tfoot thead tr ul"""
_PAINT = ("fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity")
_LETTERS = (
    "x",
    "y",
    "dx",
    "dy",
    "font-size",
    "font-weight",
    "font-style",
    "font-family",
    "text-anchor",
    "direction",
    *_PAINT,
)
_SHAPES = {
    "svg": ("viewBox", "width", "height", "direction"),
    "title": (),
    "desc": (),
    "defs": (),
    "g": ("transform", *_PAINT),
    "linearGradient": ("x1", "y1", "x2", "y2", "gradientUnits", "gradientTransform"),
    "stop": ("offset", "stop-color", "stop-opacity"),
    "pattern": ("width", "height", "patternUnits", "patternTransform"),
    "rect": ("x", "y", "width", "height", "rx", "ry", *_PAINT),
    "circle": ("cx", "cy", "r", *_PAINT),
    "ellipse": ("cx", "cy", "rx", "ry", *_PAINT),
    "line": ("x1", "y1", "x2", "y2", *_PAINT),
    "polyline": ("points", *_PAINT),
    "polygon": ("points", *_PAINT),
    "path": ("d", *_PAINT),
    "text": _LETTERS,
    "tspan": _LETTERS,
}

ELEMENTS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        **dict.fromkeys(_PLAIN.split(), frozenset()),
        "a": frozenset({"href", "data-number", "data-locator"}),
        "abbr": frozenset({"title"}),
        "img": frozenset({"src", "alt"}),
        "input": frozenset({"type", "name", "value"}),
        "li": frozenset({"style", "data-number", "data-letter"}),
        "ol": frozenset({"start", "type", "style"}),
        "td": frozenset({"style", "colspan", "rowspan"}),
        "textarea": frozenset({"name"}),
        "th": frozenset({"style", "scope", "colspan", "rowspan"}),
        **{f"{SVG}{name}": frozenset(attributes) for name, attributes in _SHAPES.items()},
    }
)
"""Each element that a body may contain, with the attributes that it may have beside those of `EVERYWHERE`."""

_NUMERIC = """viewBox width height x y x1 y1 x2 y2 dx dy cx cy r rx ry points stroke-width stroke-dasharray opacity
stop-opacity offset font-size start colspan rowspan"""
_NAME = r"[^\s\"'<>&]+"
_NUMBERS = re.compile(r"[-+0-9.,%e ]*")
_PAINTED = re.compile(rf"none|currentColor|#[0-9a-fA-F]{{3,8}}|url\(#{_NAME}\)")
VALUES: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "id": re.compile(_NAME),
        "data-id": re.compile(_NAME),
        "name": re.compile(_NAME),
        "data-cut": re.compile("[0-9]+"),
        "data-letter": re.compile(r"\S"),
        "data-line": re.compile("[0-9]+"),
        "data-number": re.compile("[0-9]+"),
        "data-right": re.compile("[0-9]+( [0-9]+)*"),
        "data-ref": re.compile(_NAME),
        "data-source": re.compile(rf"{_NAME}( {_NAME})*"),
        "class": re.compile(r"[\w -]*"),
        "lang": re.compile(r"[A-Za-z0-9-]+"),
        "dir": re.compile("ltr|rtl|auto"),
        "href": re.compile(rf"#{_NAME}|https?://[^\s<>\"]+|mailto:[^\s<>\"]+"),
        "src": re.compile(r"images(/[^/\\:?#%\s.][^/\\:?#%\x00-\x1f]*)+"),
        "type": re.compile("text|checkbox|radio|[1AaIi]"),
        "style": re.compile(
            r"counter-reset: list-item -?[0-9]+|text-align: ?(left|center|right|start|end);?|"
            r"list-style-type: (none|'[\w ,.–-]+')"
        ),
        "fill": _PAINTED,
        "stroke": _PAINTED,
        "stop-color": _PAINTED,
        "d": re.compile(r"[-+0-9., MLHVCSQTAZmlhvcsqtaze\n]*"),
        "font-family": re.compile(r"[\w ,-]+"),
        "transform": re.compile(r"[a-zA-Z]+\([-+0-9., ]*\)( [a-zA-Z]+\([-+0-9., ]*\))*"),
        "patternTransform": re.compile(r"[a-zA-Z]+\([-+0-9., ]*\)"),
        "gradientTransform": re.compile(r"[a-zA-Z]+\([-+0-9., ]*\)"),
        **dict.fromkeys(_NUMERIC.split(), _NUMBERS),
    }
)
"""The patterns for values of attributes; other values, such as of ``alt``, are only text."""


def faults(body: str) -> Iterator[str]:
    """The markup of a body that is not on the list, such as ``the element <script>``, in document order."""
    try:
        root = xhtml.parse(body, comments=True)
    except xhtml.SyntaxFaultError as error:
        yield f"text that is not well-formed XML ({error})"
        return
    if root.getroottree().docinfo.doctype:
        yield "a document type declaration"
    for element in root.iter():
        yield from _faults(element)


def _faults(element: Element) -> Iterable[str]:
    tag = element.tag
    if not isinstance(tag, str):
        return [f"a comment, an instruction or an entity ({_short(str(element))})"]
    allowed = ELEMENTS.get(tag)
    if allowed is None:
        return [f"the element <{_short(tag.removeprefix(SVG))}>"]
    return [
        f"""the attribute {_short(name)}="{_short(value)}" in <{tag.removeprefix(SVG)}>"""
        for name, value in element.attrib.items()
        if (name not in allowed and name not in EVERYWHERE) or not _is_sound(name, value)
    ]


def _is_sound(name: str, value: str) -> bool:
    pattern = VALUES.get(name)
    return pattern is None or pattern.fullmatch(value) is not None


def _short(text: str) -> str:
    return text[:MOST_SHOWN] + "…" * (len(text) > MOST_SHOWN)

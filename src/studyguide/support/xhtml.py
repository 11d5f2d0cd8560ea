"""Our XHTML fragments as trees: the only module, with ``formats``, that knows lxml.

The fragments are those of `studyguide.publication`: well-formed, HTML without a namespace, SVG in its own.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal, TypeAlias

from lxml import etree

Element: TypeAlias = Any  # lxml has no public name for its type of elements, and no annotations

SVG = "http://www.w3.org/2000/svg"

_SPACE = re.compile(r"(?!(?<!\s)[\u00a0\u202f](?!\s))\s+")
"""White space, apart from a single space that does not break lines, as in *page 4* or before a colon in French."""

SyntaxFaultError = etree.XMLSyntaxError
"""What is raised for a fragment that is not well formed."""


def parse(body: str | bytes, *, comments: bool = False) -> Element:
    """The root element of one well-formed fragment; no entity is expanded and nothing is fetched.

    Comments are left out, unless they are asked for. Raises `SyntaxFaultError` where the fragment is not well formed:
    a fault of a template, not of an author.
    """
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, remove_comments=not comments)
    return etree.fromstring(body, parser)


def serialise(element: Element, *, method: Literal["xml", "html"] = "xml") -> str:
    """The element as text, without its tail: ``<span/>`` by xml, ``<span></span>`` and ``<br>`` by html."""
    return str(etree.tostring(element, encoding="unicode", method=method, with_tail=False))


def name(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def classes(element: Element) -> list[str]:
    """The names in the class attribute."""
    return str(element.get("class", "")).split()


def with_class(root: Element, name: str) -> Iterator[Element]:
    """Every element under `root`, itself included, of that class, in document order.

    They are listed first, so the caller may change the tree.
    """
    yield from [element for element in root.iter(etree.Element) if name in classes(element)]


def text(element: Element) -> str:
    """All text inside, white space collapsed; a single no-break space stays."""
    return _SPACE.sub(" ", "".join(map(str, element.itertext()))).strip(" ")


def append(parent: Element, name: str, attributes: Mapping[str, str]) -> Element:
    """A new last child of an element."""
    return etree.SubElement(parent, name, dict(attributes))


def remove(element: Element) -> None:
    """Take an element and its content out of its parent, but leave the text after it."""
    parent = element.getparent()
    if parent is None:
        raise ValueError("the root of a tree cannot be removed")
    append_text_before(element, element.tail or "")
    element.tail = None
    parent.remove(element)


def unwrap(element: Element) -> None:
    """Take an element out of its parent, but leave its content and the text after it."""
    parent = element.getparent()
    if parent is None:
        raise ValueError("the root of a tree cannot be unwrapped")
    append_text_before(element, element.text or "")
    for child in list(element):
        element.addprevious(child)
    remove(element)


def strip_space_before(element: Element) -> None:
    """Take out the white space directly in front of an element."""
    if element.getparent() is not None:
        set_text_before(element, text_before(element).rstrip())


def append_text_before(element: Element, addition: str) -> None:
    """Add text directly in front of an element."""
    set_text_before(element, text_before(element) + addition)


def text_before(element: Element) -> str:
    """The text directly in front of an element."""
    before = element.getprevious()
    return str((_parent(element).text if before is None else before.tail) or "")


def set_text_before(element: Element, words: str) -> None:
    """Replace the text directly in front of an element."""
    before = element.getprevious()
    if before is None:
        _parent(element).text = words
    else:
        before.tail = words


def _parent(element: Element) -> Element:
    parent = element.getparent()
    if parent is None:
        raise ValueError("there is no place in front of the root of a tree")
    return parent

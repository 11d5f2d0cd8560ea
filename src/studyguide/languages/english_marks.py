"""English marks: they tell English labels apart in a guide whose language lacks them, so that they are read out well.

`Labels` put each English text between two marks, if they are asked to. When a page is complete, `wrapped` makes
``<span lang="en" dir="ltr">`` of them, or takes them out where no element can be. The marks are control characters of
Unicode (U+0086, U+0087) that no guide can contain: the readers of YAML and Markdown refuse them.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studyguide.support.xhtml import Element

BEGIN, END = "\x86", "\x87"

_MARKS = re.compile(f"[{BEGIN}{END}]")
_MARKED = re.compile(f"{BEGIN}(\\s*)([^{BEGIN}{END}]*?)(\\s*){END}")
"""A text between marks, and the spaces at its ends: they belong to the language around, which may run the other way."""
_TAG = re.compile(r"(<[^>]*>)")
_ADDRESS = re.compile(r"https?://\S+")
_NAME = re.compile(r"</?([\w:-]*)")
_TEXT_ONLY = frozenset({"title", "desc", "option", "textarea", "script", "style"})
"""Elements that can have no other elements in them."""


def marked(text: str) -> str:
    """An English text between marks; one without letters needs none."""
    return f"{BEGIN}{text}{END}" if any(map(str.isalpha, text)) else text


def unmarked(text: str) -> str:
    """A text without marks."""
    return _MARKS.sub("", text)


def mark(root: "Element") -> None:
    """Put marks at the texts of an element that are English."""
    for element in root.iter("span"):
        if element.get("lang") == "en" and element.text:
            element.text = marked(element.text)


def wrapped(page: str, *, xml: bool = False) -> str:
    """A page or a fragment of one, in HTML or XHTML, with elements in place of the marks.

    With `xml` they also have ``xml:lang``, as in e-books.
    """
    if not _MARKS.search(page):
        return page
    language = 'lang="en" xml:lang="en" dir="ltr"' if xml else 'lang="en" dir="ltr"'
    return "".join(_wrapped(_TAG.split(page), language))


def _wrapped(pieces: list[str], language: str) -> Iterator[str]:
    """The texts and the tags of a page, which take turns."""
    inside, in_drawing = "", False
    for number in range(0, len(pieces), 2):
        text, tag = pieces[number], "".join(pieces[number + 1 : number + 2])
        if inside in _TEXT_ONLY or in_drawing:
            yield unmarked(text)
        else:
            yield unmarked(_MARKED.sub(rf"\1<span {language}>\2</span>\3", text))
        inside, in_drawing = _name(tag), _is_in_drawing(tag, was=in_drawing)
        is_english = inside in _TEXT_ONLY and _is_all_marked(pieces[number + 2 : number + 3])
        yield f"{unmarked(tag)[:-1]} {language}>" if is_english else unmarked(tag)


def _name(tag: str) -> str:
    """The name of the element that a tag opens; empty for the end of one."""
    found = _NAME.match(tag)
    return found[1] if found and not tag.startswith("</") else ""


def _is_in_drawing(tag: str, *, was: bool) -> bool:
    return (was or tag.startswith("<svg")) and not tag.startswith("</svg")


def _is_all_marked(texts: list[str]) -> bool:
    """Whether all letters of a text are between marks, apart from those of an address."""
    left = [_ADDRESS.sub("", _MARKED.sub("", text)) for text in texts if _MARKS.search(text)]
    return any(not any(map(str.isalpha, text)) for text in left)

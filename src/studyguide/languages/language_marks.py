"""Language marks: they tell words in another language apart until a page is complete, so that they are read out well.

`Labels` put each English text between two marks, if the language of a guide lacks it; titles of works and names of
items have marks around what is in another language. When a page is complete, `wrapped` makes
``<span lang="fr" dir="ltr">`` of them, or takes them out where no element can be. The marks are control characters of
Unicode (U+0086 before the tag of the language, U+0088 behind it, U+0087 at the end) that no guide can contain: the
readers of YAML and Markdown refuse them.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studyguide.support.xhtml import Element

BEGIN, TOLD, END = "\x86", "\x88", "\x87"
ENGLISH = "en"

_MARKS = re.compile(f"{BEGIN}[^{BEGIN}{TOLD}{END}]*{TOLD}|[{BEGIN}{TOLD}{END}]")
_MARKED = re.compile(f"{BEGIN}([^{BEGIN}{TOLD}{END}]*){TOLD}([^{BEGIN}{TOLD}{END}]*){END}")
"""A text between marks, and its language."""
_TAG = re.compile(r"(<[^>]*>)")
_ADDRESS = re.compile(r"https?://\S+")
_NAME = re.compile(r"</?([\w:-]*)")
_TEXT_ONLY = frozenset({"title", "desc", "option", "textarea", "script", "style"})
"""Elements that can have no other elements in them."""


def marked(text: str, language: str = ENGLISH) -> str:
    """A text in a language (BCP 47) between marks; one without letters needs none."""
    return f"{opening(language)}{text}{END}" if any(map(str.isalpha, text)) else text


def opening(language: str) -> str:
    """The mark before a text in a language; the mark after it is `END`."""
    return f"{BEGIN}{language}{TOLD}"


def unmarked(text: str) -> str:
    """A text without marks."""
    return _MARKS.sub("", text)


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """The pieces of a text, each with its language, which is empty for that of the guide."""
    place, before = 0, ""
    for found in _MARKED.finditer(text):
        left, words, right = _apart(found[2])
        yield "", unmarked(before + text[place : found.start()]) + left
        yield found[1], words
        place, before = found.end(), right
    yield "", unmarked(before + text[place:])


def mark(root: "Element") -> None:
    """Put marks at the texts of an element that are in another language."""
    for element in root.iter("span"):
        if (language := element.get("lang")) and element.text and len(element) == 0:
            element.text = marked(element.text, language)


def wrapped(page: str, *, xml: bool = False) -> str:
    """A page or a fragment of one, in HTML or XHTML, with elements in place of the marks.

    With `xml` they also have ``xml:lang``, as in e-books.
    """
    return "".join(_wrapped(_TAG.split(page), xml=xml)) if _MARKS.search(page) else page


def _wrapped(pieces: list[str], *, xml: bool) -> Iterator[str]:
    """The texts and the tags of a page, which take turns."""
    inside, in_drawing = "", False
    for number in range(0, len(pieces), 2):
        text, tag = pieces[number], "".join(pieces[number + 1 : number + 2])
        if inside in _TEXT_ONLY or in_drawing:
            yield unmarked(text)
        else:
            yield unmarked(_MARKED.sub(lambda found: _span(found, xml=xml), text))
        inside, in_drawing = _name(tag), _is_in_drawing(tag, was=in_drawing)
        language = _whole_language(pieces[number + 2 : number + 3]) if inside in _TEXT_ONLY else ""
        yield f"{unmarked(tag)[:-1]} {_attributes(language, xml=xml)}>" if language else unmarked(tag)


def _span(found: re.Match[str], *, xml: bool) -> str:
    left, words, right = _apart(found[2])
    return f"{left}<span {_attributes(found[1], xml=xml)}>{words}</span>{right}"


def _apart(text: str) -> tuple[str, str, str]:
    """The spaces before a text, the text, the spaces behind it: they belong to the language around it.

    That language may run in the other direction.
    """
    begun, words = text.lstrip(), text.strip()
    return text[: len(text) - len(begun)], words, begun[len(words) :]


def _attributes(language: str, *, xml: bool) -> str:
    told = f'lang="{language}" xml:lang="{language}"' if xml else f'lang="{language}"'
    return f'{told} dir="{direction(language)}"'


def attributes(language: str) -> str:
    """The attributes, after a space, of an element whose words are in a language."""
    return f" {_attributes(language, xml=False)}"


def direction(language: str) -> str:
    """The direction of the words of a language: ``ltr`` or ``rtl``."""
    if language == ENGLISH:
        return "ltr"
    from studyguide import markdown  # late: it loads markdown-it

    return markdown.direction(language) or "ltr"


def _name(tag: str) -> str:
    """The name of the element that a tag opens; empty for the end of one."""
    found = _NAME.match(tag)
    return found[1] if found and not tag.startswith("</") else ""


def _is_in_drawing(tag: str, *, was: bool) -> bool:
    return (was or tag.startswith("<svg")) and not tag.startswith("</svg")


def _whole_language(texts: list[str]) -> str:
    """The language of all letters of a text, apart from those of an address; empty if there are several."""
    for text in texts:
        languages = {found[1] for found in _MARKED.finditer(text)}
        left = _ADDRESS.sub("", _MARKED.sub("", text))
        if len(languages) == 1 and not any(map(str.isalpha, left)):
            return languages.pop()
    return ""

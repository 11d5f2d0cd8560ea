"""Types of text fields: their markup, their limits, and the values they refuse.

A text field names its markup in its type: `Inline` (one run of inline Markdown), `Prose` (paragraphs, lists,
footnotes), `Words` (the same, for the exact words of a source) or `Extract` (for words that are exact if a source is
named). `PersonRef` and the like hold the id of an item or chapter, `Key` the key of a source, `WorkId` the id of a work
in guide.yaml, `PictureFile` the name of an image.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Annotated, Literal
from urllib.parse import quote, urlsplit

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from studyguide.languages import tags
from studyguide.support.portable_names import is_device


@dataclass(frozen=True)
class Role:
    """The meaning of a string field; `walk.strings` finds it in the annotations."""

    name: Literal["inline", "prose", "plain", "ref", "key", "id", "work", "address", "picture"]
    of: tuple[str, ...] = ()
    """The targets that a ``ref`` may have: names of classes of items, or ``Chapter``."""
    exact: bool = False
    """Whether the text has the exact words of a source: they count as quoted, and no editor would change them."""
    exact_with: tuple[str, ...] = ()
    """Other fields of the same model: if one of them has a value, the text has the exact words of a source."""


MOST_LINES = 5_000
"""The most lines of one text: each may be a paragraph, an item or a row, and takes time to read."""

_LINE_END = re.compile(r"\n")

MOST_SIGNS = 10_000
"""The most markup characters of one text, without line ends."""

_SIGN = re.compile(r"[\[\]*_`<&|\\]|://")

MOST_BRACKETS = 20
"""The most brackets that may be open at one place of a text: for each, the parser searches the rest for its end."""

_BRACKET = re.compile(r"\\.|[\[\]]|\n\s*\n", re.DOTALL)


def _closed(text: str) -> str:
    """The text itself. Raises an error if too many brackets are open, inside each other or never closed."""
    depth = 0
    for found in _BRACKET.finditer(text):
        sign = found[0]
        depth = depth + 1 if sign == "[" else max(0, depth - 1) if sign == "]" else 0 if sign.isspace() else depth
        if depth > MOST_BRACKETS:
            near = " ".join(text[max(0, found.start() - 20) : found.end()].split())
            message = "more than {most} '[' are open at '{near}'. Close each with ']', or write '\\[' for the sign"
            raise PydanticCustomError("open_brackets", message, {"most": MOST_BRACKETS, "near": near})
    return text


def sparse(text: str) -> str:
    """The text itself. Raises an error if it has too many lines or markup characters to check in a short time."""
    for most, what, found in ((MOST_LINES, "lines", _LINE_END), (MOST_SIGNS, "signs of markup", _SIGN)):
        if len(text) > most and (number := len(found.findall(text))) > most:
            message = "this text has {number} {what}, and may have {most}. Split it, into several chapters for example"
            raise PydanticCustomError(
                "dense_text", message, {"most": f"{most:,}", "what": what, "number": f"{number:,}"}
            )
    return text


def _worded(text: str) -> str:
    """The text itself. Raises an error if nothing in it is visible, such as only zero-width spaces."""
    if not any(unicodedata.category(sign)[0] not in "CZ" for sign in text):
        raise PydanticCustomError("nothing_to_see", "this text has no words in it. Write some, or take the key out")
    return text


def known_tag(tag: str) -> str:
    """The tag of a language itself. Raises an error for one that names none."""
    if fault := tags.fault(tag):
        raise PydanticCustomError("unknown_language", "{fault}", {"fault": fault})
    return tag


def _nameable(name: str) -> str:
    """The id itself. Raises an error for one that Windows reserves for a device."""
    if is_device(name):
        message = "'{name}' cannot be a name: Windows keeps it for a device. Choose another"
        raise PydanticCustomError("name_of_a_device", message, {"name": name})
    return name


def address(text: str) -> str:
    """The address itself. Raises an error if its host cannot be read, or if it has a character not allowed in one."""
    if odd := next((sign for sign in text if sign in _NO_ADDRESS or not sign.isprintable()), None):
        message = "an address cannot have the sign '{sign}'. Write {escape}"
        raise PydanticCustomError("sign_in_address", message, {"sign": odd, "escape": quote(odd)})
    try:
        host = urlsplit(text).hostname
    except ValueError:
        host = None
    if not host or not _HOST.fullmatch(host):
        message = "'{text}' is not an address: its host cannot be read. Write it like https://example.org/page"
        raise PydanticCustomError("not_an_address", message, {"text": text})
    return text


_NO_ADDRESS = frozenset('<>"\\^`{|}')
"""Characters that RFC 3986 does not allow."""

_HOST = re.compile(r"[\w.-]+|[0-9a-fA-F:.]+")

Id = Annotated[
    str, Role("id"), Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60), AfterValidator(_nameable)
]

PersonRef = Annotated[str, Role("ref", ("Person",)), Field(min_length=1)]

SceneRef = Annotated[str, Role("ref", ("Scene",)), Field(min_length=1)]

MotifRef = Annotated[str, Role("ref", ("Motif",)), Field(min_length=1)]

DivisionRef = Annotated[str, Role("ref", ("Scene", "Part")), Field(min_length=1)]

LessonRef = Annotated[str, Role("ref", ("Lesson",)), Field(min_length=1)]

ThemeRef = Annotated[str, Role("ref", ("Theme",)), Field(min_length=1)]

TopicRef = Annotated[str, Role("ref", ("Theme", "Chapter", "Scene", "Part", "Person")), Field(min_length=1)]

ShownRef = Annotated[str, Role("ref", ("Question", "Activity", "Quotation", "Sequence")), Field(min_length=1)]

ComparedRef = Annotated[str, Role("ref", ("Work", "Item", "Chapter")), Field(min_length=1)]

Key = Annotated[str, Role("key"), Field(min_length=1)]

WorkId = Annotated[str, Role("work"), Field(min_length=1)]

Inline = Annotated[str, Role("inline"), Field(min_length=1, max_length=4_000), AfterValidator(_closed)]

Prose = Annotated[
    str, Role("prose"), Field(min_length=1, max_length=200_000), AfterValidator(sparse), AfterValidator(_closed)
]

Words = Annotated[
    str,
    Role("prose", exact=True),
    Field(min_length=1, max_length=4_000),
    AfterValidator(sparse),
    AfterValidator(_closed),
]

Extract = Annotated[
    str,
    Role("prose", exact_with=("source", "sources")),
    Field(min_length=1, max_length=200_000),
    AfterValidator(sparse),
    AfterValidator(_closed),
]

Tag = Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"), AfterValidator(known_tag)]
"""The tag of a language (BCP 47), such as ``fr`` or ``pt-BR``."""

Plain = Annotated[str, Role("plain"), Field(min_length=1, max_length=400), AfterValidator(_worded)]

PictureFile = Annotated[str, Role("picture"), Field(min_length=1, max_length=400)]
"""The name of an image in the folder ``images``; `lint.shown_images` checks it, as in Markdown."""

Age = Annotated[int, Field(ge=5, le=25)]

WEB = r"[\w.-]+(:\d{1,5})?([/?][^\s#]*)?(#[^\s#]*)?"
"""The rest of a web address after the scheme: a host and, optionally, a port, a path, a query and a fragment."""

WebAddress = Annotated[
    str, Role("address"), Field(pattern=rf"^https://{WEB}$", max_length=400), AfterValidator(address)
]
"""An address on the web that is printed."""

GuideAddress = Annotated[
    str, Role("address"), Field(pattern=rf"^https?://{WEB}$", max_length=400), AfterValidator(address)
]
"""The same; schools may have it on a server without https."""


def figure(number: float) -> str:
    """A number in English notation: ``9,455,232``, ``7.25``; digits in groups of three, never an exponent."""
    whole, point, rest = f"{number:,.6f}".partition(".")
    return (whole + point + rest.rstrip("0")).rstrip(".")

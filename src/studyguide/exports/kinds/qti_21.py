"""QTI 2.1: a package for Blackboard, OpenOlat, TAO and others (1EdTech, Question and Test Interoperability 2.1, 2012).

Each item is a file of its own; a test has them in sections, one for each set. Mark schemes are rubrics for scorers.
Pictures are in a folder below the items; the manifest names them for each item that shows them. The templates are
``templates/exports/qti-21-….xml.j2``.
"""

from collections.abc import Iterator
from itertools import groupby

from studyguide.exports import pictures
from studyguide.exports.mark_schemes import bullets
from studyguide.exports.material import Material, QuizItem
from studyguide.exports.refusals import Refusal
from studyguide.support import templates, xhtml
from studyguide.support.templates import Markup
from studyguide.support.zips import zipped

GROUP = "quiz"
FILE = "qti-2.1.zip"
PROGRAM = "QTI 2.1"
CLICK = "exports.qti"
SCHEMES = True
COUNTS = False

_ITEMS = "items"
"""The folder of the items."""
_UNKNOWN = ("dir", "start")
"""Attributes of HTML that QTI 2.1 does not have."""
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def refusal(item: QuizItem) -> Refusal | None:  # noqa: ARG001 (it has an interaction for each kind)
    """See `exports`."""
    return None


def make(material: Material) -> bytes:
    """The package: manifest, test, items and pictures."""
    shown = {item.id: pictures.names(_htmls(item)) for item in material.items}
    every = list(dict.fromkeys(name for names in shown.values() for name in names))
    manifest = templates.render(
        "exports/qti-21-manifest.xml.j2", material=material, shown=shown, pictures=every, folder=_ITEMS
    )
    texts = {"imsmanifest.xml": manifest, **dict(_files(material))}
    contents = {f"{_ITEMS}/{name}": material.content(name) for name in every}
    return zipped({**{name: text.encode() for name, text in texts.items()}, **contents})


def _files(material: Material) -> Iterator[tuple[str, str]]:
    sections = [(title, list(items)) for title, items in groupby(material.items, lambda item: item.set_title)]
    yield "test.xml", templates.render("exports/qti-21-test.xml.j2", material=material, sections=sections)
    for item in material.items:
        points = bullets(point.html for point in item.points)
        text = templates.render(
            "exports/qti-21-item.xml.j2",
            item=item,
            language=material.language,
            letters=material.labels.say("choice.letters"),
            xml=qti_html,
            share=share,
            scored=lambda words, count, marks=item.marks: [(word, share(marks, count)) for word in different(words)],
            points=qti_html(points),
            rubric=qti_html((points if item.kind == "text" else "") + item.scheme),
        )
        yield f"{_ITEMS}/{item.id}.xml", text


def _htmls(item: QuizItem) -> Iterator[str]:
    """All XHTML of an item. Names of pictures are relative to the item's file, as they are to the guide."""
    yield item.asked
    yield from (text.html for text in (*item.worded, *item.told))
    yield item.scheme


def qti_html(html: str) -> Markup:
    """XHTML as QTI has it: languages in ``xml:lang``, and no attribute that it does not know."""
    root = xhtml.parse(f"<div>{html}</div>")
    for element in root.iter():
        if language := element.attrib.pop("lang", None):
            element.set(_XML_LANG, language)
        for name in _UNKNOWN:
            element.attrib.pop(name, None)
    return Markup(xhtml.serialise(root).removesuffix("<div/>").removeprefix("<div>").removesuffix("</div>"))


def share(marks: int, count: int) -> str:
    """An equal share of the marks, as a decimal number."""
    return f"{marks / count:.6g}"


def different(words: tuple[str, ...]) -> list[str]:
    """Right answers that differ in more than capitals: a key may be in a mapping once."""
    return list({word.casefold(): word for word in reversed(words)}.values())[::-1]

"""Canvas: a quiz to import as a QTI 1.2 package, with the question types of Canvas in its metadata.

The format: QTI 1.2 (IMS, 2002) as Canvas exports it. An ordering item is a matching item with the places as questions,
because this format has no ordering. Canvas mixes the options of a whole quiz or of none, so it mixes none here. Canvas
has no place for mark schemes: points are feedback, which students see after the quiz. Pictures are files of the package
(``webcontent``), which texts name below ``$IMS-CC-FILEBASE$``, written as in an address.
"""

from collections.abc import Iterator, Sequence

from studyguide.exports import pictures
from studyguide.exports.kinds.qti_21 import different
from studyguide.exports.mark_schemes import bullets
from studyguide.exports.material import Material, QuizItem
from studyguide.exports.refusals import Refusal, pictured
from studyguide.support import templates
from studyguide.support.zips import zipped

GROUP = "quiz"
FILE = "canvas-qti-1.2.zip"
PROGRAM = "Canvas"
CLICK = "exports.canvas"
SCHEMES = False
COUNTS = False


def refusal(item: QuizItem) -> Refusal | None:
    """See `exports`: pictures to match or to put in order, which are plain text."""
    return pictured(item.sorted)


def make(material: Material) -> bytes:
    """The package: manifest, quiz, its settings, and its pictures."""
    name, items = material.name, [item for item in material.items if not refusal(item)]
    shown = pictures.names(html for item in items for html in _htmls(item))
    files = {
        "imsmanifest.xml": _written("manifest", material, items, shown),
        f"{name}/{name}.xml": _written("quiz", material, items, shown),
        f"{name}/assessment_meta.xml": _written("settings", material, items, shown),
    }
    return zipped({**{file: text.encode() for file, text in files.items()}, **{n: material.content(n) for n in shown}})


def _written(template: str, material: Material, items: Sequence[QuizItem], shown: Sequence[str]) -> str:
    return templates.render(
        f"exports/canvas-{template}.xml.j2",
        material=material,
        items=items,
        pictures=shown,
        linked=lambda html: pictures.addressed(html, lambda name: f"%24IMS-CC-FILEBASE%24/{name}"),
        gapped=_gapped,
        pairs=_pairs,
        different=different,
        marks=sum(item.marks for item in items),
        feedback=lambda item: bullets(point.html for point in item.points),
    )


def _htmls(item: QuizItem) -> Iterator[str]:
    """All XHTML of an item in the quiz."""
    yield item.asked
    yield from (text.html for text in (*item.worded, *item.told))


def _gapped(item: QuizItem) -> str:
    """The text of an item with the names of its gaps in brackets; other brackets are only brackets."""
    pieces = [piece.html.replace("[", "&#91;") for piece in item.pieces]
    names = [f"[gap{number}]" for number in range(1, len(item.gaps) + 1)]
    text = "".join(piece + name for piece, name in zip(pieces, [*names, ""], strict=True))
    return f"{item.asked.replace('[', '&#91;')}<p>{text}</p>"


def _pairs(item: QuizItem) -> tuple[list[tuple[str, str]], list[str]]:
    """The left sides as HTML with their matches, and all entries on the right, in plain text."""
    if item.steps:
        pairs = [(str(number), step.plain) for number, step in enumerate(item.steps, start=1)]
        return pairs, [item.steps[place].plain for place in item.printed_steps]
    pairs = [(left.html, right.plain) for left, right in item.pairs]
    return pairs, sorted([*(right for _, right in pairs), *(text.plain for text in item.distractors)])

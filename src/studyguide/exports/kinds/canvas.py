"""Canvas: a quiz to import as a QTI 1.2 package, with the question types of Canvas in its metadata.

The format: QTI 1.2 (IMS, 2002) as Canvas exports it. An ordering item is a matching item with the places as questions,
because this format has no ordering. Canvas mixes the options of a whole quiz or of none, so it mixes none here. Canvas
has no place for mark schemes: points are feedback, which students see after the quiz.
"""

from studyguide.exports.kinds.qti_21 import different
from studyguide.exports.mark_schemes import bullets
from studyguide.exports.material import Material, QuizItem
from studyguide.exports.refusals import Refusal
from studyguide.support import templates
from studyguide.support.zips import zipped

GROUP = "quiz"
FILE = "canvas-qti-1.2.zip"
PROGRAM = "Canvas"
CLICK = "exports.canvas"
SCHEMES = False
COUNTS = False


def refusal(item: QuizItem) -> Refusal | None:  # noqa: ARG001 (Canvas has a type for each kind)
    """See `exports`."""
    return None


def make(material: Material) -> bytes:
    """The package: manifest, quiz and its settings."""
    name = material.name
    files = {
        "imsmanifest.xml": _written("manifest", material),
        f"{name}/{name}.xml": _written("quiz", material),
        f"{name}/assessment_meta.xml": _written("settings", material),
    }
    return zipped({file: text.encode() for file, text in files.items()})


def _written(template: str, material: Material) -> str:
    return templates.render(
        f"exports/canvas-{template}.xml.j2",
        material=material,
        text=_text,
        gapped=_gapped,
        pairs=_pairs,
        different=different,
        marks=sum(item.marks for item in material.items),
        feedback=lambda item: bullets(point.html for point in item.points),
    )


def _text(item: QuizItem) -> str:
    passage = item.passage.html if item.passage else ""
    return f"{passage}<p>{item.prompt.html}</p>"


def _gapped(item: QuizItem) -> str:
    """The text of an item with the names of its gaps in brackets; other brackets are only brackets."""
    pieces = [piece.html.replace("[", "&#91;") for piece in item.pieces]
    names = [f"[gap{number}]" for number in range(1, len(item.gaps) + 1)]
    text = "".join(piece + name for piece, name in zip(pieces, [*names, ""], strict=True))
    return f"{_text(item).replace('[', '&#91;')}<p>{text}</p>"


def _pairs(item: QuizItem) -> tuple[list[tuple[str, str]], list[str]]:
    """The left sides as HTML with their matches, and all entries on the right, in plain text."""
    if item.steps:
        pairs = [(str(number), step.plain) for number, step in enumerate(item.steps, start=1)]
        return pairs, [item.steps[place].plain for place in item.printed_steps]
    pairs = [(left.html, right.plain) for left, right in item.pairs]
    return pairs, sorted([*(right for _, right in pairs), *(text.plain for text in item.distractors)])

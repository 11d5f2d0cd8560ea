"""GIFT, a text format of Moodle, which other learning platforms read as well.

The format: https://docs.moodle.org/en/GIFT_format, and question/format/gift/format.php in Moodle. Texts are HTML. An
item has no empty line inside, and one gap at most. The content of a good answer is general feedback, which students see
after the quiz.
"""

import re
from collections.abc import Iterator

from studyguide.exports.kinds.moodle_xml import FRACTIONS, literal, refused_choice
from studyguide.exports.mark_schemes import bullets
from studyguide.exports.material import Material, QuizItem
from studyguide.exports.refusals import Refusal, pictured, too_many_gaps

GROUP = "quiz"
FILE = "gift.txt"
PROGRAM = "Moodle (GIFT)"
CLICK = "exports.gift"
SCHEMES = False
COUNTS = False
_LINE = "\n"
_ARROW = "->"
_PERCENT = r"&\#37;"
"""A percent sign at the beginning of an option, where a plain one would begin a share of the marks."""
_SIGNS = re.compile(r"([\\~=#{}:])")
"""The characters that a backslash makes plain."""


def refusal(item: QuizItem) -> Refusal | None:
    """See `exports`: several gaps, right options that Moodle has no fraction for, arrows in answers, and pictures."""
    found = too_many_gaps(item) or refused_choice(item) or _arrow(item)
    return found or pictured([*item.worded, item.picture, *item.told])


def _arrow(item: QuizItem) -> Refusal | None:
    """Refuse an arrow in a right answer, which is plain text: Moodle would take the item for a matching item."""
    typed = (*(item.right if item.kind == "short" else ()), *(word for words in item.gaps for word in words))
    if any(_ARROW in word for word in typed):
        return Refusal(f"has a right answer with '{_ARROW}', which joins a pair there", "Reword the answer.")
    return None


def make(material: Material) -> bytes:
    """The items, each set in a category of its own."""
    return "\n".join(_lines(material)).encode()


def _lines(material: Material) -> Iterator[str]:
    category = ""
    for item in material.items:
        if refusal(item):
            continue
        if item.set_title != category:
            category = item.set_title
            yield f"$CATEGORY: {_category(material.title)}/{_category(category)}\n"
        yield f"::{_escaped(item.id)}::{_item(item)}\n"


def _item(item: QuizItem) -> str:
    general = bullets(point.html for point in item.points)
    end = f"\n####{_escaped(general)}" if general else ""
    if item.kind == "gap":
        before, after = (_escaped(piece.html) for piece in item.pieces)
        lead = _escaped(item.asked)
        # A gap at the very end would not be shown: Moodle takes its answers for those of a question.
        return f"[html]{lead}<p>{before} {{{_answers(item.gaps[0])}{end}}} {after}</p>"
    text = f"[html]{_escaped(item.asked)}"
    inside = "".join(_body(item)) + end
    return f"{text} {{{inside}{_LINE if inside else ''}}}"


def _body(item: QuizItem) -> Iterator[str]:
    match item.kind:
        case "choice":
            yield from _options(item)
        case "true-false":
            yield "TRUE" if item.options[0].is_right else "FALSE"
        case "short":
            yield _answers(item.right)
        case "matching":
            yield from (f"\n={_escaped(left.html)} -> {_escaped(right.plain)}" for left, right in item.pairs)
            yield from (f"\n= -> {_escaped(text.plain)}" for text in item.distractors)
        case "ordering":
            yield from (f"\n={number} -> {_escaped(step.plain)}" for number, step in enumerate(item.steps, start=1))
        case _:
            return


def _options(item: QuizItem) -> Iterator[str]:
    fraction = FRACTIONS[sum(option.is_right for option in item.options)]
    for option in item.options:
        share = "" if item.is_single else f"%{'' if option.is_right else '-'}{fraction}%"
        sign = "=" if item.is_single and option.is_right else "~"
        feedback = f"#{_escaped(option.feedback.html)}" if option.feedback else ""
        text = _escaped(option.text.html)
        text = _PERCENT + text[1:] if text.startswith("%") else text
        yield f"\n{sign}{share}{text}{feedback}"


def _answers(words: tuple[str, ...]) -> str:
    shares = ("%100%" if word.startswith("%") else "" for word in words)
    return "".join(f"\n={share}{_escaped(literal(word))}" for share, word in zip(shares, words, strict=True))


def _category(name: str) -> str:
    r"""The name of a category. Its characters mean nothing, and Moodle leaves a ``\:`` as it is read: ``&&058;``."""
    return " ".join(name.replace("/", "//").replace("\\", r"\\").split())


def _escaped(text: str) -> str:
    """A text on one line in which no character means anything."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))

"""Typed answers: what students write word for word, and programs compare letter by letter."""

from collections.abc import Iterable

from studyguide import markdown
from studyguide.guide.questions.refusals import refuse


def check(answers: Iterable[str]) -> None:
    """Refuse a picture in an answer that students type."""
    if any(map(_has_picture, answers)):
        refuse("picture_in_answer", "students type this answer, so it cannot have a picture. Say it in words")


def check_gapped(text: str) -> None:
    """Refuse a picture in a text with gaps: programs divide the text there."""
    if _has_picture(text):
        refuse("picture_in_gapped", "a text with gaps cannot have a picture. Put it into 'picture' of the question")


def _has_picture(text: str) -> bool:
    return "![" in text and any(each.kind == "image" for each in markdown.references(text, block=False))

"""Coverage: tables of the questions, for teachers who plan lessons."""

from typing import ClassVar, Literal

from studyguide.guide.model import Chapter


class Coverage(Chapter):
    """Tables of the questions by level, theme, phase and standard, made from the questions themselves."""

    audience: ClassVar = "teacher"

    kind: Literal["coverage"]

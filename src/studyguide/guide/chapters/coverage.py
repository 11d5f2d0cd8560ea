"""Coverage: which questions do what, for teachers who plan with them."""

from typing import ClassVar, Literal

from studyguide.guide.model import Chapter


class Coverage(Chapter):
    """Tables of the questions by level, theme, phase and standard, made from the questions themselves."""

    audience: ClassVar = "teacher"

    kind: Literal["coverage"]

"""Coverage: which questions do what, for teachers who plan with them."""

from typing import ClassVar, Literal

from studyguide.model import Chapter


class Coverage(Chapter):
    """Tables of the questions by level, theme, phase and standard; they are made from the questions themselves."""

    audience: ClassVar = "teacher"

    kind: Literal["coverage"]

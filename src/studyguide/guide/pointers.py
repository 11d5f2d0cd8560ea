"""Pointers: what teachers can listen for in answers to the questions beside scenes and themes, and in activities."""

from typing import Self

from studyguide.guide.info import Edition
from studyguide.guide.model import Chapter
from studyguide.guide.walk import items


class ChapterWithPointers(Chapter):
    """A chapter whose items may have a `pointer`. Teachers' editions print these at the back, and so do answer keys."""

    notes: bool = True
    """Whether teachers' editions print the pointers at the back."""

    @property
    def back_matter(self) -> tuple[str, ...]:
        """Notes for teachers, if there is a pointer to print in them."""
        return ("notes",) if self.notes and any(getattr(part, "pointer", None) for _, part in items(self)) else ()

    def for_edition(self, edition: Edition) -> Self:
        """See `Chapter`: no notes for students. Their pointers stay, for answer keys."""
        return self.model_copy(update={"notes": self.notes and edition.audience == "teacher"})

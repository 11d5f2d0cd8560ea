"""Accessibility: what the authors of a guide state of it, beyond what the program knows."""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from studyguide.guide.items import Model
from studyguide.guide.text_types import Plain


class Accessibility(Model):
    """Statements about the guide's accessibility, for the metadata of the EPUB."""

    summary: Annotated[str, Field(min_length=1, max_length=2_000)] | None = None
    """A summary in the guide's language: accessible features, known gaps, and how the guide was checked."""
    conforms_to: Annotated[str, Field(pattern=r"^EPUB Accessibility 1\.1 - WCAG 2\.[0-2] Level (A|AA|AAA)$")] | None = (
        None
    )
    """The standard it meets, if somebody has checked this: EPUB Accessibility 1.1 - WCAG 2.2 Level AA."""
    certified_by: Plain | None = None
    """Who checked it."""
    report: Annotated[str, Field(pattern=r"^https://\S+$")] | None = None
    """The address of a report of the check."""
    checked: date | None = None
    """The day of the check."""

    @model_validator(mode="after")
    def _claim_is_whole(self) -> Self:
        if (self.conforms_to is None) != (self.certified_by is None):
            message = "'conforms_to' and 'certified_by' go together: what was checked, and by whom. Add the other"
            raise PydanticCustomError("claim_without_check", message)
        if self.conforms_to is None and (self.report or self.checked):
            raise PydanticCustomError(
                "report_without_claim", "'report' and 'checked' are about what 'conforms_to' claims. Add that"
            )
        return self

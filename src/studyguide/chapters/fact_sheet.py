"""Fact sheet: what is disputed, and the facts of the guide with their sources, for teachers who check."""

from typing import ClassVar, Literal

from studyguide.model import Chapter


class FactSheet(Chapter):
    """Every fact that is said in a line, chapter by chapter; they are taken from the chapters themselves."""

    audience: ClassVar = "teacher"

    kind: Literal["fact-sheet"]

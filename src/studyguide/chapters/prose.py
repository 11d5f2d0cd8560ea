"""Prose: free text."""

from typing import Literal

from studyguide.model import Chapter, Prose


class ProseChapter(Chapter):
    """A chapter of running text; usually a Markdown file with front matter."""

    kind: Literal["prose"]
    text: Prose

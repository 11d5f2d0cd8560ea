"""Prose: free text."""

from typing import Literal

from studyguide.guide.model import Chapter
from studyguide.guide.text_types import Prose


class ProseChapter(Chapter):
    """A chapter of running text; usually a Markdown file with front matter."""

    kind: Literal["prose"]
    text: Prose
    """The text; in a Markdown file, everything after the front matter."""

"""Letters that stand for the themes of a guide: in the chart of themes, beside scenes, and on sheets."""

from collections.abc import Iterable, Mapping

from studyguide.guide.chapters.themes import Themes
from studyguide.guide.model import Chapter
from studyguide.languages.labels import Labels


def letters(chapters: Iterable[Chapter], labels: Labels) -> Mapping[str, str]:
    """Theme id to letter, in the order of the guide; themes beyond the end of the alphabet have none.

    They are given before an edition hides anything, so that a theme has the same letter in every edition.
    """
    names = (theme.id for chapter in chapters if isinstance(chapter, Themes) for theme in chapter.themes)
    return dict(zip(names, labels.say("choice.letters"), strict=False))

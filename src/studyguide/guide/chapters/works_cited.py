"""Works cited: the list is made from sources.yaml and the citations in the text."""

from typing import Literal

from studyguide.guide.model import Chapter
from studyguide.guide.text_types import Inline, Key


class WorksCited(Chapter):
    """Every source that the guide cites, in its citation style, and further reading."""

    kind: Literal["works-cited"]
    further: tuple[Key, ...] = ()
    """Sources to list as further reading, cited or not."""
    further_title: Inline | None = None
    """The heading of the further reading; the label `works-cited.further` if there is none."""

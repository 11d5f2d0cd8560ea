"""Works cited: the list is made from sources.yaml and the citations in the text."""

from typing import Literal

from studyguide.model import Chapter, Inline, Key


class WorksCited(Chapter):
    """Every source that is cited, set in the guide's citation style; and further reading."""

    kind: Literal["works-cited"]
    further: tuple[Key, ...] = ()
    """Sources to list as further reading, cited or not."""
    further_title: Inline = "Further reading"

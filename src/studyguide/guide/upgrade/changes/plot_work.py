"""Since 0.3, the scenes of a plot are called as its work is divided; without ``work``, that is the first work."""

from collections.abc import Iterator

from studyguide.guide.upgrade.edits import Remark
from studyguide.guide.upgrade.files import GuideFile, GuideFiles
from studyguide.guide.works import TYPES

_BEFORE = "scene"
"""What all plots were divided into."""


def edits(guide: GuideFiles, file: GuideFile) -> Iterator[Remark]:
    """A plot of several works needs `work` if its first work is not divided into scenes, and another one is."""
    divisions = [TYPES[work["type"]].division for work in guide.works if work.get("type") in TYPES]
    if file.kind == "plot" and "work" not in file.tree.value and _BEFORE in divisions[1:] and divisions[0] != _BEFORE:
        message = (
            "This plot has several works to choose from. Write 'work:' and the id of the work whose story it tells"
        )
        yield Remark(file.key(("kind",)), f"{message}: its scenes are called as that work is divided.")

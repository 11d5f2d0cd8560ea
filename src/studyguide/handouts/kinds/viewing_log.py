"""Viewing log: the scenes in order, with room for notes."""

from collections.abc import Iterator

from studyguide.guide.chapters.plot import Part, Plot, Scene
from studyguide.guide.chapters.themes import Themes
from studyguide.guide.model import Guide
from studyguide.handouts.sheet import Sheet, Tier, of_kind

GROUP = "worksheets"
TIERS = tuple(Tier)
MADE_OF = ("plot", "themes")

TARGET = "I can note what I see and hear in a scene, and what it makes me think."
COLUMNS = {
    Tier.SUPPORT: ("What I see and hear", "What I think"),
    Tier.CORE: ("What I see and hear", "What I think"),
    Tier.EXTENSION: ("What it shows, and how", "What it adds or changes"),
    Tier.KEY: ("What to notice", "What it can be evidence of"),
}
"""Headings of the columns beside the scene."""


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:
    """A log for each chapter of plot."""
    for chapter in of_kind(guide, Plot):
        parts = tuple(_part(part, tier) for part in chapter.parts)
        scenes = tuple(scene for part in parts for scene in part.scenes)
        known = {"divisions": parts, "scenes": scenes, "columns": COLUMNS[tier], "points": _points(guide)}
        several = len(list(of_kind(guide, Plot))) > 1
        yield Sheet(f"viewing-log-{chapter.id}" if several else "viewing-log", _title(guide), TARGET, known)


def _title(guide: Guide) -> str:
    return "Viewing log" if guide.info.works[0].type in {"film", "play", "series"} else "Reading log"


def _part(part: Part, tier: Tier) -> Part:
    """A part whose scenes have hints only in the support tier and in the key."""
    keep = tier in {Tier.SUPPORT, Tier.KEY}
    scenes: tuple[Scene, ...] = tuple(
        scene if keep else scene.model_copy(update={"notice": None}) for scene in part.scenes
    )
    return part.model_copy(update={"scenes": scenes})


def _points(guide: Guide) -> dict[str, list[tuple[str, str]]]:
    """For each scene, the themes that it supports, and the evidence."""
    found: dict[str, list[tuple[str, str]]] = {}
    for chapter in of_kind(guide, Themes):
        for theme in chapter.themes:
            for evidence in theme.evidence:
                found.setdefault(evidence.scene or "", []).append((theme.title, evidence.point))
    return found

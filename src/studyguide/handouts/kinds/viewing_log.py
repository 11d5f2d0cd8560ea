"""Viewing log: the scenes or chapters in order, with room for notes; a reading log for a work that is read."""

from collections.abc import Iterator, Mapping
from typing import Any

from studyguide.guide import works
from studyguide.guide.chapters.plot import Part, Plot, Scene
from studyguide.guide.chapters.themes import Themes
from studyguide.guide.divisions import divisions, plot_names
from studyguide.guide.model import Guide
from studyguide.handouts.sheet import Sheet, Tier, of_kind

GROUP = "worksheets"
TIERS = tuple(Tier)
MADE_OF = ("plot", "themes")


def subjects(guide: Guide) -> Iterator[tuple[str, Plot]]:
    """Each chapter of plot."""
    plots = list(of_kind(guide, Plot))
    several = plot_names(plots, guide.info)
    for chapter in plots:
        yield f"log-{chapter.id}" if several else f"{works.activity(chapter.told(guide.info))}-log", chapter


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:
    """A log for each chapter of plot."""
    info = guide.info
    names = plot_names([*of_kind(guide, Plot)], info)
    for name, chapter in subjects(guide):
        activity = works.activity(chapter.told(info))
        title = info.labels.say("log.title", by=activity)
        if plot := names.get(chapter.id):
            title = info.labels.say("log.title-of", title=title, plot=plot)
        target = info.labels.say("log.target", by=activity)
        yield Sheet(name, title, target, _parts(guide, chapter, tier))


def _parts(guide: Guide, chapter: Plot, tier: Tier) -> Mapping[str, Any]:
    info = guide.info
    say, activity = info.labels.say, works.activity(chapter.told(info))
    further = [say("log.further-noticed"), say("log.further-thought")]
    usual = [say("log.noticed", by=activity), say("log.thought")]
    parts = tuple(_part(part, tier) for part in chapter.parts)
    return {
        "parts": parts,
        "scenes": tuple(scene for part in parts for scene in part.scenes),
        "numbered": {each.scene.id: each for each in divisions(chapter, info)},
        "columns": further if tier == Tier.EXTENSION else usual,
        "activity": activity,
        "points": _points(guide),
    }


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

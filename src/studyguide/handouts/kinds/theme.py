"""Theme: for each theme, scenes to look at again, the questions about it, and space for the student's own answer."""

from collections.abc import Iterator, Mapping
from typing import Any

from studyguide.guide.chapters.plot import Plot
from studyguide.guide.chapters.themes import Theme, Themes
from studyguide.guide.divisions import full_titles
from studyguide.guide.model import Guide
from studyguide.guide.works import activity
from studyguide.handouts.sheet import Sheet, Tier, about, for_tier, of_kind

GROUP = "worksheets"
TIERS = tuple(Tier)
MADE_OF = ("themes", "questions", "plot")


def subjects(guide: Guide) -> Iterator[tuple[str, Theme]]:
    """Each theme."""
    return ((theme.id, theme) for chapter in of_kind(guide, Themes) for theme in chapter.themes)


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:
    """A sheet for each theme."""
    for name, theme in subjects(guide):
        yield Sheet(name, theme.title, theme.question, _parts(guide, theme, tier))


def _parts(guide: Guide, theme: Theme, tier: Tier) -> Mapping[str, Any]:
    scenes = {scene.id: scene for plot in of_kind(guide, Plot) for part in plot.parts for scene in part.scenes}
    points: dict[str, list[str]] = {}
    for evidence in theme.evidence:
        if evidence.scene in scenes:
            points.setdefault(evidence.scene, []).append(evidence.point)
    looked_at = [scenes[name] if tier == Tier.SUPPORT else _bare(scenes[name]) for name in points]
    return {
        "theme": for_tier([theme], tier)[0],
        "scenes": tuple(looked_at),
        "titles": full_titles([*of_kind(guide, Plot)], guide.info),
        "noticed": _noticed(guide),
        "points": points,
        "questions": for_tier(about(guide, theme.id), tier),
    }


def _noticed(guide: Guide) -> Mapping[str, str]:
    """For each scene, the heading of the column for what students see, hear or read in it."""
    info = guide.info
    heads = {plot.id: info.labels.say("log.noticed", by=activity(plot.told(info))) for plot in of_kind(guide, Plot)}
    return {scene.id: heads[plot.id] for plot in of_kind(guide, Plot) for part in plot.parts for scene in part.scenes}


def _bare(scene: Any) -> Any:
    """A scene without its hint."""
    return scene.model_copy(update={"notice": None})

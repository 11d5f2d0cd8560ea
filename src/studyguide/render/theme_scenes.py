"""The themes that are at work in each scene, and the scenes of each theme."""

from dataclasses import dataclass

from studyguide.guide import works
from studyguide.guide.chapters.themes import Theme, Themes
from studyguide.guide.divisions import divisions, plot_names
from studyguide.render.whole_guide import WholeGuide


@dataclass(frozen=True)
class SceneTheme:
    """A theme at work in a scene."""

    id: str
    letter: str
    is_key: bool
    """Whether the scene is a key scene of the theme."""


@dataclass(frozen=True)
class ThemeScene:
    """A scene in which a theme is at work."""

    id: str
    number: str
    """Its number in diagrams and tables, or its name: *Prologue*."""
    is_key: bool


@dataclass(frozen=True)
class PlotScenes:
    """The scenes of one plot in which a theme is at work."""

    plot: str
    """The name that tells the plot from the others; empty if there are none."""
    division: str
    """What its scenes are called: scene, chapter and so on."""
    scenes: tuple[ThemeScene, ...]


def mark(theme: Theme, scene: str) -> str:
    """``key`` for a key scene of a theme, ``named`` for another scene of its evidence, nothing for other scenes."""
    if scene in theme.key_scenes:
        return "key"
    return "named" if any(evidence.scene == scene for evidence in theme.evidence) else ""


def themes_of(whole: WholeGuide, scene: str) -> tuple[SceneTheme, ...]:
    """The themes at work in a scene that have a letter, in the order of their letters."""
    return tuple(
        SceneTheme(theme.id, letter, mark(theme, scene) == "key")
        for theme in all_themes(whole)
        if (letter := letter_of(whole, theme.id)) and mark(theme, scene)
    )


def scenes_of(whole: WholeGuide, theme: str) -> tuple[PlotScenes, ...]:
    """The scenes in which a theme is at work, plot by plot; plots without any are left out."""
    found = next(each for each in all_themes(whole) if each.id == theme)
    info, names = whole.guide.info, plot_names(whole.plots(), whole.guide.info)
    each_plot = (
        PlotScenes(
            names.get(plot.id, ""),
            works.division(plot.told(info)),
            tuple(
                ThemeScene(each.scene.id, each.number, kind == "key")
                for each in divisions(plot, info)
                if (kind := mark(found, each.scene.id))
            ),
        )
        for plot in whole.plots()
    )
    return tuple(each for each in each_plot if each.scenes)


def letter_of(whole: WholeGuide, theme: str) -> str:
    """The letter of a theme; empty if it has none, or if there is no story that it could be beside."""
    return whole.guide.letters.get(theme, "") if whole.plots() else ""


def all_themes(whole: WholeGuide) -> tuple[Theme, ...]:
    """The themes of all chapters."""
    return tuple(theme for each in whole.guide.chapters if isinstance(each, Themes) for theme in each.themes)

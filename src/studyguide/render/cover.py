"""The cover of an edition: the shape of its story, and one line on its contents."""

from collections import Counter
from collections.abc import Iterator

from studyguide.guide import works
from studyguide.guide.chapters.activities import Activities
from studyguide.guide.chapters.cast import Cast
from studyguide.guide.chapters.plot import Plot
from studyguide.guide.chapters.questions import Questions
from studyguide.guide.chapters.themes import Theme, Themes
from studyguide.guide.model import Guide
from studyguide.languages.lists import counted
from studyguide.publication import Strip
from studyguide.render.diagrams.theme_chart import MOST
from studyguide.render.theme_scenes import mark


def strip(guide: Guide) -> Strip:
    """Part by part, the scenes of the guide of an edition, each with its marks: one for each theme that names a scene.

    Of several stories, only those that themes name scenes of are shown. If there is none, each scene has one mark.
    Empty for a guide without a story.
    """
    plots, themes = list(_plots(guide)), list(_themes(guide))
    marked = [plot for plot in plots if any(mark(theme, scene) for theme in themes for scene in _scenes(plot))] or plots
    every = [scene for plot in marked for scene in _scenes(plot)]
    themes = [theme for theme in themes if any(mark(theme, scene) for scene in every)][:MOST]
    parts = [part for plot in marked for part in plot.parts]
    return tuple(
        tuple(tuple(mark(theme, scene.id) for theme in themes) or ("key",) for scene in part.scenes) for part in parts
    )


def contents(guide: Guide) -> str:
    """*30 scenes, 18 people and 6 themes*: what the guide of an edition has, in the language of the guide."""
    return counted(list(_counts(guide)), guide.info.language)


def _counts(guide: Guide) -> Iterator[str]:
    say = guide.info.labels.say
    scenes: Counter[str] = Counter()
    for plot in _plots(guide):
        scenes[works.division(plot.told(guide.info))] += sum(len(part.scenes) for part in plot.parts)
    yield from (say(f"division.count-{kind.replace(' ', '-')}", n=number) for kind, number in scenes.items())
    if people := sum(len(group.people) for each in guide.chapters if isinstance(each, Cast) for group in each.groups):
        yield say("cover.people", n=people)
    if themes := len(list(_themes(guide))):
        yield say("cover.themes", n=themes)
    if asked := sum(len(lot.questions) for each in guide.chapters if isinstance(each, Questions) for lot in each.sets):
        yield say("cover.questions", n=asked)
    if done := sum(len(each.activities) for each in guide.chapters if isinstance(each, Activities)):
        yield say("cover.activities", n=done)


def _plots(guide: Guide) -> Iterator[Plot]:
    return (each for each in guide.chapters if isinstance(each, Plot))


def _scenes(plot: Plot) -> list[str]:
    return [scene.id for part in plot.parts for scene in part.scenes]


def _themes(guide: Guide) -> Iterator[Theme]:
    return (theme for each in guide.chapters if isinstance(each, Themes) for theme in each.themes)

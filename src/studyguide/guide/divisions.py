"""Divisions: what the scenes of a plot are called in its work, such as *Chapter 12* or *Act 2, scene 1*."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from studyguide import markdown
from studyguide.guide import works
from studyguide.guide.chapters.plot import Part, Plot, Scene
from studyguide.guide.info import GuideInfo
from studyguide.guide.scene_numbers import divided, is_numeral, is_several
from studyguide.support.keep import by_identity

_LABELS = {
    (False, False): "division.one",
    (True, False): "division.several",
    (False, True): "division.one-in-part",
    (True, True): "division.several-in-part",
}
"""The labels by whether a number is several, and whether it needs the number of its part."""


@dataclass(frozen=True)
class Division:
    """A scene, its number and its label."""

    scene: Scene
    part: Part
    number: str
    """A short form for diagrams and tables: ``2.1``, ``12``, ``1–3``."""
    label: str
    """*Act 2, scene 1*, in the language of the guide."""

    @property
    def mark(self) -> str:
        """The number beside the title; empty if the title has it, or if it is a name such as *Prologue*."""
        return self.number if is_numeral(self.number) and not self.is_titled else ""

    @property
    def is_titled(self) -> bool:
        """Whether the author's title begins with the label, which is then not printed again."""
        title = markdown.plain(self.scene.title).casefold()
        rest = title.removeprefix(self.label.casefold())
        return rest != title and not rest[:1].isalnum()


@by_identity(32)
def divisions(plot: Plot, info: GuideInfo) -> tuple[Division, ...]:
    """The scenes of a plot in order, with the numbers and labels that they have in every edition."""
    return tuple(_divisions(plot.numbered(info), info))


def _divisions(plot: Plot, info: GuideInfo) -> Iterator[Division]:
    kind, anew = works.division(plot.told(info)), plot.counts_anew(info)
    for part in plot.parts:
        for scene in part.scenes:
            yield _division(part, scene, info, kind, anew=anew)


def _division(part: Part, scene: Scene, info: GuideInfo, kind: str, *, anew: bool) -> Division:
    say, number = info.labels.say, scene.number or ""
    if not is_numeral(number):
        return Division(scene, part, number, number)
    named, number = (divided(number) if anew else None) or (part.number or "", number)
    key = _LABELS[is_several(number), anew and kind != "act and scene"]
    label = say(key, by=kind, part=named, number=number)
    return Division(scene, part, say("division.number", by="by part" if anew else "", part=named, number=number), label)


def full_titles(plots: Sequence[Plot], info: GuideInfo) -> dict[str, str]:
    """Scene id to its title with what finds it in its work, in Markdown: *Chapter 12: The trial*.

    The scenes of a film have no numbers on the screen, so their titles stand alone.
    """
    names = plot_names(plots, info)
    told = ((plot, _titles(plot, info)) for plot in plots if works.division(plot.told(info)) != "scene")
    return {
        scene: _titled_of(names[plot.id], title, info) if names else title
        for plot, titles in told
        for scene, title in titles.items()
    }


@by_identity(32)
def _titles(plot: Plot, info: GuideInfo) -> dict[str, str]:
    """Scene id to its title with its label, in Markdown."""
    return {each.scene.id: _full_title(each, info) for each in divisions(plot, info)}


def short_titles(plots: Sequence[Plot], info: GuideInfo) -> dict[str, str]:
    """Scene id to its label alone, as plain text: *Scene 6*, or *Film, Scene 6* if there are several plots."""
    names, say = plot_names(plots, info), info.labels.say
    labels = {each.scene.id: (names.get(plot.id), each.label) for plot in plots for each in divisions(plot, info)}
    return {
        name: say("division.titled-of", plot=of, title=label) if of else label for name, (of, label) in labels.items()
    }


def _full_title(each: Division, info: GuideInfo) -> str:
    title, label = each.scene.title, markdown.escaped(each.label)
    return title if each.is_titled else info.labels.inline("division.titled", division=label, title=title)


def _titled_of(plot: str, title: str, info: GuideInfo) -> str:
    return info.labels.inline("division.titled-of", plot=markdown.escaped(plot), title=title)


def common_division(plots: Sequence[Plot], info: GuideInfo) -> str:
    """What the scenes of all plots are called, such as ``chapter``; empty if they differ, or if there are none."""
    found = {works.division(plot.told(info)) for plot in plots}
    return next(iter(found)) if len(found) == 1 else ""


def plot_names(plots: Sequence[Plot], info: GuideInfo) -> dict[str, str]:
    """Chapter id to what tells a plot from the others: its work, or its title if another plot is of that work too.

    Empty if there is only one plot.
    """
    heads = works.heads(info.works, info.labels)
    told = Counter(plot.told(info).id for plot in plots)
    names = {
        plot.id: heads[work.id] if told[work.id] == 1 else plot.title for plot in plots for work in (plot.told(info),)
    }
    return names if len(names) > 1 else {}

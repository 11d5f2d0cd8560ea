"""Character cards: which people have one, and what it says of them beside their own text."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from studyguide.guide.chapters.cast import Cast, Group, Person
from studyguide.guide.chapters.plot import Plot
from studyguide.guide.chapters.themes import Themes
from studyguide.guide.divisions import Division, divisions, plot_names
from studyguide.guide.items import Spoiler
from studyguide.guide.works import division
from studyguide.languages import punctuation
from studyguide.markdown import plain
from studyguide.render import theme_scenes
from studyguide.render.mentions import Mentions
from studyguide.render.whole_guide import WholeGuide

FEWEST, MOST = 3, 6
"""How many cards there are, if the author names no leads."""
BRIEF = 240
"""The most characters of a text that is a cell of a table."""
BESIDE = 1_600
"""The most characters of texts on two cards side by side."""
THEMES = 3
"""The most themes on a card."""
RUN = 3
"""The fewest scenes in a row that are written as a range."""
_BETWEEN = frozenset(",،、–")
"""What is between several numbers."""


@dataclass(frozen=True)
class Grouped:
    """The people of a group: rows of one card or two, those with a text of their own, and those in a table."""

    cards: tuple[tuple[Person, ...], ...]
    entries: tuple[Person, ...]
    table: tuple[Person, ...]


@dataclass(frozen=True)
class Scenes:
    """The scenes of one plot that name a person, by level: numbers of scenes as they are printed."""

    plot: str
    """What tells the plot from others; empty if there are none."""
    division: str
    """What its scenes are called."""
    numbers: tuple[tuple[Spoiler, str], ...]

    @property
    def are_several(self) -> bool:
        """Whether there is more than one number."""
        return len(self.numbers) > 1 or any(sign in said for _, said in self.numbers for sign in _BETWEEN)


@dataclass(frozen=True)
class CardFacts:
    """What a card says of a person, from the rest of the guide of an edition."""

    themes: tuple[tuple[str, str], ...]
    """Letter and id of each."""
    ties: tuple[tuple[Spoiler, tuple[str, ...]], ...]
    """The ids of other people, by the level of the first relationship with each."""
    scenes: tuple[Scenes, ...]


def leads(cast: Cast) -> tuple[str, ...]:
    """The ids of the leads: those that the author names; if there are none, the people with most relationships.

    The latter have a text that is not brief, and at least half as many relationships as the first of them. There are
    three to six. Of people with as many relationships, those with longer texts come first.
    """
    people = [person for group in cast.groups for person in group.people]
    if named := tuple(person.id for person in people if person.lead):
        return named
    ties = Counter(name for tie in cast.relationships for name in {tie.source, tie.target})
    told = [person for person in people if person.text and not is_brief(person)]
    ranked = sorted(told, key=lambda person: (-ties[person.id], -len(person.text or "")))
    if len(ranked) < FEWEST:
        return ()
    count = sum(0 < ties[ranked[0].id] <= 2 * ties[person.id] for person in ranked)
    return tuple(person.id for person in ranked[: min(MOST, max(FEWEST, count))])


def is_brief(person: Person) -> bool:
    """Whether the text of a person, if there is one, is a short paragraph."""
    text = (person.text or "").strip()
    return len(text) <= BRIEF and "\n\n" not in text and text[:2] not in {"- ", "* ", "1."} and "[^" not in text


def grouped(group: Group, named: Sequence[str]) -> Grouped:
    """The people of a group, in order within each lot. A table has at least two rows."""
    rest = [person for person in group.people if person.id not in named]
    brief = [person for person in rest if is_brief(person)]
    table = brief if len(brief) > 1 else []
    cards = [person for person in group.people if person.id in named]
    return Grouped(tuple(_rows(cards)), tuple(each for each in rest if each not in table), tuple(table))


def _rows(people: Sequence[Person]) -> Iterator[tuple[Person, ...]]:
    """Two to a row; the first of an odd number, and a person with a long text, alone."""
    waiting = list(people)
    while waiting:
        pair = waiting[:2]
        is_pair = len(waiting) % 2 == 0 and all(len(each.text or "") <= BESIDE for each in pair)
        yield tuple(pair if is_pair else pair[:1])
        del waiting[: 2 if is_pair else 1]


def card_facts(whole: WholeGuide, chapter: str) -> dict[str, CardFacts]:
    """The facts on the cards of a chapter, by the ids of people."""
    cast = next(each for each in whole.guide.chapters if each.id == chapter and isinstance(each, Cast))
    named = leads(cast)
    if not named:
        return {}
    guide = whole.guide
    asked = tuple(each for each in guide.chapters if isinstance(each, Plot | Themes))
    made_of = cast, guide.info, asked, tuple(guide.letters.items())
    return guide.keep(("card facts", chapter), made_of, lambda: _card_facts(whole, cast, named))


def _card_facts(whole: WholeGuide, cast: Cast, named: Sequence[str]) -> dict[str, CardFacts]:
    names = {each.id: plain(each.name) for group in cast.groups for each in group.people}
    found = _Found(whole, names)
    return {name: CardFacts(found.themes(name), _ties(cast, name), found.scenes(name)) for name in named}


def _ties(cast: Cast, name: str) -> tuple[tuple[Spoiler, tuple[str, ...]], ...]:
    first: dict[str, Spoiler] = {}
    for tie in cast.relationships:
        if name in {tie.source, tie.target} and tie.source != tie.target:
            other = tie.target if tie.source == name else tie.source
            first[other] = min(first.get(other, tie.spoiler), tie.spoiler, key=lambda level: level.rank)
    return tuple((level, others) for level in Spoiler if (others := tuple(o for o in first if first[o] == level)))


class _Found:
    """The scenes and themes of a guide, with the people whom each names."""

    def __init__(self, whole: WholeGuide, names: dict[str, str]) -> None:
        info, plots = whole.guide.info, whole.plots()
        told = {plot.id: divisions(plot, info) for plot in plots}
        themes = theme_scenes.all_themes(whole)
        texts = [text for every in told.values() for each in every for text in _texts(each)]
        texts += [evidence.point for theme in themes for evidence in theme.evidence]
        mentions = Mentions(names, texts, info.labels)
        self._comma = info.labels.signs["comma"]
        heads = plot_names(plots, info)
        self._comma = punctuation.of(info.labels.language).comma
        self._plots = [
            (
                heads.get(plot.id, ""),
                division(plot.told(info)),
                [(each, mentions.people(_texts(each))) for each in every],
            )
            for plot, every in ((plot, told[plot.id]) for plot in plots)
        ]
        self._themes = [
            (
                theme_scenes.letter_of(whole, theme.id),
                theme.id,
                [mentions.people([each.point]) for each in theme.evidence],
            )
            for theme in themes
        ]

    def themes(self, person: str) -> tuple[tuple[str, str], ...]:
        """The themes whose evidence names a person most often, in the order of the guide."""
        counts = [(sum(person in named for named in evidence), n) for n, (_, _, evidence) in enumerate(self._themes)]
        best = sorted((each for each in counts if each[0]), key=lambda each: (-each[0], each[1]))[:THEMES]
        return tuple(self._themes[n][:2] for n in sorted(n for _, n in best))

    def scenes(self, person: str) -> tuple[Scenes, ...]:
        """The scenes that name a person, plot by plot."""
        rows = (Scenes(head, kind, tuple(_numbers(every, person, self._comma))) for head, kind, every in self._plots)
        return tuple(row for row in rows if row.numbers)


def _texts(each: Division) -> list[str]:
    return [each.scene.title, each.scene.text, each.scene.notice or ""]


def _numbers(
    every: Iterable[tuple[Division, frozenset[str]]], person: str, comma: str
) -> Iterator[tuple[Spoiler, str]]:
    """The numbers of the scenes that name a person, by level, with ranges for three or more in a row."""
    places = [(place, each) for place, (each, named) in enumerate(every) if person in named]
    for level in Spoiler:
        here = [(place, each) for place, each in places if each.scene.spoiler is level]
        runs = [list(run) for _, run in groupby(enumerate(here), key=lambda pair: pair[1][0] - pair[0])]
        said = [part for run in runs for part in _run([each.number for _, (_, each) in run])]
        if said:
            yield level, comma.join(said)


def _run(numbers: Sequence[str]) -> list[str]:
    plain_ones = all(number.replace(".", "").isdigit() for number in numbers)
    return [f"{numbers[0]}–{numbers[-1]}"] if len(numbers) >= RUN and plain_ones else list(numbers)

"""Charts: diagrams of a guide's data that are not drawn, because there is not enough room."""

from collections.abc import Iterable, Iterator, Mapping

from studyguide.guide.chapters.cast import Cast
from studyguide.guide.chapters.themes import Themes
from studyguide.guide.info import Edition
from studyguide.guide.model import Place
from studyguide.guide.texts import Findings
from studyguide.lint.rules import Rule
from studyguide.render.diagrams import people_map
from studyguide.render.diagrams.theme_chart import MOST as MOST_THEMES
from studyguide.support.paths import style_names
from studyguide.themes import theme
from studyguide.themes.theme import USUAL, Drawing


def left_out(findings: Findings) -> Iterator[tuple[Place, str]]:
    """The people of a cast and the themes of a guide fit in their diagrams.

    A map has room for 64 people with relationships, and for names no wider than the map; the chart of themes has room
    for eight themes. Items that do not fit are only in the list or table.
    """
    guide = findings.guide
    drawing, labels = _narrowest(guide.info.editions), guide.info.labels
    for chapter in guide.chapters:
        if isinstance(chapter, Cast) and (drawn := people_map.people_maps(chapter, drawing, labels, guide.keep)):
            place = findings.place(chapter.id, ("relationships",))
            if len(drawn.maps) == 0:
                yield place, f"There is no map of these people: it has room for {people_map.MOST}, with shorter names."
            elif drawn.missing:
                yield (
                    place,
                    f"Not on the map, because the names are too long: {'; '.join(drawn.missing)}. Shorten them.",
                )
        if isinstance(chapter, Themes) and len(chapter.themes) > MOST_THEMES:
            place = findings.place(chapter.id, ("themes", MOST_THEMES))
            yield place, f"There is no chart of the themes in their scenes: it has room for {MOST_THEMES}. Join some."


def _narrowest(editions: Iterable[Edition]) -> Drawing:
    """The smallest drawing size of the themes of all editions."""
    themes = {edition.theme for edition in editions} & {*style_names("themes")}
    return min((theme.drawing(name) for name in themes if name), default=USUAL, key=lambda room: room.width)


RULES: Mapping[str, Rule] = {"SG207": left_out}

"""Facts: statements without sources, outdated facts, and contradictions."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from studyguide.guide import statements
from studyguide.guide.items import Item
from studyguide.guide.model import Chapter, Path_, Place
from studyguide.guide.texts import Findings
from studyguide.guide.walk import items
from studyguide.lint.rules import Rule


def unsourced(findings: Findings) -> Iterator[tuple[Place, str]]:
    """In chapters about the cast, production, adaptation, reception and context, every stated fact has a source.

    An item gets its source from its `sources`, its `claims`, a citation in its text, or the sources of the item that
    contains it; a text of the chapter needs a citation. An opinion needs a source too: somebody holds it.
    """
    for chapter in findings.guide.chapters:
        for path, part in items(chapter) if chapter.factual else ():
            for name in _unsupported(chapter, path, part):
                place = findings.place(chapter.id, (*path, name))
                yield place, f"'{name}' states a fact without a source. Add 'sources: [...]', or cite [@...]."


def grown_old(findings: Findings) -> Iterator[tuple[Place, str]]:
    """Facts that change were looked up recently: at most as many days before the guide's `date` as `ages` allows."""
    info = findings.guide.info
    for chapter in (chapter for chapter in findings.guide.chapters if chapter.id in info.ages):
        most = info.ages[chapter.id]
        for path, item in items(chapter):
            if isinstance(item, Item) and item.seen and (days := (info.date - item.seen).days) > most:
                place = findings.place(chapter.id, (*path, "seen"))
                yield place, f"This was looked up {days} days before {info.date}; {most} are allowed. Look again."


def contradictions(findings: Findings) -> Iterator[tuple[Place, str]]:
    """Places with the same `fact` state the same value."""
    guide, named = findings.guide, defaultdict(list)
    for key, sheet in (("guide.yaml", guide.info), *((chapter.id, chapter) for chapter in guide.chapters)):
        for path, item in items(sheet):
            if isinstance(item, Item) and item.fact:
                named[item.fact].append((findings.place(key, (*path, "fact")), statements.value(item)))
    for name, places in named.items():
        for place, value in places:
            others = [(there, other) for there, other in places if other.casefold() != value.casefold()]
            if others:
                there, other = others[0]
                at = f"{there.file}:{there.line}"
                yield place, f"'{name}' is '{value}' here and '{other}' in {at}. Correct one."


def _unsupported(chapter: Chapter, path: Path_, part: object) -> Iterator[str]:
    """The fields of a part that state something without a source."""
    if isinstance(part, Chapter):
        texts = statements.own_texts(part)
        yield from (name for name in part.sourced if (name,) in texts and not statements.keys(texts[name,]))
    elif isinstance(part, Item) and (name := statements.stated(part)):
        around = any(statements.inherited(chapter, path))
        if not (around or part.sources or part.claims or any(statements.cites(part))):
            yield name


RULES: Mapping[str, Rule] = {"SG301": unsourced, "SG302": grown_old, "SG303": contradictions}

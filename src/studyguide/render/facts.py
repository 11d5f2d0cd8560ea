"""Facts: the statements of a guide and their sources, item by item and sentence by sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel

from studyguide import markdown
from studyguide.guide import statements
from studyguide.guide.items import Item
from studyguide.guide.model import Chapter, Guide, Path_, Place
from studyguide.guide.source_places import written
from studyguide.guide.texts import Findings
from studyguide.guide.walk import items


@dataclass(frozen=True)
class Fact:
    """A statement, and its sources."""

    chapter: str
    """The id of the chapter that states it, or ``guide.yaml``."""
    id: str | None
    """The id of the item, or of the item whose text it is in, if it has one."""
    place: Place
    """Its place; in a guide that `editions.select` has reduced, only the file is certain."""
    line: str | None
    """The statement, in a line of inline Markdown; None for an item with a longer text."""
    statement: str
    """The same in plain text; for an item with a longer text, its short fields."""
    status: str
    sources: tuple[str, ...]
    """Keys of sources.yaml."""
    seen: date | None
    item: Item | None
    """The item that states it; None for a sentence."""

    @property
    def name(self) -> str | None:
        """The name that it shares with other statements of the same fact."""
        return self.item.fact if self.item else None


def facts(guide: Guide) -> Iterator[Fact]:
    """Every item that has or should have sources, and every sentence with a citation, in the order of the files."""
    findings = Findings(guide)
    for name, whole in (("guide.yaml", guide.info), *((chapter.id, chapter) for chapter in guide.chapters)):
        for path, part in items(whole):
            if isinstance(part, Item) and (fact := _fact(findings, (name, whole), path, part)):
                yield fact
            yield from _sentences(findings, name, path, part)


def short(found: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts that fit on a line, each once; if it is stated in several places, where it is disputed."""
    lines = [fact for fact in found if fact.line and fact.sources and fact.chapter != "guide.yaml"]
    disputed = {fact.name for fact in lines if fact.status == "disputed"}
    kept: dict[object, Fact] = {}
    for fact in lines:
        if fact.status == "disputed" or fact.name not in disputed or not fact.name:
            kept.setdefault(fact.name or fact.place, fact)
    return tuple(kept.values())


def sheet(guide: Guide) -> dict[str, list[Fact]]:
    """The short facts of each chapter with any, in the order of the guide."""
    found: dict[str, list[Fact]] = {}
    for fact in short(facts(guide)):
        found.setdefault(fact.chapter, []).append(fact)
    return found


def _fact(findings: Findings, named: tuple[str, BaseModel], path: Path_, item: Item) -> Fact | None:
    name, whole = named
    around = tuple(statements.inherited(whole, path))
    due = (isinstance(whole, Chapter) and whole.factual) or name == "guide.yaml"
    if not ((due and statements.stated(item)) or item.sources or item.claims or item.seen):
        return None
    claimed = (key for claim in item.claims for key in claim.sources)
    sources = tuple(dict.fromkeys((*around, *item.sources, *claimed, *statements.cites(item))))
    place = findings.place(name, path)
    line = statements.line(whole, path, item, findings.guide.info.labels)
    said = markdown.plain(line) if line else statements.statement(item)
    return Fact(name, item.id, place, line, said, item.status, sources, item.seen, item)


def _sentences(findings: Findings, name: str, path: Path_, part: BaseModel) -> Iterator[Fact]:
    for field, text in statements.own_texts(part).items():
        for sentence in statements.sentences(text, findings.guide.info.language) if "[@" in text else ():
            if found := statements.keys(sentence):
                words = markdown.plain(sentence)
                place = written(findings.place(name, (*path, *field)), 0, words[:20], 0)
                status = getattr(part, "status", "confirmed")
                sources = tuple(dict.fromkeys(found))
                yield Fact(name, getattr(part, "id", None), place, None, words, status, sources, None, None)

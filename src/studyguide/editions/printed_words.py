"""Printed words: everything authors write that is printed in an edition, each text with its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from studyguide import markdown
from studyguide.editions.dangling import without_dangling
from studyguide.editions.select import hidden
from studyguide.guide.cited import cited
from studyguide.guide.info import Edition, GuideInfo
from studyguide.guide.items import Hideable, Item
from studyguide.guide.model import Chapter, Guide, Path_, Place
from studyguide.guide.texts import Findings
from studyguide.guide.walk import items, named, strings
from studyguide.languages.labels import without_placeholders

_INFO = ("title", "subtitle", "description", "rights")
_PLAIN = {("title",), ("short",)}
_INFO_NAMES = ("name", "licence", "identifier")


@dataclass(frozen=True)
class Written:
    """The words of one field, and the names of files, ids and addresses in it."""

    start: Place
    runs: tuple[str, ...]
    names: tuple[str, ...] = ()


def printed(guide: Guide, edition: Edition, selected: Guide) -> Iterator[Written]:
    """Every text that an edition prints; `selected` is the guide as its readers may see it."""
    findings = Findings(guide)
    yield from _of_guide(findings, edition)
    yield from _of_sources(findings, selected)
    if any(chapter.kind == "coverage" for chapter in selected.chapters):
        yield from (_text(findings, "guide.yaml", path, text) for path, text in _standards(guide.info))
    whole = {chapter.id: chapter for chapter in guide.chapters}
    ids = {name for chapter in selected.chapters for _, name, _ in named(chapter)}
    gone = hidden(guide, edition)
    for chapter in selected.chapters:
        number = guide.info.chapters.index(chapter.id)
        yield Written(findings.place("guide.yaml", ("chapters", number)), (), (chapter.id,))
        yield from _of_chapter(findings, whole[chapter.id], chapter, (ids, gone), edition)


def _of_guide(findings: Findings, edition: Edition) -> Iterator[Written]:
    """The texts of guide.yaml that every edition prints, and this edition's title."""
    info = findings.guide.info
    for name in _INFO:
        yield _text(findings, "guide.yaml", (name,), getattr(info, name) or "")
    for name in _INFO_NAMES:
        yield Written(findings.place("guide.yaml", (name,)), (), (getattr(info, name) or "",))
    for name in ("subjects", "authors"):
        texts = enumerate(getattr(info, name))
        yield from (_text(findings, "guide.yaml", (name, number), text) for number, text in texts)
    for number, work in enumerate(info.works):
        for name in ("title", "short", "by", "year"):  # credits are only compared as facts, and not printed
            yield _text(findings, "guide.yaml", ("works", number, name), getattr(work, name) or "")
    for path, text in _values(info.words, ("words",)):
        yield Written(findings.place("guide.yaml", path), tuple(without_placeholders(text).split("\n")))
    for name in ("summary", "certified_by"):
        yield _text(findings, "guide.yaml", ("accessibility", name), getattr(info.accessibility, name) or "")
    named = {edition.id, *edition.page_maps}
    for number, each in enumerate(info.editions):
        if each.id in named:
            yield _text(findings, "guide.yaml", ("editions", number, "title"), each.title)
            yield Written(findings.place("guide.yaml", ("editions", number, "id")), (), (each.id,))


def _standards(info: GuideInfo) -> Iterator[tuple[Path_, str]]:
    for number, each in enumerate(info.standards):
        yield from ((("standards", number, *path), text) for path, _, text in strings(each))


def _of_sources(findings: Findings, selected: Guide) -> Iterator[Written]:
    """The printed fields of the cited sources, their keys, which become ids, and the address beside their list.

    If no chapter lists the sources, a citation has names and a title, the short title if there is one.
    """
    further = {key for chapter in selected.chapters for key in getattr(chapter, "further", ())}
    keys = cited(selected) | further | {key for work in selected.info.works for key in work.sources}
    listed = any(chapter.kind == "works-cited" for chapter in selected.chapters)
    if listed and (url := selected.info.url):
        yield Written(findings.place("guide.yaml", ("url",)), (url,), (url,))
    for number, source in enumerate(findings.guide.sources):
        if source["id"] in keys:
            yield Written(findings.place("sources.yaml", (number, "id")), (), (str(source["id"]),))
            left_out = {"id", "type", *(set() if listed else _only_in_lists(source))}
            for path, text in _values({name: value for name, value in source.items() if name not in left_out}):
                yield Written(findings.place("sources.yaml", (number, *path)), (text,), (text,))


def _only_in_lists(source: dict[str, Any]) -> set[str]:
    title = "title-short" if "title-short" in source else "title"
    return {name for name, value in source.items() if isinstance(value, str)} - {title, "container-title"}


def _values(value: Any, path: Path_ = ()) -> Iterator[tuple[Path_, str]]:
    """Every text in a CSL item."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _values(part, (*path, key))
    elif isinstance(value, list | tuple):
        for number, part in enumerate(value):
            yield from _values(part, (*path, number))
    elif isinstance(value, str):
        yield path, value


def _of_chapter(
    findings: Findings, whole: Chapter, shown: Chapter, known: tuple[set[str], frozenset[str]], edition: Edition
) -> Iterator[Written]:
    """The remaining texts of a chapter, as this edition shows them, at their places in the original chapter."""
    left = {text for _, _, text in strings(shown)}
    ids, gone = known
    above_level = {
        path
        for path, part in items(whole)
        if isinstance(part, Item | Hideable) and part.spoiler.rank > edition.reveals.rank
    }
    for path, role, text in strings(whole):
        if any(path[:length] in above_level for length in range(len(path) + 1)):
            continue
        place = findings.place(whole.id, path)
        if role.name in {"inline", "prose"}:
            stays = without_dangling(text, ids, findings.guide.info.language, gone)
            if stays in left:
                visible = markdown.visible(stays, block=role.name == "prose")
                yield Written(place, tuple(visible.runs), tuple(visible.names))
        elif role.name == "plain" and text in left and (path in {("title",), ("short",)} or whole.kind != "index"):
            yield Written(place, (text,))  # an index lists only words of other texts
        elif role.name == "address" and text in left:
            yield Written(place, (text,), (text,))
        elif (role.name == "picture" and text in left) or (role.name == "id" and path != ("id",) and text in ids):
            yield Written(place, (), (text,))


def _text(findings: Findings, sheet: str, path: Path_, text: str) -> Written:
    visible = markdown.visible(text, block=False)
    return Written(findings.place(sheet, path), (text, *visible.runs), tuple(visible.names))

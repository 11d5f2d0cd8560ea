"""The exact words of sources that a chapter holds in fields of their own, and the source that each is quoted from."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from studyguide.guide import statements
from studyguide.guide.info import GuideInfo
from studyguide.guide.model import Chapter, Path_
from studyguide.guide.questions.question import Question
from studyguide.guide.walk import around, strings


def quoted(chapter: Chapter, info: GuideInfo) -> Iterator[tuple[Path_, str, str]]:
    """The path of each quoted text, its source, and the text.

    The source is the first that the item names or cites in its `source`, or an item around it, or the work that an item
    around it is about, or the first work; a work without sources in guide.yaml goes by its id.
    """
    works = {work.id: next(iter(work.sources), work.id) for work in info.works}
    for path, role, text in strings(chapter):
        if role.exact:
            yield path, _source(chapter, path, works), text


def _source(chapter: Chapter, path: Path_, works: Mapping[str, str]) -> str:
    parts = [part for _, part in around(chapter, path)][::-1]
    named: list[tuple[str, ...]] = [getattr(part, "sources", ()) or _cited(part) for part in parts]
    about: list[str] = [getattr(part, "work", None) or "" for part in parts]
    found = (*(keys[0] for keys in named if keys), *(works.get(name, name) for name in about if name))
    return next(iter((*found, *works.values())))


def _cited(part: BaseModel) -> tuple[str, ...]:
    """The keys that the `source` below an extract cites."""
    return statements.keys(part.source or "") if isinstance(part, Question) else ()

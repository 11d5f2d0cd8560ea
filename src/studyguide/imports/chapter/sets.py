"""Sets: which set of a chapter each new question belongs to."""

from collections.abc import Iterator, Mapping
from typing import Any

from studyguide import markdown
from studyguide.guide.upgrade.files import GuideFile
from studyguide.imports.chapter import question_ids
from studyguide.imports.chapter.insertion import NewSet
from studyguide.imports.found import NewQuestion
from studyguide.markdown import as_typed


def sets(
    file: GuideFile | None, questions: Mapping[str, NewQuestion], title: str, taken: set[str]
) -> tuple[NewSet, ...]:
    """The sets that get questions (by their ids), in the order in which these first name them.

    A set is named by its heading or its id, and is new if the chapter `file` has none of that name. Questions that name
    none go to `title`.
    """
    there = {name: position for position, each in _present(file) for name in _names(each)}
    grouped: dict[str | int, list[dict[str, Any]]] = {}
    titles: dict[str | int, str] = {}
    for name, question in questions.items():
        heading = question.set_title or title
        key = there.get(_joined(heading), _joined(heading))
        titles.setdefault(key, heading)
        grouped.setdefault(key, []).append({"id": name, **question.fields})
    return tuple(_set(file, key, titles[key], entries, taken) for key, entries in grouped.items())


def _set(
    file: GuideFile | None, key: str | int, title: str, questions: list[dict[str, Any]], taken: set[str]
) -> NewSet:
    if isinstance(key, int):
        said = next(str(each.get("title", "")) for position, each in _present(file) if position == key)
        return NewSet(key, "", said, tuple(questions))
    name = question_ids.fresh(question_ids.of_words(title, "set"), taken)
    return NewSet(None, name, as_typed.inline(title), tuple(questions))


def _present(file: GuideFile | None) -> Iterator[tuple[int, dict[str, Any]]]:
    """The sets that a chapter has, with their positions."""
    found = file.tree.value.get("sets") if file else None
    entries = found if isinstance(found, list) else []
    return ((position, each) for position, each in enumerate(entries) if isinstance(each, dict))


def _names(each: dict[str, Any]) -> Iterator[str]:
    return (_joined(markdown.plain(each[key])) for key in ("title", "id") if isinstance(each.get(key), str))


def _joined(text: str) -> str:
    return " ".join(text.casefold().split())

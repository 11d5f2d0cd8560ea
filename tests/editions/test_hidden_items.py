"""An item above the level of an edition changes nothing in it: no text, name, count, number, picture or data.

A copy of each sort of item in the specimen is added behind the others, at the level ``ending``. Every publication,
every handout and all data of a lower edition must be the same as those of the specimen itself.
"""

import json
import re
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from studyguide import handouts
from studyguide.build.checked_guide import sound
from studyguide.build.edition_publication import publish
from studyguide.editions.select import find, select
from studyguide.exports import question_list
from studyguide.guide import read_file
from studyguide.guide.load import load
from studyguide.guide.walk import items, roles
from studyguide.handouts import handout_kinds
from studyguide.support.paths import specimen_folder

MARK = "zzsecret"
NUMBERS = count(1)
SAME = {"SchemeLevel", "Objective"}
"""Parts of a mark scheme that only fit together."""
EDITIONS = ("taster", "prepared")
LOWER = """\
editions:
  - {id: student, title: Student edition, answers: quiz}
  - {id: teacher, title: Teachers, audience: teacher, answers: all}
  - {id: taster, title: Taster, reveals: premise, answers: none}
  - {id: prepared, title: Prepared, audience: teacher, reveals: premise, answers: all}
"""


def guides(folder: Path) -> tuple[Path, Path, set[str]]:
    """The specimen with lower editions, the same with hidden items, and the types of these."""
    without, more = folder / "without", folder / "more"
    shutil.copytree(specimen_folder(), without)
    settings = (without / "guide.yaml").read_text("utf-8")
    kept, rest = re.split(r"(?m)^editions:\n(?: .*\n)+", settings)
    (without / "guide.yaml").write_text(kept + LOWER + rest, "utf-8")
    shutil.copytree(without, more)
    types = set()
    for chapter in load(without).chapters:
        file = more / "chapters" / f"{chapter.id}.yaml"
        if file.exists():
            data = read_file.parse(file.read_bytes(), file.name).value
            types |= {*_added(chapter, data)}
            file.write_text(json.dumps(data, default=str), "utf-8")
    return without, more, types


def _added(chapter: Any, data: Any) -> Iterator[str]:
    """Add a hidden copy behind the last item of each sort of each list; their types."""
    found = {}
    for path, part in items(chapter):
        name = type(part).__name__
        if "spoiler" in type(part).model_fields and path and isinstance(path[-1], int) and name not in SAME:
            found[tuple(step for step in path if isinstance(step, str))] = path, part
    for path, part in found.values():
        among = around = data
        for step in path[:-1]:
            around, among = among, among[step]
        added = {**_secret(part, among[path[-1]]), "spoiler": "ending"}
        if type(part).__name__ == "Feedback":  # it is on an option of its question, and on one alone
            added["option"] = next(each for each in around["options"] if each not in [told["option"] for told in among])
        among.append(added)
        yield type(part).__name__


def _secret(part: Any, data: Any) -> Any:
    """The data of a part, with a mark in all its texts and names."""
    told, found = roles(type(part)), {}
    for key, value in data.items():
        field = next(name for name, info in type(part).model_fields.items() if key == (info.alias or name))
        role, inner = told[field], getattr(part, field)
        if key == "number":
            continue
        found[key] = _marked(value, inner, role.name if role else "")
    return found


def _marked(value: Any, inner: Any, role: str) -> Any:
    if isinstance(value, list):
        return [_marked(each, part, role) for each, part in zip(value, inner, strict=True)]
    if isinstance(inner, BaseModel):
        return _secret(inner, value)
    if isinstance(value, dict):
        return {key: _marked(each, each, role) for key, each in value.items()}
    if role == "id":
        return f"{value}-{MARK}-{next(NUMBERS)}"
    return f"{value.rstrip()} {MARK}" if role in {"inline", "prose", "plain"} else value


def printed(folder: Path, edition_id: str) -> dict[str, str]:
    """All that can be made for an edition, by name."""
    guide = sound(folder)
    edition = find(guide, edition_id)
    found = {f"section {each.id}": f"{each}" for each in publish(guide, edition).sections}
    for group in handout_kinds.groups():
        for name, tiers in handouts.names(guide, edition, group).items():
            for tier in tiers:
                found[f"{group} {name} {tier}"] = str(handouts.publish(guide, edition, name, tier).sections)
    return {**found, "questions": question_list.as_json(select(guide, edition)).decode()}


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_hidden_item_changes_nothing(tmp_path, edition):
    without, more, types = guides(tmp_path)
    assert len(types) > 40
    one, two = printed(without, edition), printed(more, edition)
    assert two.keys() == one.keys()
    assert [name for name, text in one.items() if text != two[name]] == []


def test_the_same_items_are_seen_by_an_edition_that_reveals_all(tmp_path):
    _, more, _ = guides(tmp_path)
    seen = printed(more, "teacher")
    assert sum(MARK in text for text in seen.values()) > 25
    assert seen["questions"].count(MARK) > 20

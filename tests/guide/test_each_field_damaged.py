"""Each field of the specimen that is left out, or of another type, is a problem with a remedy, never a traceback.

One field of every file is damaged at a time, in all the entries that have it; `check` goes on with what is left.
"""

import json
import shutil
import traceback
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import yaml

from studyguide.build.checked_guide import review
from tests import mistakes, read_once

GONE = object()
DAMAGES: dict[str, Callable[[Any], Any]] = {
    "gone": lambda _: GONE,
    "a number": lambda value: 10**30 if isinstance(value, int) else -7,
    "a list": lambda value: [None, 3, "soup", {"a": "b"}, []] if isinstance(value, list) else [value, value],
}


@pytest.fixture(scope="module")
def specimen():
    """The values of the specimen's files."""
    names = (mistakes.SPECIMEN / "guide.yaml", *sorted((mistakes.SPECIMEN / "chapters").glob("*.yaml")))
    return {str(name.relative_to(mistakes.SPECIMEN)): yaml.safe_load(name.read_text("utf-8")) for name in names}


@pytest.fixture(autouse=True)
def kept():
    with read_once.reviews():
        yield


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_field_is_named(specimen, tmp_path, damage):
    fields = {name: sorted(set(shapes(value))) for name, value in specimen.items()}
    folder = tmp_path / "guide"
    shutil.copytree(mistakes.SPECIMEN, folder)
    told = []
    for turn in range(max(map(len, fields.values()))):
        chosen = {name: those[turn] for name, those in fields.items() if turn < len(those)}
        for name, shape in chosen.items():
            value = damaged(specimen[name], shape, DAMAGES[damage])
            (folder / name).write_text(json.dumps(value, default=str), "utf-8")
        told += [(chosen, fault) for fault in faults(folder)]
        for name in chosen:
            shutil.copyfile(mistakes.SPECIMEN / name, folder / name)
    assert told == []


def faults(folder) -> Iterator[str]:
    """A traceback, or what is missing in a problem."""
    try:
        yield from mistakes.described(review(folder), folder)
    except Exception:  # noqa: BLE001 (it is told with the fields)
        yield traceback.format_exc(limit=-4)


def shapes(value: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The path of each key, without the numbers of entries."""
    if isinstance(value, list):
        for each in value:
            yield from shapes(each, above)
    elif isinstance(value, dict):
        for key, each in value.items():
            yield (*above, key)
            yield from shapes(each, (*above, key))


def damaged(value: Any, shape: tuple[str, ...], damage: Callable[[Any], Any]) -> Any:
    """The value with damage to every key of this shape."""
    if isinstance(value, list):
        return [damaged(each, shape, damage) for each in value]
    if not isinstance(value, dict) or shape[0] not in value:
        return value
    first, *rest = shape
    new = damaged(value[first], tuple(rest), damage) if rest else damage(value[first])
    return {key: new if key == first else each for key, each in value.items() if key != first or new is not GONE}

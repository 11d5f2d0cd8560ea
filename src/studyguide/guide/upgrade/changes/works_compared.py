"""Since 0.3, comparisons and motifs have a text for each work, under its id, in place of ``novel`` and ``film``."""

import json
from collections.abc import Iterator

from studyguide.guide.model import Path_
from studyguide.guide.upgrade.edits import Edit, Remark
from studyguide.guide.upgrade.files import GuideFile, GuideFiles
from studyguide.guide.upgrade.group_keys import grouped
from studyguide.guide.works import TYPES

_LISTS = {"adaptation": "rows", "themes": "motifs"}
"""The kinds of chapter whose entries had the keys, and the list with these entries."""
_TYPES = {"novel": ("novel", "book"), "film": ("film",)}
"""For each key, the types of work that it may mean."""


def edits(guide: GuideFiles, file: GuideFile) -> Iterator[Edit | Remark]:
    """The keys of each entry move into a group ``works``, under the ids of works."""
    yield from _columns(guide, file)
    name = _LISTS.get(file.kind, "")
    entries = file.tree.value.get(name) if name else ()
    for number, entry in enumerate(entries if isinstance(entries, list) else ()):
        keys = [key for key in entry if key in _TYPES] if isinstance(entry, dict) else []
        if keys:
            yield from _of_entry(guide, file, (name, number), keys)


def _columns(guide: GuideFiles, file: GuideFile) -> Iterator[Edit]:
    """The order of the columns, if guide.yaml has the film before the novel."""
    rows = file.tree.value.get("rows") if file.kind == "adaptation" else None
    found = [_work(guide, key) for key in _TYPES]
    listed = [work.get("id") for work in guide.works if work.get("id") in found]
    old = isinstance(rows, list) and any(isinstance(row, dict) and row.keys() >= _TYPES.keys() for row in rows)
    if old and "works" not in file.tree.value and None not in found and listed == found[::-1]:
        at, in_flow = file.key(("rows",)), file.text[file.start(())] == "{"
        text = f'"works": {json.dumps(found)}, ' if in_flow else f"works: [{', '.join(map(str, found))}]{file.line_end}"
        yield Edit(at, at, text, "The columns have the order of 'works', which is not that of guide.yaml.")


def _of_entry(guide: GuideFiles, file: GuideFile, path: Path_, keys: list[str]) -> Iterator[Edit | Remark]:
    entry, ids = file.value(path), {key: _work(guide, key) for key in keys}
    at = file.key((*path, keys[0]))
    if unknown := [key for key in keys if ids[key] is None]:
        message = f"'{unknown[0]}' may mean more than one work of guide.yaml, or none."
        yield Remark(at, f"{message} Write 'works:' here, and below it the text of each work, under the work's id.")
    elif "works" in entry or not all(isinstance(entry[key], str) for key in keys):
        yield Remark(at, "This entry has an old and a new form, or no text. Write 'works:' with a text for each work.")
    elif len({*ids.values()}) < len(ids):
        yield Remark(at, "'novel' and 'film' would be the same work. Write 'works:' with a text for each work.")
    else:
        named = {key: str(ids[key]) for key in keys}
        message = " and ".join(f"'{key}'" if key == name else f"'{key}' (as '{name}')" for key, name in named.items())
        yield from grouped(file, path, "works", named, f"{message} {'are' if keys[1:] else 'is'} now below 'works'.")


def _work(guide: GuideFiles, key: str) -> str | None:
    """The id of the work that a key means: the only novel or film, or the only work that is read or viewed like one."""
    typed = [(work.get("id"), work.get("type")) for work in guide.works]
    found = [name for name, kind in typed if kind in _TYPES[key]]
    alike = (key == "film", key == "novel")
    found = found or [name for name, kind in typed if kind in TYPES and alike[TYPES[kind].activity != "viewing"]]
    return found[0] if len(found) == 1 and isinstance(found[0], str) else None

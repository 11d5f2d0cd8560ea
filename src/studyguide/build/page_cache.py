"""Where pages begin, kept from one build to the next, so that an e-book needs no new layout.

An entry is found by a digest of all that decides where pages begin, and believed only if it is whole.
"""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import astuple
from hashlib import blake2b
from pathlib import Path
from typing import Any

from studyguide.publication import Break, Publication
from studyguide.support.up_to_date import FOLDER, program
from studyguide.themes.theme import Look

KEPT = 60
"""How many memos stay in a folder: the last ones of every edition on every paper, many times over."""


def key(publication: Publication, look: Look) -> str:
    """A digest of a publication, of its pictures, of a look, and of the program with its tools."""
    assets = [(asset.name, _digest(asset.path.read_bytes())) for asset in publication.assets]
    content = (publication.metadata, publication.sections, publication.openings, publication.is_sheet, assets)
    return _digest(repr((program(), content, look.digest())).encode())


def recall(output: Path, name: str) -> tuple[Break, ...] | None:
    """The breaks that were kept under a key, beside what was built; None where there are none, or a damaged entry."""
    try:
        entry = json.loads(_file(output, name).read_bytes())
        if entry["digest"] != _sum(name, entry["breaks"]):
            return None
        return tuple(Break(*each) for each in entry["breaks"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def keep(output: Path, name: str, breaks: Sequence[Break]) -> None:
    """Keep breaks for the next build, if that can be done."""
    rows = [list(astuple(each)) for each in breaks]
    file = _file(output, name)
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps({"digest": _sum(name, rows), "breaks": rows}), "utf-8")
        for old in sorted(file.parent.glob("pages-*.json"), key=lambda entry: entry.stat().st_mtime_ns)[:-KEPT]:
            old.unlink(missing_ok=True)


def _file(output: Path, name: str) -> Path:
    return output / FOLDER / f"pages-{name}.json"


def _sum(name: str, rows: Any) -> str:
    return _digest(json.dumps([name, rows]).encode())


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()

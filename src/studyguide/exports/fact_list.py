"""The facts of a guide as JSON and CSV, for people who check them.

Same guide, same bytes: facts are in the order of the guide's files.
"""

import csv
import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from studyguide import markdown
from studyguide.exports.cells import safe
from studyguide.guide.items import Claim
from studyguide.guide.model import Guide
from studyguide.render.facts import Fact, facts
from studyguide.support.atomic_write import replacing

COLUMNS = ("chapter", "id", "fact", "statement", "status", "claims", "sources", "seen", "file", "line")


def as_json(guide: Guide) -> bytes:
    """An object with ``title`` and ``date`` of the guide, its ``facts``, and the ``sources`` that they name (CSL)."""
    found = [_entry(fact) for fact in facts(guide)]
    named = {key for fact in facts(guide) for key in fact.sources}
    whole = {
        "title": guide.info.title,
        "date": guide.info.date.isoformat(),
        "facts": found,
        "sources": [source for source in guide.sources if source["id"] in named],
    }
    return (json.dumps(whole, indent=2, ensure_ascii=False) + "\n").encode()


def as_csv(guide: Guide) -> bytes:
    """A table (RFC 4180) with a line of headings, for spreadsheets: UTF-8 with a byte order mark, which they need.

    A text that a spreadsheet would take for a formula begins with an apostrophe.
    """
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    for fact in facts(guide):
        entry = _entry(fact)
        claims = "; ".join(f"{claim['value']} [{', '.join(claim['sources'])}]" for claim in entry["claims"])
        row = {**entry, "claims": claims, "sources": ", ".join(fact.sources)}
        writer.writerow({name: safe(value) if isinstance(value, str) else value for name, value in row.items()})
    return text.getvalue().encode("utf-8-sig")


FILES: Mapping[str, Callable[[Guide], bytes]] = {"facts.json": as_json, "facts.csv": as_csv}


def write(guide: Guide, folder: Path) -> tuple[Path, ...]:
    """Write both files. Raises `BuildError` if they cannot be written."""
    written = []
    for name, make in FILES.items():
        target = folder / name
        with replacing(target) as temporary:
            temporary.write_bytes(make(guide))
        written.append(target)
    return tuple(written)


def _entry(fact: Fact) -> dict[str, Any]:
    """A fact by the names of `COLUMNS`."""
    return {
        "chapter": fact.chapter,
        "id": fact.id,
        "fact": fact.name,
        "statement": fact.statement,
        "status": fact.status,
        "claims": [_claim(claim) for claim in (fact.item.claims if fact.item else ())],
        "sources": list(fact.sources),
        "seen": fact.seen.isoformat() if fact.seen else None,
        "file": fact.place.file,
        "line": fact.place.line,
    }


def _claim(claim: Claim) -> dict[str, Any]:
    note = markdown.plain(claim.note) if claim.note else None
    return {"value": markdown.plain(claim.value), "note": note, "sources": list(claim.sources)}

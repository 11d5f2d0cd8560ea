"""Converts sources as Zotero and Better BibTeX export them, and as CSL 1.0.2 allows, to the form of `guide.sources`.

Nothing is refused here: a value in an unknown form stays as it is, and validation reports its place.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from studyguide.citations.dates import date
from studyguide.citations.variables import DATES, NAMES

_UNPRINTED = {"categories", "citation-key", "citation-label", "custom", "system_id"}
"""Fields for programs only: no style prints them."""
_FLAGS = {"comma-suffix", "parse-names", "static-ordering"}
_CATALOGUE = re.compile(r".*\bISBN|.*\bWorldCat|DOI\.org.*|Crossref|CrossRef|Zotero|Library Catalog.*|BnF Catalogue.*")
"""Catalogues where Zotero found an item. It writes them into the field for an archive's database, which MLA prints."""
_CITATION_KEY = re.compile(r"^Citation Key:.*\n?", re.MULTILINE | re.IGNORECASE)
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:[:/?#]|$)", re.IGNORECASE)


def normalised(item: Any, *, exported: bool) -> Any:
    """One source in the form of `sources.Source`; `exported`: whether a program wrote it, so fields may be empty."""
    if not isinstance(item, Mapping):
        return item
    found = {name: value for name, value in item.items() if not (exported and value in (None, "", [], {}))}
    if key := _key(found):
        found["id"] = key
    if "event" in found:
        found.setdefault("event-title", found.pop("event"))
    for name in (*_UNPRINTED, *(("source",) if _is_catalogue(found.get("source")) else ())):
        found.pop(name, None)
    changed = {name: _CHANGES[name](value) if name in _CHANGES else value for name, value in found.items()}
    return {name: value for name, value in changed.items() if value is not None or found[name] is None}


def _key(item: Mapping[str, Any]) -> Any:
    """The key in citations: the citation key, or the id; of an id that is an address, its last part."""
    key = item.get("citation-key") or item.get("id")
    return key.rstrip("/").rpartition("/")[2] if isinstance(key, str) else key


def _is_catalogue(value: Any) -> bool:
    return isinstance(value, str) and bool(_CATALOGUE.fullmatch(value))


def _names(value: Any) -> Any:
    return [_name(name) for name in value] if isinstance(value, list) else value


def _name(name: Any) -> Any:
    """A name without flags; in one piece if it is never inverted, or has only a given name."""
    if not isinstance(name, Mapping):
        return name
    found = {key: value for key, value in name.items() if key not in _FLAGS and value not in (None, "")}
    given, family = found.get("given"), found.get("family")
    if name.get("static-ordering") == "true" and given and family:
        return {
            **{key: value for key, value in found.items() if key not in {"given", "family"}},
            "literal": f"{family} {given}",
        }
    if given and not family and "literal" not in found:
        found["literal"] = found.pop("given")
    return found


def _address(value: Any) -> Any:
    """An address with a scheme, and with its spaces encoded."""
    if not isinstance(value, str):
        return value
    address = f"https://{value.strip()}" if _HOST.match(value.strip()) else value.strip()
    return address.replace(" ", "%20") if "://" in address else address


def _note(value: Any) -> Any:
    return _CITATION_KEY.sub("", value).strip() or None if isinstance(value, str) else value


_CHANGES: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(NAMES, _names),
    **dict.fromkeys(DATES, date),
    "URL": _address,
    "note": _note,
}

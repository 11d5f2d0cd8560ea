"""Dates of sources: CSL's parts, raw texts, EDTF (ISO 8601-2, level 0 and 1), and lists of year, month and day."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

_DAY = re.compile(r"(-?\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?([?~%]?)")
_SEASON = re.compile(r"season-0?(\d)")
_SEASONS = {"spring": "1", "summer": "2", "autumn": "3", "fall": "3", "winter": "4"}
_MONTHS = {str(month): str(month % 4 or 4) for month in (*range(13, 17), *range(21, 25))}
"""Months that mean a season: 13 to 16 (CSL 1.0), 21 to 24 (EDTF)."""


def date(value: Any) -> Any:
    """A date with only ``date-parts``, ``literal``, ``season`` and ``circa``; any other value as it is."""
    if isinstance(value, str):
        return _raw(value)
    if isinstance(value, list):
        return _listed(value)
    if not isinstance(value, Mapping):
        return value
    if isinstance(value.get("raw"), str):
        rest = {name: part for name, part in value.items() if name not in {"raw", "date-parts", "literal"}}
        return {**rest, **_raw(value["raw"])}
    return _with_seasons(dict(value))


def _raw(text: str) -> dict[str, Any]:
    """A date in EDTF; any other text becomes a literal date."""
    days = [_DAY.fullmatch(part) for part in text.strip().split("/")]
    if len(days) > 2 or not all(days):  # noqa: PLR2004 (the two ends of a range)
        return {"literal": text}
    found = [day for day in days if day]
    parts = [[number.lstrip("0") or "0" for number in day.groups()[:3] if number] for day in found]
    circa: dict[str, Any] = {"circa": "true"} if any(day[4] for day in found) else {}
    return _with_seasons({"date-parts": parts, **circa})


def _listed(value: list[Any]) -> Any:
    """The list of Better CSL YAML: year, month, day and season of one day, or of two."""
    if not value or not all(isinstance(day, Mapping) for day in value):
        return value
    known = {"year", "month", "day", "season", "literal", "circa"}
    if any(set(day) - known for day in value):
        return value
    literal = next((day["literal"] for day in value if "literal" in day), None)
    if literal is not None:
        return {"literal": literal}
    parts = [_filled(day.get(name) for name in ("year", "month", "day")) for day in value]
    more = {name: day[name] for day in value for name in ("season", "circa") if name in day}
    return _with_seasons({"date-parts": parts, **more})


def _filled(numbers: Iterable[Any]) -> list[Any]:
    """The numbers up to the first that is missing."""
    found: list[Any] = []
    for number in numbers:
        if number is None:
            break
        found.append(number)
    return found


def _with_seasons(value: dict[str, Any]) -> dict[str, Any]:
    """A date with a season of its own, not a month's; a literal text is dropped if there are parts."""
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts and all(isinstance(day, list) for day in parts):
        value["date-parts"] = [_filled(day) for day in parts]
        value.pop("literal", None)
        for day in value["date-parts"]:
            if len(day) > 1 and (season := _season(day[1])):
                del day[1:]
                value["season"] = season
    season = value.get("season")
    if isinstance(season, str):
        value["season"] = _SEASONS.get(season.lower(), season)
    return value


def _season(month: Any) -> str | None:
    match = _SEASON.fullmatch(str(month))
    return match[1] if match else _MONTHS.get(str(month))

"""Messages about lines of YAML that begin at the wrong column: how many spaces to add or to take away."""

import re
from collections.abc import Iterator, Sequence

_ENTRY = re.compile(r" *(?=- )")
_KEY = re.compile(r" *(?:- +)*(?=[\w.-]+:(?: |$))")


def remedy(number: int, lines: Sequence[str], skip: int = 0) -> str:
    """What to do about the indentation of a line (counted from 0); empty if that is not what is wrong with it.

    It is to line up with a line of its sort above that needs the fewest spaces; `skip` lines come before the first.
    """
    sort = next((each for each in (_ENTRY, _KEY) if each.match(lines[number])), None)
    if sort is None or (sort is _KEY and _lacks_a_sign(number, lines)):
        return ""
    column = _column(sort, lines[number])
    above = [(abs(there - column), at, there) for at, there in _columns(sort, lines[:number]) if there != column]
    if not above:
        return ""
    least = min(distance for distance, _, _ in above)
    spaces = "1 space" if least == 1 else f"{least} spaces"
    what = "entry" if sort is _ENTRY else "key"
    nearest = {there < column: at for distance, at, there in above if distance == least}
    ways = [f"{verb} {spaces}" for verb, away in (("add", False), ("take away", True)) if away in nearest]
    places = [f"the {what} on line {nearest[away] + 1 + skip}" for away in (False, True) if away in nearest]
    said = [f"{way} at its beginning to line it up with {place}" for way, place in zip(ways, places, strict=True)]
    return f"{', or '.join(said).capitalize()}."


def _lacks_a_sign(number: int, lines: Sequence[str]) -> bool:
    """Whether a key probably needs the dash of an entry, or the line above it the colon of a key."""
    above = next((line for line in reversed(lines[:number]) if line.strip()), "")
    is_entry = bool(_ENTRY.match(above)) and _column(_ENTRY, above) == _column(_KEY, lines[number])
    return is_entry or not _KEY.match(above)


def _columns(sort: re.Pattern[str], lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Each line of this sort, and the column where its entry or key begins."""
    for number, line in enumerate(lines):
        if sort.match(line):
            yield number, _column(sort, line)


def _column(sort: re.Pattern[str], line: str) -> int:
    found = sort.match(line)
    return found.end() if found else 0

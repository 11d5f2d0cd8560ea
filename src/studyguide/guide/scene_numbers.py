"""Scene numbers: the numbers of scenes, chapters, episodes and the like, given by the author or counted."""

import re
from collections.abc import Sequence

_LAST = re.compile(r"(?:.*\D)?(\d+)")
_NUMERAL = re.compile(r"(?![^\W\d_]{2}).*\d.*|[IVXLCDMivxlcdm]+(?:\W.*\d.*)?|\w")
_SEVERAL = re.compile(r".*\w\s*[-–,]\s*\w.*")


def counted(own: Sequence[Sequence[str | None]], *, anew: bool) -> list[list[str]]:
    """The numbers of the scenes of each part; `own` has those that the author gave.

    Counting goes on from the last number that was given, such as 3 after ``1–3``. A name such as *Prologue* does not
    count. With `anew`, each part begins at 1.
    """
    found: list[list[str]] = []
    count = 0
    for numbers in own:
        count = 0 if anew else count
        found.append([])
        for number in numbers:
            count = _after(number, count)
            found[-1].append(number or str(count))
    return found


def _after(number: str | None, count: int) -> int:
    """The count after a scene: one more if it has no number of its own."""
    last = _LAST.fullmatch(number) if number else None
    return int(last[1]) if last else count if number else count + 1


def is_numeral(number: str) -> bool:
    """Whether a number is one or several, in digits, Roman numerals or a letter.

    If not, it is a name, such as *Prologue* and *Act 5 scene 1*, and is printed as it is.
    """
    return _NUMERAL.fullmatch(number) is not None


def is_several(number: str) -> bool:
    """Whether it is a range or a list, such as ``1–3``."""
    return _SEVERAL.fullmatch(number) is not None


def divided(number: str) -> tuple[str, str] | None:
    """The part and the number in a number such as ``2.1``; None if it has no part, or several.

    ``2.1–2.3`` are the numbers ``1–3`` of part ``2``.
    """
    part, point, rest = number.partition(".")
    if is_several(number):
        rest = re.sub(rf"(?<!\w){re.escape(part)}\.(?=\w)", "", rest)
        if "." in rest:
            return None
    return (part, rest) if point and part and rest else None

"""QR codes (ISO/IEC 18004): a web address as a square that a phone reads from paper, drawn as SVG."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from studyguide.support.templates import Markup, escape

QUIET_ZONE = 4
"""Modules of white around a code, as the standard asks."""

_MODULE = 1.6
"""The width of a module in CSS pixels: 0.42 mm, which a telephone reads from a photocopy."""

_LEAST = 76
"""The least width of a code in CSS pixels: 20 mm."""


@lru_cache(maxsize=256)
def svg(address: str, words: str) -> Markup:
    """The code of an address, black on white in every theme; `words` are its text alternative.

    Error correction is at level M: the code is read with 15 % of it damaged.
    """
    rows = matrix(address)
    size = len(rows) + 2 * QUIET_ZONE
    width = max(_LEAST, round(size * _MODULE))
    return Markup(
        f'<svg xmlns="http://www.w3.org/2000/svg" class="qr-code" viewBox="0 0 {size} {size}"'
        f' width="{width}" height="{width}" role="img"><title>{escape(words)}</title>'
        f'<rect width="{size}" height="{size}" fill="#ffffff"/>'
        f'<path fill="#000000" d="{"".join(_runs(rows))}"/></svg>'
    )


def matrix(address: str) -> tuple[tuple[bool, ...], ...]:
    """The modules of the code of an address without its quiet zone, by rows; true is black."""
    import segno  # late: few guides have media

    code = segno.make(address, error="m", boost_error=False, micro=False, encoding="utf-8")
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)


def _runs(rows: Iterable[tuple[bool, ...]]) -> Iterator[str]:
    """A rectangle for each run of black modules in a row."""
    for y, row in enumerate(rows, QUIET_ZONE):
        x = QUIET_ZONE
        for black, run in groupby(row):
            length = len(tuple(run))
            if black:
                yield f"M{x} {y}h{length}v1h-{length}z"
            x += length

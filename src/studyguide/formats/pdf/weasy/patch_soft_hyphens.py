"""Writes hyphens at the ends of lines as soft hyphens, which are not part of any word (ISO 32000-1, 14.8.2.2.3).

WeasyPrint 70 draws them like hyphens in the text, so speech, searches and copied text get divided words. Here the last
glyph of such a line gets the replacement text U+00AD: `mark` finds the lines while they are broken. While a document is
written, the last operator of each ``draw_first_line`` (``draw/text.py``) is changed.
There is no report that asks for it (Kozea/WeasyPrint#2132 is about hyphens in the text).
tests/formats/test_pdf_hyphens.py shows what goes wrong without this patch.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.draw import text

from studyguide.formats.pdf.weasy.replaced import Replaced

HYPHEN = "-"
"""The character that mechanics.css puts at the end of a line in a divided word."""
SOFTENED = re.compile(rb"\[(?P<before>.*?)(?P<glyph>[0-9a-f]{4})>(?P<kerning>-?\d*)\] TJ", re.DOTALL)
"""The operator that shows a line: groups of glyph numbers, with distances between them."""


def mark(layout: Any, length: int, hyphen: str) -> None:
    """Record on a line's layout whether it ends in a hyphen that is not among the `length` bytes of its text."""
    layout.divides = layout.text.endswith(hyphen) and length == len(layout.text.encode()) - len(hyphen.encode())


@contextmanager
def softening_hyphens() -> Iterator[None]:
    """Within the block, hyphens of divided words are written with their replacement text."""

    def draw_first_line(stream: Any, textbox: Any, *arguments: Any) -> Any:
        """Draw a line; return the emojis, as WeasyPrint's function does."""
        drawn = _DRAW.original(stream, textbox, *arguments)
        if getattr(textbox.pango_layout, "divides", False) and (found := SOFTENED.fullmatch(stream.stream[-1])):
            stream.stream[-1:] = _softened(found)
        return drawn

    with _DRAW.by(draw_first_line):
        yield


_DRAW = Replaced(text, "draw_first_line")


def _softened(line: re.Match[bytes]) -> list[bytes]:
    before = line["before"].removesuffix(b"<") if line["before"].endswith(b"<") else line["before"] + b">"
    shown = [b"[" + before + b"] TJ"] if before else []
    hyphen = b"[<" + line["glyph"] + b">" + line["kerning"] + b"] TJ"
    return [*shown, b"/Span <</ActualText <FEFF00AD>>> BDC", hyphen, b"EMC"]

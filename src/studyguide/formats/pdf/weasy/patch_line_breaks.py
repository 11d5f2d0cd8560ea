"""Fills lines that WeasyPrint would break after one word.

If a run of text before a link or an emphasis fits its line except for the space at its end, WeasyPrint 70 considers the
whole run too long and breaks it after its first word (``split_first_line`` in ``text/line_break.py``, "the line can't
be split earlier"). Here the run is tried again without that space, which hangs at the end of a line anyway.
The same happens to a line with letter spacing that fits its width except for one letter space, which WeasyPrint adds
to the width that Pango measured (``line_size``). Such a line is tried again in a width reduced by one letter space.
Neither is reported; Kozea/WeasyPrint#1614 and #2025 are about other lines that break wrongly at an inline box.
tests/formats/test_pdf_lines.py shows a line that goes wrong without this patch.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.layout import inline

from studyguide.formats.pdf.weasy.patch_soft_hyphens import HYPHEN, mark
from studyguide.formats.pdf.weasy.replaced import Replaced


@contextmanager
def filling_lines() -> Iterator[None]:
    """Within the block, a run that fits except for the space at its end is not broken."""

    def split_first_line(text: str, *arguments: Any, **options: Any) -> tuple[Any, ...]:
        """Return (layout, bytes of the line, bytes before the next one or None, width, height, baseline)."""
        line = _spaced(text, *arguments, **options)
        run = text.rstrip(" ")
        if run != text and " " in run and line[2] is not None and line[1] <= len(text.partition(" ")[0].encode()):
            whole = _spaced(run, *arguments, **options)
            if whole[2] is None:
                return (*whole[:2], len(text.encode()), *whole[3:])
        mark(line[0], line[1], HYPHEN)
        return line

    with _SPLIT.by(split_first_line):
        yield


_SPLIT = Replaced(inline, "split_first_line")


def _spaced(text: str, style: Any, context: Any, width: Any, *rest: Any, **options: Any) -> tuple[Any, ...]:
    """The first line of a text that may have letter spacing; `width` is None if the line length is unlimited."""
    line: tuple[Any, ...] = _SPLIT.original(text, style, context, width, *rest, **options)
    spacing = style["letter_spacing"]
    if spacing == "normal" or width is None or line[2] is None:
        return line
    narrower: tuple[Any, ...] = _SPLIT.original(text, style, context, width - spacing, *rest, **options)
    return narrower if narrower[1] > line[1] else line

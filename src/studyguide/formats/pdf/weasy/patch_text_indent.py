"""Indents first lines from the right in languages that are written from right to left.

WeasyPrint 70 begins every first line at ``text-indent`` from the left (``get_next_linebox`` in ``layout/inline.py``).
It then moves lines from right to left to the right edge, wherever they began. Such a line is as long as its indent
allows, but not indented: with a hanging indent, it ends outside its block on the left, in the margin or in the next
column. Here the line is moved by its indent. Floats stay, because they are not in the line. Not reported yet.
tests/formats/test_pdf_lines.py shows a line that goes wrong without this patch.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.layout import inline

from studyguide.formats.pdf.weasy.replaced import Replaced


@contextmanager
def indenting_lines() -> Iterator[None]:
    """Within the block, first lines from right to left have their indent."""

    def get_next_linebox(context: Any, linebox: Any, *arguments: Any) -> tuple[Any, Any]:
        """Return (line, place to go on)."""
        line, onward = _NEXT.original(context, linebox, *arguments)
        if line is not None and linebox.text_indent and linebox.style["direction"] == "rtl":
            line.translate(-linebox.text_indent, 0, ignore_floats=True)
        return line, onward

    with _NEXT.by(get_next_linebox):
        yield


_NEXT = Replaced(inline, "get_next_linebox")

"""Takes a short way to the used value of a length in pixels.

WeasyPrint resolves thirteen lengths of every box by way of three functions (``resolve_one_percentage`` in
``layout/percent.py``). The short way is 3 % of a layout; tests/formats/test_pdf_short_ways.py shows that it leads to
the same values.
"""

from typing import Any

from weasyprint.css.properties import Dimension
from weasyprint.layout import percent

LEAST = frozenset({"min_width", "min_height"})
"""Properties whose used value is 0 where the computed one is ``auto``."""


def _resolved(box: Any, name: str, whole: Any) -> None:
    value = box.style[name]
    if value.__class__ is Dimension and value.unit == "px":
        setattr(box, name, value.value)
    elif value == "auto":
        setattr(box, name, 0 if name in LEAST else value)
    else:
        original(box, name, whole)


original = percent.resolve_one_percentage
"""WeasyPrint's function."""
percent.resolve_one_percentage = _resolved

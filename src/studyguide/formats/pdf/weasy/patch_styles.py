"""Takes a short way to the value of a property that an element inherits or leaves at its initial value.

WeasyPrint asks of each property whether it is pending, logical, relative or a calculation before it finds that nothing
sets it (``ComputedStyle.__missing__`` in ``css/__init__.py``). Nine of ten properties are like this. The short way is
4 % of a layout; tests/formats/test_pdf_short_ways.py shows that it leads to the same values.
"""

from typing import Any

from weasyprint.css import ComputedStyle
from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES

LOGICAL: dict[str, frozenset[str]] = {
    key: frozenset(function(block="ttb", inline=direction) for direction in ("ltr", "rtl"))
    for key, function in PHYSICAL_FUNCTIONS.items()
}
"""The logical properties that may decide each physical one, in either direction of writing."""

OWN = frozenset({"float", "display", "position", "page"})
"""Properties that depend on each other, or on those of ancestors, though they are not inherited."""

INITIAL: dict[str, Any] = {
    key: value
    for key, value in INITIAL_VALUES.items()
    if key not in INITIAL_NOT_COMPUTED | OWN | INHERITED and not key.startswith("text_decoration_")
}
"""The initial values that need not be computed."""

PASSED_ON = frozenset(key for key in INHERITED - OWN if not key.startswith("text_decoration_"))


def _missing(style: Any, key: str) -> Any:
    cascaded = style.cascaded
    if key in cascaded or (key in LOGICAL and not LOGICAL[key].isdisjoint(cascaded)):
        return original(style, key)
    if key in INITIAL:
        value = style[key] = INITIAL[key]
        return value
    if (key in PASSED_ON or key[:2] == "__") and style.parent_style is not None:
        value = style[key] = style.parent_style[key]
        return value
    return original(style, key)


original = ComputedStyle.__missing__
"""WeasyPrint's method."""
ComputedStyle.__missing__ = _missing

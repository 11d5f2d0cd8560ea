"""Describes the font of a style once, not for each line that is set in it.

WeasyPrint makes a description for Pango, and a key for its own tables, from the same dozen properties again and again
(``get_font_description`` and ``_font_style_cache_key`` in ``text/line_break.py``): 4 % of a layout.
tests/formats/test_pdf_short_ways.py shows that no style changes after that.
"""

from typing import Any

from weasyprint.css import AnonymousStyle, ComputedStyle
from weasyprint.text import line_break

LASTING = frozenset({ComputedStyle, AnonymousStyle})
"""Styles whose fonts do not change once a line has been set in them; those of drawings do."""


def _described(style: Any) -> Any:
    if style.__class__ not in LASTING:
        return original_description(style)
    kept: dict[str, Any] = style.__dict__
    if "font_description" not in kept:
        kept["font_description"] = original_description(style)
    return kept["font_description"]


def _key(style: Any, include_size: bool = False) -> str:  # noqa: FBT001, FBT002 (WeasyPrint's parameters)
    if style.__class__ not in LASTING:
        return str(original_key(style, include_size))
    kept: dict[str, Any] = style.__dict__
    name = "font_key_and_size" if include_size else "font_key"
    if name not in kept:
        kept[name] = original_key(style, include_size)
    return str(kept[name])


original_description, original_key = line_break.get_font_description, line_break._font_style_cache_key  # noqa: SLF001
"""WeasyPrint's functions."""
line_break.get_font_description, line_break._font_style_cache_key = _described, _key  # noqa: SLF001

"""Make the faces of a variable font in a third of the time.

WeasyPrint gives every size of a variable font with optical sizes a face of its own, cut down to the glyphs in use; the
others stay as empty shapes, some 1,400 of them in Literata. fontTools 4 works through all of those as if they could
vary (``_instantiateGvarGlyph``). Here an empty shape is left as it is.
tests/formats/test_pdf_private.py shows that the faces are the same.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from fontTools.varLib import instancer


@contextmanager
def passing_over_empty_glyphs() -> Iterator[None]:
    """Within the block, fontTools leaves glyphs without outline and variations alone."""
    original: Callable[..., None] = instancer._instantiateGvarGlyph  # noqa: SLF001

    def instantiate(name: str, outlines: Any, variations: Any, *arguments: Any, **options: Any) -> None:
        if outlines[name].numberOfContours == 0 and not variations.variations.get(name):
            variations.variations.pop(name, None)
        else:
            original(name, outlines, variations, *arguments, **options)

    instancer._instantiateGvarGlyph = instantiate  # noqa: SLF001
    try:
        yield
    finally:
        instancer._instantiateGvarGlyph = original  # noqa: SLF001

"""The school's document: ``school.docx`` beside guide.yaml, whose styles replace ours in Word documents.

The file is an author's, so it is untrusted. Three parts of it are read, within bounds (`package`); of these only a
closed list of values is taken (`values`), never markup.

names          the names of our styles that a school can have too
read_styles    from the parts to a `School` (`look`); `take` checks each value, `theme_fonts` has the fonts of the theme
legible        leaves out what nobody could read
"""

from functools import lru_cache
from pathlib import Path

from studyguide.support import safe_files
from studyguide.themes.school.look import PAGE, School, SchoolError

__all__ = ["NAME", "PAGE", "School", "SchoolError", "read"]

NAME = "school.docx"
"""The name of the file."""
FORMAT = "docx"
"""The format that it changes."""
MAX_SIZE = 20_000_000
"""Bytes of the file; pictures in it count, although nobody reads them."""


def read(folder: Path, format_name: str = FORMAT) -> School | None:
    """The styles in the school's document of a guide; None if it has none, or for a format that does not use it.

    Raises `SchoolError` if it cannot be read.
    """
    if format_name != FORMAT or NAME not in safe_files.listing(folder):
        return None
    try:
        return _parsed(safe_files.read(folder, NAME, MAX_SIZE))
    except safe_files.RefusedError as error:
        raise SchoolError(f"The school's document is not read: {error}.") from error


@lru_cache(maxsize=2)
def _parsed(content: bytes) -> School:
    """The same content gives the same object: a guide has many worksheets, and each asks."""
    from studyguide.themes.school import package, read_styles  # with lxml, which a look alone does without

    parts = (package.part(content, name) for name in (package.STYLES, package.DOCUMENT, package.THEME))
    return read_styles.school(*parts)

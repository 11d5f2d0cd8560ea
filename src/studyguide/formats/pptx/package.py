"""The bytes of a file: its properties, and its parts without the clock, so that the same slides give the same bytes."""

from datetime import datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from studyguide.publication import Metadata

LONGEST = 255
"""The most characters of a core property, by python-pptx."""

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first time that a zip file can have."""


def packed(presentation: Any, about: Metadata) -> bytes:
    """The file of a presentation of python-pptx with the metadata of a publication."""
    _describe(presentation.core_properties, about)
    raw, output = BytesIO(), BytesIO()
    presentation.save(raw)
    with ZipFile(raw) as source, ZipFile(output, "w") as target:
        for name in source.namelist():
            entry = ZipInfo(name, EARLIEST)
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 3, 0o100644 << 16
            target.writestr(entry, source.read(name))
    return output.getvalue()


def _describe(core: Any, about: Metadata) -> None:
    """Set the core properties (ECMA-376, part 2, 11)."""
    core.title, core.author = shortened(about.title), shortened("; ".join(about.authors))
    core.subject, core.comments = shortened("; ".join(about.subjects)), shortened(about.rights)
    core.language, core.identifier = about.language, shortened(about.identifier)
    core.created = core.modified = datetime.combine(about.date, time.min)
    core.last_modified_by, core.revision = "", 1


def shortened(text: str) -> str:
    """A text of at most 255 characters; a longer one ends after a word, with an ellipsis."""
    if len(text) <= LONGEST:
        return text
    words = text[: LONGEST - 1]
    return f"{words.rpartition(' ')[0] or words}…"

"""Printing: lays out pages for a preview in a process of its own, which keeps them from one version to the next."""

import gc
import io
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from studyguide.formats import LayoutOptions
from studyguide.publication import Publication
from studyguide.support import processes
from studyguide.themes.theme import Look

if TYPE_CHECKING:
    from studyguide.formats.pdf.page_view import PageView  # the process of the preview never lays out pages

SCALE = 1.75
"""Pixels for each point of a page: 126 for each inch."""


@dataclass(frozen=True)
class Printed:
    """A page as a picture, and its place in the guide."""

    picture: bytes
    """PNG."""
    page: int
    pages: int
    numbers: Mapping[str, int]
    """The page of each id, if pages were laid out for this picture; empty if they are as before."""


_views: "dict[str, PageView]" = {}
"""The pages of each edition in this process."""


def begin(folder: str) -> None:
    """Begin the process, whose temporary files are in a folder: it may be ended before it deletes them."""
    processes.begin()
    tempfile.tempdir = folder


def lay_out(edition: str, publication: Publication, look: Look, options: LayoutOptions) -> None:
    """Lay out a version of an edition. Raises `BuildError` and `OSError`."""
    from studyguide.formats.pdf import page_view

    view = _views.get(edition)
    if view is None or view.look != look:
        view = _views[edition] = page_view.PageView(look, options)
    view.lay_out(publication)
    gc.freeze()  # laid-out pages are not searched for garbage again and again; `tidy` does it when there is time


def tidy() -> None:
    """Give back the memory of earlier versions, which takes a moment."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def picture(edition: str, wanted: int | str) -> Printed:
    """A page of the last version of an edition: its number, or the id of an item on it. Raises `BuildError`."""
    import pypdfium2

    view = _views[edition]
    numbers = view.numbers
    number = numbers.get(wanted, 1) if isinstance(wanted, str) else wanted
    number = max(1, min(number, view.pages))
    pdf = pypdfium2.PdfDocument(view.pdf(number))
    try:
        drawn = io.BytesIO()
        pdf[0].render(scale=SCALE).to_pil().save(drawn, "PNG", compress_level=1)
    finally:
        pdf.close()
    return Printed(drawn.getvalue(), number, view.pages, numbers)


def whole(publication: Publication, look: Look, options: LayoutOptions) -> bytes:
    """The PDF of a version, as a build writes it. Raises `BuildError`."""
    from studyguide.formats.pdf import write

    with tempfile.TemporaryDirectory(prefix="studyguide-") as folder:
        target = Path(folder, "guide.pdf")
        write(publication, look, target, replace(options, workers=1))
        return target.read_bytes()

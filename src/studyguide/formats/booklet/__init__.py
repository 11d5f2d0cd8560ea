"""Imposition: puts the pages of a tagged PDF on sheets of twice the size, to fold and staple, and keeps the tags.

sides    two pages become one side of a sheet        tree    tags, outline and labels for the sides

Nothing is lost: text, pictures, links, tags, outline and metadata are those of the source.
"""

import io
from pathlib import Path

import pikepdf

from studyguide.formats.booklet import tree
from studyguide.formats.booklet.sides import PagePosition, PaperSheet, Side
from studyguide.languages.labels import Labels
from studyguide.support import signatures
from studyguide.support.atomic_write import replacing

MILLIMETRE = 72 / 25.4
"""In points."""

SHEETS = {"a4": PaperSheet(297 * MILLIMETRE, 210 * MILLIMETRE), "letter": PaperSheet(11 * 72, 8.5 * 72)}
"""The papers that are folded, on their long side."""


def impose(source: Path, target: Path, paper: str, labels: Labels) -> None:
    """Write the pages of `source`, which have half the size of `paper`, to `target` in the order of `signatures.sides`.

    `paper` is a4 or letter; the two files may be one. Same input, same bytes. Raises `BuildError` if it cannot be
    written, and leaves the last good file in place.
    """
    with replacing(target) as temporary, pikepdf.open(source) as pdf:
        order = _order(pdf)
        sides, places = _sides(pdf, order, SHEETS[paper])
        tree.move(pdf, sides, places)
        tree.label(pdf, order, labels.say("pdf.blank-side"))
        _replace_pages(pdf, sides)
        written = io.BytesIO()  # qpdf would end the process if the disk is full
        pdf.save(
            written,
            deterministic_id=True,
            fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
        temporary.write_bytes(written.getvalue())


def _order(pdf: pikepdf.Pdf) -> list[signatures.Side]:
    """The halves of each side; a booklet that is read from right to left is folded on the other side."""
    order = list(signatures.sides(len(pdf.pages)))
    if pdf.Root.get("/ViewerPreferences", pikepdf.Dictionary()).get("/Direction") == "/R2L":
        return [(right, left) for left, right in order]
    return order


def _sides(
    pdf: pikepdf.Pdf, order: list[signatures.Side], sheet: PaperSheet
) -> tuple[list[pikepdf.Dictionary], dict[tuple[int, int], PagePosition]]:
    """The sides as new pages, and the new position of each old page, by the number of its object."""
    made, places = [], {}
    for number, halves in enumerate(order):
        side = Side(pdf, sheet, number)
        for name in sorted(filter(None, halves)):  # in the order of reading
            page = pdf.pages[name - 1].obj
            places[page.objgen] = side.add(page, right=name == halves[1])
        made.append(side.page())
    return made, places


def _replace_pages(pdf: pikepdf.Pdf, sides: list[pikepdf.Dictionary]) -> None:
    del pdf.pages[:]
    for side in sides:
        pdf.pages.append(pikepdf.Page(side))
    preferences = pdf.Root.get("/ViewerPreferences", pikepdf.Dictionary())
    preferences.Duplex = pikepdf.Name.DuplexFlipShortEdge
    preferences.PrintScaling = pikepdf.Name("/None")
    pdf.Root.ViewerPreferences = preferences

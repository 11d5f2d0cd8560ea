"""Keeps every note on the page of its mark.

If the first lines of a paragraph do not fit on a page, WeasyPrint 70 makes room for them by moving notes of that page
to the next one, away from their marks (the loop over ``current_page_footnotes`` in ``layout/block.py``). The loop ends
when the list of notes is empty. Here the list always counts as empty, so the paragraph moves to the next page instead.
WeasyPrint does this on purpose (Kozea/WeasyPrint#2432): there is no report that asks for notes to stay, and no setting
for it. tests/formats/test_pdf_private.py shows a case that goes wrong without this patch.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import weasyprint.document
from weasyprint.layout import LayoutContext

from studyguide.formats.pdf.weasy.replaced import Replaced


class Kept(list[Any]):
    """The notes of a page, which must all stay on it."""

    def __bool__(self) -> bool:
        return False


class Context(LayoutContext):  # type: ignore[misc]  # WeasyPrint has no types
    """The state of a layout, with the notes of the current page kept."""

    _page_notes: list[Any]

    @property
    def current_page_footnotes(self) -> list[Any]:
        """The notes at the foot of the page that is being laid out."""
        return self._page_notes

    @current_page_footnotes.setter
    def current_page_footnotes(self, notes: list[Any]) -> None:
        self._page_notes = Kept(notes)

    def _update_footnote_area(self) -> bool:
        """Lay out the notes, from an ordinary list, which is true if there are any.

        WeasyPrint returns whether they overflow a maximum height, and in some type sizes a rounding error makes that
        true. We set no maximum height, so this always returns False.
        """
        kept, self._page_notes = self._page_notes, list(self._page_notes)
        try:
            super()._update_footnote_area()
            return False
        finally:
            self._page_notes = kept


@contextmanager
def keeping_notes() -> Iterator[None]:
    """Within the block, layouts keep every note on the page of its mark."""
    with _CONTEXT.by(Context):
        yield


_CONTEXT = Replaced(weasyprint.document, "LayoutContext")

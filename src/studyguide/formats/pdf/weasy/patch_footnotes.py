"""Keep every note on the page of its mark.

Where the first lines of a paragraph do not fit on a page, WeasyPrint 70 makes room for them by sending notes of that
page on to the next one, away from their marks (the loop over ``current_page_footnotes`` in ``layout/block.py``). The
loop ends when no note is left; here the list says at once that it has none, and the paragraph moves on instead.
That is meant (Kozea/WeasyPrint#2432): no report asks for notes to stay, and there is no setting for it.
tests/formats/test_pdf_private.py shows a case that goes wrong without this.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import weasyprint.document
from weasyprint.layout import LayoutContext

from studyguide.formats.pdf.weasy.replaced import Replaced


class Kept(list[Any]):
    """The notes of a page, none of which may be sent on."""

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
        """Lay the notes out; here an ordinary list is wanted, which is true if there are any.

        WeasyPrint says whether they overflow a greatest height, and in some sizes of type a rounding error says so
        too; we set no such height.
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

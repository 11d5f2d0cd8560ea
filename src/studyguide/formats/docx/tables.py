"""Tables (ECMA-376 Part 1, 17.4). Widths are in twips, in table, grid and cells: Google Docs needs all three."""

from collections.abc import Sequence

from studyguide.formats.docx.styles import style_id
from studyguide.formats.docx.wml import paragraph, val, w
from studyguide.support import xhtml
from studyguide.support.xhtml import Element

GUIDE, GRID = "Guide table", "Answer grid"
_LETTER, _PADDING = 130, 180
"""The width of a letter, on the large side, and of the padding of a cell, in twips."""
_LONGEST_WORD = 25
"""Letters of a word above which it may break; long addresses would push the other columns aside."""
_BLANK = 24
"""Letters of a blank, which does not break."""
_MOST_TEXT = 120
"""Letters of a cell above which more letters do not make its column wider."""


def table(style: str, widths: Sequence[int], rows: Sequence[Element], title: str, *, heads_rows: bool) -> Element:
    """A table of fixed widths; `title` is its name for a screen reader, `heads_rows` whether rows have headings."""
    look = w(
        "tblLook",
        val="04A0" if heads_rows else "0420",
        firstRow=1,
        lastRow=0,
        firstColumn=int(heads_rows),
        lastColumn=0,
        noHBand=1,
        noVBand=1,
    )
    properties = w(
        "tblPr",
        val("tblStyle", style_id(style)),
        w("tblW", w=sum(widths), type="dxa"),
        w("tblLayout", type="fixed"),
        look,
        val("tblCaption", title) if title else None,
    )
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=width) for width in widths)), *rows)


def row(cells: Sequence[Element], *, is_header: bool = False, height: int = 0) -> Element:
    """A row that stays on one page; a header is repeated on each page, `height` is the least height."""
    tall = w("trHeight", val=height, hRule="atLeast") if height else None
    return w("tr", w("trPr", w("cantSplit"), tall, w("tblHeader") if is_header else None), *cells)


def cell(blocks: Sequence[Element], width: int, span: int = 1) -> Element:
    """A cell over `span` columns; it ends with a paragraph, as the schema wants."""
    closed = blocks and xhtml.name(blocks[-1]) == "p"
    end = [] if closed else [paragraph(style_id("Table text"))]
    grid = val("gridSpan", span) if span > 1 else None
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), grid), *blocks, *end)


def span_of(element: Element) -> int:
    """The number of columns of an XHTML cell."""
    return int(element.get("colspan", "1"))


def widths(rows: Sequence[Element], total: int) -> list[int]:
    """The width of each column: enough for its longest word, and the rest by the amount of text."""
    columns = max((sum(map(span_of, tr)) for tr in rows), default=1)
    least, wanted = [1.0] * columns, [1.0] * columns
    for tr in rows:
        at = 0
        for each in tr:
            if span_of(each) == 1:
                least[at] = max(least[at], _longest(each))
                wanted[at] = max(wanted[at], min(len(xhtml.text(each)), _MOST_TEXT) ** 0.7)
            at += span_of(each)
    floor = [min(letters * _LETTER + _PADDING, total // 2) for letters in least]
    spare = max(total - sum(floor), 0)
    shares = [max(want - low / _LETTER * 0.5, 0.3) for want, low in zip(wanted, floor, strict=True)]
    made = [low + spare * share / sum(shares) for low, share in zip(floor, shares, strict=True)]
    whole = [round(width * total / sum(made)) for width in made]
    return [*whole[:-1], total - sum(whole[:-1])]


def grid_widths(columns: int, total: int, *, is_headed: bool) -> list[int]:
    """The widths of a grid to write in: all alike, or a first column that says what each row is about."""
    if columns == 1:
        return [total]
    first = round(total * (0.4 if columns == 2 else 0.28)) if is_headed else total // columns  # noqa: PLR2004 (a pair)
    others = [(total - first) // (columns - 1)] * (columns - 2)
    return [first, *others, total - first - sum(others)]


def _longest(element: Element) -> int:
    """The letters of the longest word of a cell that should not break."""
    words = (len(word) for word in xhtml.text(element).split())
    blank = next(xhtml.with_class(element, "blank"), None) is not None
    return max((min(letters, _LONGEST_WORD) for letters in words), default=1) if not blank else _BLANK

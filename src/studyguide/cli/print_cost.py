"""The printing cost of a file, in words."""

from collections.abc import Sequence

from studyguide.support import signatures


def words(pages: int, *, folded: bool, copies: int | None = None) -> str:
    """The cost, such as ``69 pages; 35 sheets printed on both sides, 69 on one``; `copies`: how many for a class."""
    return (_booklet if folded else _pages)(pages, copies)


def pack(pages: Sequence[int], *, copies: int | None = None) -> str:
    """The same for several files, each beginning on a new sheet."""
    return _printed(sum(pages), sum(-(-number // 2) for number in pages), copies)


def _pages(pages: int, copies: int | None) -> str:
    return _printed(pages, -(-pages // 2), copies)


def _printed(pages: int, sheets: int, copies: int | None) -> str:
    cost = f"{_count(pages, 'page')}; {_count(sheets, 'sheet')} printed on both sides, {pages:,} on one"
    if copies:
        cost += (
            f"; for a class of {copies:,}: {_count(copies * sheets, 'sheet')} on both sides, {copies * pages:,} on one"
        )
    return cost


def _booklet(pages: int, copies: int | None) -> str:
    sheets, number = signatures.sheets(pages), len(signatures.booklets(pages))
    booklets = "one booklet" if number == 1 else f"{number} booklets"
    cost = f"{_count(pages, 'page')}; {_count(sheets, 'sheet')}, folded into {booklets}"
    if copies:
        cost += f"; for a class of {copies:,}: {_count(copies * sheets, 'sheet')}"
    return cost


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"

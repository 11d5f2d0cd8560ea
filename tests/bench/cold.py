"""Cold builds: PDF against stock WeasyPrint and other programs, EPUB against pandoc, and a thousand pages."""

import subprocess
from collections.abc import Iterator

import pikepdf

from tests.bench import rows
from tests.bench.commands import Desk
from tests.bench.meter import Cost, medians
from tests.bench.peers import FAILED, PEERS, Peer

RUNS = {14: 5, 67: 3, 300: 3}
"""How often each command is timed."""

PDF_GOALS = {14: 0.65, 67: 0.40, 300: 0.30}
EPUB_GOALS = {14: 1.80, 67: 0.80, 300: 0.35}
PAGE_GOAL, MEMORY_GOAL = 1.15, 400_000_000
BETWEEN, LARGEST = 67, 1000
"""The pages of the guide that other programs get, and of the largest."""


def sizes(desk: Desk, size: int) -> Iterator[rows.Row]:
    """A guide of about so many pages as PDF and as EPUB."""
    pdf = desk.ours(desk.guide(size), "pdf", "--no-cache")
    epub = desk.ours(desk.guide(size), "epub", "--no-pages", "--no-cache")
    ours, theirs = medians(RUNS[size], pdf, desk.stock(size))
    yield rows.builds(f"PDF, about {size} pages", "stock WeasyPrint", ours, theirs, PDF_GOALS[size])
    ours, theirs = medians(RUNS[size], epub, desk.epub(size))
    yield rows.builds("EPUB of the same, without page numbers", "pandoc", ours, theirs, EPUB_GOALS[size])


def peers(desk: Desk) -> Iterator[rows.Row]:
    """The same guide by other programs; those that are not here are left out."""
    there = [peer for peer in PEERS if peer.path() and _works(peer, desk)]
    pdf = desk.ours(desk.guide(BETWEEN), "pdf", "--no-cache")
    costs = medians(RUNS[BETWEEN], pdf, *(peer.measure(desk, BETWEEN) for peer in there)) if there else []
    for peer, theirs in zip(there, costs[1:], strict=True):
        against = f"{peer.name}, {peer.pages(desk)} pages"
        yield rows.builds(f"PDF, about {BETWEEN} pages", against, costs[0], theirs, peer.goal)


def _works(peer: Peer, desk: Desk) -> bool:
    """Whether a program can make the guide at all; if not, the page says so."""
    try:
        peer.measure(desk, BETWEEN)()
    except subprocess.CalledProcessError:
        FAILED.append(peer.name)
        return False
    return True


def thousand(desk: Desk) -> Iterator[rows.Row]:
    """What a page takes in a long guide, and the memory."""
    (few, cost), (many, costs) = _paged(desk, BETWEEN), _paged(desk, LARGEST)
    what, against = f"processor time of a page, {many} pages", f"ours, {few} pages"
    yield rows.pages(what, against, (costs, many), (cost, few), PAGE_GOAL)
    yield rows.memory(f"memory of the first process, {many} pages", costs.first, MEMORY_GOAL)
    yield rows.memory("memory of the largest of the others", costs.others, MEMORY_GOAL)


def _paged(desk: Desk, size: int) -> tuple[int, Cost]:
    """How many pages it has, and what it takes, once for the largest."""
    (found,) = medians(1 if size == LARGEST else RUNS[size], desk.ours(desk.guide(size), "pdf", "--no-cache"))
    with pikepdf.open(desk.folder / "out" / f"dummy-{size}.pdf") as pdf:
        return len(pdf.pages), found

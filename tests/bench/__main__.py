"""``make bench``: how fast a build is, as ratios to rivals within one run. The table and a chart go to docs/.

``python -m tests.bench 14 peers`` measures some of it only (the names are those of `GROUPS`), and the table says what
was left out.
"""

import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from importlib.metadata import version
from pathlib import Path

import pypandoc

from tests.bench import anew, cold, library, preview, table
from tests.bench.commands import Desk
from tests.bench.meter import ROOT
from tests.bench.peers import FAILED, PEERS
from tests.bench.rows import Row

GROUPS: dict[str, Callable[[Desk], Iterator[Row]]] = {
    **{str(size): partial(cold.sizes, size=size) for size in cold.RUNS},
    "peers": cold.peers,
    "edited": anew.edited,
    "editions": anew.editions,
    "nothing": anew.nothing,
    "saved": preview.saved,
    "library": library.pool,
    "thousand": cold.thousand,
}
"""What can be measured: the names to ask for it by."""

DELIVERS = """\
- studyguide: tagged for PDF/UA-1; contents with page numbers; notes at the foot; page numbers in cross references,
  which are checked in the finished layout; citations.
- stock WeasyPrint: the same is asked of it; its tags have faults, and in long guides it loses and repeats notes.
- pandoc (EPUB): contents, notes and citations."""


def delivers() -> list[str]:
    """What each program makes of the guide, a line each."""
    return [DELIVERS, *(f"- {peer.name}: {peer.delivers}." for peer in PEERS)]


def missing(names: list[str]) -> list[str]:
    """What is not measured, and why."""
    away = [peer for peer in PEERS if "peers" in names and not peer.path()]
    not_here = [f"{peer.name}, which is not on this machine: `{peer.install}` brings it" for peer in away]
    failed = [f"{name}, which ends with an error on our style sheets" for name in FAILED]
    return [*not_here, *failed, *(f"`{name}`, which was not asked for" for name in GROUPS if name not in names)]


def about(names: list[str]) -> str:
    """The versions, the machine and the command."""
    ours = [f"{name} {version(name)}" for name in ("studyguide", "weasyprint", "EbookLib", "distributed")]
    theirs = [peer.version() for peer in PEERS if "peers" in names and peer.path()]
    machine = f"Python {platform.python_version()}, {platform.platform(terse=True)}, {os.cpu_count()} cores"
    packages = ", ".join([*ours, f"pandoc {pypandoc.get_pandoc_version()}", *theirs])
    return f"{packages}; {machine}. The command: `python -m tests.bench {' '.join(names)}`."


def main() -> None:
    """Measure, say each row as soon as it is known, because all of it takes long, and write the table."""
    names = sys.argv[1:] or [*GROUPS]
    if wrong := set(names) - set(GROUPS):
        sys.exit(f"There is nothing called {', '.join(sorted(wrong))} to measure. Choose one of: {', '.join(GROUPS)}")
    folder = Path(tempfile.mkdtemp(prefix="studyguide-bench-"))
    found: list[Row] = []
    try:
        for name in names:
            for row in GROUPS[name](Desk(folder)):
                found.append(row)
                sys.stdout.write(f"{table.line(row)}\n")
                sys.stdout.flush()
    finally:
        shutil.rmtree(folder)
    table.write(ROOT / "docs", table.page(about(names), found, delivers(), missing(names)), found)


if __name__ == "__main__":
    main()

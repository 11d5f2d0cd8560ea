"""How soon what an author saves is seen: the preview of the flagship, from the file to the picture on the screen."""

import json
import shutil
import statistics
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench import rows
from tests.bench.commands import TOOLS, Desk
from tests.bench.meter import ROOT

FILE, TEXT = "chapters/plot.yaml", "Before the story starts,"
"""A text on the first page of a chapter of six pages."""
RUNS = 20
FIRST_GOAL, WEB_GOAL, EPUB_GOAL, PRINT_GOAL = 2.0, 0.25, 0.25, 0.8
"""Seconds."""


def saved(desk: Desk) -> Iterator[rows.Row]:
    """A word is put into a scene of the flagship, and everything that shows it is waited for."""
    guide, output = desk.folder / "flagship", desk.folder / "flagship-built"
    shutil.copytree(ROOT / "guide", guide)
    subprocess.run(
        [TOOLS / "studyguide", "build", guide, "--format", "pdf", "--output", output], check=True, capture_output=True
    )
    found = measured(guide, output)
    yield rows.moment("preview: its first page, from the start of the command", found["first"], FIRST_GOAL)
    for name, what, goal in (
        ("web", "a web page", WEB_GOAL),
        ("epub", "the EPUB", EPUB_GOAL),
        ("print", "a printed page", PRINT_GOAL),
    ):
        yield rows.moment(f"preview: {what}, from saving a scene to seeing it", found[name], goal)


def measured(guide: Path, output: Path) -> dict[str, float]:
    """Seconds: medians, and once to the first page."""
    command = [TOOLS / "studyguide", "serve", guide, "--no-open", "--output", output]
    began = time.time()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            address = (server.stdout.readline() if server.stdout else "").split()[-1]
            script = ROOT / ".ci/judges/preview_times.mjs"
            asked = ["node", script, address, guide / FILE, TEXT, str(RUNS), shutil.which("chromium") or "chromium"]
            done = subprocess.run(asked, check=True, stdout=subprocess.PIPE, text=True)
        finally:
            server.kill()
    found = json.loads(done.stdout)
    medians = {name: statistics.median(times) for name, times in found.items() if isinstance(times, list)}
    return {**medians, "first": found["first"] - began}

"""``python -m tests.bench.warm GUIDE OUTPUT WORKERS EDITION WHAT``: what a second build adds in one process, as JSON.

WHAT is ``edit`` (EDITION is built again, with a paragraph changed in between) or the name of an edition that is built
after EDITION. WORKERS is how many processes lay out, for both builds.
"""

import json
import os
import re
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path

from studyguide.build import Request, build
from studyguide.formats import LayoutOptions
from tests.bench import tree
from tests.bench.meter import ROOT, Cost

QUIET = 10
"""Seconds in which processes that have no more to do must have ended."""


def edit(guide: Path, word: str) -> None:
    """Change a word of five letters in a paragraph in the middle of a chapter, as one who corrects it does."""
    file = guide / "chapters/chapter-3.md"
    text = file.read_text("utf-8")
    middle = len(text) // 2
    file.write_text(text[:middle] + re.sub(r"(?<=[a-z] )[a-z]{5}(?= [a-z])", word, text[middle:], count=1), "utf-8")


def again(guide: Path, output: Path, workers: int, edition: str, what: str) -> Cost:
    """What the second build takes, measured by a process of its own."""
    command = [sys.executable, "-m", "tests.bench.warm", guide, output, str(workers), edition, what]
    return Cost(**json.loads(subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.PIPE).stdout))


def used() -> float:
    """Processor time until now, of this process and of all that have worked for it, when these have ended.

    What they were forked from, and what keeps account of their resources, stay: those do not fork anything more.
    """
    until = time.monotonic() + QUIET
    while any([*tree.below(each)] for each in tree.below(os.getpid())):
        if time.monotonic() > until:
            raise TimeoutError("Processes that have done their work do not end.")
        time.sleep(0.01)
    return tree.seconds(os.getpid())


def main() -> None:
    """Build twice."""
    guide, output, workers, edition, what = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), *sys.argv[4:]
    layout_options = LayoutOptions(output / "cache", workers, program="bench")
    build(guide, Request(("pdf",), output, edition, layout_options=layout_options))
    if what == "edit":
        edit(guide, "quite")
    before, began = used(), time.perf_counter()
    build(guide, Request(("pdf",), output, edition if what == "edit" else what, layout_options=layout_options))
    wall = time.perf_counter() - began
    sys.stdout.write(json.dumps(asdict(Cost(wall, used() - before))) + "\n")


if __name__ == "__main__":
    main()

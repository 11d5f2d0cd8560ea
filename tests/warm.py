"""``python -m tests.warm GUIDE OUTPUT WHAT``: a second build in one process, and what it takes, as JSON.

WHAT is ``edit`` (a paragraph is changed in between) or the name of an edition that is built after the first.
"""

import json
import re
import sys
import time
from pathlib import Path

from studyguide.build import Request, build
from studyguide.formats import Workshop


def edit(guide: Path, word: str) -> None:
    """Change a word of five letters in a paragraph in the middle of a chapter, as one who corrects it does."""
    file = guide / "chapters/chapter-3.md"
    text = file.read_text("utf-8")
    middle = len(text) // 2
    file.write_text(text[:middle] + re.sub(r"(?<=[a-z] )[a-z]{5}(?= [a-z])", word, text[middle:], count=1), "utf-8")


def main() -> None:
    """Build twice."""
    guide, output, what = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    workshop = Workshop(output / "cache", program="bench")
    build(guide, Request(("pdf",), output, workshop=workshop))
    if what == "edit":
        edit(guide, "quite")
    cpu, wall = time.process_time(), time.perf_counter()
    build(guide, Request(("pdf",), output, None if what == "edit" else what, workshop=workshop))
    sys.stdout.write(json.dumps([time.process_time() - cpu, time.perf_counter() - wall]) + "\n")


if __name__ == "__main__":
    main()

"""The judge of a web edition: axe-core, in Chromium, with the keyboard."""

from pathlib import Path

from verdict import CI, Judge, Verdict, chromium, existing, program, report, run, unexplained

SUFFIX = "-web"
"""How the name of a web edition's folder ends."""


def web(folder: Path) -> Verdict:
    """Open every page from the disk, at three widths, light and dark, and go through the guide by keyboard."""
    existing(CI / "node_modules/axe-core/axe.min.js", ".ci/setup node")
    existing(CI / "node_modules/playwright-core", ".ci/setup node")
    done = run(program("node"), CI / "judges/web.mjs", folder, chromium(), timeout=900)
    said = report(done)
    return Verdict("axe-core", folder, said["summary"], tuple(unexplained(done, said["findings"])))


JUDGES: dict[str, Judge] = {"axe-core": web}

"""The command that looks at this machine: what building needs, and how to mend what is missing.

It must work where nothing else does: every check runs by itself, and imports what it needs only then.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from functools import partial
from pathlib import Path

from studyguide.cli import build_options, default_guide, own_command
from studyguide.cli.doctor import folders, fonts, guide_files, libraries, packages, programs
from studyguide.cli.doctor.finding import Check, Finding, looked_at
from studyguide.cli.terminal import CYAN, GREEN, RED, YELLOW, painted
from studyguide.support.errors import shown

_COLOURS = {"ok": GREEN, "missing": RED, "wrong": RED}
_WIDTH = max(map(len, _COLOURS))


def doctor(options: argparse.Namespace) -> int:
    """Say of each thing that building needs whether it is there; 1 if something is missing or wrong."""
    guide: Path | None = options.guide
    if guide == default_guide.USUAL and not guide.is_dir():
        guide = None
    if guide:
        build_options.require_folder(guide)
    found = [*findings(guide, options.output)]
    fails = any(finding.stops_builds for finding in found)
    if options.format == "json":
        print(json.dumps({"ready": not fails, "findings": [*map(asdict, found)]}, indent=2, ensure_ascii=False))
    else:
        _print(found, fails=fails)
    return int(fails)


def findings(guide: Path | None, output: Path) -> Iterator[Finding]:
    """Everything that was looked at; of a guide only if one is given."""
    for name, check in {**_of_machine(output), **(_of_guide(guide) if guide else {})}.items():
        yield from looked_at(name, check)


def _of_machine(output: Path) -> dict[str, Check]:
    return {
        "Python": packages.python,
        ".venv": packages.environment,
        "packages": packages.packages,
        "libraries": libraries.libraries,
        "WeasyPrint": libraries.weasyprint,
        "Pandoc": programs.pandoc,
        "fonts": fonts.fonts,
        "folders": partial(folders.folders, output),
        "programs": programs.judges,
    }


def _of_guide(guide: Path) -> dict[str, Check]:
    return {
        "guide": partial(guide_files.version, guide),
        "fonts of the guide": partial(fonts.fonts_of, guide),
        "schemas": partial(guide_files.schemas, guide),
    }


def _print(found: list[Finding], *, fails: bool) -> None:
    """A line for each finding, with the command that mends it on the next; what building needs comes first."""
    for each in sorted(found, key=lambda finding: not finding.is_needed):
        optional = "" if each.is_needed else " (optional)"
        colour = _COLOURS[each.state] if each.is_needed or each.state == "ok" else YELLOW
        state = painted(f"{each.state:<{_WIDTH}}", colour, on=sys.stdout)
        print(f"{state}  {shown(f'{each.name}{optional}: {own_command.as_started(each.said)}')}")
        if each.mend and each.state != "ok":
            print(f"{'':{_WIDTH}}  {painted(shown(own_command.whole(each.mend)), CYAN, on=sys.stdout)}")
    number = sum(finding.stops_builds for finding in found)
    verb = "is" if number == 1 else "are"
    print(f"{number} of the things that building needs {verb} missing or wrong." if fails else "Ready to build.")

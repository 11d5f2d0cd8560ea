"""The command that looks for problems, and corrects what it can."""

import argparse
import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from studyguide.cli import build_options, output
from studyguide.cli.problem_lines import Shown
from studyguide.support.errors import UsageError, shown

if TYPE_CHECKING:
    from studyguide.build.checked_guide import Review
    from studyguide.lint.fix import Fixed


def check(options: argparse.Namespace) -> int:
    """Show every problem and remark of a guide; 1 if there are problems, or with ``--strict`` remarks."""
    build_options.require_folder(options.guide)
    if options.dry_run and not options.fix:
        raise UsageError("--dry-run is for --fix, which it keeps from writing. Add --fix.")
    from studyguide.build.checked_guide import review

    fixed = _fixed(options) if options.fix else None
    found = review(options.guide)
    _SHOW[options.format](options, found, fixed)
    return int(bool(found.problems or (options.strict and found.remarks) or (fixed and fixed.refused)))


def _fixed(options: argparse.Namespace) -> "Fixed | None":
    """The corrections of a guide, after they have been written; None while a file has problems."""
    from studyguide.guide.load import read
    from studyguide.lint.fix import fixed, written

    draft = read(options.guide)
    if draft.problems:
        return None
    found = fixed(draft.guide)
    return found if options.dry_run else written(options.guide, found)


def _text(options: argparse.Namespace, found: "Review", fixed: "Fixed | None") -> None:
    """Changes and counts on standard output; remarks, then problems, on standard error."""
    lines = Shown(options.guide, context=options.context)
    if fixed:
        for change in fixed.changes:
            print(shown(f"{options.guide / change.file}:{change.line}:{change.column}: {change.words}"))
        lines.each((problem, "") for problem in fixed.refused)
    if options.fix:
        _count(options, fixed)
    output.review(options.guide, found, lines)


def _count(options: argparse.Namespace, fixed: "Fixed | None") -> None:
    """A line that counts the corrections."""
    if fixed is None:
        said = "nothing is corrected while files have problems. Correct these first."
    elif not fixed.changes:
        said = "nothing to correct"
    else:
        said = output.count(len(fixed.changes), "correction") + (" to make, not written" if options.dry_run else "")
    print(shown(f"{options.guide}: {said}"))


def _json(options: argparse.Namespace, found: "Review", fixed: "Fixed | None") -> None:
    """One object on standard output, whose schema is ``data/problems``."""
    from studyguide.lint import problem_data

    refused = fixed.refused if fixed else ()
    each = problem_data.findings((*refused, *found.problems), found.remarks)
    changes = fixed.changes if fixed else ()
    whole = problem_data.data(options.guide, len(found.guide.chapters), each, changes, written=not options.dry_run)
    print(json.dumps(whole, indent=2, ensure_ascii=False))


def _github(options: argparse.Namespace, found: "Review", fixed: "Fixed | None") -> None:
    """Annotations, and the line with the counts."""
    from studyguide.cli import problem_formats
    from studyguide.lint import problem_data

    for change in fixed.changes if fixed else ():
        print(problem_formats.notice(change, options.guide))
    refused = fixed.refused if fixed else ()
    for each in problem_data.findings((*refused, *found.problems), found.remarks):
        print(problem_formats.annotation(each, options.guide))
    if options.fix:
        _count(options, fixed)
    print(shown(output.counts(options.guide, found)))


_SHOW: Mapping[str, Callable[[argparse.Namespace, "Review", "Fixed | None"], None]] = {
    "text": _text,
    "json": _json,
    "github": _github,
}

"""The command that changes guides written for an earlier version."""

import argparse
import sys

from studyguide.cli import build_options, output
from studyguide.support.errors import shown


def upgrade(options: argparse.Namespace) -> int:
    """Change the files of a guide to the form of this version; 1 if something is left for the author."""
    build_options.require_folder(options.guide)
    from studyguide.guide.upgrade import upgrade
    from studyguide.support.atomic_write import rewrite

    found = upgrade(options.guide)
    for name, text in found.files.items():
        rewrite(options.guide / name, text)
    for done in found.done:
        print(done.below(options.guide))
    for left in (*found.unread, *found.remarks):
        print(left.below(options.guide), file=sys.stderr)
    changes = output.count(len(found.done), "change") if found.done else "no changes"
    unread = len({problem.file for problem in found.unread})
    left_over = f", {output.count(len(found.remarks), 'place')} to change by hand" if found.remarks else ""
    refused = f", {output.count(unread, 'file')} not read" if unread else ""
    print(shown(f"{options.guide}: {changes}{left_over}{refused}"))
    return int(bool(found.unread or found.remarks))

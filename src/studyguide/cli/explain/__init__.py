"""The command that explains what guides may contain, and what the codes of remarks mean."""

import argparse
import re
from collections.abc import Iterator

from studyguide.cli.explain import codes, layout, pages
from studyguide.cli.explain.layout import Block, Heading, Rows

_CODE = re.compile(r"sg\d*", re.IGNORECASE)


def explain(options: argparse.Namespace) -> int:
    """Print a page about a kind, a field or a code, or the list of everything that has one."""
    print(layout.page(_blocks(options.name)))
    return 0


def _blocks(name: str | None) -> Iterator[Block]:
    if not name:
        return _contents()
    return codes.page(name.upper()) if _CODE.fullmatch(name) else pages.page(name.removesuffix(".yaml"))


def _contents() -> Iterator[Block]:
    """The names of everything that has a page."""
    yield Heading("Kinds of chapter, files and types: `studyguide explain plot`")
    yield Rows(tuple(pages.subjects()))
    yield Heading("Fields: `studyguide explain plot.parts.scenes.notice`")
    yield Heading("Remarks of `studyguide check`: `studyguide explain SG101`")
    yield Rows(tuple(codes.subjects()))

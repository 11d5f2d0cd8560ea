"""The start page of a pack, which explains every file. It needs no network, no script and no other file."""

from collections.abc import Sequence
from dataclasses import dataclass

from studyguide.guide.info import Edition
from studyguide.guide.model import Guide
from studyguide.support import templates

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""The Content-Security-Policy: only the style in the page itself."""


@dataclass(frozen=True)
class Entry:
    """A file that the page leads to: its name in the pack, its title, and an explanation; both plain text."""

    name: str
    title: str
    about: str = ""


@dataclass(frozen=True)
class Part:
    """A part of a pack: its name, which chooses the heading, the files to explain, and every file's content."""

    name: str
    entries: tuple[Entry, ...]
    files: dict[str, bytes]


def page(guide: Guide, edition: Edition, parts: Sequence[Part]) -> str:
    """The page, in the language of the guide."""
    info = guide.info
    return templates.render(
        "pack/start.html.j2", say=info.labels.markup, guide=info, edition=edition, parts=parts, policy=POLICY
    )

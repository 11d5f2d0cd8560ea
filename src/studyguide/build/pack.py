"""A pack: everything that an edition offers in one ZIP, with a start page that explains every file."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from studyguide.build import Built, file_names, make
from studyguide.build.pack_names import checked
from studyguide.build.pack_page import page
from studyguide.build.pack_parts import Packer
from studyguide.editions.select import find
from studyguide.formats import LayoutOptions
from studyguide.guide.model import Guide
from studyguide.support.atomic_write import naming, replacing
from studyguide.support.zips import zipped

START = "start.html"


@dataclass(frozen=True)
class PackOptions:
    """The edition and the look of a pack."""

    output: Path
    """The folder to write to."""
    edition: str | None = None
    """None: the first edition that the guide declares."""
    paper: str | None = None
    """None: the edition's, or A4."""
    theme: str | None = None
    """None: the edition's, or quiet."""
    layout_options: LayoutOptions = field(default_factory=LayoutOptions)
    workers: int = 1
    """The most processes to lay out handouts."""


def pack(
    guide: Guide,
    asked: PackOptions,
    report: Callable[[str], None] = lambda _stage: None,
    remark: Callable[[str], None] = lambda _remark: None,
) -> Built:
    """Write the pack of an edition of a sound guide; `remark` is told what could be better in one of its files.

    Raises `GuideError` (something gives too much away, or does not fit), `UsageError` (a name that does not exist) or
    `BuildError` (layout, disk, or a file name that a school's system may refuse).
    """
    edition = find(guide, asked.edition)
    make(asked.output)
    paper = file_names.paper(edition, asked.paper)
    target = asked.output / file_names.file(guide, edition, ("pack", *paper.special), ".zip")
    with ExitStack() as stack:
        stack.enter_context(naming(target))
        work = Path(stack.enter_context(TemporaryDirectory(prefix=f".{target.name}.", dir=asked.output)))
        packer = Packer(guide, edition, work, asked.paper, asked.theme, asked.layout_options, asked.workers, remark)
        parts = tuple(packer.parts(report))
        files = {START: page(guide, edition, parts).encode()}
        for part in parts:
            files |= part.files
        new = stack.enter_context(replacing(target))
        new.write_bytes(zipped({checked(name): content for name, content in files.items()}))
    return Built(target, None)

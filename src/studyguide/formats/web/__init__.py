"""Web: a folder of HTML pages that opens from a disk, without a server and without the network."""

from collections.abc import Iterator
from pathlib import Path

from studyguide.formats.web import script_labels, search_index, style
from studyguide.formats.web.pages import Page, section_pages, start_page
from studyguide.publication import Publication
from studyguide.publication.drawing_colours import painted
from studyguide.support.atomic_write import replacing_folder
from studyguide.themes.theme import Look

SUFFIX = "-web"
PAGED = False
ON_PAPER = False
NUMBERED = False
SCRIPTS = ("look.js", "notes.js", "quiz.js", "search.js", "tools.js")
"""Scripts beside this module: they add conveniences, and reading needs none of them."""


def write(publication: Publication, look: Look, target: Path) -> None:
    """Write the folder `target`, all of it or nothing. Raises `BuildError` if it cannot be written."""
    files = dict(_files(painted(publication, *look.drawing_colours), look))
    with replacing_folder(target) as folder:
        for name, content in sorted(files.items()):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def _files(publication: Publication, look: Look) -> Iterator[tuple[str, bytes]]:
    """The name of each file in the folder, and its content."""
    yield _file(start_page(publication))
    pages = list(section_pages(publication))
    yield from map(_file, pages)
    yield "index.js", search_index.script(pages).encode()
    faces = style.faces(look, "".join(page.content for page in pages))
    yield "labels.js", script_labels.script(publication.labels).encode()
    yield "style.css", style.sheet(look, faces).encode()
    yield from style.files(faces)
    yield from ((name, (Path(__file__).parent / name).read_bytes()) for name in SCRIPTS)
    yield from ((asset.name, asset.path.read_bytes()) for asset in publication.assets)


def _file(page: Page) -> tuple[str, bytes]:
    return page.name, page.content.encode()

"""Web: a folder of HTML pages that opens from a disk, without a server and without the network."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from studyguide.formats.web import script_labels, search_index, style
from studyguide.formats.web.pages import file_name, section_pages, start_page
from studyguide.publication import Publication
from studyguide.publication.drawing_colours import painted
from studyguide.support.atomic_write import replacing_folder
from studyguide.support.keep import Keep
from studyguide.themes.theme import Look

__all__ = ["NUMBERED", "ON_PAPER", "PAGED", "SCRIPTS", "STYLE", "SUFFIX", "file_name", "files", "write"]

SUFFIX = "-web"
PAGED = False
ON_PAPER = False
NUMBERED = False
STYLE = "style.css"
SCRIPTS = ("fold.js", "look.js", "notes.js", "quiz.js", "search.js", "tools.js")
"""Scripts beside this module: they add conveniences, and reading needs none of them."""


def write(publication: Publication, look: Look, target: Path) -> None:
    """Write the folder `target`, all of it or nothing. Raises `BuildError` if it cannot be written."""
    made = files(publication, look, Keep())
    with replacing_folder(target) as folder:
        for name in sorted(made):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(made[name]())


def files(publication: Publication, look: Look, keep: Keep) -> dict[str, Callable[[], bytes]]:
    """The names of the files in the folder, and functions that return their content.

    With the same `keep`, a page that would not change is not made again.
    """
    publication = painted(publication, *look.drawing_colours, keep)
    pages = [start_page(publication, keep), *section_pages(publication, keep)]
    letters = [keep(("letters", page.name), (page,), partial(style.letters, page.content)) for page in pages]
    said = script_labels.script(publication.labels)
    made_of = look, said, frozenset[str]().union(*letters)
    faces = keep("faces", made_of, lambda: style.faces(look, "".join([*(page.content for page in pages), said])))
    sheet = keep("sheet", (look, faces), lambda: style.sheet(look, faces).encode())
    return {
        **{page.name: page.content.encode for page in pages},
        "index.js": lambda: search_index.script(pages, keep).encode(),
        "labels.js": said.encode,
        STYLE: partial(bytes, sheet),
        **{name: partial(bytes, content) for name, content in style.files(faces)},
        **{name: (Path(__file__).parent / name).read_bytes for name in SCRIPTS},
        **{asset.name: asset.path.read_bytes for asset in publication.assets},
    }

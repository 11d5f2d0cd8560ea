"""The style sheet and the fonts of the folder."""

import re
from collections.abc import Iterator

from studyguide.theme import Font, Look

PAPER = re.compile(r"@page\s*\{\s*size:[^{}]*\}\s*")
"""What a sheet of paper looks like: a browser's print dialogue asks for that."""
SWAP = re.compile(r"(@font-face \{ )")


def sheet(look: Look) -> str:
    """The look in one style sheet; letters show in a font of the system until ours are there."""
    faces = SWAP.sub(r"\1font-display: swap; ", look.font_faces(_url))
    used = "".join(line for line in faces.splitlines(keepends=True) if any(f'"{name}"' in line for name in _used(look)))
    return used + PAPER.sub("", look.css)


def fonts(look: Look) -> Iterator[tuple[str, bytes]]:
    """The files of the fonts that the look uses, whole, each family with its licence."""
    for font in look.fonts:
        if font.family in _used(look):
            yield _url(font), font.path.read_bytes()
            yield f"fonts/{_plain(font.family)}-LICENSE.txt", (font.path.parents[1] / "LICENSE").read_bytes()


def _used(look: Look) -> set[str]:
    return {font.family for font in look.fonts if f'"{font.family}"' in look.css}


def _url(font: Font) -> str:
    """The file of a face; the brackets that name the axes of a variable font would have to be escaped."""
    return f"fonts/{_plain(font.path.stem)}{font.path.suffix}"


def _plain(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-")

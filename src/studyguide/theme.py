"""How it looks: style sheets and fonts, gathered for one format, theme and paper."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import fontpkg

from studyguide.errors import UsageError, suggestion
from studyguide.paths import style_names, styles_folder

FACES = tuple(
    (slug, family, weight, style)
    for slug, family, weights in (
        ("literata", "Literata", (400, 700)),
        ("atkinson-hyperlegible", "Atkinson Hyperlegible", (400, 700)),
    )
    for weight in weights
    for style in ("normal", "italic")
)
"""Font package, CSS family name, weight and style of each face; all are under the SIL Open Font License."""


@dataclass(frozen=True)
class Font:
    """One face: its CSS family, weight (100-900), style and TrueType file (several weights may share a file)."""

    family: str
    weight: int
    style: str
    path: Path


@dataclass(frozen=True)
class Look:
    """Everything that decides the looks of one output."""

    theme: str
    paper: str
    css: str
    """Theme, base, format and paper style sheets in cascade order, without ``@font-face``."""
    fonts: tuple[Font, ...]

    def font_faces(self, url: Callable[[Font], str]) -> str:
        """``@font-face`` rules; `url` says where a format keeps the file of a face."""
        rule = '@font-face {{ font-family: "{}"; font-weight: {}; font-style: {}; src: url("{}"); }}\n'
        return "".join(rule.format(f.family, f.weight, f.style, url(f)) for f in self.fonts)


def look(format_name: str, *, theme: str = "quiet", paper: str = "a4", is_sheet: bool = False) -> Look:
    """The look of one output, a whole guide or a sheet to hand out.

    Raises `UsageError` for a theme or paper that does not exist.
    """
    sheets = [_named("themes", theme), "base.css", f"{format_name}.css", _named("papers", paper)]
    if is_sheet:
        sheets.append("handout.css")
    paths = (styles_folder() / sheet for sheet in sheets)
    css = "\n".join(path.read_text("utf-8") for path in paths if path.is_file())
    return Look(theme, paper, css, tuple(_font(*face) for face in FACES))


def _font(slug: str, family: str, weight: int, style: str) -> Font:
    return Font(family, weight, style, fontpkg.path(slug, weight, style))


def _named(folder: str, name: str) -> str:
    if name not in style_names(folder):
        hint = suggestion(name, style_names(folder))
        raise UsageError(f"There is no {folder.removesuffix('s')} '{name}'. {hint}")
    return f"{folder}/{name}.css"

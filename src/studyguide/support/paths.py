"""The folders of the package that do not hold code."""

from pathlib import Path

PACKAGE = Path(__file__).parents[1]


def styles_folder() -> Path:
    """The style sheets: inside an installed package, or at the top of a checkout."""
    inside = PACKAGE / "styles"
    return inside if inside.is_dir() else PACKAGE.parents[1] / "styles"


def templates_folder() -> Path:
    """The templates of chapters, handouts and formats."""
    return PACKAGE / "templates"


def specimen_folder() -> Path:
    """A very small guide with one of everything, to show a theme."""
    return PACKAGE / "specimen"


def starter_folder() -> Path:
    """A guide of three chapters, to copy and to change."""
    return PACKAGE / "starter"


def style_names(folder: str) -> tuple[str, ...]:
    """The names of all themes or papers: the style sheets in ``styles/themes`` or ``styles/papers``."""
    return tuple(sorted(path.stem for path in (styles_folder() / folder).glob("*.css")))

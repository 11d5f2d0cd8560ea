"""The guide of a command that names none: the current folder, or the folder ``guide`` in it."""

from pathlib import Path

USUAL = Path("guide")


def default_guide() -> Path:
    """The current folder if it has a guide.yaml, and the folder ``guide`` in it if not."""
    return Path() if Path("guide.yaml").is_file() else USUAL


def missing(folder: Path) -> str:
    """The message for a folder that does not exist, and for a command without a folder where there is no guide."""
    if folder == USUAL:
        return (
            "There is no guide here: this folder has neither a guide.yaml nor a folder 'guide'. Go to the folder of a "
            "guide, name it, or begin one with `studyguide new`."
        )
    return f"There is no folder '{folder}'. Give the folder that contains guide.yaml."

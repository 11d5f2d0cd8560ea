"""Names of files that every system can hold: Windows, Unix, ZIP and so EPUB."""

DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
"""Names that no file can have under Windows, with any suffix."""
MAX_NAME = 120
"""Letters in a file's name with its folders: Windows holds 260 with all that comes before them."""


def fault(name: str) -> str | None:
    """Why a file of the guide (with ``/``) cannot have this name on every system, in words for the author."""
    if len(name) > MAX_NAME:
        return f"its name has {len(name)} letters; at most {MAX_NAME} fit every system. Choose a shorter name"
    for part in name.split("/"):
        if is_device(part):
            return f"Windows keeps the name '{part.partition('.')[0]}' for a device. Rename it"
        if part.endswith("."):
            return f"Windows drops the full stop at the end of '{part}'. Rename it"
    return None


def is_device(name: str) -> bool:
    """Whether Windows takes the name of a file for a device, whatever suffixes it has."""
    return name.partition(".")[0].strip().lower() in DEVICES

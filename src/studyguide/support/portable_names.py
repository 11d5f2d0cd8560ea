"""Names of files that are valid on every system: Windows, Unix, ZIP and so EPUB."""

DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
"""Names that Windows reserves, with any suffix."""
MAX_NAME = 120
"""Characters in a file's name with its folders: Windows allows 260 for the whole path."""


def fault(name: str) -> str | None:
    """The reason why a file of the guide (with ``/``) cannot have this name on every system, for the author."""
    if len(name) > MAX_NAME:
        return f"its name has {len(name)} letters; at most {MAX_NAME} fit every system. Choose a shorter name"
    for part in name.split("/"):
        if is_device(part):
            return f"Windows keeps the name '{part.partition('.')[0]}' for a device. Rename it"
        if part.endswith("."):
            return f"Windows drops the full stop at the end of '{part}'. Rename it"
    return None


def is_device(name: str) -> bool:
    """Whether Windows takes the name of a file for a device, with any suffix."""
    return name.partition(".")[0].strip().lower() in DEVICES

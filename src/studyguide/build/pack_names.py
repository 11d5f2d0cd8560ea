"""Names of files that the systems of schools accept: ASCII, no spaces, 100 characters, no name that Windows keeps."""

import re

from studyguide.support.errors import BuildError
from studyguide.support.portable_names import is_device

MOST = 100
"""The characters of a name with its folders."""
_PART = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*(?<!\.)")


def checked(name: str) -> str:
    """The name itself. Raises `BuildError` for one that a school's system may refuse."""
    if len(name) > MOST:
        raise BuildError(
            f"The pack was not written: '{name}' has {len(name)} characters, and {MOST} fit every system. Choose a "
            "shorter name for the guide, the edition or the picture."
        )
    if not all(_PART.fullmatch(part) and not is_device(part) for part in name.split("/")):
        raise BuildError(f"The pack was not written: '{name}' is not a name for every system. Rename that file.")
    return name

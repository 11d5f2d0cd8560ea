"""Fonts: the families of themes, those for signs, and those that a guide's characters need besides."""

import re
from collections.abc import Iterator
from pathlib import Path

from studyguide.cli.doctor import installers
from studyguide.cli.doctor.finding import Finding


def fonts() -> Iterator[Finding]:
    """A line for the families that every guide uses, and one for each that is missing."""
    from studyguide.themes.fonts import families

    wanted = (*families.ROLES, families.WIDE, families.SYMBOLS)
    missing = [family for family in wanted if not families.faces(family)]
    for family in missing:
        yield Finding(f"font {family.name}", "missing", "every guide uses it", installers.pip(family.package))
    if there := [family.name for family in wanted if family not in missing]:
        yield Finding("fonts", "ok", ", ".join(there))


def fonts_of(guide: Path) -> Iterator[Finding]:
    """Whether the installed fonts have all characters of a guide."""
    from studyguide.guide.load import read
    from studyguide.lint import characters
    from studyguide.themes.fonts import families

    draft = read(guide)
    packages = {family.package for family in families.FALLBACKS}
    found = [re.findall(r"[\w-]+", problem.message) for problem in characters.missing(draft.guide)]
    first = (next((word for word in words if word in packages), None) for words in found)
    needed = sorted({name for name in first if name})
    if needed:
        yield Finding(
            "fonts of the guide", "missing", f"it has characters of {', '.join(needed)}", installers.pip(*needed)
        )
    elif found:
        said = "no package is known that has some of its characters"
        yield Finding("fonts of the guide", "wrong", said, f"studyguide check {guide}")
    else:
        yield Finding("fonts of the guide", "ok", "all its characters can be printed")

"""Names that the program knows, and the page that explains the codes."""

from collections.abc import Callable, Mapping
from pathlib import Path

from studyguide import formats, handouts
from studyguide.guide.chapters import KINDS
from studyguide.guide.load import information, load
from studyguide.handouts import handout_kinds
from studyguide.lint import rules
from studyguide.lint.fix.texts import CODES
from studyguide.support import paths

_HEAD = """\
# The remarks of `studyguide check`

This page is made from the rules in `src/studyguide/lint/rules`. After changing one, run
`pytest tests/lint/test_rules.py --accept`.

A remark is not a mistake: `check` shows it, and `build` ignores it. With `--strict`, `check`
fails for remarks too. `studyguide explain SG104` prints what this page says of a code. If
something is meant as it is, allow it in `guide.yaml` and say why:

```yaml
allow:
  - {code: SG104, where: reception, why: It quotes the title of a song.}
```"""
_GROUPS = {
    "SG0": "what is allowed",
    "SG1": "language and style",
    "SG2": "structure and accessibility",
    "SG3": "facts and sources",
    "SG4": "coverage",
}


def rounds(guide: Path) -> tuple[tuple[str, ...], ...]:
    """The editions of a guide: first those that need no other, then those that print the page numbers of others."""
    editions = load(guide).info.editions
    return tuple(tuple(e.id for e in editions if bool(e.page_maps) == late) for late in (False, True))


def stems(guide: Path) -> tuple[str, ...]:
    """The stem of each edition's file names; none if guide.yaml has problems, which are reported elsewhere."""
    info = information(guide)
    if info is None:
        return ()
    return (info.name, *(f"{info.name}-{edition.id}" for edition in info.editions[1:]))


def names(what: str, guide: Path) -> tuple[str, ...]:
    """What the program has of a kind, such as formats and languages, or the editions or handouts of a guide."""
    match what:
        case "editions":
            return tuple(edition.id for edition in load(guide).info.editions)
        case "worksheets" | "lessons" | "slides":
            whole = load(guide)
            return tuple(handouts.names(whole, handout_kinds.usual_edition(whole, what), what))
        case _:
            return _OF_PROGRAM[what]() if what in _OF_PROGRAM else paths.style_names(what)


def _languages() -> tuple[str, ...]:
    from studyguide.languages import locales, tables  # late: Babel takes 20 ms

    return tuple(f"{tag} {locales.name(tag)}" for tag in tables.shipped())


def _codes() -> tuple[str, ...]:
    return tuple(f"{code} {text.splitlines()[0]}" for code, text in rules.catalogue().items())


_OF_PROGRAM: Mapping[str, Callable[[], tuple[str, ...]]] = {
    "kinds": lambda: tuple(KINDS),
    "formats": lambda: formats.FORMATS,
    "languages": _languages,
    "codes": _codes,
}


def codes() -> str:
    """The text of docs/codes.md: every code with all that its rule says of itself."""
    parts = [_HEAD]
    begun = ""
    for code, text in rules.catalogue().items():
        if code[:3] != begun:
            begun = code[:3]
            parts.append(f"## {begun}xx: {_GROUPS[begun]}")
        parts.append(f"**{code}** {text}")
        if code in CODES:
            parts.append("`studyguide check --fix` corrects it where it is clear.")
    return "\n\n".join(parts) + "\n"

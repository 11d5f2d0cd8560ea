"""The families of fonts that the program knows, and the places of their files.

Each `fontpkg` package has one family. Families of other packages are found by the path of their file.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import fontpkg

from studyguide.support.han_script import TRADITIONAL, is_traditional
from studyguide.themes.fonts.coverage import signs

WEIGHTS, STYLES = (400, 700), ("normal", "italic")


@dataclass(frozen=True)
class Font:
    """One face: its CSS family, weight (100-900), style and file (several weights may share a file)."""

    family: str
    weight: int
    style: str
    path: Path


@dataclass(frozen=True)
class Family:
    """A family of fonts, and the package that has it."""

    name: str
    package: str
    """The package to install; its name is that of the family, unless there is a file."""
    scripts: tuple[str, ...] = ()
    """Its scripts (ISO 15924; Zsye for emoji, Zsym for other symbols). Without any, it is for every guide."""
    file: str = ""
    """The file inside a package that is not of `fontpkg`; it is upright and regular."""
    has_marks: bool = True
    """Whether its combining marks fit any letter; if not, only composed letters are used."""

    @property
    def css(self) -> str:
        """Its name in style sheets. No font of a machine has this name: another version would change the pages."""
        return f"{self.name} Fallback"


ROLES = (
    Family("Literata", "fontpkg-literata"),
    Family("Atkinson Hyperlegible", "fontpkg-atkinson-hyperlegible"),
    Family("Source Code Pro", "fontpkg-source-code-pro", has_marks=False),
)
"""The families that a theme may name, by their own names."""

SCRIPTS = (
    Family("IBM Plex Sans Arabic", "fontpkg-ibm-plex-sans-arabic", ("Arab",)),
    Family("Noto Sans Arabic", "fontpkg-noto-sans-arabic", ("Arab",)),
    Family("Frank Ruhl Libre", "fontpkg-frank-ruhl-libre", ("Hebr",)),
    Family("Noto Sans Devanagari", "fontpkg-noto-sans-devanagari", ("Deva",)),
    Family("Hind Siliguri", "fontpkg-hind-siliguri", ("Beng",)),
    Family("Noto Sans Tamil", "fontpkg-noto-sans-tamil", ("Taml",)),
    Family("Noto Sans Telugu", "fontpkg-noto-sans-telugu", ("Telu",)),
    Family("Noto Sans Thai", "fontpkg-noto-sans-thai", ("Thai",)),
    Family("Noto Sans Khmer", "fontpkg-noto-sans-khmer", ("Khmr",)),
    *(
        Family(f"Noto Sans {name}", "manimgx-fonts", (script,), f"manimgx_fonts/NotoSans{name}[wght].ttf")
        for name, script in (
            ("Armenian", "Armn"),
            ("Ethiopic", "Ethi"),
            ("Georgian", "Geor"),
            ("Gujarati", "Gujr"),
            ("Gurmukhi", "Guru"),
            ("Kannada", "Knda"),
            ("Lao", "Laoo"),
            ("Malayalam", "Mlym"),
            ("Myanmar", "Mymr"),
            ("Oriya", "Orya"),
            ("Sinhala", "Sinh"),
        )
    ),
)
"""The families for scripts that are used where their packages are installed."""

WIDE = Family("Noto Sans", "fontpkg-noto-sans")
SYMBOLS = Family("DejaVu Sans", "ziafont", file="ziafont/fonts/DejaVuSans.ttf")
LAST = (
    Family("Noto Sans Symbols", "manimgx-fonts", ("Zsym",), "manimgx_fonts/NotoSansSymbols[wght].ttf"),
    Family("Noto Emoji", "manimgx-fonts", ("Zsye",), "manimgx_fonts/NotoEmoji[wght].ttf"),
    Family("Noto Sans JP", "pylopdf-fonts-jp", ("Hira", "Kana", "Hani"), "pylopdf_fonts_jp/NotoSansJP-Regular.otf"),
    Family("Noto Sans SC", "pylopdf-fonts-zh-cn", ("Hani",), "pylopdf_fonts_zh_cn/NotoSansSC-Regular.otf"),
    Family("Noto Sans TC", "pylopdf-fonts-zh-tw", ("Hani", "Bopo"), "pylopdf_fonts_zh_tw/NotoSansTC-Regular.otf"),
    Family("Noto Sans KR", "pylopdf-fonts-ko", ("Hang",), "pylopdf_fonts_ko/NotoSansKR-Regular.otf"),
)
"""Families with many symbols of their own, which must not replace those of other families when installed."""

FALLBACKS = (WIDE, *SCRIPTS, SYMBOLS, *LAST)
"""The families for characters that a role's own family lacks; the first that has one is used."""


_HAN = {"ja": "Noto Sans JP", "zh": "Noto Sans SC", TRADITIONAL: "Noto Sans TC", "ko": "Noto Sans KR"}
"""The family whose Chinese characters have the forms of a language."""


def han(language: str) -> Family | None:
    """The family for the Chinese characters of a language; None if it has none of its own."""
    short = language.partition("-")[0]
    name = _HAN.get(TRADITIONAL if short == "yue" or is_traditional(language) else short)
    return next((family for family in LAST if family.name == name), None)


def han_first(names: Iterable[str], language: str) -> list[str]:
    """Names of families in style sheets, that of a language before the others that have Chinese characters."""
    listed, family = [*dict.fromkeys(names)], han(language)
    others = [each.css for each in LAST if each.file.startswith("pylopdf")]
    if family is None or family.css not in listed:
        return listed
    first = min(listed.index(each) for each in others if each in listed)
    listed.remove(family.css)
    return [*listed[:first], family.css, *listed[first:]]


@cache
def fallbacks() -> tuple[Family, ...]:
    """The fallbacks that are installed."""
    return tuple(family for family in FALLBACKS if any(_files(family)))


def find(name: str) -> Family | None:
    """The family that has this name in themes."""
    return next((family for family in ROLES if family.name == name), None)


def emoji(names: Iterable[str]) -> tuple[str, ...]:
    """The same families, those for emoji first."""
    first = {family.css for family in FALLBACKS if "Zsye" in family.scripts}
    return tuple(sorted(names, key=lambda name: name not in first))


def picture_signs() -> frozenset[int]:
    """The code points that the installed families for emoji have."""
    found = [face.path for family in fallbacks() if "Zsye" in family.scripts for face in faces(family)]
    return frozenset[int]().union(*map(signs, found))


def chain(name: str) -> tuple[str, ...]:
    """The names in style sheets of the families for a role with the family `name`."""
    return (name, *(family.css for family in fallbacks()))


@cache
def faces(family: Family) -> tuple[Font, ...]:
    """The faces of a family, under its name in style sheets; none if it is not installed."""
    name = family.name if family in ROLES else family.css
    return tuple(Font(name, *face) for face in _files(family))


@cache
def licence(font: Font) -> bytes:
    """The licence of a face: the file of its package, or the text in the font."""
    for folder in font.path.parents[:2]:
        if (file := folder / "LICENSE").is_file() and folder.name.startswith("fontpkg"):
            return file.read_bytes()
    from fontTools.ttLib import TTFont

    with TTFont(font.path, lazy=True) as face:
        names = face["name"]
        return "\n\n".join(filter(None, map(names.getDebugName, (0, 13, 14)))).encode()


def _files(family: Family) -> Iterator[tuple[int, str, Path]]:
    """The weight, style and file of each face."""
    if family.file:
        if path := _file(family.file):
            yield 400, "normal", path
        return
    try:
        found = fontpkg.family(family.package.removeprefix("fontpkg-"))
    except fontpkg.FamilyNotInstalled:
        return
    for weight in WEIGHTS:
        for style in STYLES:
            if each := next((f for f in found.files if f.style == style and f.covers(weight)), None):
                yield weight, style, each.path


def _file(name: str) -> Path | None:
    """A file inside a package, which is not imported."""
    package, _, file = name.partition("/")
    spec = find_spec(package)
    folders = spec.submodule_search_locations or () if spec else ()
    return next((path for folder in folders if (path := Path(folder) / file).is_file()), None)

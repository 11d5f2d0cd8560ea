"""Style sheets and fonts, gathered for one format, theme and paper."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Self

from studyguide.support import paths, signatures
from studyguide.support.cache import digest
from studyguide.support.errors import UsageError, suggestion
from studyguide.support.han_script import has_wide_signs
from studyguide.support.paths import style_names
from studyguide.themes import contrast, css, fonts
from studyguide.themes.css import Token
from studyguide.themes.fonts import Font
from studyguide.themes.language_style import set_for
from studyguide.themes.school.look import School

__all__ = ["USUAL", "Drawing", "Font", "Look", "drawing", "families", "look", "unsuitable"]

ROLES = {f"--font-{role}": role for role in ("text", "label", "code")}
"""The property of each role; a theme names its family first in the list."""

SHEETS = 32
"""How many themes are remembered, by their text: one may be changed while a process works on."""


@dataclass(frozen=True)
class Drawing:
    """The greatest size of a drawing, in units; its letters are 12 units high."""

    width: int = 320
    """The width of a small telephone in pixels."""
    height: int = 570
    wide: int = 690
    """The width of a drawing over the whole width of a printed page, in the smallest letters of the theme; no less than
    `width`. Such a drawing is not higher than it is wide."""


USUAL = Drawing()
"""The size of drawings in a theme with letters of ordinary size."""


@dataclass(frozen=True)
class Look:
    """Everything that decides the appearance of one output."""

    theme: str
    paper: str
    css: str
    """Theme, base, format and paper style sheets in cascade order, without ``@font-face``."""
    fonts: tuple[Font, ...]
    """The faces of the theme's families and of all fallbacks."""
    roles: tuple[tuple[str, str], ...]
    """The theme's own family for ``text``, ``label`` and ``code``."""
    school: School | None = None
    """The styles of the school, for Word documents."""
    language: str = ""
    """The language, if it takes signs away from some fonts, see `font_ranges`; or empty."""

    def in_language(self, language: str, direction: str = "") -> Self:
        """The look for a language and its direction; left and right are exchanged for ``rtl``."""
        css, faces = set_for(self.css, self.fonts, language, direction)
        return replace(self, css=css, fonts=faces, language=language if has_wide_signs(language) else "")

    @cached_property
    def digest(self) -> str:
        """A digest of the contents of style sheets and fonts."""
        fonts = (f"{f.family} {f.weight} {f.style} {digest(f.path.read_bytes())}" for f in self.fonts)
        return digest(*map(str.encode, (self.css, *fonts, *filter(None, [self.language]))))

    @property
    def drawing_colours(self) -> tuple[str, str, str]:
        """The theme's colours for the ink, the fine lines and the ground of drawings."""
        found = contrast.properties(self.theme)
        return found["--ink"], found["--hairline"], found["--paper"]

    def family(self, role: str) -> str:
        """The theme's own family for a role."""
        return dict(self.roles)[role]

    def chain(self, role: str) -> tuple[str, ...]:
        """The families for a role, in the order in which they are searched for each character."""
        own, every = self.family(role), dict.fromkeys(face.family for face in self.fonts)
        return (own, *(name for name in every if not fonts.find(name)))

    @cached_property
    def signs(self) -> Mapping[str, frozenset[int]]:
        """The code points that each family has, in any of its faces."""
        return signs_of(self.fonts)

    def lacks(self, role: str, text: Iterable[str]) -> frozenset[str]:
        """The characters of a text that the theme's own family for a role does not have."""
        known = self.signs[self.family(role)]
        return frozenset(sign for sign in {*text} if ord(sign) not in known and not fonts.is_silent(sign))

    def font_faces(
        self,
        url: Callable[[Font], str],
        faces: Iterable[Font] | None = None,
        limit: Callable[[Font], str] = lambda _font: "",
    ) -> str:
        """``@font-face`` rules for all faces, or for some; `url` returns the place of a face's file in a format.

        `limit` returns a descriptor that takes characters away from a face, or nothing.
        """
        rule = '@font-face {{ font-family: "{}"; font-weight: {}; font-style: {}; src: url("{}"); {}}}\n'
        found = self.fonts if faces is None else faces
        return "".join(rule.format(f.family, f.weight, f.style, url(f), limit(f)) for f in found)


def look(
    format_name: str, *, theme: str = "quiet", paper: str = "a4", is_sheet: bool = False, school: School | None = None
) -> Look:
    """The look of one output, a whole guide or a sheet to hand out.

    Raises `UsageError` for a theme or paper that does not exist.
    """
    sheets = ["base.css", f"{format_name}.css", _named("papers", paper)]
    if is_sheet:
        sheets.append("handout.css")
    found = (paths.styles_folder() / sheet for sheet in sheets)
    rules = "\n".join((_with_fallbacks(_sheet(theme)), *(path.read_text("utf-8") for path in found if path.is_file())))
    roles = families(theme)
    return Look(theme, paper, rules, _faces(roles.values()), tuple(roles.items()), school)


def families(theme: str) -> Mapping[str, str]:
    """The family that a theme names for each role. Raises `UsageError` for a theme that does not exist."""
    return _families(_sheet(theme))


def drawing(theme: str, paper: str = "a4") -> Drawing:
    """The greatest size of a theme's drawings. Raises `UsageError` for a theme that does not exist."""
    found = contrast.properties(theme)
    names = "width", "height", "wide-small" if paper in signatures.WHOLES else "wide"
    width, height, wide = (int(found.get(f"--drawing-{name}", 0)) for name in names)
    width = width or USUAL.width
    return Drawing(width, height or USUAL.height, max(wide, width))


def unsuitable(theme: str, paper: str) -> str | None:
    """The reason why a theme cannot be used on a paper; None if it can, or if one of them does not exist."""
    if theme not in style_names("themes") or paper not in style_names("papers"):
        return None
    papers = contrast.properties(theme).get("--papers", "").split()
    if paper in papers:
        return None
    return (
        f"The theme '{theme}' is not made for pages of {paper}: its letters, in pictures too, have no room there. "
        f"Choose {' or '.join(papers)}, or another theme."
    )


def signs_of(faces: Iterable[Font]) -> Mapping[str, frozenset[int]]:
    """The code points that each family has, in any of its faces."""
    found: dict[str, frozenset[int]] = {}
    for font in faces:
        family = fonts.find(font.family)
        useless = fonts.MARKS if family and not family.has_marks else frozenset()
        found[font.family] = found.get(font.family, frozenset()) | fonts.signs(font.path) - useless
    return found


@lru_cache(maxsize=SHEETS)
def _families(sheet: str) -> Mapping[str, str]:
    return MappingProxyType({ROLES[each.name]: name.value for each, name in _named_families(css.rules(sheet))})


@lru_cache(maxsize=SHEETS)
def _with_fallbacks(sheet: str) -> str:
    """The style sheet of a theme, with the fallbacks behind each family that it names."""
    rules = css.rules(sheet, comments=True)
    for _, name in _named_families(rules):
        name.representation = ", ".join(f'"{each}"' for each in fonts.chain(name.value))
    return css.text(rules)


def _named_families(rules: Iterable[Token]) -> Iterator[tuple[Token, Token]]:
    """What names a family for a role, and the name in it."""
    found = (each for each in css.declarations(rules) if each.name in ROLES)
    firsts = ((each, next(iter(css.stripped(each.value)), None)) for each in found)
    yield from ((each, name) for each, name in firsts if name and name.type == "string")


def _faces(names: Iterable[str]) -> tuple[Font, ...]:
    """The faces of a theme's families, in the order of `names`, and of all fallbacks."""
    own = (found for name in dict.fromkeys(names) if (found := fonts.find(name)))
    return tuple(face for family in (*own, *fonts.fallbacks()) for face in fonts.faces(family))


def _sheet(theme: str) -> str:
    return (paths.styles_folder() / _named("themes", theme)).read_text("utf-8")


def _named(folder: str, name: str) -> str:
    if name not in style_names(folder):
        hint = suggestion(name, style_names(folder))
        raise UsageError(f"There is no {folder.removesuffix('s')} '{name}'. {hint}")
    return f"{folder}/{name}.css"

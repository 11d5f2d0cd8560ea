"""The look of a school's documents, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Properties = dict[str, dict[str, str]]
"""Properties, such as those of a paragraph, with their attributes; the names are those of `values`."""


PAGE = ""
"""In place of the name of a style, for what is not taken of the pages."""


class SchoolError(Exception):
    """A school's document cannot be used; the message is for the author."""


@dataclass(frozen=True, eq=False)
class StyleLook:
    """The look of a style, with all that it inherits from others, except from Normal."""

    properties: Mapping[str, Properties]
    """For ``pPr``, ``rPr`` and ``tblPr``, the properties that replace ours."""
    kept: frozenset[str] = frozenset()
    """Properties whose values are not taken, so ours stay."""


@dataclass(frozen=True, eq=False)
class School:
    """The look of a school's documents."""

    text: StyleLook
    """The defaults of the document and the style Normal in one."""
    styles: Mapping[str, StyleLook]
    """The look of each of our styles that the document has too, by its name in small letters."""
    margins: tuple[int, int, int, int] | None
    """Top, right, bottom, left in twips, if all of them can be used."""
    left_out: tuple[tuple[str, str], ...]
    """Styles by their names in the document, or `PAGE`, and what of each is not taken."""
    by_theme: tuple[str, ...]
    """The styles whose font only the theme of the document names, if the theme has none that can be used."""


@dataclass
class Found:
    """What is read of a style and of those that it is based on."""

    properties: dict[str, Properties] = field(default_factory=lambda: {"pPr": {}, "rPr": {}, "tblPr": {}})
    kept: set[str] = field(default_factory=set)
    left_out: list[str] = field(default_factory=list)
    is_by_theme: bool = False

    def refuse(self, part: str, name: str, why: str) -> None:
        """Leave a property out, so that ours stays."""
        self.properties[part].pop(name, None)
        self.kept.add(name.partition("/")[0])
        self.left_out.append(why)

    def finished(self) -> StyleLook:
        """The look of the style."""
        return StyleLook(self.properties, frozenset(self.kept))

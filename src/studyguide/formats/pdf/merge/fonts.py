"""Merges the fonts of several parts: each font is used once, with the glyphs of all parts that use it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from studyguide.formats.pdf.workers.messages import EmbeddedFace


@dataclass
class _Union:
    """A merged font. The text of a glyph is that of its first part, as if the parts had been written in order."""

    first: EmbeddedFace
    widths: dict[int, int] = field(default_factory=dict)
    letters: dict[int, str] = field(default_factory=dict)

    def take(self, face: EmbeddedFace) -> bool:
        """Add the glyphs of a part; False, without a change, if the part measured another width for one of them."""
        if any(self.widths.get(glyph, width) != width for glyph, width in face.widths):
            return False
        self.widths.update(face.widths)
        for glyph, text in face.letters:
            self.letters.setdefault(glyph, text)
        return True

    def face(self) -> EmbeddedFace:
        """The merged font."""
        widths = tuple(sorted(self.widths.items()))
        return replace(self.first, widths=widths, letters=tuple(self.letters.items()))


def union(parts: Sequence[Sequence[EmbeddedFace]]) -> list[Mapping[str, EmbeddedFace]]:
    """For each part, its fonts by name; a font of several parts has the glyphs of all of them.

    Text is placed by the widths that its part measured, so parts with different widths for a glyph get separate fonts.
    """
    unions: dict[str, list[_Union]] = {}
    rows = [{face.name: _union(unions.setdefault(face.name, []), face) for face in faces} for faces in parts]
    return [{name: union.face() for name, union in row.items()} for row in rows]


def _union(unions: list[_Union], face: EmbeddedFace) -> _Union:
    for union in unions:
        if union.take(face):
            return union
    unions.append(_Union(face, dict(face.widths), dict(face.letters)))
    return unions[-1]

"""The fonts of several parts as those of one: each once, with the letters of all parts that use it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from studyguide.formats.pdf.workers.messages import EmbeddedFace


@dataclass
class _Union:
    """A font in the making. What was there first stays, as if the parts had been written one after the other."""

    first: EmbeddedFace
    widths: dict[int, int] = field(default_factory=dict)
    letters: dict[int, str] = field(default_factory=dict)

    def take(self, face: EmbeddedFace) -> bool:
        """Take in the letters of a part; False, and nothing done, where it measured one differently."""
        if any(self.widths.get(glyph, width) != width for glyph, width in face.widths):
            return False
        self.widths.update(face.widths)
        for glyph, text in face.letters:
            self.letters.setdefault(glyph, text)
        return True

    def face(self) -> EmbeddedFace:
        """What it has become."""
        widths = tuple(sorted(self.widths.items()))
        return replace(self.first, widths=widths, letters=tuple(self.letters.items()))


def union(parts: Sequence[Sequence[EmbeddedFace]]) -> list[Mapping[str, EmbeddedFace]]:
    """For each part its fonts by name; a font of several parts has the letters of all of them.

    Content is set by the widths that its part measured, so where parts differ in one, each keeps a font of its own.
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

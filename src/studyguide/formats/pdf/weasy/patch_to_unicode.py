"""What each glyph stands for, so that text can be copied out and read aloud.

Where a letter and its marks are several glyphs, WeasyPrint 70 says of the last one that it stands for all of them, and
of the others that they stand for nothing (``draw_first_line``); the next letter with the same mark is read wrongly.
Here such a glyph stands for the character that the font has it for. It waits for Kozea/WeasyPrint#2841.
tests/formats/test_pdf_letters.py shows it.
"""

import unicodedata
from functools import cached_property
from typing import Any

import uharfbuzz
from weasyprint.pdf.fonts import Font


class Letters(dict[int, str]):
    """Glyph number to text, as WeasyPrint fills it in."""

    def __init__(self, font: Any) -> None:
        super().__init__()
        self._font = font

    def __setitem__(self, glyph: int, text: str) -> None:
        parts = unicodedata.normalize("NFKD", text)
        is_composed = any(map(unicodedata.combining, parts)) or (parts != text and len(parts) > 1)
        if not text or (is_composed and not self._is_own(glyph, text)):
            text = self._characters.get(glyph) or self._marks(glyph, text)
        super().__setitem__(glyph, text)

    def _is_own(self, glyph: int, text: str) -> bool:
        """Whether the font has this glyph for this one character."""
        return len(text) == 1 and self._shapes.get_nominal_glyph(ord(text)) == glyph

    def _marks(self, glyph: int, text: str) -> str:
        """What a glyph that no character has stands for in such a text: the marks, if it has no width of its own."""
        if self._shapes.get_glyph_h_advance(glyph):
            return text
        return "".join(filter(unicodedata.combining, unicodedata.normalize("NFD", text)))

    @cached_property
    def _shapes(self) -> uharfbuzz.Font:
        return uharfbuzz.Font(uharfbuzz.Face(self._font.file_content, self._font.index))

    @cached_property
    def _characters(self) -> dict[int, str]:
        """The character that the font's map has for each glyph, the first where there are several."""
        signs = sorted(self._shapes.face.unicodes, reverse=True)
        found = ((self._shapes.get_nominal_glyph(code), chr(code)) for code in signs)
        return {glyph: sign for glyph, sign in found if glyph is not None}


def _init(font: Any, *arguments: Any) -> None:
    original(font, *arguments)
    font.to_unicode = Letters(font)


original = Font.__init__
"""WeasyPrint's own."""
Font.__init__ = _init

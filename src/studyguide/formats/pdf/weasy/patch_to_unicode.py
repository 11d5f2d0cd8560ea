"""Maps each glyph to its text, so that text can be copied and read aloud.

If a letter and its marks are several glyphs, WeasyPrint 70 maps the last glyph to all of their text and the others to
nothing (``draw_first_line``), so the next letter with the same mark is read wrongly. Here such a glyph is mapped to the
character that the font uses it for. The patch is needed until Kozea/WeasyPrint#2841 is resolved.
tests/formats/test_pdf_letters.py shows the fault.

What readers make of text from right to left decides two more things. They turn letters around one by one, also those
of one glyph, so letters in one sign, as lam with alef, have the one character that Unicode keeps for both. They mirror
brackets themselves, so a bracket is the one that is seen. A letter is the same in all forms that it has inside a word.
"""

import unicodedata
from functools import cached_property
from typing import Any

import uharfbuzz
from weasyprint.pdf.fonts import Font


class Letters(dict[int, str]):
    """Glyph number to text. WeasyPrint adds the items, and each is corrected when it is added."""

    def __init__(self, font: Any) -> None:
        super().__init__()
        self._font = font

    def __setitem__(self, glyph: int, text: str) -> None:
        parts = unicodedata.normalize("NFKD", text)
        is_composed = any(map(unicodedata.combining, parts)) or (parts != text and len(parts) > 1)
        if not text or (is_composed and not self._is_own(glyph, text)):
            text = self._characters.get(glyph) or self._marks(glyph, text)
        elif len(text) == 1 and unicodedata.mirrored(text):
            text = self._characters.get(glyph, text)
        super().__setitem__(glyph, as_read(text))

    def _is_own(self, glyph: int, text: str) -> bool:
        """Whether the text is one character, and this is the font's glyph for it."""
        return len(text) == 1 and self._shapes.get_nominal_glyph(ord(text)) == glyph

    def _marks(self, glyph: int, text: str) -> str:
        """The text of a glyph that is not in the font's character map: only the marks if the glyph has no width."""
        if self._shapes.get_glyph_h_advance(glyph):
            return text
        return "".join(filter(unicodedata.combining, unicodedata.normalize("NFD", text)))

    @cached_property
    def _shapes(self) -> uharfbuzz.Font:
        return uharfbuzz.Font(uharfbuzz.Face(self._font.file_content, self._font.index))

    @cached_property
    def _characters(self) -> dict[int, str]:
        """The character for each glyph in the font's character map; the first one if there are several."""
        signs = sorted(self._shapes.face.unicodes, reverse=True)
        found = ((self._shapes.get_nominal_glyph(code), chr(code)) for code in signs)
        return {glyph: sign for glyph, sign in found if glyph is not None}


def as_read(text: str) -> str:
    """Arabic letters in place of their forms, and one character for those in one sign; other text as it is."""
    plain = unicodedata.normalize("NFKC", text) if all(map(_is_form, text)) else text
    return _LIGATURES.get(plain, plain)


def _is_form(sign: str) -> bool:
    """Whether it is an Arabic letter in one of the forms that letters have inside words."""
    return "\ufb50" <= sign <= "\ufd3d" or "\ufe80" <= sign <= "\ufefc"


def _init(font: Any, *arguments: Any) -> None:
    original(font, *arguments)
    font.to_unicode = Letters(font)


_TOGETHER = "".join(map(chr, (*range(0xFEFB, 0xFEF4, -2), *range(0xFC00, 0xFD3E))))
"""The characters for two letters in one sign: lam with alef, with each mark that alef can have, and others."""
_LIGATURES = {unicodedata.normalize("NFKC", sign): sign for sign in reversed(_TOGETHER)}
"""For letters in one sign, the first character for them, in the form that stands alone."""

original = Font.__init__
"""WeasyPrint's method."""
Font.__init__ = _init

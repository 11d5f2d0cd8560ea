"""Quotation marks of languages, as Unicode's CLDR has them (delimiters): around words, and inside such a quotation.

Babel, which has the rest of CLDR, leaves them out.
"""

from typing import NamedTuple


class Marks(NamedTuple):
    """What opens and closes a quotation, with the spaces that belong to it; and the same for one inside another."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str


USUAL = Marks("“", "”", "‘", "’")
_LOW = Marks("„", "“", "‚", "‘")
_POINTED = Marks("«", "»", "“", "”")
_BY_LANGUAGE = {
    **dict.fromkeys(("de", "cs", "sk", "sl", "hsb", "dsb", "bg", "is", "lt"), _LOW),
    **dict.fromkeys(("es", "it", "pt-PT", "ca", "gl", "eu", "el", "de-CH"), _POINTED),
    "es-MX": USUAL,
    "fr": Marks("«\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}»", "“", "”"),
    "fr-CH": Marks("«", "»", "‹", "›"),
    **dict.fromkeys(("ru", "uk", "be"), Marks("«", "»", "„", "“")),
    **dict.fromkeys(("nb", "nn", "no"), Marks("«", "»", "‘", "’")),
    **dict.fromkeys(("sv", "fi", "da"), Marks("”", "”", "’", "’")),
    "pl": Marks("„", "”", "«", "»"),
    "hu": Marks("„", "”", "»", "«"),
    "ro": Marks("„", "”", "«", "»"),
    "hr": Marks("„", "”", "‚", "’"),
    "et": Marks("„", "“", "«", "»"),
    "lv": Marks("“", "”", "„", "”"),
    "ja": Marks("「", "」", "『", "』"),
    "zh-Hant": Marks("「", "」", "『", "』"),
    "he": Marks("”", "”", "’", "’"),
}
"""The marks of languages that do not have `USUAL`."""


def marks(language: str) -> Marks:
    """The marks of a language tag, or of its language alone; those of English if it is not known."""
    return _BY_LANGUAGE.get(language) or _BY_LANGUAGE.get(language.partition("-")[0]) or USUAL

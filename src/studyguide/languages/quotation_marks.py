"""Quotation marks of languages without a table of labels, as Unicode's CLDR has them (delimiters).

Babel, which has the rest of CLDR, leaves them out. A table of labels says its own, see `conventions`.
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
    **dict.fromkeys(("gd", "hi", "id", "ko", "ms", "th", "vi", "zh"), USUAL),
    **dict.fromkeys(("cs", "sk", "sl", "hsb", "dsb", "bg", "is", "lt"), _LOW),
    **dict.fromkeys(("ca", "gl", "eu"), _POINTED),
    "be": Marks("«", "»", "„", "“"),
    **dict.fromkeys(("nb", "nn", "no"), Marks("«", "»", "‘", "’")),
    **dict.fromkeys(("fi", "da"), Marks("”", "”", "’", "’")),
    "hu": Marks("„", "”", "»", "«"),
    "ro": Marks("„", "”", "«", "»"),
    "hr": Marks("„", "”", "‚", "’"),
    "et": Marks("„", "“", "«", "»"),
    "lv": Marks("“", "”", "„", "”"),
    "ja": Marks("「", "」", "『", "』"),
    "zh-Hant": Marks("「", "」", "『", "』"),
}


def marks(language: str) -> Marks | None:
    """The marks of a language tag, or of its language alone; None if they are not known."""
    return _BY_LANGUAGE.get(language) or _BY_LANGUAGE.get(language.partition("-")[0])

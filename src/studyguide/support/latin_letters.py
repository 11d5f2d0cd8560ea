"""Texts in plain Latin letters, for names of files and ids: *Skatteøen* is Skatteoen, *Вишнёвый сад* Vishnevyi sad.

Letters of Greek and Cyrillic are written as passports have them (ICAO Doc 9303, part 3, section 6), without regard to
their language. Letters of other scripts stay as they are, and their users ask what is left.
"""

import re
import unicodedata

from studyguide.support.sorting import SPELT

_GREEK = "αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo"
_CYRILLIC = (
    "аa бb вv гg дd еe жzh зz иi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъie ыy ь эe юiu яia "
    "іi єie ґg ђd јj љlj њnj ћc џdz ѕdz"
)
_LETTERS = SPELT | {pair[0]: pair[1:] for pair in f"{_GREEK} {_CYRILLIC}".split()}
_APOSTROPHES = re.compile("['’ʼ]")


def in_latin(text: str) -> str:
    """The text in small letters, without accents and apostrophes."""
    decomposed = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text.casefold()))
    return "".join(_LETTERS.get(sign, sign) for sign in decomposed if not unicodedata.combining(sign))


def lost(text: str) -> str:
    """The letters of a text that have no plain Latin letters, each once."""
    return "".join(dict.fromkeys(sign for sign in in_latin(text) if sign.isalnum() and not sign.isascii()))

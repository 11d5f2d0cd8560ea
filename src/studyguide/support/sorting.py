"""The order of names and words by the alphabet of a language."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from studyguide.support.han_order import HAN, ORDERS, HanOrder, in_hiragana, row

SortKey = tuple[int, ...]
"""Compares as the words do in a dictionary; empty for a text without letters and figures."""

LATIN = " ".join("abcdefghijklmnopqrstuvwxyz")
SPELT = {"æ": "ae", "œ": "oe", "ø": "o", "ð": "d", "đ": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i"}
SPELT |= {"ŋ": "ng", "ŧ": "t", "ə": "e", "ß": "ss", "ʼ": "", "ـ": ""}
"""Letters that Unicode does not decompose, with the letters that other languages sort them by."""
_SAME = {"ي": "ی", "ى": "يی", "ی": "ي", "ك": "ک", "ک": "ك", "ة": "ه", "ٱ": "ا", "ء": "ا"}
"""Letters of the Arabic script, with those that an alphabet without them has in their place."""
_VOWELS = frozenset({0, 9, 84, 91, 103, 118, 129, 130, 132})
"""Combining classes of marks that are vowel signs and the like, not accents: of Indian scripts, Thai, Lao, Tibetan."""
_FIRST, _OTHER, _HAN = ord("a"), 0x1000, 0x200000
_KANA = "あ"


@dataclass(frozen=True)
class Alphabet:
    """The letters of a language in their order. A letter outside it is placed by its base letter: ä by a in English."""

    letters: tuple[str, ...]
    """In lower case; a letter may be written with several signs, such as ``ch``."""
    han: HanOrder | None = None
    """The order of Chinese characters; without one they are sorted by their code points, each with its own heading."""
    _ranks: Mapping[str, int] = field(init=False, repr=False, compare=False)
    _letter: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Prepare the ranks of the letters, and a pattern that prefers the longest."""
        ranks = {letter: _FIRST + number for number, letter in enumerate(dict.fromkeys(self.letters))}
        longest = sorted(ranks, key=len, reverse=True)
        object.__setattr__(self, "_ranks", ranks)
        object.__setattr__(self, "_letter", re.compile("|".join([*map(re.escape, longest), "."]), re.DOTALL))

    @classmethod
    @cache
    def of(cls, text: str) -> "Alphabet":
        """The alphabet whose letters a text has, separated by spaces; the last may name one of `ORDERS`."""
        letters = tuple(unicodedata.normalize("NFC", text).split())
        han = ORDERS.get(letters[-1]) if letters else None
        return cls(letters[:-1] if han else letters, han)

    def key(self, text: str) -> SortKey:
        """A key for sorting: letters, figures and single spaces, without case and accents."""
        said = " ".join(re.sub(r"[^\w\s]", _kept, self._lower(text)).split())
        return tuple(rank for letter in self._letter.findall(said) for rank in self._placed(letter))

    def heading(self, text: str) -> str:
        """The letter of the alphabet that a text is listed under, as a capital; empty if it begins with no letter."""
        said = re.sub(r"^[\W_]+", "", self._lower(text))
        letter = next(iter(self._letter.findall(said)), "")
        if self.han and HAN.match(letter):
            return self._upper(self.han.letter(letter)) or self.han.rest
        if letter not in self._ranks:
            letter = next((base for base in self._bases(letter) if base.isalpha()), "")
        return row(self._upper(letter[:1])) + letter[1:]

    def _placed(self, letter: str) -> Iterator[int]:
        if letter in self._ranks:
            yield self._ranks[letter]
        elif self.han and HAN.match(letter):
            initial = self.han.letter(letter)
            yield from (self._ranks[initial],) if initial in self._ranks else ()
            yield _HAN + self.han.rank(letter)
        else:
            for base in self._bases(letter):
                yield self._ranks.get(base, ord(base) if ord(base) < _FIRST else _OTHER + ord(base))

    def _bases(self, letter: str) -> Iterator[str]:
        """The base letters of a letter outside the alphabet, as the alphabet has them."""
        for base in _bases(letter):
            yield next((each for each in base + _SAME.get(base, "") if each in self._ranks), base)

    def _lower(self, text: str) -> str:
        if "ı" in self._ranks:  # as in Turkish, where i with and without a dot are two letters
            text = text.replace("I", "ı").replace("İ", "i")
        lower = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).lower()).replace("ς", "σ")
        return in_hiragana(lower) if _KANA in self._ranks else lower

    def _upper(self, letter: str) -> str:
        return "İ" if letter == "i" and "ı" in self._ranks else letter.upper()


def sort_key(text: str) -> SortKey:
    """A key for sorting by the English alphabet."""
    return Alphabet.of(LATIN).key(text)


def _bases(letter: str) -> Iterator[str]:
    """The letters without accents that a letter outside the alphabet is sorted by."""
    for spelt in SPELT.get(letter, letter):
        yield from (sign for sign in unicodedata.normalize("NFKD", spelt) if not _is_accent(sign))


def _kept(sign: re.Match[str]) -> str:
    """A mark that is part of a letter; nothing in place of punctuation."""
    return sign[0] if unicodedata.category(sign[0])[0] == "M" else ""


def _is_accent(sign: str) -> bool:
    return unicodedata.category(sign)[0] == "M" and unicodedata.combining(sign) not in _VOWELS

"""The order of Chinese characters by the tables of standards, which sort the most frequent ones by sound or strokes.

An alphabet names the order behind its last letter, see `ORDERS`. A character that its standard does not have comes
after the others, by its code point.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

HAN = re.compile("[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
"""A Chinese character, in Chinese and in Japanese."""
_BY_READING, _BY_PINYIN, _BY_STROKES = "jis", "pinyin", "strokes"
_FIRST_OF = dict(zip("啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝", "abcdefghjklmnopqrstwxyz", strict=True))
"""The first character of GB 2312 whose pinyin begins with each letter."""
_AFTER_LAST = "亍"
"""The first of the rare characters of GB 2312, which it sorts by their parts."""
_OF_STROKES = "一丁三丑丙丞串並亟乘乾傢亂僧億儒優叢儳勸儷儼囌囑廳灤纜豔爨鸞"
"""The first character of Big5 with one stroke, with two, and so on; those of its second part come last."""
_MOST_STROKES, _SECOND_PART = {"籲": 32}, "乂"
_RARE = 0x1000000
_SMALL = dict(zip("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ", strict=True))
_ROWS = (
    *("あいうえお", "かきくけこ", "さしすせそ", "たちつてと", "なにぬねの"),
    *("はひふへほ", "まみむめも", "やゆよ", "らりるれろ", "わゐゑをん"),
)
_ROW = {sign: row[0] for row in _ROWS for sign in row}
_VOWELS = {
    sign: "あいうえお"[number] for row in _ROWS if len(row) == len("あいうえお") for number, sign in enumerate(row)
}
_VOWELS |= {"や": "あ", "ゆ": "う", "よ": "お", "わ": "あ", "を": "お"}
_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_READING = re.compile(r"[^（(]*[（(]([\u3041-\u3096\u30a1-\u30ff\s]+)[）)]\s*")
_LONG = "ー"


@dataclass(frozen=True)
class HanOrder:
    """One of `ORDERS`."""

    codec: str
    """Python's name of the encoding that has the table."""
    rest: str
    """The heading of characters whose sound the table does not tell."""
    letters: Mapping[int, str] = field(default_factory=dict)
    """The letters that the sounds begin with, by the rank of the first character."""

    def rank(self, sign: str) -> int:
        """The place of a character among the others."""
        try:
            return int.from_bytes(sign.encode(self.codec), "big")
        except UnicodeEncodeError:
            return _RARE + ord(sign)

    def letter(self, sign: str) -> str:
        """The letter that the sound of a character begins with; empty if the table does not tell."""
        firsts = [*self.letters]
        return self.letters[firsts[place - 1]] if (place := bisect_right(firsts, self.rank(sign))) else ""


def _by_pinyin() -> HanOrder:
    order = HanOrder("gb2312", "其他")
    firsts = {order.rank(sign): letter for sign, letter in {**_FIRST_OF, _AFTER_LAST: ""}.items()}
    return HanOrder(order.codec, order.rest, firsts)


def _by_strokes() -> HanOrder:
    order = HanOrder("big5", "其他")
    strokes = {sign: number for number, sign in enumerate(_OF_STROKES, 1)} | _MOST_STROKES
    firsts = {order.rank(sign): f"{number}畫" for sign, number in strokes.items()}
    return HanOrder(order.codec, order.rest, {**firsts, order.rank(_SECOND_PART): ""})


ORDERS: Mapping[str, HanOrder] = {
    _BY_READING: HanOrder("euc_jp", "漢字"),
    _BY_PINYIN: _by_pinyin(),
    _BY_STROKES: _by_strokes(),
}
"""``jis``: JIS X 0208, by the usual reading; it has no headings. ``pinyin``: GB 2312, under Latin letters.

``strokes``: Big5, under the numbers of strokes.
"""


def in_hiragana(text: str) -> str:
    """A Japanese text as it is sorted: in large hiragana, with vowels for the signs that lengthen them.

    Of a word with its reading in brackets, such as 藪（やぶ）, it is the reading.
    """
    if found := _READING.fullmatch(text):
        text = found[1]
    said: list[str] = []
    for sign in text.translate(_TO_HIRAGANA):
        large = _SMALL.get(sign, sign)
        is_long = large == _LONG and said
        said.append(_VOWELS.get(unicodedata.normalize("NFD", said[-1])[0], large) if is_long else large)
    return "".join(said)


def row(letter: str) -> str:
    """The first kana of the row that a kana is in, such as か for こ; other letters stay as they are."""
    return _ROW.get(letter, letter)

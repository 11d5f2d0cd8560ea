"""Lines of Chinese and Japanese: letters as wide as two, and line ends that are not spaces between words.

The rule for line ends is that of CSS Text 4 (segment break transformation); it looks at the signs on both sides.
"""

import re
import unicodedata

_WORDS = "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3041-\u30ff\u3105-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
_WORDS += "\uf900-\ufaff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9f\U00020000-\U0003ffff"
_SIGNS = "\u3000-\u3004\u3008-\u3020\u3030-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
WIDE = _WORDS + _SIGNS
"""Chinese characters, kana and their signs, for a class of a regular expression: a line may break behind each."""
_EITHER = "“”‘’…—"
"""Signs of Western and of Chinese texts."""
_JOINED = re.compile(
    f"[{_WORDS}{_SIGNS}][{_WORDS}{_SIGNS}{_EITHER}]|[{_EITHER}][{_WORDS}{_SIGNS}]|[{_SIGNS}]\\S|\\S[{_SIGNS}]"
)
_LINE_END = re.compile(r"([\S\u3000])[^\S\u3000\n]*+\n[^\S\u3000\n]*+(?=(\S))")


def is_joined(before: str, after: str) -> bool:
    """Whether a text goes on without a space if a line ends between these two characters."""
    return bool(_JOINED.fullmatch(before + after))


def joined(text: str) -> str:
    """A text without those line ends that are not spaces."""
    return _LINE_END.sub(lambda found: found[1] if is_joined(found[1], found[2]) else found[0], text)


def columns(text: str) -> int:
    """About how many narrow letters are as wide as a text; signs that combine with a letter have no width."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.category(sign) == "Mn" else 1 + (unicodedata.east_asian_width(sign) in "WF") for sign in text
    )

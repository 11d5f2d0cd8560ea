"""Line ends in Chinese and Japanese, which have no spaces between words: there, the end of a line is not a space.

The rule is that of CSS Text 4 (segment break transformation): it looks only at the characters on both sides.
"""

import re

_WORDS = "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3041-\u30ff\u3105-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
_WORDS += "\uf900-\ufaff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9f\U00020000-\U0003ffff"
_SIGNS = "\u3000-\u3004\u3008-\u3020\u3030-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
_EITHER = "“”‘’…—"
"""Signs of Western and of Chinese texts."""
_JOINED = re.compile(
    f"[{_WORDS}{_SIGNS}][{_WORDS}{_SIGNS}{_EITHER}]|[{_EITHER}][{_WORDS}{_SIGNS}]|[{_SIGNS}]\\S|\\S[{_SIGNS}]"
)
_LINE_END = re.compile(r"(.)[^\S\u3000\n]*\n[^\S\u3000\n]*(?=(\S))")


def is_joined(before: str, after: str) -> bool:
    """Whether a text goes on without a space if a line ends between these two characters."""
    return bool(_JOINED.fullmatch(before + after))


def joined(text: str) -> str:
    """A text without those line ends that are not spaces."""
    return _LINE_END.sub(lambda found: found[1] if is_joined(found[1], found[2]) else found[0], text)
